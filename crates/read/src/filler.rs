//! What programs write where nothing was.

/// What programs write for a cell that was empty.
const FILLERS: [&str; 4] = ["NaN", "nan", "None", "<NA>"];

/// Whether a cell holds only a program's word for nothing.
pub(crate) fn is_filler(cell: &str) -> bool {
    FILLERS.contains(&cell)
}
