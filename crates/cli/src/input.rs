//! Which files a person means, and what is in them.

use std::fs::File;
use std::io::{self, Read};
use std::path::{Path, PathBuf};

use thiserror::Error;

use crate::obstacle::unread;

/// A file that was asked for, by the name that it is reported under, and not yet read.
#[derive(Debug)]
pub(crate) struct Source {
    /// The path as typed or found; `<stdin>` or another name for standard input.
    pub(crate) name: String,
    /// Where the file is; nothing for standard input.
    pub(crate) path: Option<PathBuf>,
    /// Why there is nothing to read.
    refusal: Option<String>,
}

impl Source {
    /// What is in it; a sentence where that cannot be told.
    pub(crate) fn text(&self) -> Result<String, String> {
        if let Some(why) = &self.refusal {
            return Err(why.clone());
        }
        let text = match &self.path {
            None => text(io::stdin().lock()),
            Some(path) => File::open(path).map_err(InputError::from).and_then(text),
        };
        text.map_err(|error| error.to_string())
    }
}

/// A file that was asked for, with what is in it.
#[derive(Debug)]
pub(crate) struct Input {
    /// The path as typed or found; `<stdin>` for standard input.
    pub(crate) name: String,
    /// Where the file is; nothing for standard input.
    pub(crate) path: Option<PathBuf>,
    /// What is in it, or why that cannot be told.
    pub(crate) text: Result<String, String>,
}

/// Why there is nothing to read.
#[derive(Debug, Error)]
pub(crate) enum InputError {
    #[error("{}", unread(.0))]
    Unreadable(#[from] io::Error),
    #[error("not UTF-8 text; a board is saved as UTF-8 JSON")]
    NotText,
    #[error("there is nothing in it; `sketchlint new --prompt fraud-50k` prints a board to begin with")]
    Empty,
    #[error("no *.board.json in this folder; save boards under such names, or name the file itself")]
    EmptyFolder,
}

/// More than the file format allows, so that reading an endless device ends with its refusal.
pub(crate) const MOST_BYTES: usize = 80_000_000;

/// All that `path` stands for: a file, every `*.board.json` below a folder (sorted), or standard input, which is called
/// `stdin`.
pub(crate) fn sources(path: &Path, stdin: Option<&Path>) -> Vec<Source> {
    if path.as_os_str() == "-" {
        return vec![Source {
            name: stdin.map_or_else(|| "<stdin>".to_owned(), |name| name.display().to_string()),
            path: None,
            refusal: None,
        }];
    }
    if !path.is_dir() {
        return vec![source(path, None)];
    }
    let mut files = Vec::new();
    match walk(path, &mut files) {
        Err(error) => vec![source(path, Some(error.into()))],
        Ok(()) if files.is_empty() => vec![source(path, Some(InputError::EmptyFolder))],
        Ok(()) => files.iter().map(|file| source(file, None)).collect(),
    }
}

/// Reads all that `path` stands for.
pub(crate) fn read(path: &Path) -> Vec<Input> {
    let read = |source: Source| Input {
        text: source.text(),
        name: source.name,
        path: source.path,
    };
    sources(path, None).into_iter().map(read).collect()
}

fn source(path: &Path, refusal: Option<InputError>) -> Source {
    Source {
        // What lies in the present folder is called as one would type it.
        name: path.strip_prefix(".").unwrap_or(path).display().to_string(),
        path: Some(path.to_owned()),
        refusal: refusal.map(|error| error.to_string()),
    }
}

fn text(source: impl Read) -> Result<String, InputError> {
    let mut bytes = Vec::new();
    source.take(MOST_BYTES as u64).read_to_end(&mut bytes)?;
    let text = String::from_utf8(bytes).map_err(|_| InputError::NotText)?;
    if text.trim().is_empty() {
        return Err(InputError::Empty);
    }
    Ok(text)
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
