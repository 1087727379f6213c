//! `cargo xtask carriers`: the clean case of each form, saved in every carrier.
//!
//! Writes `fixtures/<form>/in-<kind>/source.<kind>` by writers of its own, which share nothing with the readers but
//! the container of ZIP files. With `--soffice`, LibreOffice converts some of them further, where it is installed.

mod docx;
mod html;
mod odf;
mod page;
mod pdf;
mod xlsx;

use crate::workspace::{Done, root};
use page::Page;
use std::fs;
use std::io::{Cursor, Write};
use std::path::Path;
use std::process::Command;
use zip::write::{SimpleFileOptions, ZipWriter};

/// The forms, by the folders of their fixtures.
const FORMS: [&str; 6] =
    ["statistics-2014", "annual-2019", "annual-2021", "provincial-2009", "provincial-2014", "free-form"];

/// Writes a page in some carrier.
type Writer = fn(&Page) -> Vec<u8>;

/// The carriers that are written here: ending, writer, what the case shows.
const KINDS: [(&str, Writer, &str); 6] = [
    ("html", html::write, "as a page in GB18030 with navigation and an imprint around the article"),
    ("docx", docx::write, "as a Word document with merged cells and numbered chapters"),
    ("xlsx", xlsx::write, "as a workbook with merged cells, figures as numbers"),
    ("odt", odf::text, "as an OpenDocument text with merged cells"),
    ("ods", odf::sheet, "as an OpenDocument spreadsheet with merged cells"),
    ("pdf", pdf::write, "as a PDF with ruled tables over pages, in a font that is not embedded"),
];

/// What LibreOffice converts: from, to, its filter.
const CONVERSIONS: [(&str, &str, &str); 4] = [
    ("xlsx", "xls", "xls:MS Excel 97"),
    ("odt", "docx", "docx:Office Open XML Text"),
    ("ods", "xlsx", "xlsx:Calc MS Excel 2007 XML"),
    ("docx", "pdf", "pdf"),
];

/// Writes all cases; `with_soffice` those of LibreOffice too.
pub(crate) fn run(with_soffice: bool) -> Done {
    let fixtures = root().join("fixtures");
    let mut written = 0;
    for form in FORMS {
        let clean = fixtures.join(form).join("clean/source.txt");
        let source =
            fs::read_to_string(&clean).map_err(|error| vec![format!("{}: {error}", clean.display())])?;
        let page = Page::of(&source).ok_or_else(|| vec![format!("{}: no text", clean.display())])?;
        for (kind, write, shows) in KINDS {
            let folder = fixtures.join(form).join(format!("in-{kind}"));
            case(&folder, kind, &write(&page), shows)?;
            written += 1;
        }
        // Fonts make a PDF large: one is enough.
        let is_wanted = |to: &str| with_soffice && (to != "pdf" || form == FORMS[2]);
        for (from, to, filter) in CONVERSIONS.iter().filter(|(_, to, _)| is_wanted(to)) {
            let source = fixtures.join(form).join(format!("in-{from}/source.{from}"));
            let bytes = convert(&source, to, filter)?;
            let folder = fixtures.join(form).join(format!("in-{to}-of-libreoffice"));
            case(&folder, to, &bytes, &format!("as LibreOffice saves it from the {from} of this folder"))?;
            written += 1;
        }
    }
    Ok(format!("{written} cases written; accept what is read of them with UPDATE_EXPECT=1"))
}

/// `source`, text with tabs between cells, saved in the carrier of that ending.
pub(crate) fn saved_as(source: &str, kind: &str) -> Option<Vec<u8>> {
    let (_, write, _) = KINDS.iter().find(|it| it.0 == kind)?;
    Page::of(source).map(|page| write(&page))
}

fn case(folder: &Path, kind: &str, bytes: &[u8], shows: &str) -> Result<(), Vec<String>> {
    let note = format!("The clean case of this form {shows}. Made by `cargo xtask carriers`.\n");
    let source = format!("source.{kind}");
    let done = fs::create_dir_all(folder)
        .and_then(|()| fs::write(folder.join(source), bytes))
        .and_then(|()| fs::write(folder.join("note.md"), note));
    done.map_err(|error| vec![format!("{}: {error}", folder.display())])
}

/// What LibreOffice makes of `source`.
fn convert(source: &Path, to: &str, filter: &str) -> Result<Vec<u8>, Vec<String>> {
    let failed = |why: String| vec![format!("soffice on {}: {why}", source.display())];
    let folder = root().join("target/carriers");
    let mut command = Command::new("soffice");
    command.args(["--headless", "--convert-to", filter, "--outdir"]).arg(&folder).arg(source);
    let output = command.output().map_err(|error| failed(error.to_string()))?;
    let converted = folder.join("source").with_extension(to);
    fs::read(&converted).map_err(|_| failed(String::from_utf8_lossy(&output.stderr).into_owned()))
}

/// A ZIP container of `parts`; the first is stored as it is where it is called `mimetype`.
fn container(parts: &[(&str, &str)]) -> Vec<u8> {
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, text) in parts {
        let method = if *name == "mimetype" {
            zip::CompressionMethod::Stored
        } else {
            zip::CompressionMethod::Deflated
        };
        writer
            .start_file(*name, SimpleFileOptions::default().compression_method(method))
            .expect("memory takes it");
        writer.write_all(text.as_bytes()).expect("memory takes it");
    }
    writer.finish().expect("memory takes it").into_inner()
}

/// `text` inside XML and HTML.
fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}
