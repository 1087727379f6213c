//! Every kind of damage, by name.

use crate::damaged::Damaged;
use crate::rng::Rng;
use crate::source::Source;
use crate::{columns, figures, labels, layout, rows};

/// A way of damaging a source; it answers nothing where the source has no place for it.
pub(crate) struct Kind {
    pub(crate) name: &'static str,
    pub(crate) damage: fn(&Source, &mut Rng) -> Option<Damaged>,
}

const fn kind(name: &'static str, damage: fn(&Source, &mut Rng) -> Option<Damaged>) -> Kind {
    Kind { name, damage }
}

pub(crate) const KINDS: &[Kind] = &[
    kind("digit-changed", figures::digit_changed),
    kind("digit-dropped", figures::digit_dropped),
    kind("digit-doubled", figures::digit_doubled),
    kind("digits-swapped", figures::digits_swapped),
    kind("cell-blanked", figures::cell_blanked),
    kind("row-dropped", rows::row_dropped),
    kind("row-repeated", rows::row_repeated),
    kind("row-split-at-cell", rows::row_split_at_cell),
    kind("row-split-in-label", rows::row_split_in_label),
    kind("row-split-in-number", rows::row_split_in_number),
    kind("rows-merged-by-nothing", rows::rows_merged_by_nothing),
    kind("rows-merged-by-space", rows::rows_merged_by_space),
    kind("rows-merged-by-tab", rows::rows_merged_by_tab),
    kind("rows-exchanged", rows::rows_exchanged),
    kind("row-values-exchanged", rows::row_values_exchanged),
    kind("column-values-exchanged", columns::column_values_exchanged),
    kind("columns-exchanged", columns::columns_exchanged),
    kind("label-replaced", labels::characters_replaced),
    kind("label-inserted", labels::characters_inserted),
    kind("label-lost", labels::characters_lost),
    kind("name-shortened", labels::name_shortened),
    kind("name-lengthened", labels::name_lengthened),
    kind("row-tabs-to-spaces", layout::row_tabs_to_spaces),
    kind("table-tabs-to-spaces", layout::table_tabs_to_spaces),
    kind("page-break-dashed", layout::page_break_dashed),
    kind("page-break-bare", layout::page_break_bare),
    kind("page-break-fed", layout::page_break_fed),
    kind("header-repeated", layout::header_repeated),
];
