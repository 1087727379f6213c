//! Markdown, with HTML tables in it.
#![no_main]

libfuzzer_sys::fuzz_target!(|data: &[u8]| gongkai_fuzz::reads("fuzz.md", data));
