//! Facts that another program read: JSON and CSV, well-formed or not.
#![no_main]

use gongkai::{Engine, model::Carrier};
use gongkai_fuzz::let_panics_be_contained;
use std::cell::LazyCell;

thread_local! {
    static ENGINE: LazyCell<Engine> = LazyCell::new(|| Engine::linked().expect("the built-in forms"));
}

libfuzzer_sys::fuzz_target!(|data: &[u8]| {
    let_panics_be_contained();
    // Behind the beginning of each kind of facts, so that a mutation is not taken for a document at once.
    let begun: [&[u8]; 3] =
        [b"", b"{\"schema\":\"gongkai.report/1\",", b"template,indicator,value\nannual-2021,"];
    for start in begun {
        let audits = ENGINE.with(|engine| engine.check_all("facts", &[start, data].concat()));
        assert!(!audits.is_empty(), "every file has an answer");
        for why in audits
            .iter()
            .filter_map(|it| it.report.unreadable.as_ref().filter(|_| it.report.carrier == Carrier::Facts))
        {
            assert!(why.en.contains("line "), "a refusal names the line: {}", why.en);
        }
    }
});
