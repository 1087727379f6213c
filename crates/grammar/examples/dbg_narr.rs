use gongkai_document::Builder;
use gongkai_grammar::narrative::{Frame, narrative};
use gongkai_model as model;
use gongkai_text::{Carrier, Span};
fn main() {
    for path in std::env::args().skip(1) {
        let text = if path.contains('/') { std::fs::read_to_string(&path).unwrap() } else { path.clone() };
        let mut builder = Builder::new(text.as_str(), Carrier::Text);
        let mut at = 0;
        for line in text.split('\n') {
            let span = Span::new(at, at + line.len() as u32);
            at += line.len() as u32 + 1;
            if line.contains('\t') { builder.row(0, &[span]); } else if !line.trim().is_empty() { builder.paragraph(span); }
        }
        let gov = path.contains("seeds");
        let report = narrative(&builder.finish(), &Frame { year: Some(2023), is_government: gov, ..Frame::default() });
        println!("=== {path}");
        for (i, m) in report.mentions.iter().enumerate() {
            println!("{i:3} {}:{} [{}] {:?} {} {} | {} | {:?} {:?}", m.span.line, m.section.unwrap_or(0), m.text.replace('\n', "⏎"), m.kind, m.value, m.unit.map_or("", |u| u.label()), m.indicator.as_deref().unwrap_or("-"), m.body, m.period);
        }
        let v = |ids: &[usize]| ids.iter().map(|i| format!("{}#{}", report.mentions[*i].value, i)).collect::<Vec<_>>().join(" ");
        use model::StatementKind as K;
        for s in &report.statements {
            let line = s.span.line;
            match &s.kind {
                K::Parts { wholes, parts, closed, overlapping } => println!("S {line} parts {} = [{}] closed={closed} overlap={overlapping}", v(wholes), v(parts)),
                K::Share { share, parts, wholes, firm } => println!("S {line} share {} = [{}] / [{}] firm={firm}", v(&[*share]), v(parts), v(wholes)),
                K::Shares { shares } => println!("S {line} shares [{}]", v(shares)),
                K::Growth { growth, current, base } => println!("S {line} growth {} cur {:?} base {:?}", v(&[*growth]), current.map(|i| v(&[i])), base.map(|i| v(&[i]))),
                _ => {}
            }
        }
    }
}
