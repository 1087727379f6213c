//! Defects of the program: contained where they happen, and told of in words for whoever runs it.

use std::cell::RefCell;
use std::panic::{AssertUnwindSafe, catch_unwind, set_hook};

thread_local! {
    /// Where the last panic was: file, line and column of the source.
    static PLACE: RefCell<String> = const { RefCell::new(String::new()) };
}

/// Keeps panics off standard error: libraries contain those of the crates they stand on, and [`contained`] the rest.
/// With `RUST_BACKTRACE` set they are printed as ever, for developers.
pub(crate) fn hush() {
    if std::env::var_os("RUST_BACKTRACE").is_none() {
        set_hook(Box::new(|panic| PLACE.set(panic.location().map(ToString::to_string).unwrap_or_default())));
    }
}

/// Runs `work`; in its place comes where it went wrong.
pub(crate) fn contained<T>(work: impl FnOnce() -> T) -> Result<T, String> {
    catch_unwind(AssertUnwindSafe(work)).map_err(|_| PLACE.take())
}
