//! Why a document could not be read.

use super::{INDENT, named};
use crate::paint::visible;
use crate::put::Put;
use crate::{Paint, Style};
use gongkai_model::{ExtractorClaim, Report};

/// The reason, what the readers said, and what each form saw.
pub(super) fn why(report: &Report, style: Style) -> String {
    let words = style.lang.words();
    let mut out = String::new();
    named(
        &mut out,
        INDENT,
        words.reason,
        report.unreadable.as_ref().map_or(words.no_reason, |why| style.lang.message(why)),
        style,
    );
    for it in &report.diagnostics {
        let at = it.span.map(|at| (words.at)(None, at.line, at.column)).unwrap_or_default();
        named(
            &mut out,
            INDENT,
            (words.severity)(it.severity),
            &format!("{}{at}", style.lang.message(&it.message)),
            style,
        );
    }
    if !report.claims.is_empty() {
        out.put(format_args!("{INDENT}{}{}\n", words.claims, words.colon.trim_end()));
        out.push_str(&claims(&report.claims, style));
    }
    out
}

/// Every extractor's score, and under it what it saw and missed.
pub fn claims(claims: &[ExtractorClaim], style: Style) -> String {
    let mut out = String::new();
    for it in claims {
        let name = Paint::Strong.on(&visible(&it.extractor), style.colour);
        out.put(format_args!("{INDENT}{INDENT}{name} {}\n", it.claim.score));
        for evidence in &it.claim.evidence {
            out.put(format_args!("{INDENT}{INDENT}{INDENT}- {}\n", visible(style.lang.message(evidence))));
        }
    }
    out
}
