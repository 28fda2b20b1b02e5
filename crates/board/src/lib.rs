//! What a board is.
//!
//! 1. [`Board`] holds records ([`record`]) by id ([`id`]) and offers a reading interface only.
//! 2. It changes through [`Edit`] alone: an ordered map of record id to what it was and what it becomes, so that
//!    undo, paste, fixes and imports are one thing.
//! 3. [`file`](mod@file) reads and writes `NAME.board.json`; [`line`](mod@line) and [`sketch`] read the one-line notation.
//! 4. [`graph`] is the petgraph view that analyses and rules share.

pub mod edge;
pub mod edit;
pub mod file;
pub mod frame;
pub mod graph;
pub mod hold;
pub mod id;
pub mod journal;
pub mod line;
pub mod note;
pub mod owner;
pub mod record;
pub mod scope;
pub mod sketch;
pub mod stroke;

mod board;
mod date;
mod fault;
mod parting;
mod words;

pub use board::Board;
pub use date::{Date, DateError};
pub use edge::{EdgeKind, EdgeRecord, EdgeWay};
pub use edit::{Change, Edit, EditError};
pub use frame::FrameRecord;
pub use hold::Hold;
pub use id::{BoxId, EdgeId, FrameId, GroupId, IdError, NoteId, PinId, StrokeId};
pub use note::{NoteLook, NoteRecord};
pub use record::{
    Allow, Because, BoxRecord, Brief, Extras, NO_COMPONENT, Pin, PinKind, Record, RecordId, Rejected, Risk,
    Role, Score, Track, Tradeoff, Wrap,
};
pub use scope::{Answer, AnswerStatus, Question};
pub use stroke::StrokeRecord;
pub use words::UnknownWord;
pub use words::nearest;
