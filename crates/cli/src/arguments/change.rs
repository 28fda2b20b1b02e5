//! What was found before, and what is new: `sketchlint baseline` and `sketchlint diff`, as they are typed.

use std::path::PathBuf;

use clap::{Args, Subcommand};

use super::{Choice, Format};

/// Record what is found today, so that `lint` says only what is new.
#[derive(Debug, Subcommand)]
#[command(after_help = "\
Examples:
  sketchlint baseline write boards/                              today's findings are set aside
  sketchlint lint --baseline sketchlint-baseline.json boards/    what is new, in CI
  sketchlint baseline prune boards/                              forget what was mended since

A finding is known again by its rule and the id of its box or edge, so that it stays known when
boxes move. Commit the file: it is sorted, and pruning only ever shortens it.")]
pub(crate) enum Baseline {
    /// Record all that is found today.
    Write(BaselineOf),
    /// Take out what is not found any more; add nothing.
    Prune(BaselineOf),
}

/// Which boards, and where it is recorded.
#[derive(Debug, Args)]
pub(crate) struct BaselineOf {
    /// Board files, or folders that hold *.board.json.
    #[arg(required = true, value_name = "FILE|FOLDER")]
    pub(crate) paths: Vec<PathBuf>,
    /// The file that records it; what sketchlint.toml says, or else sketchlint-baseline.json.
    #[arg(long, value_name = "FILE")]
    pub(crate) file: Option<PathBuf>,
    #[command(flatten)]
    pub(crate) choice: Choice,
}

/// Say which findings a change brought, and which it mended.
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  sketchlint diff before.board.json after.board.json
  git show main:boards/a.board.json | sketchlint diff - boards/a.board.json

Exit status: 1 where the change brought a finding at or above --fail-on.")]
pub(crate) struct Diff {
    /// The board as it was, or - for standard input.
    #[arg(value_name = "BEFORE")]
    pub(crate) before: PathBuf,
    /// The board as it is, or - for standard input.
    #[arg(value_name = "AFTER")]
    pub(crate) after: PathBuf,
    /// For people or for programs.
    #[arg(long, value_enum, default_value_t)]
    pub(crate) format: Format,
    #[command(flatten)]
    pub(crate) choice: Choice,
}
