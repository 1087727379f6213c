//! What is written before a number that is none: 邮编, 电话, 表, 编号.

use super::reject::Reason;
use crate::index::Index;

/// The labels of postcodes, telephones, captions and codes, in this order.
#[rustfmt::skip]
pub(super) const TEXTS: [&str; 36] = [
    "邮编", "邮政编码", "邮码", "电话", "传真", "热线", "手机", "座机", "专线", "服务号", "总机", "图", "表", "附件",
    "附录", "附表", "案例", "专栏", "样例", "示例", "编号", "代码", "编码", "序号", "文号", "账号", "号码", "帐号",
    "证号", "索引号", "号", "QQ", "条例", "No.", "QQ群", "微信",
];

/// [`TEXTS`] by the last characters.
static LABELS: Index<{ TEXTS.len() }> = Index::by_last(TEXTS);

/// What may stand between a label and its number.
pub(super) const BEHIND: &str = " ：:";

/// Why the number that `head` stands before is none, where a label ends it.
pub(super) fn before(head: &str) -> Option<Reason> {
    LABELS.suffix(head.trim_end_matches(|c| BEHIND.contains(c))).map(named)
}

/// What a label of [`TEXTS`] says its number is.
const fn named(label: usize) -> Reason {
    match label {
        0..3 => Reason::Postcode,
        3..11 => Reason::Phone,
        11..20 => Reason::Caption,
        _ => Reason::Code,
    }
}
