//! Why a file can be neither read nor written, and what a person can do about it.

use std::io::{self, ErrorKind};

/// Why nothing could be read there.
pub(crate) fn unread(error: &io::Error) -> String {
    match error.kind() {
        ErrorKind::NotFound => "there is no such file or folder; check the path".to_owned(),
        ErrorKind::PermissionDenied => {
            "you have no right to read it; ask for that, or take a copy that you may read".to_owned()
        }
        _ => format!("cannot be read: {error}"),
    }
}

/// Why nothing could be written there.
pub(crate) fn unwritten(error: &io::Error) -> String {
    match error.kind() {
        ErrorKind::NotFound | ErrorKind::NotADirectory => {
            "cannot be written, as its folder is not there; make that first, or choose another place"
                .to_owned()
        }
        ErrorKind::PermissionDenied | ErrorKind::ReadOnlyFilesystem => {
            "cannot be written, as you have no right to; ask for that, or choose another place".to_owned()
        }
        _ => format!("cannot be written: {error}"),
    }
}
