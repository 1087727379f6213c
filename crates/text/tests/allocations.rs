//! What reading figures allocates: nothing, however many there are; normalisation its text and its edits.

use gongkai_text::normalise::{Context, normalise};
use gongkai_text::quantity::{Options, scan};

/// Every kind of figure, damaged ones too, and what is none.
const LINE: &str = "2023年全年收到申请1,234件，同比增长１２.５%，其中网络申请近 600 余件、信函二百三十五件；\
三至五名，3亿5千万元，受理1O件、l2件，1 1 4件，占1/3，约占三分之二，电话0600-5550001，国办发〔2021〕30号，第三十六条，“331”平台，\
十四届人大二次会议，14:30，月均3.5万次，翻两番，¥1,200.50，≥90%，四个意识，百分之十二点五，十几家。\n";

fn allocations(run: impl FnOnce()) -> u64 {
    allocation_counter::measure(run).count_total
}

#[test]
fn a_figure_costs_no_allocation() {
    let text = LINE.repeat(1000);
    let clean = normalise(&text, Context::Narrative);
    for context in [Context::Narrative, Context::TableRow] {
        let mut found = 0;
        let count = allocations(|| scan(clean.text(), Options::OFFICIAL.within(context), |_| found += 1));
        assert!(found > 20_000, "{context:?}: {found} figures and names were seen");
        assert_eq!(count, 0, "{context:?}: allocations for {found} figures");
    }
}

#[test]
fn normalisation_allocates_as_its_lists_grow_and_no_more() {
    let count = |lines: usize| {
        let text = LINE.repeat(lines);
        allocations(|| assert!(!normalise(&text, Context::Narrative).text().is_empty()))
    };
    let (few, many) = (count(10), count(10_000));
    // A list that doubles grows some ten times on the way to a thousand times its length.
    assert!(many <= few + 60, "{few} allocations for ten lines, {many} for ten thousand");
}
