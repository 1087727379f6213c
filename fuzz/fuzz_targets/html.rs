//! Pages.
#![no_main]

libfuzzer_sys::fuzz_target!(|data: &[u8]| gongkai_fuzz::reads_as("fuzz.html", b"<html>", data));
