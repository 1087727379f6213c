//! Plain text, in any encoding.
#![no_main]

libfuzzer_sys::fuzz_target!(|data: &[u8]| gongkai_fuzz::reads("fuzz.txt", data));
