//! Texts and sheets of OpenDocument.

use crate::check;
use crate::files::odf;
use gongkai_read::{ReadError, read};

#[test]
fn open_document_is_read() {
    let cell = |text: &str| format!("<table:table-cell><text:p>{text}</text:p></table:table-cell>");
    let table = format!(
        "<table:table><table:table-header-rows><table:table-row><table:table-cell table:number-columns-spanned='2'>\
         <text:p>行政复议</text:p></table:table-cell><table:covered-table-cell/>{}</table:table-row>\
         </table:table-header-rows><table:table-row><table:table-cell table:number-rows-spanned='2'><text:p>维持</text:p>\
         </table:table-cell>{}{}</table:table-row><table:table-row><table:covered-table-cell/>{}{}</table:table-row>\
         </table:table>",
        cell("总计"),
        cell("纠正"),
        cell("9"),
        cell("其他"),
        cell("8")
    );
    check(
        &odf(&format!(
            "<office:text><text:tracked-changes><text:changed-region><text:deletion><text:p>旧</text:p></text:deletion>\
             </text:changed-region></text:tracked-changes><text:h text:outline-level='1'>总体<text:s/>情况</text:h>\
             <text:p>收到<text:span>申请</text:span><text:note><text:note-citation>1</text:note-citation><text:note-body>\
             <text:p>注</text:p></text:note-body></text:note>3件</text:p>{table}</office:text>"
        )),
        "# 总体 情况
         收到申请3件
         注
         | 行政复议 | < | 总计 |
         | 维持 | 纠正 | 9 |
         |  | 其他 | 8 |",
    );
    let number = |value: &str, repeated: u32| {
        format!(
            "<table:table-cell office:value-type='float' office:value='{value}' table:number-columns-repeated='{repeated}'>\
             <text:p>####</text:p></table:table-cell>"
        )
    };
    check(
        &odf(&format!(
            "<office:spreadsheet><table:table table:name='表'><table:table-row>{}{}</table:table-row>\
             <table:table-row>{}<table:table-cell/>{}</table:table-row><table:table-row table:number-rows-repeated='1048574'>\
             <table:table-cell table:number-columns-repeated='16384'/></table:table-row></table:table></office:spreadsheet>",
            cell("规章"),
            number("0", 3),
            cell("收费"),
            number("4482.67", 1)
        )),
        "| 规章 | 0 | 0 | 0 |\n| 收费 |  | 4482.67 |  |",
    );
    let flood = format!(
        "<office:spreadsheet><table:table><table:table-row>{}</table:table-row></table:table></office:spreadsheet>",
        number("1", 1_000_000_000)
    );
    assert_eq!(read("report.ods", &odf(&flood)).unwrap_err(), ReadError::TooTangled);
}
