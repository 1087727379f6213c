//! Files that are cut, broken or made to exhaust their reader.

use crate::builder::{Page, file, pdf};
use crate::{TABLE, TABLE_READ, check};
use flate2::{Compression, write::ZlibEncoder};
use gongkai_read::read;
use proptest::prelude::*;
use std::io::Write;

const DAMAGED: &str = "expected a PDF that is whole, found one that is cut off or broken; open it in its program, save \
                       it anew and try again";

/// Fails with a message that begins so.
#[track_caller]
fn refuses(file: &[u8], beginning: &str) {
    let error = read("report.pdf", file).expect_err("refused").to_string();
    assert!(error.starts_with(beginning), "{error}");
}

fn whole() -> Vec<u8> {
    pdf(&[Page::default().text(100, 60, "工作年度报告").table(100, TABLE)])
}

#[test]
fn a_file_whose_cross_references_are_lost_is_searched() {
    let file = whole();
    let end = file.windows(4).rposition(|four| four == b"xref").expect("a table") - 6;
    check(&file[..end], &format!("工作年度报告\n{TABLE_READ}\n! file-cut-short"));
    let moved = [b"HTTP header\n".as_slice(), &file].concat();
    check(&moved, &format!("工作年度报告\n{TABLE_READ}"));
}

#[test]
fn what_is_left_of_a_file_is_refused() {
    check(b"%PDF-1.7\n", DAMAGED);
    check(&whole()[..300], DAMAGED);
    check(&pdf(&[Page::default()]), DAMAGED);
    check(&[b"%PDF-1.7\n".as_slice(), &b"[".repeat(1_000_000)].concat(), DAMAGED);
}

#[test]
fn a_file_that_needs_a_password_says_so() {
    let mut objects =
        vec!["<</Type/Catalog/Pages 2 0 R>>".to_owned(), "<</Type/Pages/Count 0/Kids[]>>".to_owned()];
    objects.push(format!("<</Filter/Standard/V 2/R 3/Length 128/P -4/O<{0}>/U<{0}>>>", "41".repeat(32)));
    let text = String::from_utf8(file(&objects)).expect("ASCII");
    let text = text.replace("/Root 1 0 R", "/Root 1 0 R/Encrypt 3 0 R/ID[<41><41>]");
    refuses(text.as_bytes(), "expected a file that opens without a password");
}

#[test]
fn packed_streams_that_grow_without_measure_are_refused() {
    let pack = |bytes: &[u8]| {
        let mut encoder = ZlibEncoder::new(Vec::new(), Compression::best());
        encoder.write_all(bytes).expect("memory takes all");
        encoder.finish().expect("memory takes all")
    };
    let bomb = pack(&vec![b' '; 65 << 20]);
    for packed in [bomb.clone(), pack(&bomb)] {
        let file = [b"%PDF-1.4\n1 0 obj <<>>\nstream\n".as_slice(), &packed, b"\nendstream"].concat();
        refuses(&file, "expected a PDF that is whole, found more than 2,000 pages");
    }
}

#[test]
fn forms_within_forms_end() {
    let mut objects = vec![
        "<</Type/Catalog/Pages 2 0 R>>".to_owned(),
        "<</Type/Pages/Count 1/Kids[3 0 R]/MediaBox[0 0 595 842]>>".to_owned(),
        "<</Type/Page/Parent 2 0 R/Resources<</XObject<</X 5 0 R>>>>/Contents 4 0 R>>".to_owned(),
        "<</Length 5>>\nstream\n/X Do\nendstream".to_owned(),
    ];
    for next in 6..36 {
        objects.push(format!(
            "<</Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<</XObject<</X {next} 0 R>>>>/Length 23>>\nstream\n\
             /X Do /X Do /X Do /X Do\nendstream"
        ));
    }
    objects.push("<</Type/XObject/Subtype/Form/BBox[0 0 9 9]/Length 1>>\nstream\nn\nendstream".to_owned());
    refuses(&file(&objects), "expected a PDF that is whole, found more than 2,000 pages");
}

#[test]
fn a_drawing_of_many_lines_is_no_table() {
    let xs: Vec<i32> = (0..550).map(|at| at + 20).collect();
    let drawing =
        xs.iter().fold(Page::default(), |page, &x| page.stroke(x, 20, x, 800).stroke(20, x, 580, x));
    check(&pdf(&[drawing.text(100, 820, "规章")]), "规章");
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn no_bytes_make_it_panic(edits in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..12), cut in any::<prop::sample::Index>()) {
        let mut file = whole();
        for (at, byte) in edits {
            let at = at.index(file.len());
            file[at] = byte;
        }
        let _ = read("report.pdf", &file);
        let _ = read("report.pdf", &file[..cut.index(file.len())]);
    }
}
