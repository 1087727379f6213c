//! The plain form of one character, held against NFKC on the blocks where both should agree.

use gongkai_text::label::fold;
use gongkai_text::width::plain;
use unicode_normalization::UnicodeNormalization;

/// Every character of `block` becomes what NFKC makes of it, but for `exceptions`.
fn check(block: std::ops::RangeInclusive<char>, exceptions: &[(char, char)]) {
    for c in block {
        let exception = exceptions.iter().find(|pair| pair.0 == c).map(|pair| pair.1);
        let expected = exception.map_or_else(|| c.nfkc().collect(), String::from);
        assert_eq!(plain(c).to_string(), expected, "U+{:04X}", c as u32);
    }
}

#[test]
fn agrees_with_nfkc() {
    check('\0'..='\u{9F}', &[]);
    check('\u{2000}'..='\u{200A}', &[]);
    check('\u{3000}'..='\u{3035}', &[]);
    check('\u{2F00}'..='\u{2FD5}', &[('⼾', '户')]);
    check('\u{4E00}'..='\u{9FFF}', &[]);
    check('\u{F900}'..='\u{FAD9}', &[]);
    check('\u{FF01}'..='\u{FF64}', &[('｟', '｟'), ('｠', '｠')]);
}

#[test]
fn goes_further_on_radicals_and_less_far_on_list_marks() {
    for (from, to) in
        [('⻔', '门'), ('⻚', '页'), ('⻓', '长'), ('⺠', '民'), ('⻛', '风'), ('⻢', '马'), ('⺟', '母')]
    {
        assert_eq!(plain(from), to);
    }
    // U+2E80 is a mere repetition sign, U+2E9A is unassigned.
    for c in ('\u{2E81}'..='\u{2EF3}').filter(|&c| c != '\u{2E9A}') {
        assert!(!('\u{2E80}'..='\u{2FDF}').contains(&plain(c)), "{c} has an ordinary ideograph");
    }
    for c in ['①', '⒈', '⑴', '²', '㏠', '…', '‰', '—', '～', '○', '〇'].into_iter().filter(|&c| c != '～')
    {
        assert_eq!(plain(c), c);
    }
    assert_eq!([plain('−'), plain('\u{A0}')], ['-', ' ']);
}

#[test]
fn is_settled_after_one_step() {
    for c in '\0'..=char::MAX {
        assert_eq!(plain(plain(c)), plain(c));
    }
}

#[test]
fn folds_traditional_labels() {
    for (printed, statutory) in [
        ("本年新收政府信息公開申請數量", "本年新收政府信息公开申请数量"),
        ("上年結轉政府信息公開申請數量", "上年结转政府信息公开申请数量"),
        ("（四）無法提供", "（四）无法提供"),
        ("結果維持 結果糾正 其他結果 尚未審結", "结果维持 结果纠正 其他结果 尚未审结"),
        ("規范性文件 現行有效件數", "规范性文件现行有效件数"),
        ("單位：萬元", "单位:万元"),
        ("勾稽關系", "钩稽关系"),
        ("⾏政處罰", "行政处罚"),
    ] {
        assert_eq!(fold(printed), fold(statutory));
    }
    assert_ne!(fold("结果维持"), fold("结果纠正"));
}
