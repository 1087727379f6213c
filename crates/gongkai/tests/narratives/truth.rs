//! A consistent report by chance: every figure of the 2021 form, and its tables as text.

use crate::rng::Rng;
use std::collections::BTreeMap;
use std::fmt::Write as _;

/// Columns of table 3, the total last.
pub(crate) const COLUMNS: [&str; 7] = [
    "natural_person",
    "commercial_enterprise",
    "research_institution",
    "social_public_welfare_organization",
    "legal_service_institution",
    "other_organization",
    "total",
];

/// Results of table 3: id below `applications.outcome`, label.
pub(crate) const RESULTS: [(&str, &str); 21] = [
    ("granted_full", "（一）予以公开\t"),
    ("granted_part", "（二）部分公开（区分处理的，只计这一情形，不计其他情形）\t"),
    ("denied.state_secret", "（三）不予公开\t1.属于国家秘密"),
    ("denied.prohibited_by_law", "\t2.其他法律行政法规禁止公开"),
    ("denied.three_securities_one_stability", "\t3.危及“三安全一稳定”"),
    ("denied.third_party_rights", "\t4.保护第三方合法权益"),
    ("denied.internal_affairs", "\t5.属于三类内部事务信息"),
    ("denied.deliberative_process", "\t6.属于四类过程性信息"),
    ("denied.enforcement_case_file", "\t7.属于行政执法案卷"),
    ("denied.administrative_inquiry", "\t8.属于行政查询事项"),
    ("unable_to_provide.not_held", "（四）无法提供\t1.本机关不掌握相关政府信息"),
    ("unable_to_provide.needs_creation", "\t2.没有现成信息需要另行制作"),
    ("unable_to_provide.still_unclear_after_correction", "\t3.补正后申请内容仍不明确"),
    ("not_processed.petition_or_complaint", "（五）不予处理\t1.信访举报投诉类申请"),
    ("not_processed.duplicate", "\t2.重复申请"),
    ("not_processed.publications", "\t3.要求提供公开出版物"),
    ("not_processed.excessive", "\t4.无正当理由大量反复申请"),
    ("not_processed.confirm_or_reissue", "\t5.要求行政机关确认或重新出具已获取信息"),
    (
        "other.correction_overdue",
        "（六）其他处理\t1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请",
    ),
    ("other.fee_overdue", "\t2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请"),
    ("other.miscellaneous", "\t3.其他"),
];

/// Results of table 4.
pub(crate) const OUTCOMES: [&str; 5] = ["upheld", "corrected", "other", "pending", "total"];

/// The figures of a report, by indicator id; the fees in hundredths of 万元.
#[derive(Debug, Default)]
pub(crate) struct Truth(pub BTreeMap<String, u64>);

impl Truth {
    /// The figure of indicator `id`.
    pub(crate) fn of(&self, id: &str) -> u64 {
        *self.0.get(id).unwrap_or_else(|| panic!("the form has {id}"))
    }

    /// The sum over the rows whose id begins with `group`, in column `column`.
    pub(crate) fn group(&self, group: &str, column: &str) -> u64 {
        let of = |(id, _): &&(&str, &str)| id.starts_with(group);
        let rows = RESULTS.iter().filter(of);
        rows.map(|(id, _)| self.of(&format!("applications.outcome.{id}.{column}"))).sum()
    }

