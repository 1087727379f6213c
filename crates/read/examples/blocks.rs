//! Prints the blocks of a file: `cargo run -p gongkai-read --features pdf --example blocks -- FILE`.

use gongkai_document::Block;

fn main() {
    let path = std::env::args().nth(1).expect("a file is named");
    let bytes = std::fs::read(&path).expect("the file is there");
    match gongkai_read::read(&path, &bytes) {
        Err(error) => println!("{error}\n{}", error.chinese()),
        Ok(document) => {
            for remark in document.remarks() {
                println!("! {}: {}", remark.code, remark.english);
            }
            for block in document.blocks() {
                match *block {
                    Block::Heading(level, span) => {
                        println!("{} {}", "#".repeat(level.into()), document.slice(span));
                    }
                    Block::Paragraph(span) => println!("{}", document.slice(span)),
                    Block::Row(row) => {
                        let cells = document.cells(row).iter().map(|cell| {
                            let text = document.slice(cell.span).replace('\n', "⏎");
                            format!("{}:{text}<{}x{}>", cell.column, cell.column_span, cell.row_span)
                        });
                        println!("[{}] {}", row.grid, cells.collect::<Vec<_>>().join(" | "));
                    }
                }
            }
        }
    }
}
