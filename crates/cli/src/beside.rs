//! The reports that others are checked beside: last year's, and those of other levels.

use crate::args::Check;
use crate::inputs::{Input, Inputs};
use crate::output::complain;
use crate::read::guarded;
use crate::status::Status;
use crate::words::Words;
use gongkai::levels::{Levels, Membership};
use gongkai::model::{Audit, Report};
use gongkai::reconcile::report::Brief;
use gongkai::render::Lang;
use gongkai::series::Archive;
use gongkai::{Engine, reconcile};
use std::cell::Cell;
use std::path::Path;

/// What is known before the first report is checked; of each report its figures are kept, not its document.
#[derive(Default)]
pub(crate) struct Beside {
    archive: Option<Archive>,
    levels: Option<Levels>,
    /// How gathering went.
    pub(crate) status: Status,
}

impl Beside {
    /// Reads what the options name; `None` after saying why they make no sense.
    pub(crate) fn gather(check: &Check, engine: &Engine, lang: Lang, words: &'static Words) -> Option<Self> {
        let mut out = Self::default();
        if let Some(path) = &check.previous {
            out.archive = Some(archive(path, engine, words, &mut out.status));
        }
        if check.levels || check.members.is_some() {
            let membership = match &check.members {
                Some(path) => Some(membership(path, lang, words)?),
                None => None,
            };
            let paths = &check.files.paths;
            if paths.iter().any(|path| path.as_os_str() == "-") {
                complain(&(words.read_twice)());
                return None;
            }
            let mut levels = Levels::new(membership);
            // What cannot be read is told when it is checked.
            for input in Inputs::new(paths, &Cell::new(0), words).flatten() {
                for brief in briefs(&input, engine, words).into_iter().flatten() {
                    levels.add(brief);
                }
            }
            for (line, name) in levels.unmatched() {
                complain(&(words.parent_unknown)(line, &name));
            }
            if levels.is_flat() {
                complain(&(words.nobody_below)());
            }
            out.levels = Some(levels);
        }
        Some(out)
    }

    /// Checks every report in an input.
    pub(crate) fn check(&self, engine: &Engine, name: &str, bytes: &[u8]) -> Vec<Audit> {
        let mut audits = match &self.archive {
            None => engine.check_all(name, bytes),
            Some(archive) => {
                let check = |(report, prose): (Report, reconcile::report::Prose)| {
                    engine.check_series(report, &prose, archive)
                };
                engine.read_with_prose(name, bytes).into_iter().map(check).collect()
            }
        };
        if let Some(levels) = &self.levels {
            for audit in &mut audits {
                engine.check_levels(audit, levels);
            }
        }
        audits
    }
}

/// The figures in an input; `None` where it cannot be read.
fn briefs(input: &Input, engine: &Engine, words: &Words) -> Option<Vec<Brief>> {
    let bytes = input.bytes(words).ok()?;
    guarded(&input.name, words, || engine.briefs(&input.name, &bytes)).ok()
}

fn archive(path: &Path, engine: &Engine, words: &'static Words, status: &mut Status) -> Archive {
    let paths = [path.to_owned()];
    let mut archive = Archive::new();
    let (mut unread, mut single) = (0, None);
    for input in Inputs::new(&paths, &Cell::new(0), words) {
        let found = input.ok().and_then(|input| briefs(&input, engine, words)).unwrap_or_default();
        if found.is_empty() {
            unread += 1;
        }
        if let ([brief], false) = (&found[..], path.is_dir()) {
            single = Some(brief.clone());
        }
        for brief in found {
            archive.add(brief);
        }
    }
    if unread > 0 {
        complain(&(words.previous_unread)(&path.to_string_lossy(), unread));
    }
    // One file that was named is meant; among many in a folder others may stand for it.
    if archive.is_empty() {
        *status = Status::Unreadable;
    }
    single.map_or(archive, Archive::single)
}

fn membership(path: &Path, lang: Lang, words: &'static Words) -> Option<Membership> {
    let input = Input::named(path);
    let refuse = |why: &str| complain(&format!("{}: {why}", input.name));
    let bytes = input.bytes(words).map_err(|failure| refuse(&failure.why)).ok()?;
    // A spreadsheet program may have saved it in GB18030; what decodes text files decodes this too.
    let text = match String::from_utf8(bytes) {
        Ok(text) => text,
        Err(other) => {
            let Ok(document) = gongkai::read::read("members.txt", other.as_bytes()) else {
                refuse(&(words.not_utf8)());
                return None;
            };
            document.text().to_owned()
        }
    };
    Membership::parse(&text).map_err(|error| refuse(lang.message(&error.message))).ok()
}
