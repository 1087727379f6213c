//! A whole report as text: title, preface, six chapters, tables and prose.

use crate::rng::Rng;
use crate::truth::Truth;
use crate::wording::Writer;

/// A report that agrees with itself, and what is true of it.
pub(crate) struct Generated {
    /// The report as a text file.
    pub source: String,
    /// Its figures by indicator id.
    pub truth: Truth,
}

/// Report number `number`; the same number gives the same report.
pub(crate) fn report(number: u64) -> Generated {
    let mut rng = Rng::of_trial("narratives", "consistent", number);
    let truth = Truth::by_chance(&mut rng);
    let [two, three, four] = truth.tables();
    let mut writer = Writer { truth: &truth, rng: &mut rng };
    let mut first = vec![writer.items(), writer.documents(), writer.decisions(), writer.noise()];
    let mut second = vec![writer.received(), writer.handled(), writer.proceedings()];
    let third = vec![writer.rates(), writer.noise()];
    // Order says nothing.
    if writer.rng.one_in(2) {
        first.swap(1, 2);
    }
    if writer.rng.one_in(3) {
        second.swap(0, 2);
    }
    let titles = [
        ("（一）主动公开情况。", first),
        ("（二）依申请公开情况。", second),
        ("（三）平台建设情况。", third),
    ];
    let prose: Vec<String> =
        titles.iter().map(|(title, sentences)| format!("{title}{}\n", sentences.concat())).collect();
    let source = format!(
        "某县2023年政府信息公开工作年度报告\n\n\
         本报告由某县人民政府办公室汇总各乡镇、各部门数据编制，统计期限为2023年1月1日至2023年12月31日。\n\n\
         一、总体情况\n\n{}\n二、主动公开政府信息情况\n\n{two}\n三、收到和处理政府信息公开申请情况\n\n{three}\n\
         四、政府信息公开行政复议、行政诉讼情况\n\n{four}\n五、存在的主要问题及改进情况\n\n部分栏目更新不及时，将加强培训。\n\n\
         六、其他需要报告的事项\n\n无其他需要报告的事项。\n",
        prose.join("\n"),
    );
    Generated { source, truth }
}
