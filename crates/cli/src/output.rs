//! Where the result goes: standard output, or a file that appears only when it is complete.

use std::fs::{self, File};
use std::io::{self, BufWriter, IsTerminal, StdoutLock, Write};
use std::path::{Path, PathBuf};

pub(crate) enum Output {
    Stdout(BufWriter<StdoutLock<'static>>),
    /// A device or a named pipe, which cannot be replaced.
    Device(BufWriter<File>),
    File(Option<Pending>),
}

/// A file under a temporary name.
pub(crate) struct Pending {
    writer: BufWriter<File>,
    temporary: PathBuf,
    path: PathBuf,
}

impl Output {
    /// Opens `path`, or standard output for none and for `-`.
    pub(crate) fn open(path: Option<&Path>) -> io::Result<Self> {
        let Some(path) = path.filter(|it| it.as_os_str() != "-") else {
            return Ok(Self::Stdout(BufWriter::new(io::stdout().lock())));
        };
        // Through links to the file itself, so that the link stays; a file that does not exist yet has no links.
        let path = fs::canonicalize(path).unwrap_or_else(|_| path.to_owned());
        if fs::metadata(&path).is_ok_and(|it| !it.is_file()) {
            return Ok(Self::Device(BufWriter::new(File::options().write(true).open(&path)?)));
        }
        let name = path.file_name().ok_or(io::ErrorKind::InvalidFilename)?;
        // A leading point keeps a half-written file out of folder walks.
        let mut hidden = std::ffi::OsString::from(".");
        hidden.push(name);
        hidden.push(format!(".{}.tmp", std::process::id()));
        let temporary = path.with_file_name(hidden);
        let writer = BufWriter::new(File::create_new(&temporary)?);
        Ok(Self::File(Some(Pending { writer, temporary, path })))
    }

    /// Appends `text`; on a terminal it shows at once.
    pub(crate) fn put(&mut self, text: &str) -> io::Result<()> {
        match self {
            Self::Stdout(writer) => {
                writer.write_all(text.as_bytes())?;
                if io::stdout().is_terminal() { writer.flush() } else { Ok(()) }
            }
            Self::Device(writer) => writer.write_all(text.as_bytes()),
            Self::File(Some(pending)) => pending.writer.write_all(text.as_bytes()),
            Self::File(None) => Ok(()),
        }
    }

    /// Writes what is left and gives the file its name.
    pub(crate) fn finish(mut self) -> io::Result<()> {
        match &mut self {
            Self::Stdout(writer) => writer.flush(),
            Self::Device(writer) => writer.flush(),
            Self::File(pending) => {
                if let Some(it) = pending {
                    it.writer.flush()?;
                    fs::rename(&it.temporary, &it.path)?;
                }
                *pending = None;
                Ok(())
            }
        }
    }
}

impl Drop for Output {
    fn drop(&mut self) {
        if let Self::File(Some(pending)) = self {
            let _ = fs::remove_file(&pending.temporary);
        }
    }
}

/// A line on standard error; nobody listening is no reason to fail.
pub(crate) fn complain(message: &str) {
    let _ = writeln!(io::stderr(), "gongkai: {}", message.replace(char::is_control, " "));
}
