//! Why a program cannot be cut.

use thiserror::Error;
use wasm_encoder::reencode;

/// What went wrong.
#[derive(Debug, Error)]
pub(crate) enum Fault {
    /// A file cannot be read or written.
    #[error("{0}")]
    File(#[from] std::io::Error),
    /// It is no program, or a newer one than we can read.
    #[error("{0}")]
    Unreadable(#[from] wasmparser::BinaryReaderError),
    /// A part of it cannot be written as it was read.
    #[error("{0}")]
    Unwritable(&'static str),
    /// It has not what the cut needs.
    #[error("it has {0}")]
    Unfit(&'static str),
}

impl From<reencode::Error<Self>> for Fault {
    fn from(error: reencode::Error<Self>) -> Self {
        match error {
            reencode::Error::ParseError(error) => Self::Unreadable(error),
            reencode::Error::UserError(fault) => fault,
            _ => Self::Unwritable("a part of it has no written form"),
        }
    }
}
