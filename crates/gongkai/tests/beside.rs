//! Tables that stand without a report around them, or beside those of another form.
#![allow(clippy::unwrap_used, reason = "a test may stop")]

use gongkai::Engine;
use std::path::Path;
use std::sync::LazyLock;

static ENGINE: LazyLock<Engine> = LazyLock::new(|| Engine::linked().unwrap());

const ROWS: &str = "指标名称\t计量单位\t本年度\t历年累计\n主动公开信息数\t条\t1204\t5310\n其中：1.网站公开\t条\t1100\t4800\n\
    2.政府公报公开\t条\t104\t510\n受理依申请公开信息总数\t条\t37\t120\n对申请的答复数\t条\t36\t118\n行政复议数\t件\t1\t2\n\
    行政诉讼数\t件\t0\t1\n行政申诉数\t件\t0\t0\n";

/// The agency and the year of a table below `above`.
#[track_caller]
fn check_masthead(above: &str, agency: Option<&str>, year: Option<u16>) {
    let report = ENGINE.read("table.txt", format!("{above}\n{ROWS}").as_bytes());
    assert_eq!(report.tables.len(), 1, "{above}");
    let named = report.agency.as_ref().map(|agency| agency.name.as_str());
    assert_eq!((named, report.year), (agency, year), "{above}");
}

#[test]
fn a_table_alone_has_its_year_and_agency_above_it() {
    let body = Some("松泽县水利局");
    check_masthead("政府信息公开情况统计表\n（2012年度）\n填报单位：松泽县水利局\n", body, Some(2012));
    check_masthead(
        "政府信息公开情况统计表（2012年）\n填报单位（盖章）：松泽县水利局\t填报日期：2013年1月5日\n",
        body,
        Some(2012),
    );
    check_masthead("附件2\n政府信息公开情况统计表\n填报单位：松泽县水利局  2012年度\n", None, None);
    check_masthead("松泽县2012年政府信息公开情况统计表\n", Some("松泽县"), Some(2012));
    check_masthead("政府信息公开情况统计表\n填报单位：　　　　填报日期：2013年1月5日\n", None, None);
    check_masthead("政府信息公开情况统计表\n（2012年度）\n（2013年度）\n", None, None);
    let titled = "松泽县教育局2011年政府信息公开工作年度报告\n政府信息公开情况统计表\n（2012年度）\n填报单位：松泽县水利局\n";
    check_masthead(titled, Some("松泽县教育局"), Some(2011));
}

#[test]
fn a_table_of_another_form_that_is_not_read_is_told_of() {
    let clean = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../fixtures/annual-2021/clean/source.txt");
    let annual = std::fs::read_to_string(clean).unwrap();
    let codes = |source: &str| -> Vec<String> {
        let report = ENGINE.read("report.txt", source.as_bytes());
        assert_eq!(report.template.as_deref(), Some("annual-2021"));
        let told = report.diagnostics.iter().filter(|it| it.code == "table-not-read");
        told.map(|it| it.message.en.clone()).collect()
    };
    assert_eq!(codes(&annual), Vec::<String>::new());
    let prose = "全年工作平稳，详见各部门的报告。\n\n".repeat(20);
    let told = codes(&format!("{annual}\n{prose}附表：政府信息公开情况统计表\n\n{ROWS}"));
    assert!(matches!(&told[..], [only] if only.contains("like table 1 of provincial-")), "{told:?}");
    // In one line its cells are no sentences either, which would contradict the tables that are read.
    let flat = ROWS.replace(['\t', '\n'], " ");
    let source = format!("{annual}\n{prose}附表：政府信息公开情况统计表\n\n{flat}\n");
    assert_eq!(codes(&source).len(), 1);
    let mentions = |source: &str| ENGINE.read("report.txt", source.as_bytes()).mentions.len();
    assert_eq!(mentions(&source), mentions(&annual));
}

#[test]
fn two_tables_of_one_number_are_both_told_of() {
    let clean = |form: &str| {
        let path = format!("../../fixtures/{form}/clean/source.txt");
        std::fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(path)).unwrap()
    };
    let prose = "全年工作平稳，详见各部门的报告。\n\n".repeat(20);
    let source = format!("{}\n{prose}附表2\n\n{}", clean("statistics-2014"), clean("provincial-2009"));
    let report = ENGINE.read("report.txt", source.as_bytes());
    assert_eq!(report.template.as_deref(), Some("statistics-2014"));
    assert_eq!(report.diagnostics.iter().filter(|it| it.code == "table-not-read").count(), 1);
}

#[test]
fn answers_of_a_report_without_tables_are_told_by_their_names() {
    let source = "芦溪县2011年政府信息公开工作年度报告\n\n一、主动公开政府信息情况\n\n县政府门户网站编制了权力清单，其中行政许可220项、行政处罚1460项。\n\n\
        二、依申请公开政府信息情况\n\n2011年，全县共收到政府信息公开申请64件。在已经答复的申请中，“同意公开”的38件，“同意部分公开”的9件，“不予公开”的6件。\n";
    let report = ENGINE.read("report.txt", source.as_bytes());
    let told: Vec<String> =
        report.facts.iter().map(|fact| format!("{} {}", fact.indicator.id(), fact.value.unwrap())).collect();
    // The length of a list of powers is no figure of a later form.
    assert_eq!(
        told,
        [
            "applications.received.total 64",
            "applications.replied.denied.total 6",
            "applications.replied.granted_full 38",
            "applications.replied.granted_part 9",
        ]
    );
}
