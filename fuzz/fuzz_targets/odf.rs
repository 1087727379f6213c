//! OpenDocument.
#![no_main]

libfuzzer_sys::fuzz_target!(|data: &[u8]| gongkai_fuzz::reads_as("fuzz.odt", b"PK\x03\x04", data));
