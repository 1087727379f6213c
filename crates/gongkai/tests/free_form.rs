//! Figures of reports without tables whose own words leave out what they are of.
//!
//! They are lines of a table and no folders of `fixtures`, where every figure is changed once and counted as noticed or
//! not (`narratives/caught.txt`): short texts that restate no figure cannot notice a change, and would say nothing but that.

use gongkai::Engine;

/// Reads `body` under the title of a report of 2011 and compares the figures it tells, `?` behind what is left open.
fn check(body: &str, expected: &str) {
    let source = format!("岚川县林业局2011年政府信息公开工作年度报告\n\n{body}\n");
    let engine = Engine::linked().expect("the built-in forms agree");
    let report = engine.read("report.txt", source.as_bytes());
    let told = report.facts.iter().map(|fact| {
        let value = fact.value.map(|value| value.to_string()).unwrap_or_default();
        let open = if fact.status == gongkai::model::Status::Read { "" } else { "?" };
        format!("{} {value}{open}", fact.indicator.id())
    });
    let told: Vec<String> = told.collect();
    let expected: Vec<&str> = expected.lines().map(str::trim).filter(|line| !line.is_empty()).collect();
    assert_eq!(told, expected, "{body}");
}

#[test]
fn a_heading_or_the_sentence_before_says_what_a_figure_is_of() {
    check(
        "一、主动公开情况\n全年公开信息175条。\n\n二、依申请公开情况\n（一）申请情况\n我局2011年度申请总数12件。其中：当面申请4件，\
         以信函方式申请3件，网上申请5件。\n（二）处理情况\n答复12件，其中予以公开9件，部分公开2件，不予公开1件。",
        "applications.received.total 12
         applications.received_by_channel.in_person 4
         applications.received_by_channel.mail 3
         applications.received_by_channel.online 5
         applications.replied.denied.total 1
         applications.replied.granted_full 9
         applications.replied.granted_part 2
         applications.replied.total 12
         proactive.items_total 175",
    );
    check("三、收费情况\n共收取费用1.2万元，减免12元。", "applications.fees_collected 1.2");
    check(
        "四、行政复议和行政诉讼情况\n发生行政复议案件2起，被诉1起。",
        "litigation.all.total 1
         review.total 2",
    );
    check("三、依申请公开情况\n全年共收到书面申请12件，均按时答复。", "applications.received.total 12");
    check("四、复议诉讼情况\n发生行政诉讼一起。", "litigation.all.total 1");
    check("四、复议诉讼情况\n办理行政复议案件9件，其中涉及政府信息公开2件。", "review.total 2");
}

#[test]
fn none_in_words_is_zero() {
    let neither = "litigation.all.total 0
         review.total 0";
    check("四、复议诉讼情况\n行政复议情况：无；行政诉讼情况：无。", neither);
    check("四、复议诉讼情况\n全区无行政复议、行政诉讼案件。", neither);
    check("四、复议诉讼情况\n本年度无行政复议、无行政诉讼、无行政申诉。", neither);
    check("五、收费情况\n（一）收费情况：无。", "applications.fees_collected 0");
    // A part of them, or another thing.
    check("四、复议诉讼情况\n涉及土地的行政复议情况：无。存在的问题：无。", "");
    check("四、基层治理\n创建无诉讼社区，社区无信访。", "");
}

#[test]
fn the_same_words_about_something_else_are_no_fact() {
    check("一、依法行政工作\n全年行政复议案件35件，被诉12起，答复提案20件，公开信息3条，收费8000元。", "");
    check("四、办理建议提案情况\n收到建议30件，提案22件，答复52件，收取费用300元。", "");
    // One way to apply among others, and "together".
    check("三、依申请公开情况\n收到书面申请12件，网上申请3件。", "");
    check("四、复议诉讼情况\n行政复议和行政诉讼一起应对，与各部门一起。", "");
    check("三、人员和收支情况\n（一）与诉讼有关的费用支出\n费用支出共计1200元。", "");
    check("三、收费情况\n全年收取诉讼费用1万元，收取费用20元。", "");
    // One of several bodies, over two lines.
    check("三、依申请公开情况\n区政府本级收到申请4件，\n答复4件。各部门收到申请9件，答复8件。", "");
    // A site carries more than disclosure.
    check(
        "二、主动公开情况\n局网站全年发布各类信息4562条，其中主动公开政府信息1889条。",
        "proactive.items_total 1889",
    );
}
