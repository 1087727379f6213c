//! Old workbooks, and whatever else stands in an OLE2 container.
#![no_main]

libfuzzer_sys::fuzz_target!(|data: &[u8]| gongkai_fuzz::reads_as(
    "fuzz.xls",
    b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1",
    data
));
