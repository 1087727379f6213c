//! What makes two findings the same one, run after run.

use gongkai_model::Report;
use gongkai_text::label::digest;

/// 16 hexadecimal digits over agency, year, rule and indicators: stable under rewording, re-extraction and
/// moved lines.
pub(super) fn fingerprint(report: &Report, rule: &str, indicators: &[String]) -> String {
    let mut ids: Vec<&str> = indicators.iter().map(String::as_str).collect();
    ids.sort_unstable();
    let agency = report.agency.as_ref().map_or("", |agency| &agency.name);
    let year = report.year.map(|year| year.to_string()).unwrap_or_default();
    // A control character keeps neighbouring parts apart.
    let key = format!("{agency}\u{1f}{year}\u{1f}{rule}\u{1f}{}", ids.join("\u{1f}"));
    format!("{:016x}", digest(&key))
}
