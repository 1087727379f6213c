//! From paths to bytes, one input at a time.

use crate::words::Words;
use std::cell::Cell;
use std::ffi::OsStr;
use std::fs::File;
use std::io::{self, ErrorKind, Read};
use std::path::{Path, PathBuf};
use walkdir::{DirEntry, WalkDir};

/// What a folder is searched for; a file that is named itself is always tried.
pub(crate) const EXTENSIONS: [&str; 15] = [
    "txt", "md", "markdown", "html", "htm", "docx", "doc", "wps", "rtf", "odt", "xlsx", "xls", "et", "ods",
    "pdf",
];

/// Offsets are four bytes wide.
const MOST_BYTES: u64 = u32::MAX as u64;

/// A document that may be readable.
#[derive(Debug)]
pub(crate) struct Input {
    /// As given, or as found under the folder that was given.
    pub(crate) name: String,
    /// `None` for standard input.
    path: Option<PathBuf>,
}

/// An input that came to nothing, with expected, found and what to do.
#[derive(Debug)]
pub(crate) struct Failure {
    pub(crate) name: String,
    pub(crate) why: String,
}

/// The inputs under some paths, in the order given, folders sorted by name; it holds one open folder per level.
pub(crate) struct Inputs<'a> {
    paths: std::slice::Iter<'a, PathBuf>,
    folder: Option<Folder>,
    skipped: &'a Cell<u64>,
    words: &'static Words,
}

struct Folder {
    path: PathBuf,
    walk: walkdir::FilterEntry<walkdir::IntoIter, fn(&DirEntry) -> bool>,
    yielded: bool,
}

impl<'a> Inputs<'a> {
    /// Files left out of folders because of their names are counted in `skipped`.
    pub(crate) fn new(paths: &'a [PathBuf], skipped: &'a Cell<u64>, words: &'static Words) -> Self {
        Self { paths: paths.iter(), folder: None, skipped, words }
    }

    fn next_in_folder(&mut self) -> Option<Result<Input, Failure>> {
        let folder = self.folder.as_mut()?;
        for entry in folder.walk.by_ref() {
            let found = match entry {
                Ok(entry) if entry.file_type().is_dir() => continue,
                Ok(entry) if is_candidate(entry.path()) => Ok(Input::file(entry.into_path())),
                Ok(_) => {
                    self.skipped.set(self.skipped.get() + 1);
                    continue;
                }
                Err(error) => Err(walk_failure(&error, &folder.path, self.words)),
            };
            folder.yielded = true;
            return Some(found);
        }
        let folder = self.folder.take()?;
        let why = || (self.words.empty_folder)(&EXTENSIONS.join(", "));
        (!folder.yielded).then(|| Err(Failure { name: shown(&folder.path), why: why() }))
    }
}

impl Iterator for Inputs<'_> {
    type Item = Result<Input, Failure>;

    fn next(&mut self) -> Option<Self::Item> {
        loop {
            if let Some(found) = self.next_in_folder() {
                return Some(found);
            }
            let path = self.paths.next()?;
            if !path.is_dir() {
                return Some(Ok(Input::named(path)));
            }
            let walk = WalkDir::new(path).follow_links(true).sort_by_file_name().into_iter();
            let walk = walk.filter_entry(is_visible as fn(&DirEntry) -> bool);
            self.folder = Some(Folder { path: path.clone(), walk, yielded: false });
        }
    }
}

impl Input {
    fn file(path: PathBuf) -> Self {
        Self { name: shown(&path), path: Some(path) }
    }

    /// What one argument names: a file, or standard input.
    pub(crate) fn named(path: &Path) -> Self {
        if path.as_os_str() == "-" {
            Self { name: "-".to_owned(), path: None }
        } else {
            Self::file(path.to_owned())
        }
    }

    /// All of its bytes.
    pub(crate) fn bytes(&self, words: &Words) -> Result<Vec<u8>, Failure> {
        let failure = |why: String| Failure { name: self.name.clone(), why };
        let mut bytes = Vec::new();
        let read = match &self.path {
            Some(path) => File::open(path).and_then(|file| file.take(MOST_BYTES + 1).read_to_end(&mut bytes)),
            None => io::stdin().lock().take(MOST_BYTES + 1).read_to_end(&mut bytes),
        };
        match read {
            Ok(_) if bytes.len() as u64 > MOST_BYTES => Err(failure((words.too_large)())),
            Ok(_) => Ok(bytes),
            Err(error) => Err(failure(io_reason(&error, words))),
        }
    }
}

fn is_visible(entry: &DirEntry) -> bool {
    entry.depth() == 0 || !entry.file_name().as_encoded_bytes().starts_with(b".")
}

fn is_candidate(path: &Path) -> bool {
    let extension = path.extension().and_then(OsStr::to_str).unwrap_or_default();
    EXTENSIONS.iter().any(|it| it.eq_ignore_ascii_case(extension))
}

fn walk_failure(error: &walkdir::Error, folder: &Path, words: &Words) -> Failure {
    let why = match (error.loop_ancestor(), error.io_error()) {
        (Some(ancestor), _) => (words.link_loop)(&shown(ancestor)),
        (None, Some(error)) => io_reason(error, words),
        (None, None) => error.to_string(),
    };
    Failure { name: shown(error.path().unwrap_or(folder)), why }
}

fn io_reason(error: &io::Error, words: &Words) -> String {
    match error.kind() {
        ErrorKind::NotFound => (words.missing)(),
        ErrorKind::PermissionDenied => (words.denied)(),
        _ => (words.io)(&error.to_string()),
    }
}

fn shown(path: &Path) -> String {
    path.to_string_lossy().into_owned()
}
