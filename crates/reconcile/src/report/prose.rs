//! A sketch of the sentences of a report: enough to tell whether another report has the same, not to show them.

use gongkai_text::label::{digest, fold_into};
use std::collections::BTreeSet;

/// Characters that a sentence has at least, numbers apart: shorter ones are alike by chance.
const LEAST_CHARS: usize = 14;

/// Sentences that are kept of one report.
const MOST_SENTENCES: usize = 4_000;

/// Words of sentences that every report has: the preface, the law, the tables.
const BOILERPLATE: &[&str] = &[
    "中华人民共和国政府信息公开条例",
    "本报告",
    "年度报告",
    "统计期限",
    "联系电话",
    "联系人",
    "第二十条",
    "勾稽关系",
    "申请人情况",
    "结转",
    "结果维持",
    "不予公开",
    "行政规范性文件",
    "信息处理费",
    "没有其他需要报告的事项",
    "无其他需要报告",
];

/// Words that tell of a change in the body or in what it answers for.
const REORGANISED: &[&str] = &[
    "机构改革",
    "机构调整",
    "机构撤并",
    "撤并",
    "合并组建",
    "新组建",
    "重新组建",
    "整合组建",
    "行政区划调整",
    "区划调整",
    "职能划转",
    "职责划转",
    "划转至",
    "划入我",
    "划归",
    "并入我",
    "并入本",
    "更名为",
    "镇合并",
    "乡合并",
    "合并设立",
    "合并成立",
    "撤镇设",
    "撤乡设",
    "撤县设",
    "转隶",
    "隶属关系",
    "撤销建制",
    "统计口径",
    "口径调整",
    "口径变化",
];

/// Words that tell of documents that lapsed without being repealed.
const LAPSED: &[&str] = &["失效", "自动废止", "有效期届满", "到期"];

/// What is kept of the sentences of one report.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Prose {
    /// Digests of its sentences without numbers, sorted.
    sentences: Vec<u64>,
    reorganised: Option<&'static str>,
    lapsed: Option<&'static str>,
}

impl Prose {
    /// A sketch of the paragraphs `passages`; tables in them are mostly passed over.
    ///
    /// ```
    /// use gongkai_reconcile::report::Prose;
    /// let last = Prose::of(["全年举办政策解读专场5场，邀请企业代表参加座谈。"]);
    /// let this = Prose::of(["全年举办政策解读专场8场，邀请企业代表参加座谈。"]);
    /// assert_eq!(last, this);
    /// ```
    pub fn of<'a>(passages: impl IntoIterator<Item = &'a str>) -> Self {
        let mut out = Self::default();
        let mut sentences = BTreeSet::new();
        let mut folded = String::new();
        for passage in passages {
            let found = |words: &[&'static str]| words.iter().copied().find(|it| passage.contains(it));
            out.reorganised = out.reorganised.or_else(|| found(REORGANISED));
            out.lapsed = out.lapsed.or_else(|| found(LAPSED));
            for sentence in passage.split(['。', '；', ';', '！', '？', '\n']) {
                if sentences.len() >= MOST_SENTENCES || BOILERPLATE.iter().any(|it| sentence.contains(it)) {
                    continue;
                }
                folded.clear();
                fold_into(sentence, &mut folded);
                folded.retain(|c| !c.is_ascii_digit() && !is_numeral(c));
                if folded.chars().count() >= LEAST_CHARS {
                    sentences.insert(digest(&folded));
                }
            }
        }
        out.sentences = sentences.into_iter().collect();
        out
    }

    /// How many sentences are kept.
    pub fn len(&self) -> usize {
        self.sentences.len()
    }

    /// Whether there is no sentence to compare.
    pub fn is_empty(&self) -> bool {
        self.sentences.is_empty()
    }

    /// How many of its sentences `other` has too, numbers apart.
    pub fn shared(&self, other: &Self) -> usize {
        self.sentences.iter().filter(|it| other.sentences.binary_search(it).is_ok()).count()
    }

    /// The words that tell of a reorganisation or of another scope, where there are any.
    pub(super) fn reorganised(&self) -> Option<&'static str> {
        self.reorganised
    }

    /// The words by which documents are said to have lapsed.
    pub(super) fn lapsed(&self) -> Option<&'static str> {
        self.lapsed
    }
}

/// Numerals in characters, which change from year to year as digits do.
fn is_numeral(c: char) -> bool {
    "一二三四五六七八九十百千万亿零两〇".contains(c)
}
