//! Reports made for measuring: an annual report of the 2021 form whose figures add up, with as much prose as wanted.

use std::fmt::Write;

/// How much prose surrounds the tables.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Size {
    /// One short report, about 10 kB.
    Small,
    /// A report with a long narrative, about 40 kB.
    Medium,
    /// A narrative of more than 1 MB around the same tables.
    Large,
}

impl Size {
    /// From small to large.
    pub const ALL: [Self; 3] = [Self::Small, Self::Medium, Self::Large];

    /// Its name in benches and counts.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Small => "small",
            Self::Medium => "medium",
            Self::Large => "large",
        }
    }

    /// The size called `name`.
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|size| size.name() == name)
    }

    /// At least this many bytes of prose.
    const fn prose(self) -> usize {
        match self {
            Self::Small => 4_000,
            Self::Medium => 36_000,
            Self::Large => 1_050_000,
        }
    }
}

/// The rows of table 3 that sum up to （七）总计: group, label.
const OUTCOMES: [(&str, &str); 21] = [
    ("", "（一）予以公开"),
    ("", "（二）部分公开（区分处理的，只计这一情形，不计其他情形）"),
    ("（三）不予公开", "1.属于国家秘密"),
    ("", "2.其他法律行政法规禁止公开"),
    ("", "3.危及“三安全一稳定”"),
    ("", "4.保护第三方合法权益"),
    ("", "5.属于三类内部事务信息"),
    ("", "6.属于四类过程性信息"),
    ("", "7.属于行政执法案卷"),
    ("", "8.属于行政查询事项"),
    ("（四）无法提供", "1.本机关不掌握相关政府信息"),
    ("", "2.没有现成信息需要另行制作"),
    ("", "3.补正后申请内容仍不明确"),
    ("（五）不予处理", "1.信访举报投诉类申请"),
    ("", "2.重复申请"),
    ("", "3.要求提供公开出版物"),
    ("", "4.无正当理由大量反复申请"),
    ("", "5.要求行政机关确认或重新出具已获取信息"),
    ("（六）其他处理", "1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请"),
    ("", "2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请"),
    ("", "3.其他"),
];

/// The report of `size`; the same bytes every time.
pub fn report(size: Size) -> String {
    let mut out = String::with_capacity(size.prose() + 8_000);
    out.push_str("某县人民政府2023年政府信息公开工作年度报告\n\n");
    out.push_str("本报告所列数据的统计期限自2023年1月1日起至2023年12月31日止。\n\n一、总体情况\n\n");
    prose(&mut out, size.prose() * 3 / 4, 1);
    disclosed(&mut out);
    applications(&mut out);
    disputes(&mut out);
    out.push_str("\n五、存在的主要问题及改进情况\n\n");
    prose(&mut out, size.prose() / 4, 7);
    out.push_str("\n六、其他需要报告的事项\n\n本年度未收取信息处理费。\n");
    out
}

/// Sentences of the kind that fill such reports, at least `bytes` long; `step` varies their figures.
fn prose(out: &mut String, bytes: usize, step: u32) {
    let end = out.len() + bytes;
    let mut figure = step;
    while out.len() < end {
        figure = (figure * 37 + 11) % 4_999;
        let share = figure % 97 + 1;
        let _ = writeln!(
            out,
            "（{}）加强主动公开。通过门户网站公开信息{figure}条，其中政策解读 {share} 件，占比{share}.{}%；\
             政务新媒体发布消息１{}条，总浏览量约{}.{}万次，同比增长{share}%。",
            figure % 9 + 1,
            figure % 10,
            share % 10,
            figure / 7,
            figure % 100,
        );
        let _ = writeln!(
            out,
            "对照上级要求逐项自查,发现公开不及时、格式不规范的栏目{share}个，已全部整改；举办开放日活动{}次，\
             参加群众{figure}人次，收到意见建议{}条，均在15个工作日内答复。\n",
            share % 12,
            figure % 60,
        );
    }
}

fn disclosed(out: &mut String) {
    out.push_str("\n二、主动公开政府信息情况\n\n第二十条第（一）项\n信息内容\t本年制发件数\t本年废止件数\t现行有效件数\n");
    out.push_str("规章\t0\t0\t0\n行政规范性文件\t7\t2\t64\n第二十条第（五）项\n信息内容\t本年处理决定数量\n行政许可\t18306\n");
    out.push_str("第二十条第（六）项\n信息内容\t本年处理决定数量\n行政处罚\t1472\n行政强制\t95\n");
    out.push_str("第二十条第（八）项\n信息内容\t本年收费金额（单位：万元）\n行政事业性收费\t2602.76\n");
}

/// Table 3: every column balances, every row adds up.
fn applications(out: &mut String) {
    out.push_str("\n三、收到和处理政府信息公开申请情况\n\n");
    out.push_str(
        "（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）\t\t申请人情况\t\t\t\t\t\t\n",
    );
    out.push_str("\t\t自然人\t法人或其他组织\t\t\t\t\t总计\n\t\t\t商业企业\t科研机构\t社会公益组织\t法律服务机构\t其他\t\n");
    let counts: Vec<[u32; 6]> = (0..OUTCOMES.len() as u32)
        .map(|row| {
            std::array::from_fn(
                |column| if column == 0 { (row * 5 + 3) % 14 } else { (row + column as u32) % 9 / 6 },
            )
        })
        .collect();
    let processed: [u32; 6] = std::array::from_fn(|column| counts.iter().map(|row| row[column]).sum());
    let (carried_in, carried_out) = ([4, 1, 0, 0, 0, 0], [6, 0, 1, 0, 0, 0]);
    let received = std::array::from_fn(|at| processed[at] + carried_out[at] - carried_in[at]);
    row(out, "一、本年新收政府信息公开申请数量\t", received);
    row(out, "二、上年结转政府信息公开申请数量\t", carried_in);
    for (at, ((group, label), counts)) in OUTCOMES.iter().zip(counts).enumerate() {
        let chapter = if at == 0 { "三、本年度办理结果" } else { "" };
        row(out, &format!("{chapter}\t{group}\t{label}"), counts);
    }
    row(out, "\t（七）总计\t", processed);
    row(out, "四、结转下年度继续办理\t", carried_out);
}

fn row(out: &mut String, label: &str, counts: [u32; 6]) {
    out.push_str(label);
    for count in counts.into_iter().chain([counts.iter().sum()]) {
        let _ = write!(out, "\t{count}");
    }
    out.push('\n');
}

fn disputes(out: &mut String) {
    out.push_str("\n四、政府信息公开行政复议、行政诉讼情况\n\n行政复议\t\t\t\t\t行政诉讼\n");
    out.push_str("结果维持\t结果纠正\t其他结果\t尚未审结\t总计\t未经复议直接起诉\t\t\t\t\t复议后起诉\n");
    out.push_str("\t\t\t\t\t结果维持\t结果纠正\t其他结果\t尚未审结\t总计\t结果维持\t结果纠正\t其他结果\t尚未审结\t总计\n");
    out.push_str("5\t2\t1\t3\t11\t4\t0\t1\t2\t7\t1\t0\t0\t1\t2\n");
}
