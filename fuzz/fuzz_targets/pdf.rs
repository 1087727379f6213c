//! PDF files.
#![no_main]

libfuzzer_sys::fuzz_target!(|data: &[u8]| gongkai_fuzz::reads_as("fuzz.pdf", b"%PDF-1.7\n", data));
