//! `docs/rules.md`: the page behind every rule, as `gongkai explain` prints it, in both languages.

use gongkai::model::{Bilingual, Rule, Severity};
use gongkai::rules;
use std::fmt::Write;

pub(super) fn page() -> String {
    let all = rules::all();
    let mut out = format!(
        "# Rules\n\nEvery finding names one of these {} rules; `gongkai explain RULE` prints its page. 每条问题都出自下列一条规则，\
         `gongkai explain 规则名` 可打印说明。\n\n| rule | worst severity | 标题 | title |\n| --- | --- | --- | --- |\n",
        all.len()
    );
    for rule in all {
        let severity = severity(rule.severity);
        let _ = writeln!(
            out,
            "| [`{0}`](#{0}) | {severity} | {1} | {2} |",
            rule.id, rule.title.zh, rule.title.en
        );
    }
    for rule in all {
        let _ = writeln!(out, "\n## {}\n", rule.id);
        section(&mut out, rule, "zh", |text| text.zh, ["核对内容", "依据", "为什么", "可能的误报", "修复"]);
        let heads = ["What it checks", "Basis", "Why it matters", "Known false alarms", "Repair"];
        section(&mut out, rule, "en", |text| text.en, heads);
        let _ = writeln!(out, "**例 / Example**\n\n```text\n{}\n```", rule.example.trim_matches('\n'));
    }
    out
}

fn section(out: &mut String, rule: &Rule, lang: &str, of: fn(Bilingual) -> &'static str, heads: [&str; 5]) {
    let colon = if lang == "zh" { "：" } else { ": " };
    let _ = writeln!(out, "### {}\n", of(rule.title));
    let parts = [rule.checks, rule.basis, rule.why];
    for (head, text) in heads.iter().zip(parts) {
        let _ = writeln!(out, "**{head}**{colon}{}\n", of(text));
    }
    let _ = writeln!(out, "**{}**\n", heads[3]);
    for alarm in rule.false_alarms {
        let _ = writeln!(out, "- {}", of(*alarm));
    }
    let _ = writeln!(out, "\n**{}**{colon}{}\n", heads[4], of(rule.repair));
}

const fn severity(severity: Severity) -> &'static str {
    match severity {
        Severity::Note => "note",
        Severity::Warning => "warning",
        Severity::Error => "error",
    }
}
