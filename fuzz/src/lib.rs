//! What every target holds a reader to.

use gongkai_read::read;
use std::sync::Once;

/// Lets readers contain the panics of the crates they stand on, as they do in a program: the fuzzer would end at the
/// first panic, contained or not. One that is not contained still ends it.
pub fn let_panics_be_contained() {
    static ONCE: Once = Once::new();
    ONCE.call_once(|| std::panic::set_hook(Box::new(|_| ())));
}

/// Reads `data` as a file called `name`: whatever it is, reading ends, and what is read lies in the text and in the
/// source.
pub fn reads(name: &str, data: &[u8]) {
    let_panics_be_contained();
    let Ok(document) = read(name, data) else { return };
    for block in document.blocks() {
        assert!(document.text().get(block.span().range()).is_some(), "{block:?} lies in the text");
        let place = document.in_source(block.span());
        assert!(
            document.source().get(place.range()).is_some(),
            "{block:?} stands in the source at {place:?}"
        );
    }
}

/// Reads `data` behind the first bytes of such a file, so that a mutation does not end in another reader at once.
pub fn reads_as(name: &str, start: &[u8], data: &[u8]) {
    if data.starts_with(start) {
        reads(name, data);
    } else {
        reads(name, &[start, data].concat());
    }
}
