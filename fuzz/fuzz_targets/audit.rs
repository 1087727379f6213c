//! The whole way, from bytes to an audit.
#![no_main]

use gongkai::Engine;
use gongkai_fuzz::let_panics_be_contained;
use std::cell::LazyCell;

thread_local! {
    static ENGINE: LazyCell<Engine> = LazyCell::new(|| Engine::linked().expect("the built-in forms"));
}

libfuzzer_sys::fuzz_target!(|data: &[u8]| {
    let_panics_be_contained();
    ENGINE.with(|engine| {
        let audit = engine.check("fuzz.txt", data);
        let is_silent = audit.findings.is_empty() && audit.report.unreadable.is_none();
        assert!(!is_silent || !audit.report.facts.is_empty(), "nothing unread passes for checked");
    });
});
