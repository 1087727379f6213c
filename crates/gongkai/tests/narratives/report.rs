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
    let (truth, prose) = narrative(number, true);
    let [two, three, four] = truth.tables();
    let source = format!(
        "某县2023年政府信息公开工作年度报告\n\n\
         本报告由某县人民政府办公室汇总各乡镇、各部门数据编制，统计期限为2023年1月1日至2023年12月31日。\n\n\
         一、总体情况\n\n{prose}\n二、主动公开政府信息情况\n\n{two}\n三、收到和处理政府信息公开申请情况\n\n{three}\n\
         四、政府信息公开行政复议、行政诉讼情况\n\n{four}\n五、存在的主要问题及改进情况\n\n部分栏目更新不及时，将加强培训。\n\n\
         六、其他需要报告的事项\n\n无其他需要报告的事项。\n",
    );
    Generated { source, truth }
}

/// The figures of report number `number` and what its first chapter says of them; in `plain` words only where a figure
/// must be what it is called.
pub(crate) fn narrative(number: u64, plain: bool) -> (Truth, String) {
    let mut rng = Rng::of_trial("narratives", "consistent", number);
    let truth = Truth::by_chance(&mut rng);
    let mut writer = Writer { truth: &truth, rng: &mut rng, plain };
    let mut first = vec![writer.items(), writer.documents(), writer.decisions(), writer.noise()];
    let mut second = vec![writer.received(), writer.handled(), writer.proceedings()];
    let mut third = vec![writer.rates(), writer.noise()];
    // Order says nothing.
    if writer.rng.one_in(2) {
        first.swap(1, 2);
    }
    if writer.rng.one_in(3) {
        second.swap(0, 2);
    }
    for _ in 0..if plain { 0 } else { writer.rng.within(1..3) } {
        third.push(writer.traps());
    }
    for _ in 0..if plain { 0 } else { writer.rng.within(1..4) } {
        third.push(writer.further());
    }
    let titles = match writer.rng.below(3) {
        0 => ["（一）主动公开情况。", "（二）依申请公开情况。", "（三）平台建设情况。"],
        1 => ["一是抓好主动公开。", "二是规范依申请公开。", "三是建好公开平台。"],
        _ => ["1.主动公开情况。", "2.依申请公开情况。", "3.其他工作。"],
    };
    let chapters = [first, second, third];
    let prose: Vec<String> = titles
        .iter()
        .zip(&chapters)
        .map(|(title, sentences)| format!("{title}{}\n", sentences.concat()))
        .collect();
    (truth, prose.join("\n"))
}