    /// What became of the applications, as reports sum it up: six outcomes by their printed names.
    pub(crate) fn outcomes(&self) -> [(&'static str, u64); 6] {
        let one = |id: &str| self.of(&format!("applications.outcome.{id}.total"));
        let group = |id: &str| self.group(id, "total");
        [
            ("予以公开", one("granted_full")),
            ("部分公开", one("granted_part")),
            ("不予公开", group("denied")),
            ("无法提供", group("unable_to_provide")),
            ("不予处理", group("not_processed")),
            ("其他处理", group("other")),
        ]
    }

    fn set(&mut self, id: String, value: u64) {
        self.0.insert(id, value);
    }

    /// The figures of one report.
    pub(crate) fn by_chance(rng: &mut Rng) -> Self {
        let mut truth = Self::default();
        let size = [6, 40, 400, 6000][rng.below(4)];
        let mut some = |most: usize| if rng.one_in(3) { 0 } else { rng.below(most.max(1)) as u64 };
        let mut totals: BTreeMap<String, u64> = BTreeMap::new();
        for (at, column) in COLUMNS[..6].iter().enumerate() {
            let share = if at == 0 { size } else { size / 8 };
            let received = some(share) + u64::from(at == 0);
            let carried_in = some(share / 10);
            let mut rows = vec![("received".to_owned(), received), ("carried_in".to_owned(), carried_in)];
            let mut left = received + carried_in;
            for (id, _) in RESULTS {
                let here = some(left as usize / 2 + 1).min(left);
                left -= here;
                rows.push((format!("outcome.{id}"), here));
            }
            rows.push(("processed".to_owned(), received + carried_in - left));
            rows.push(("carried_out".to_owned(), left));
            for (row, value) in rows {
                truth.set(format!("applications.{row}.{column}"), value);
                *totals.entry(row).or_default() += value;
            }
        }
        for (row, value) in totals {
            truth.set(format!("applications.{row}.total"), value);
        }
        for block in ["review", "litigation.direct", "litigation.after_review"] {
            let cells: Vec<u64> = (0..4).map(|_| some(size / 10 + 2)).collect();
            for (outcome, value) in OUTCOMES.iter().zip(cells.iter().copied().chain([cells.iter().sum()])) {
                truth.set(format!("{block}.{outcome}"), value);
            }
        }
        for (kind, most) in [("regulations", 4), ("normative_documents", 60)] {
            let issued = some(most);
            truth.set(format!("proactive.{kind}.issued"), issued);
            truth.set(format!("proactive.{kind}.repealed"), some(most));
            truth.set(format!("proactive.{kind}.in_force"), issued + some(most * 9));
        }
        for kind in ["licensing", "penalties", "coercive_measures"] {
            truth.set(format!("proactive.{kind}.decisions"), some(size * 40));
        }
        truth.set("proactive.administrative_fees.amount".to_owned(), some(size * 900));
        truth
    }

    /// The tables of the form.
    pub(crate) fn tables(&self) -> [String; 3] {
        let mut two =
            String::from("第二十条第（一）项\t\t\t\n信息内容\t本年制发件数\t本年废止件数\t现行有效件数\n");
        for (label, kind) in [("规章", "regulations"), ("行政规范性文件", "normative_documents")] {
            let cell = |what: &str| self.of(&format!("proactive.{kind}.{what}"));
            let (issued, repealed, in_force) = (cell("issued"), cell("repealed"), cell("in_force"));
            writeln!(two, "{label}\t{issued}\t{repealed}\t{in_force}").expect("strings take everything");
        }
        let decisions = |kind: &str| self.of(&format!("proactive.{kind}.decisions"));
        let fees = self.of("proactive.administrative_fees.amount");
        let (licensing, penalties, measures) =
            (decisions("licensing"), decisions("penalties"), decisions("coercive_measures"));
        let (yuan, cents) = (fees / 100, fees % 100);
        write!(
            two,
            "第二十条第（五）项\t\t\t\n信息内容\t本年处理决定数量\t\t\n行政许可\t{licensing}\t\t\n\
             第二十条第（六）项\t\t\t\n信息内容\t本年处理决定数量\t\t\n行政处罚\t{penalties}\t\t\n行政强制\t{measures}\t\t\n\
             第二十条第（八）项\t\t\t\n信息内容\t本年收费金额（单位：万元）\t\t\n行政事业性收费\t{yuan}.{cents:02}\t\t\n",
        )
        .expect("strings take everything");
        let mut three = String::from(
            "（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）\t\t\t申请人情况\t\t\t\t\t\t\n\
             \t\t\t自然人\t法人或其他组织\t\t\t\t\t总计\n\
             \t\t\t\t商业企业\t科研机构\t社会公益组织\t法律服务机构\t其他\t\n",
        );
        let row = |label: &str, id: &str| {
            let cells: Vec<String> = COLUMNS
                .iter()
                .map(|column| self.of(&format!("applications.{id}.{column}")).to_string())
                .collect();
            format!("{label}\t{}\n", cells.join("\t"))
        };
        three += &row("一、本年新收政府信息公开申请数量\t\t", "received");
        three += &row("二、上年结转政府信息公开申请数量\t\t", "carried_in");
        for (at, (id, label)) in RESULTS.iter().enumerate() {
            let first = if at == 0 { "三、本年度办理结果" } else { "" };
            three += &row(&format!("{first}\t{label}"), &format!("outcome.{id}"));
        }
        three += &row("\t（七）总计\t", "processed");
        three += &row("四、结转下年度继续办理\t\t", "carried_out");
        let mut four = String::from(
            "行政复议\t\t\t\t\t行政诉讼\t\t\t\t\t\t\t\t\t\n\
             结果维持\t结果纠正\t其他结果\t尚未审结\t总计\t未经复议直接起诉\t\t\t\t\t复议后起诉\t\t\t\t\n\
             \t\t\t\t\t结果维持\t结果纠正\t其他结果\t尚未审结\t总计\t结果维持\t结果纠正\t其他结果\t尚未审结\t总计\n",
        );
        let cells: Vec<String> = ["review", "litigation.direct", "litigation.after_review"]
            .iter()
            .flat_map(|block| OUTCOMES.iter().map(move |outcome| format!("{block}.{outcome}")))
            .map(|id| self.of(&id).to_string())
            .collect();
        four += &cells.join("\t");
        four.push('\n');
        [two, three, four]
    }
}
