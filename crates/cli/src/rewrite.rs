//! Puts a new text in the place of a file, so that whatever happens there is the old one or the new one.

use std::ffi::OsString;
use std::fs::{self, File, OpenOptions};
use std::io::{self, ErrorKind, Write};
use std::path::Path;

/// Writes `text` beside the file and moves it there. A link stays one, and permissions stay as they are.
pub(crate) fn rewrite(path: &Path, text: &str) -> io::Result<()> {
    let target = fs::canonicalize(path)?;
    let permissions = fs::metadata(&target)?.permissions();
    if permissions.readonly() {
        return Err(io::Error::new(
            ErrorKind::PermissionDenied,
            "the file is read-only",
        ));
    }
    let mut name = OsString::from(".");
    name.push(target.file_name().unwrap_or_default());
    name.push(format!(".{}", std::process::id()));
    let beside = target.with_file_name(name);
    let file = OpenOptions::new().write(true).create_new(true).open(&beside)?;
    let moved = fill(file, text)
        .and_then(|()| fs::set_permissions(&beside, permissions))
        .and_then(|()| fs::rename(&beside, &target));
    if moved.is_err() {
        // What could not be moved is of no use; that it cannot be removed either changes nothing.
        let _ = fs::remove_file(&beside);
    }
    moved
}

/// Writes `text` to the file at `path`, which is made where it is not there.
pub(crate) fn put(path: &Path, text: &str) -> io::Result<()> {
    match OpenOptions::new().write(true).create_new(true).open(path) {
        Ok(file) => fill(file, text),
        Err(error) if error.kind() == ErrorKind::AlreadyExists => rewrite(path, text),
        Err(error) => Err(error),
    }
}

fn fill(mut file: File, text: &str) -> io::Result<()> {
    file.write_all(text.as_bytes())?;
    file.sync_all()
}
