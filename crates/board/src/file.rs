//! The file `NAME.board.json`: reading with every fault named, writing with small diffs.
//!
//! 1. [`read`] finds the version first (`migrate`), then reads the whole text at once into the documents of `format`.
//! 2. Only where that fails it reads again piece by piece (`piece`), to name all faults and not just the first.
//! 3. `assemble` turns documents into the board by way of `reading`, which notes faults and what was left out.
//! 4. [`write()`] goes the other way: `writing` makes documents, `pretty` lays them out.

mod assemble;
mod document;
mod entry;
mod format;
pub mod limits;
mod migrate;
mod piece;
mod pretty;
mod problem;
mod reading;
#[cfg(test)]
mod schema;
mod value;
mod writing;

pub use problem::{FileError, Problem};

use serde_json::Value;

use crate::fault::{Fault, Place, Step};
use crate::{Board, journal};
use assemble::{Misread, assemble};
use format::{BoardDoc, EntryDoc};
use piece::pieces;
use problem::tell;
use reading::Reader;

/// The format version that is written, and the latest that is read.
pub const VERSION: u32 = 1;

/// The JSON Schema (2020-12) of the file, as strict as the reader where a schema can be.
pub const SCHEMA: &str = include_str!("../board.schema.json");

/// What was read from a file.
#[derive(Clone, Debug, PartialEq)]
pub struct Opened {
    /// The board.
    pub board: Board,
    /// The journal of the session, oldest entry first.
    pub log: Vec<journal::Entry>,
    /// What was not understood and left out: keys that mean nothing, entries of the journal that cannot be read.
    pub dropped: Vec<Problem>,
}

/// Reads the text of a file, of this version or an earlier one.
///
/// Takes time n log n in the length of the text and never panics.
///
/// # Errors
/// [`FileError`] where the text is no board; where it is one with faults, all of them with place and remedy.
pub fn read(text: &str) -> Result<Opened, FileError> {
    if text.len() > limits::BYTES {
        return Err(FileError::TooLarge { bytes: text.len() });
    }
    let text = text.strip_prefix('\u{FEFF}').unwrap_or(text);
    let version = version(text)?;
    let mut reader = Reader::default();
    let whole = (version == VERSION).then(|| piece::parse::<BoardDoc>(text));
    let (doc, misread) = match whole {
        Some(Ok(doc)) => (doc, Misread::default()),
        Some(Err(_)) | None => {
            let document = serde_json::from_str(text).map_err(|error| broken(text, &error))?;
            let read = pieces(migrate::migrate(document, version), &mut reader);
            if version == VERSION && reader.faults.0.is_empty() && reader.dropped.0.is_empty() {
                // Only the text can tell, as of a key that is there twice.
                reader.faults.0.extend(first_fault(text));
            }
            read
        }
    };
    let (board, log) = assemble(doc, &misread, &mut reader);
    if !reader.faults.0.is_empty() {
        return Err(FileError::Invalid(tell(reader.faults.0, text)));
    }
    let dropped = tell(reader.dropped.0, text);
    Ok(Opened { board, log, dropped })
}

/// The text of a file: stable key order, lists in order, positions to hundredths, a line end at the end.
///
/// Reading it gives the same board, with orders counted from 0 and positions rounded.
pub fn write(board: &Board, log: &[journal::Entry]) -> String {
    pretty::pretty(&writing::board_doc(board, log))
}

/// The version of a text that this reader can read.
fn version(text: &str) -> Result<u32, FileError> {
    let found = match migrate::version(text) {
        Ok(Some(found)) => found,
        Ok(None) => return Err(not_a_board(text)),
        Err(error) if error.is_data() => return Err(not_a_board(text)),
        Err(error) => return Err(broken(text, &error)),
    };
    let known = found.as_u64().filter(|&version| version > 0);
    match known {
        Some(version) if version > u64::from(VERSION) => Err(FileError::NewerVersion { found: version }),
        Some(version) => Ok(u32::try_from(version).unwrap_or(VERSION)),
        None => {
            let what = format!("there never was a format version {found}");
            let place = vec![Step::Key(migrate::KEY.to_owned())];
            let remedy = format!("put {VERSION} here");
            Err(FileError::Invalid(tell(
                vec![Fault { place, what, remedy }],
                text,
            )))
        }
    }
}

/// Why a text without a version is none of ours: it is no JSON at all, or JSON of something else.
fn not_a_board(text: &str) -> FileError {
    match serde_json::from_str::<Value>(text) {
        Ok(_) => FileError::NotABoard,
        Err(error) => broken(text, &error),
    }
}

/// Why a text is no JSON. A number too large to hold has a place in the board, which is told where it can be.
fn broken(text: &str, error: &serde_json::Error) -> FileError {
    let message = error.to_string();
    if message.starts_with("number out of range")
        && let Some(fault) = first_fault(text)
    {
        return FileError::Invalid(tell(vec![fault], text));
    }
    let what = match error.is_eof() {
        true => "the text ends too early",
        false => message.split(" at line ").next().unwrap_or_default(),
    };
    FileError::NotJson {
        line: error.line(),
        column: error.column().max(1),
        what: what.to_owned(),
    }
}

/// The first fault of a text as serde sees it.
fn first_fault(text: &str) -> Option<Fault> {
    piece::parse::<BoardDoc>(text).err()
}

/// The compact text of one entry of the journal.
pub(crate) fn write_entry(entry: &journal::Entry) -> String {
    // Documents have text keys only, so that writing them to memory cannot fail.
    serde_json::to_string(&writing::entry_doc(entry)).unwrap_or_default()
}

/// The entry in one line of the journal.
pub(crate) fn read_entry(text: &str) -> Result<journal::Entry, Vec<Problem>> {
    let doc = piece::parse::<EntryDoc>(text).map_err(|fault| tell(vec![fault], text))?;
    let mut reader = Reader::default();
    match reader.entry(doc, &Place::Root) {
        Some(entry) if reader.faults.0.is_empty() => Ok(entry),
        _ => Err(tell(reader.faults.0, text)),
    }
}
