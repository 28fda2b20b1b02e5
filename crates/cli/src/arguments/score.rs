//! What may be asked of a score.

use std::path::PathBuf;

use clap::Args;

use super::Format;

/// Mark boards by an interviewer's rubric.
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  sketchlint score fraud.board.json
  sketchlint score second.board.json --against first.board.json
  sketchlint score --format json boards/

Five dimensions of five points: problem structuring, technical fluency, scale and reliability,
trade-offs, business alignment. A point is earned by what stands on the board; findings of its rules
cost part of it: an error all, a warning half, an info a quarter, what cannot be told half. Settings
do not count, so that scores compare; what the board sets aside with a reason costs nothing.

Exit status: 0 with four points on structuring and on fluency, 1 with fewer, 2 could not run.")]
pub(crate) struct Score {
    /// Board files, folders that hold *.board.json, or - for standard input.
    #[arg(required = true, value_name = "FILE|FOLDER|-")]
    pub(crate) paths: Vec<PathBuf>,
    /// An earlier attempt: says what moved since.
    #[arg(long, value_name = "FILE")]
    pub(crate) against: Option<PathBuf>,
    /// For people or for programs.
    #[arg(long, value_enum, default_value_t)]
    pub(crate) format: Format,
}
