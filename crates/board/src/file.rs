//! The file `NAME.board.json`: reading with every fault named, writing with small diffs.
//!
//! 1. [`read`] grows the text's `tree`, finds its version and brings it to the present one (`migrate`).
//! 2. `piece` reads the documents of `format` from it, one by one, and names all faults and not just the first.
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
mod tree;
mod value;
mod writing;

pub use problem::{FileError, Problem};

use crate::fault::{Fault, Place, Step};
use crate::{Board, journal};
use assemble::assemble;
use document::Document;
use format::EntryDoc;
use piece::pieces;
use problem::tell;
use reading::Reader;
use tree::{NotGrown, Tree, grow};

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
    let tree = grow(text).map_err(|found| broken(text, found))?;
    let version = version(&tree, text)?;
    let mut reader = Reader::default();
    let (doc, misread) = pieces(migrate::migrate(tree, version), &mut reader);
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
    pretty::pretty(&writing::board_doc(board, log).write())
}

/// The version of a document that this reader can read.
fn version(document: &Tree<'_>, text: &str) -> Result<u32, FileError> {
    let found = document.get(migrate::KEY).ok_or(FileError::NotABoard)?;
    let known = match found {
        Tree::Number(number) => number.as_u64().filter(|&version| version > 0),
        _ => None,
    };
    match known {
        Some(version) if version > u64::from(VERSION) => Err(FileError::NewerVersion { found: version }),
        Some(version) => Ok(u32::try_from(version).unwrap_or(VERSION)),
        None => {
            let what = format!("there never was a format version {}", pretty::compact(found));
            let place = vec![Step::Key(migrate::KEY.to_owned())];
            let remedy = format!("put {VERSION} here");
            Err(FileError::Invalid(tell(
                vec![Fault { place, what, remedy }],
                text,
            )))
        }
    }
}

/// Why a text is no JSON. A number too large to hold has a place in the board, which is told.
fn broken(text: &str, found: NotGrown) -> FileError {
    if found.is_number_out_of_range() {
        return FileError::Invalid(tell(vec![found.into()], text));
    }
    let what = match found.error.is_eof() {
        true => "the text ends too early".to_owned(),
        false => found.message(),
    };
    FileError::NotJson {
        line: found.error.line(),
        column: found.error.column().max(1),
        what,
    }
}

/// The compact text of one entry of the journal.
pub(crate) fn write_entry(entry: &journal::Entry) -> String {
    pretty::compact(&writing::entry_doc(entry).write())
}

/// The entry in one line of the journal.
pub(crate) fn read_entry(text: &str) -> Result<journal::Entry, Vec<Problem>> {
    let tree = grow(text).map_err(|found| tell(vec![found.into()], text))?;
    let mut reader = Reader::default();
    let mut doc = EntryDoc::default();
    doc.fill(tree, &Place::Root, &mut reader.faults);
    if !reader.faults.0.is_empty() {
        return Err(tell(reader.faults.0, text));
    }
    match reader.entry(doc, &Place::Root) {
        Some(entry) if reader.faults.0.is_empty() => Ok(entry),
        _ => Err(tell(reader.faults.0, text)),
    }
}
