//! Scratch.
#![allow(missing_docs, clippy::unwrap_used)]
fn main() {
    let engine = gongkai::Engine::linked().unwrap();
    let path = std::env::args().nth(1).unwrap();
    let lines: Vec<u32> = std::env::args().skip(2).map(|x| x.parse().unwrap()).collect();
    let bytes = std::fs::read(&path).unwrap();
    let audit = engine.check(&path, &bytes);
    println!("{:?} scope {:?} year {:?}", audit.report.agency, audit.report.scope, audit.report.year);
    for (i, m) in audit.report.mentions.iter().enumerate() {
        if lines.is_empty() || lines.contains(&m.span.line) {
            println!(
                "{i} L{} {:?} {} {:?} ind={:?} grp={:?} body={:?} per={:?} subj={} | {}",
                m.span.line,
                m.kind,
                m.value,
                m.unit.map(|u| u.label()),
                m.indicator,
                m.group,
                m.body,
                m.period,
                m.subject,
                m.text
            );
        }
    }
    for s in &audit.report.statements {
        if lines.is_empty() || lines.contains(&s.span.line) {
            println!("S L{} {:?}", s.span.line, s.kind);
        }
    }
    for d in &audit.derived {
        if lines.is_empty() || lines.contains(&d.span.line) {
            println!(
                "D {:?} {:?} {} {:?}..{:?}",
                d.from,
                d.indicator,
                d.subject,
                d.low.to_string(),
                d.high.map(|x| x.to_string())
            );
        }
    }
    for f in &audit.findings {
        if !f.mentions.is_empty() {
            println!("F {:?} {} {}", f.severity, f.rule, f.message.zh);
        }
    }
    for d in &audit.report.tables {
        println!("T {:?} {:?}", d.number, d.span);
    }
}
