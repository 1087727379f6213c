//! Appending formatted text to a string without a string in between.

use std::fmt;

pub(crate) trait Put {
    /// Appends `text`.
    fn put(&mut self, text: fmt::Arguments<'_>);
}

impl Put for String {
    fn put(&mut self, text: fmt::Arguments<'_>) {
        fmt::Write::write_fmt(self, text).expect("a string takes everything");
    }
}
