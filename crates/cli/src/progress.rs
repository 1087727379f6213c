//! Progress on a terminal, silence elsewhere.

use crate::inputs::Inputs;
use crate::output::complain;
use crate::words::Words;
use indicatif::{ProgressBar, ProgressStyle};
use std::cell::Cell;
use std::io::IsTerminal;
use std::path::PathBuf;

/// From how many inputs on one wants to know how long it takes.
const WORTH_SHOWING: usize = 20;

pub(crate) struct Progress(Option<ProgressBar>);

impl Progress {
    /// A bar when standard error is a terminal and there are many inputs; only then are they counted beforehand.
    pub(crate) fn over(paths: &[PathBuf], words: &'static Words) -> Self {
        if !std::io::stderr().is_terminal() {
            return Self(None);
        }
        let ignored = Cell::new(0);
        let count = Inputs::new(paths, &ignored, words).count();
        if count <= WORTH_SHOWING {
            return Self(None);
        }
        let style = ProgressStyle::with_template("{bar:30} {pos}/{len} {eta}").expect("a valid template");
        Self(Some(ProgressBar::new(count as u64).with_style(style)))
    }

    /// One more input is done.
    pub(crate) fn step(&self) {
        if let Some(bar) = &self.0 {
            bar.inc(1);
        }
    }

    /// Does `work` with the bar out of the way.
    pub(crate) fn aside<T>(&self, work: impl FnOnce() -> T) -> T {
        match &self.0 {
            Some(bar) => bar.suspend(work),
            None => work(),
        }
    }

    /// A line on standard error.
    pub(crate) fn complain(&self, message: &str) {
        self.aside(|| complain(message));
    }
}

impl Drop for Progress {
    fn drop(&mut self) {
        if let Some(bar) = &self.0 {
            bar.finish_and_clear();
        }
    }
}
