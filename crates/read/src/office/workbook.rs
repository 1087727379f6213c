//! XLSX and XLS, through calamine: values and merged cells, formulas by the value last computed.

mod unseen;

use super::biff::is_bearable;
use super::guarded;
use super::number::digits;
use super::ole::{Container, holding};
use super::package::Package;
use super::sheet::{self, Sheet};
use super::zipped::Zipped;
use crate::{Phrase, ReadError};
use calamine::{
    Data, DataRef, Dimensions, ExcelDateTime, Reader, SheetType, SheetVisible, Xls, XlsError, Xlsx,
    XlsxError, XlsxFormulaMetadata,
};
use gongkai_document::Document;
use gongkai_text::Carrier;
use std::io::Cursor;
use unseen::Unseen;

const XLSX: Phrase = Zipped::Xlsx.phrase();
const XLS: Phrase = Phrase::new("an old workbook (XLS, ET)", "旧版工作簿（XLS、ET）");
const NOT_READ: Phrase = Phrase::new("sheets that cannot be read", "工作表无法读取");

/// Builds the document of the XLSX file `bytes`.
pub(crate) fn xlsx(bytes: &[u8]) -> Result<Document, ReadError> {
    let mut package = Package::open(bytes, XLSX)?;
    package.is_bounded()?;
    let mut unseen = Unseen::of(&mut package)?;
    guarded(XLSX, || {
        let damaged = |error: &XlsxError| match error {
            XlsxError::Password => ReadError::Locked { kind: XLSX },
            _ => ReadError::Damaged { kind: XLSX, why: NOT_READ },
        };
        let mut book: Xlsx<_> = Xlsx::new(Cursor::new(bytes)).map_err(|error| damaged(&error))?;
        let mut sheets = Vec::new();
        for name in visible(book.sheets_metadata()) {
            let mut sheet = Sheet::new(name.clone());
            let merged = book.merge_cells_by_sheet_name(&name).map_err(|error| damaged(&error))?;
            merge(&mut sheet, &merged);
            let mut cells = book.worksheet_cells_reader(&name).map_err(|error| damaged(&error))?;
            while let Some(cell) = cells.next_cell_with_formula_metadata().map_err(|error| damaged(&error))? {
                let text = match (cell.value, cell.formula) {
                    (DataRef::SharedString(text), _) => text.to_owned(),
                    // What was never computed is not blank.
                    (DataRef::Empty, Some(XlsxFormulaMetadata::Normal { formula })) => format!("={formula}"),
                    (DataRef::Empty, Some(_)) => "=".to_owned(),
                    (value, _) => printed(&value.into()),
                };
                sheet.cell(cell.pos.0, cell.pos.1, &text)?;
            }
            unseen.tell(&mut sheet)?;
            sheets.push(sheet);
        }
        sheet::document(sheets, &hidden(book.sheets_metadata()), Carrier::Xlsx)
    })
}

/// Builds the document of the XLS file `bytes`.
pub(crate) fn xls(bytes: &[u8]) -> Result<Document, ReadError> {
    let damaged = ReadError::Damaged { kind: XLS, why: NOT_READ };
    let container = Container::open(bytes).ok_or_else(|| damaged.clone())?;
    let stream = container.stream("Workbook").or_else(|| container.stream("Book")).ok_or(damaged)?;
    if !is_bearable(&stream) {
        return Err(ReadError::TooTangled);
    }
    // What was looked at, and nothing that a container can hide from one reader and show to the other.
    let book = holding("Workbook", &stream).ok_or(ReadError::TooTangled)?;
    guarded(XLS, || {
        let damaged = |error: &XlsError| match error {
            XlsError::Password => ReadError::Locked { kind: XLS },
            _ => ReadError::Damaged { kind: XLS, why: NOT_READ },
        };
        let mut book: Xls<_> = Xls::new(Cursor::new(&book)).map_err(|error| damaged(&error))?;
        let mut sheets = Vec::new();
        for name in visible(book.sheets_metadata()) {
            let mut sheet = Sheet::new(name.clone());
            let merged = book.merge_cells_by_sheet_name(&name).map_err(|error| damaged(&error))?;
            merge(&mut sheet, &merged);
            let range = book.worksheet_range(&name).map_err(|error| damaged(&error))?;
            let (top, left) = range.start().unwrap_or_default();
            for (row, column, value) in range.used_cells() {
                sheet.cell(top + row as u32, left + column as u32, &printed(value))?;
            }
            sheets.push(sheet);
        }
        sheet::document(sheets, &hidden(book.sheets_metadata()), Carrier::Xls)
    })
}

/// The sheets with cells that are not read.
fn hidden(sheets: &[calamine::Sheet]) -> Vec<String> {
    let shown = visible(sheets);
    let tables = sheets.iter().filter(|sheet| sheet.typ == SheetType::WorkSheet);
    tables.map(|sheet| sheet.name.clone()).filter(|name| !shown.contains(name)).collect()
}

/// The sheets that are shown; all of them where none is.
fn visible(sheets: &[calamine::Sheet]) -> Vec<String> {
    let tables = || sheets.iter().filter(|sheet| sheet.typ == SheetType::WorkSheet);
    let any = tables().any(|sheet| sheet.visible == SheetVisible::Visible);
    let shown = tables().filter(|sheet| !any || sheet.visible == SheetVisible::Visible);
    shown.map(|sheet| sheet.name.clone()).collect()
}

fn merge(sheet: &mut Sheet, regions: &[Dimensions]) {
    for region in regions {
        let (row, column) = region.start;
        let rows = region.end.0.saturating_sub(row).saturating_add(1);
        let columns = region.end.1.saturating_sub(column).saturating_add(1);
        sheet.merge(row, column, rows, columns);
    }
}

/// What a reader sees in the cell, as far as the value says.
fn printed(value: &Data) -> String {
    match value {
        Data::Int(number) => number.to_string(),
        Data::Float(number) => digits(*number),
        Data::DateTime(time) if time.is_datetime() => date(time),
        Data::DateTime(time) => digits(time.as_f64()),
        Data::Empty => String::new(),
        value => value.to_string(),
    }
}

fn date(time: &ExcelDateTime) -> String {
    let (year, month, day, hour, minute, ..) = time.to_ymd_hms_milli();
    let date = format!("{year}-{month:02}-{day:02}");
    if (hour, minute) == (0, 0) { date } else { format!("{date} {hour:02}:{minute:02}") }
}
