//! Which files a person means, and what is in them.

use std::fs::File;
use std::io::{self, Read};
use std::path::{Path, PathBuf};

use thiserror::Error;

/// A file that was asked for, by the name that it is reported under.
#[derive(Debug)]
pub(crate) struct Input {
    /// The path as typed or found; `<stdin>` for standard input.
    pub(crate) name: String,
    /// Where the file is; nothing for standard input.
    pub(crate) path: Option<PathBuf>,
    /// What is in it, or why that cannot be told.
    pub(crate) text: Result<String, InputError>,
}

/// Why there is nothing to read.
#[derive(Debug, Error)]
pub(crate) enum InputError {
    #[error("{0}")]
    Unreadable(#[from] io::Error),
    #[error("not UTF-8 text; a board is saved as UTF-8 JSON")]
    NotText,
    #[error("no *.board.json in this folder")]
    EmptyFolder,
}

/// More than the file format allows, so that reading an endless device ends with its refusal.
const MAX_BYTES: u64 = 80_000_000;

/// Reads all that `path` stands for: a file, every `*.board.json` below a folder (sorted), or standard input, which is
/// called `stdin`.
pub(crate) fn read_as(path: &Path, stdin: Option<&Path>) -> Vec<Input> {
    if path.as_os_str() == "-" {
        return vec![Input {
            name: stdin.map_or_else(|| "<stdin>".to_owned(), |name| name.display().to_string()),
            path: None,
            text: text(io::stdin().lock()),
        }];
    }
    if !path.is_dir() {
        return vec![open(path)];
    }
    let mut files = Vec::new();
    match walk(path, &mut files) {
        Err(error) => vec![refusal(path, error.into())],
        Ok(()) if files.is_empty() => vec![refusal(path, InputError::EmptyFolder)],
        Ok(()) => files.iter().map(|file| open(file)).collect(),
    }
}

/// Reads all that `path` stands for; standard input has no other name.
pub(crate) fn read(path: &Path) -> Vec<Input> {
    read_as(path, None)
}

fn open(path: &Path) -> Input {
    let text = File::open(path).map_err(InputError::from).and_then(text);
    // What lies in the present folder is called as one would type it.
    let name = path.strip_prefix(".").unwrap_or(path);
    Input {
        name: name.display().to_string(),
        path: Some(path.to_owned()),
        text,
    }
}

fn refusal(path: &Path, error: InputError) -> Input {
    Input {
        name: path.display().to_string(),
        path: Some(path.to_owned()),
        text: Err(error),
    }
}

fn text(source: impl Read) -> Result<String, InputError> {
    let mut bytes = Vec::new();
    source.take(MAX_BYTES).read_to_end(&mut bytes)?;
    String::from_utf8(bytes).map_err(|_| InputError::NotText)
}

/// Hidden folders and linked folders are passed over: the ones hold no boards, the others may lead in circles.
fn walk(folder: &Path, files: &mut Vec<PathBuf>) -> io::Result<()> {
    let mut entries = std::fs::read_dir(folder)?.collect::<io::Result<Vec<_>>>()?;
    entries.sort_by_key(std::fs::DirEntry::file_name);
    for entry in entries {
        let name = entry.file_name();
        let name = name.to_string_lossy();
        if entry.file_type()?.is_dir() {
            if !name.starts_with('.') {
                walk(&entry.path(), files)?;
            }
        } else if name.ends_with(".board.json") {
            files.push(entry.path());
        }
    }
    Ok(())
}
