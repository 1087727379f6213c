//! Stand-in until the recogniser of `gongkai-text` is merged.

use gongkai_text::quantity::{Direction, Quantity, QuantityKind};
use gongkai_text::{Decimal, Span, Unit};

pub(super) fn figures(text: &str) -> (Vec<Quantity>, Vec<Span>) {
    let bytes = text.as_bytes();
    let mut out = Vec::new();
    let mut stray = Vec::new();
    let mut at = 0;
    while at < bytes.len() {
        if !bytes[at].is_ascii_digit() {
            at += 1;
            continue;
        }
        let start = at;
        while at < bytes.len() && (bytes[at].is_ascii_digit() || bytes[at] == b'.' && bytes.get(at + 1).is_some_and(u8::is_ascii_digit)) {
            at += 1;
        }
        let Ok(value) = text[start..at].parse::<Decimal>() else { continue };
        let mut rest = &text[at..];
        let mut scale = 1_i128;
        if let Some(r) = rest.strip_prefix('万') { rest = r; scale = 10_000; }
        let mut word = None;
        if let Some(r) = rest.strip_prefix('余') { rest = r; word = Some("余"); }
        let before = &text[..start];
        if rest.starts_with(['年', '月', '日', '号', '时']) || before.ends_with(['第', '〔', '-', '—', '/', '〕']) || rest.starts_with(['〕', '-', '—', '/']) {
            continue;
        }
        let figure_end = text.len() - rest.len();
        let unit = ["件", "条", "人次", "人", "名", "次", "篇", "项", "个", "元", "份", "场", "期", "宗", "家", "类"].into_iter().find(|u| rest.starts_with(u));
        let value = Decimal::new(value.mantissa() * scale, value.scale()).unwrap();
        let ulp = Decimal::new(scale, value.scale()).unwrap();
        let (kind, len) = if rest.starts_with('%') { (QuantityKind::Percent, 1) } else if let Some(u) = unit { (if u == "元" { QuantityKind::Money } else { QuantityKind::Count }, u.len()) } else { stray.push(Span::new(start as u32, figure_end as u32)); continue };
        let direction = [("增长", Direction::Up), ("增加", Direction::Up), ("增加了", Direction::Up), ("上升", Direction::Up), ("下降", Direction::Down), ("减少", Direction::Down)].into_iter().find(|(w, _)| before.ends_with(w)).map(|(_, d)| d);
        at = figure_end + len;
        out.push(Quantity { span: Span::new(start as u32, at as u32), figure: Span::new(start as u32, figure_end as u32), kind, value, ulp, scale: Decimal::whole(scale as i64), unit: unit.and_then(Unit::parse), qualifier: None, word, range: None, direction });
    }
    (out, stray)
}
