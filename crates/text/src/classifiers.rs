//! The units that figures are printed with: classifiers, money, time, measures.

use crate::index::Index;
use crate::quantity::kind::QuantityKind as Kind;
use Kind::{Count, Duration, Measure, Money, Multiple, Percent, Points};

/// A unit as printed, and the unit it counts as.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Classifier {
    /// The characters printed.
    pub(crate) print: &'static str,
    /// The unit's own name: 个工作日 counts 工作日.
    pub(crate) name: &'static str,
    pub(crate) kind: Kind,
    /// It is part of other words, or of names, so often that more is asked of a figure before it.
    pub(crate) careful: bool,
}

const fn own(print: &'static str, kind: Kind) -> Classifier {
    as_unit(print, print, kind)
}

const fn as_unit(print: &'static str, name: &'static str, kind: Kind) -> Classifier {
    Classifier { print, name, kind, careful: is_careful(print) }
}

/// Units that `quantity::judge` looks at one by one.
const CAREFUL: [&str; 16] =
    ["届", "次", "版", "小时", "分", "天", "名", "位", "强", "季度", "层", "栋", "幢", "年", "排", "日"];

const fn is_careful(print: &str) -> bool {
    let mut at = 0;
    while at < CAREFUL.len() {
        if equal(CAREFUL[at].as_bytes(), print.as_bytes()) {
            return true;
        }
        at += 1;
    }
    false
}

const fn equal(left: &[u8], right: &[u8]) -> bool {
    let mut at = 0;
    while at < left.len() && at < right.len() && left[at] == right[at] {
        at += 1;
    }
    at == left.len() && at == right.len()
}

/// Every unit.
#[rustfmt::skip]
pub(crate) static CLASSIFIERS: &[Classifier] = &[
    own("%", Percent), as_unit("％", "%", Percent), own("‰", Percent),
    as_unit("km²", "平方公里", Measure), own("km", Measure), own("kg", Measure), own("kW", Measure),
    as_unit("m²", "平方米", Measure), as_unit("m³", "立方米", Measure), own("mm", Measure), own("m", Measure),
    as_unit("㎡", "平方米", Measure), own("℃", Measure), own("摄氏度", Measure), own("GB", Measure), own("MB", Measure), own("KB", Measure), own("TB", Measure),
    as_unit("百分点", "个百分点", Points),
    own("个", Count), as_unit("個", "个", Count), as_unit("箇", "个", Count),
    own("件次", Count), own("件", Count), own("条次", Count), own("条", Count), as_unit("條", "条", Count),
    own("项次", Count), own("项", Count), as_unit("項", "项", Count),
    own("篇次", Count), own("篇", Count), own("人次", Count), own("人", Count), own("名", Count), own("位", Count),
    own("家次", Count), own("家", Count), own("户次", Count), own("户", Count), as_unit("戶", "户", Count),
    own("份", Count), own("期", Count), own("册次", Count), own("册", Count), as_unit("冊", "册", Count),
    own("本", Count), own("部", Count), own("场次", Count), own("场", Count), as_unit("場", "场", Count),
    own("起", Count), own("例", Count), own("宗", Count), own("桩", Count), own("批次", Count), own("批", Count),
    own("班次", Count), own("班", Count), own("台次", Count), own("台套", Count), own("轮次", Count), own("人天", Count), own("学分", Count), own("台", Count), as_unit("臺", "台", Count),
    own("车次", Count), own("辆次", Count), own("辆", Count), own("架次", Count), own("架", Count),
    own("航次", Count), own("艘", Count), own("列", Count), own("趟", Count),
    own("次", Count), own("遍", Count), own("回", Count), own("轮", Count), own("届", Count),
    as_unit("大类", "类", Count), as_unit("小类", "类", Count), own("类", Count), as_unit("類", "类", Count), own("种", Count), as_unit("種", "种", Count), own("款", Count),
    own("章", Count), own("节", Count), own("页", Count), own("字", Count), own("行", Count), own("句", Count), own("段", Count),
    own("幅", Count), own("张", Count), as_unit("張", "张", Count), own("块", Count), as_unit("塊", "块", Count),
    own("面", Count), own("座", Count), own("栋", Count), own("幢", Count), own("间", Count), own("所", Count),
    own("处", Count), own("片", Count), own("套", Count), own("支", Count), own("只", Count), as_unit("隻", "只", Count),
    own("枚", Count), own("头", Count), own("匹", Count), own("羽", Count), own("尾", Count), own("棵", Count), own("株", Count), own("根", Count),
    own("盏", Count), own("把", Count), own("道", Count), own("则", Count), own("版", Count), own("辑", Count), own("集", Count),
    own("卷", Count), own("盘", Count), own("帖", Count), own("首", Count), own("门", Count), own("盒", Count), own("箱", Count),
    own("袋", Count), own("瓶", Count), own("桶", Count), own("组", Count), own("队", Count), own("排", Count),
    own("栏", Count), own("席", Count), own("票", Count), own("单", Count), own("笔", Count), own("步", Count),
    own("层", Count), own("样", Count), own("方", Count), own("双", Count), as_unit("雙", "双", Count),
    own("对", Count), as_unit("對", "对", Count), own("副", Count), own("封", Count), own("通", Count), own("口", Count),
    own("批件", Count), own("卡次", Count), own("点次", Count), own("宗次", Count), own("频次", Count), own("户数", Count),
    own("要素", Count), own("课", Count), own("堂", Count), own("站", Count), own("村", Count), own("条目", Count),
    own("分", Count), own("标段", Count), own("手", Count), own("粒", Count), own("颗", Count), own("盆", Count),
    own("代", Count), own("注", Count), own("撮", Count), own("岁", Count), own("周岁", Count),
    own("元", Money), as_unit("圆", "元", Money), as_unit("圓", "元", Money), as_unit("块钱", "元", Money), as_unit("塊錢", "元", Money),
    as_unit("人民币", "元", Money), own("美元", Money), own("欧元", Money), own("港元", Money), own("港币", Money), own("日元", Money),
    own("年", Duration), own("天", Duration), own("周", Duration), own("小时", Duration), own("小時", Duration),
    own("分钟", Duration), own("秒钟", Duration), own("秒", Duration), own("工作日", Duration), own("自然日", Duration),
    own("学时", Duration), own("课时", Duration), own("周年", Duration), own("星期", Duration), own("季度", Duration), own("日", Duration),
    own("倍", Multiple),
    own("平方米", Measure), as_unit("平米", "平方米", Measure), own("平方公里", Measure), own("平方千米", Measure), own("立方米", Measure),
    own("公里", Measure), own("公顷", Measure), own("公斤", Measure), own("千米", Measure), own("千克", Measure),
    own("千瓦时", Measure), own("千瓦", Measure), own("千伏", Measure), own("米", Measure), own("亩", Measure), as_unit("畝", "亩", Measure),
    own("吨", Measure), as_unit("噸", "吨", Measure), own("斤", Measure), own("克", Measure), own("升", Measure), own("毫升", Measure),
    own("厘米", Measure), own("毫米", Measure), own("里", Measure), own("兆瓦", Measure), own("度", Measure), own("标准煤", Measure),
];

