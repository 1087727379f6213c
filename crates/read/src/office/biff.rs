//! How large the sheets of an old workbook say they are, before the reader of them believes it and allots as much.

use super::grid::MOST_PLACES;
use super::ole::{u16_at, u32_at};

/// Rows and columns that a sheet of this kind can have.
const MOST_ROWS: u32 = 65_536;
const MOST_COLUMNS: u32 = 256;

const DIMENSIONS: u16 = 0x0200;
const BEGINNING: u16 = 0x0809;
const END: u16 = 0x000A;
/// Where in the stream a sheet begins.
const SHEET: u16 = 0x0085;
/// Records that begin with a row and a column.
const CELLS: [u16; 9] = [0x0006, 0x00BD, 0x00D6, 0x00FD, 0x0201, 0x0203, 0x0204, 0x0205, 0x027E];
/// Numbers side by side take so many bytes each.
const NUMBER: usize = 6;

/// Whether the sheets of the workbook `stream`, laid out from the first to the last cell of each, have a bearable
/// number of places, and none says it is larger than a sheet can be.
pub(crate) fn is_bearable(stream: &[u8]) -> bool {
    let mut starts = Vec::new();
    for (record, data, _) in records(stream, 0) {
        match record {
            SHEET => starts.extend(u32_at(stream, data)),
            END => break,
            _ => {}
        }
    }
    // Sheets that share their records would be walked again and again.
    let (mut seen, mut places) = (0, 0_usize);
    for start in starts {
        let (mut rows, mut columns, mut depth) = (0, 0, 0_usize);
        for (record, data, len) in records(stream, start as usize) {
            seen += 1;
            if seen > stream.len() {
                return false;
            }
            match record {
                BEGINNING => depth += 1,
                END if depth <= 1 => break,
                END => depth -= 1,
                // A chart in the sheet has cells of its own.
                _ if depth > 1 => {}
                DIMENSIONS if !is_possible(stream, data, len) => return false,
                record if CELLS.contains(&record) => {
                    let [row, column] = [0, 2].map(|it| usize::from(u16_at(stream, data + it).unwrap_or(0)));
                    (rows, columns) = (rows.max(row + 1), columns.max(column + 1 + len / NUMBER));
                }
                _ => {}
            }
        }
        places = places.saturating_add(rows * columns);
        if places > MOST_PLACES {
            return false;
        }
    }
    true
}

/// The records from `at` on: what each is, where its data stands, and how many bytes it has.
fn records(stream: &[u8], mut at: usize) -> impl Iterator<Item = (u16, usize, usize)> {
    std::iter::from_fn(move || {
        let (record, len) = (u16_at(stream, at)?, usize::from(u16_at(stream, at + 2)?));
        let data = at + 4;
        at = data + len;
        Some((record, data, len))
    })
}

/// Whether the first and last rows and columns at `data` are those of a sheet.
fn is_possible(stream: &[u8], data: usize, len: usize) -> bool {
    let wide = |at| u32_at(stream, data + at);
    let narrow = |at| u16_at(stream, data + at).map(u32::from);
    // Two bytes for a row in the oldest kind, four since.
    let ends = if len < 14 { [narrow(0), narrow(2), narrow(6)] } else { [wide(0), wide(4), narrow(10)] };
    let [Some(first), Some(end), Some(columns)] = ends else { return true };
    (first <= end || end == 0) && first < MOST_ROWS && end <= MOST_ROWS && columns <= MOST_COLUMNS
}
