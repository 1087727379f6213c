//! What findings say, and how many of them there are.

use super::*;

#[test]
fn messages_name_row_column_and_figures() {
    const fn cell(id: &'static str, label: &'static str, name: &'static str) -> IndicatorDef {
        IndicatorDef { id, label, name, unit: None, kind: ValueKind::Count }
    }
    static CELLS: [IndicatorDef; 6] = [
        cell("a.x", "甲 · 子", "A: x"),
        cell("a.y", "甲 · 丑", "A: y"),
        cell("a.total", "甲 · 总计", "A"),
        cell("b.x", "乙 · 子", "B: x"),
        cell("b.y", "乙 · 丑", "B: y"),
        cell("b.total", "乙 · 总计", "B"),
    ];
    let row = Identity {
        left: &["{}.total"],
        right: &["{}.x", "{}.y"],
        each: &["a", "b"],
        rule: "row-total",
        ..REVIEW
    };
    let column = Identity {
        left: &["a.{}"],
        relation: Relation::AtMost,
        right: &["b.{}"],
        each: &["x", "y"],
        rule: "part-above-whole",
        ..REVIEW
    };
    let stock = Identity {
        left: &["a.y"],
        relation: Relation::AtMost,
        right: &[],
        each: &[],
        rule: "negative-stock",
        ..REVIEW
    };
    let mut rules = Rules::new();
    rules.add("own", 2, CELLS.each_ref().map(Indicator::new), &[row, column, stock]);
    let mut report = Report::empty("test", Carrier::Text);
    for (cell, word) in CELLS.iter().zip(["5", "1", "8", "3", "_", "?"]) {
        let read = reading(word);
        let mut fact = Fact::not_found(Indicator::new(cell));
        (fact.presence, fact.value) = (read.presence, read.value);
        fact.span = (word != "?").then_some(Place { start: 0, end: 1, line: 7, column: 1 });
        fact.status = if word == "?" { Status::NotFound } else { Status::Read };
        report.facts.push(fact);
    }
    let table = |number| TableRead {
        number,
        template: "own".into(),
        form: "".into(),
        cells: 6,
        form_cells: 6,
        found: 5,
        span: None,
        first_fact: 0,
    };
    report.tables = vec![table(2), TableRead { cells: 0, form_cells: 0, first_fact: 6, ..table(3) }];
    report.sections.push(gongkai_model::Section {
        number: 2,
        title: "二、甲乙情况".to_owned(),
        span: Place { start: 0, end: 1, line: 1, column: 1 },
    });
    settle(&mut report, &[], &rules);
    let audit = check(report, &rules);
    let messages: Vec<_> =
        audit.findings.iter().flat_map(|it| [it.message.zh.as_str(), it.message.en.as_str()]).collect();
    assert_eq!(
        messages,
        [
            "“二、甲乙情况”表“子”栏：甲（5），乙（3），前者不应大于后者，实际多2（第7行）。",
            "In table 2, column “x”: A (5), but B (3); the first should not exceed the second, yet does by 2 (line 7).",
            "“二、甲乙情况”表“甲”行：总计（8），子（5）＋丑（1）＝6，两边相差2（第7行）；有一种改法能使各式成立，但仅凭表内的数还不足以断定。",
            "In table 2, row “A”: total (8), but x (5) + y (1) = 6; the difference is 2 (line 7); one way to mend it fits, but the figures of the table alone do not settle it.",
            "“二、甲乙情况”表：甲 · 丑（1），不应大于0（第7行）。",
            "In table 2: A: y (1) must not be positive (line 7).",
            "“二、甲乙情况”表共6格，有1格没有找到：“乙”（总计）；含有这些格的勾稽关系没有核对。",
            "1 of the 6 cells of table 2 was not found: “B” (total); the sums it belongs to were not checked.",
            "没有找到第三部分的表，表中0格都未核对；请确认文件完整。",
            "Table 3 was not found; none of its 0 cells could be checked. Make sure the file is complete.",
        ]
    );
    let finding = &audit.findings[1];
    assert_eq!(finding.difference.unwrap().to_string(), "2");
    assert_eq!(finding.right.as_ref().unwrap().expr, "a.x + a.y");
}

/// The `repair` notes of table 4 with the given row, in Chinese.
fn check_notes(row: &[&str], ways: &[&[&str]], notes: &[&str]) {
    let (mut report, _) = report(SOUND_3, &row.join(" "));
    let place = |at: usize| Place { start: at as u32, end: at as u32 + 1, line: 70, column: 1 };
    for fact in &mut report.facts[28..] {
        fact.status = Status::Ambiguous;
    }
    // Each figure stands where its first printing in any way stands.
    let read = |(at, word): (usize, &&str)| {
        let (word, shift) =
            word.split_once('@').map_or((*word, at), |(word, at)| (word, at.parse().unwrap()));
        Reading { raw: word.to_owned(), span: Some(place(shift)), ..reading(word) }
    };
    let alternatives =
        ways.iter().map(|way| Alternative { readings: way.iter().enumerate().map(read).collect(), cost: 0 });
    let choice = Choice {
        facts: (28..33).collect(),
        alternatives: alternatives.collect(),
        kind: gongkai_model::ChoiceKind::Damage,
    };
    settle(&mut report, &[choice], &compiled());
    let audit = check(report, &compiled());
    let repairs = audit.findings.iter().filter(|it| it.rule == "reading-repaired");
    let messages: Vec<_> = repairs.map(|it| it.message.zh.as_str()).collect();
    assert_eq!(messages, notes);
}

#[test]
fn a_row_decided_together_has_one_note() {
    // Six figures for five boxes; the last one is left out, and the sums say so.
    check_notes(
        &["3", "1", "0", "0", "4"],
        &[&["3", "1", "0", "0", "4"], &["1@1", "0@2", "0@3", "4@4", "9@5"]],
        &[
            "“行政复议”行有5格，却印有6个数；依勾稽关系未用“9”，有疑的4格依次取3、1、0、4（第70行）；请对照原件。",
        ],
    );
    // One cell, plain to look at.
    check_notes(
        &["3", "1", "0", "0", "4"],
        &[&["3", "1", "0", "0", "4"], &["3", "1", "0", "0", "47"]],
        &["“行政复议”行“总计”栏也可以读作47，依勾稽关系按4读取（第70行）；请对照原件。"],
    );
    // What all ways agree on is no repair.
    check_notes(&["3", "1", "0", "0", "4"], &[&["3", "1", "0", "0", "4"]], &[]);
}