/// What makes one unit with 个 before it: 个工作日, 个百分点.
static BEHIND_GE: &[Classifier] = &[
    as_unit("自然日", "自然日", Duration),
    as_unit("交易日", "交易日", Duration),
    as_unit("工作日", "工作日", Duration),
    as_unit("百分点", "个百分点", Points),
    as_unit("百分點", "个百分点", Points),
    as_unit("百分比", "个百分点", Points),
    as_unit("千分点", "个千分点", Points),
    as_unit("小时", "小时", Duration),
    as_unit("季度", "季度", Duration),
    as_unit("星期", "周", Duration),
    as_unit("学时", "学时", Duration),
    as_unit("课时", "课时", Duration),
    as_unit("年度", "年", Duration),
    as_unit("周", "周", Duration),
    as_unit("月", "月", Duration),
    as_unit("人次", "人次", Count),
];

static BEHIND_GE_BY_FIRST: Index<{ BEHIND_GE.len() }> = Index::by_first(prints(BEHIND_GE));

/// The characters printed, found by the first of them.
static BY_FIRST: Index<{ CLASSIFIERS.len() }> = Index::by_first(prints(CLASSIFIERS));

const fn prints<const N: usize>(classifiers: &[Classifier]) -> [&'static str; N] {
    let mut prints = [""; N];
    let mut at = 0;
    while at < N {
        prints[at] = classifiers[at].print;
        at += 1;
    }
    prints
}

/// The longest unit at `at`, and where it ends.
pub(crate) fn at(text: &str, at: usize) -> Option<(&'static Classifier, usize)> {
    let found = &CLASSIFIERS[BY_FIRST.prefix(text.get(at..)?)?];
    let end = at + found.print.len();
    if found.name == "个"
        && let Some(longer) = behind_ge(text, end)
    {
        return Some(longer);
    }
    Some((found, end))
}

/// The unit at `at` that is one with 个 before it, and where it ends.
pub(crate) fn behind_ge(text: &str, at: usize) -> Option<(&'static Classifier, usize)> {
    let found = &BEHIND_GE[BEHIND_GE_BY_FIRST.prefix(text.get(at..)?)?];
    Some((found, at + found.print.len()))
}
