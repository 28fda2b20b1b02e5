//! What may be asked of a report on many boards.

use std::path::PathBuf;

use clap::Args;

use super::{Choice, Jobs};

/// Write a page on a cohort of boards: scores, what fails most, every finding.
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  sketchlint report boards/ --output report.html
  sketchlint report boards/ --profile product-manager > report.html

One HTML file that needs nothing beside it: how scores are spread, which rules fail most, the marks
of each board, what was found on each, and the pages of the rules that speak. A board that cannot be
read is named with why. Settings decide what is found, as for lint; scores do not depend on them.

Exit status: as for lint.")]
pub(crate) struct Report {
    /// Folders that hold *.board.json, board files, or - for standard input.
    #[arg(required = true, value_name = "FOLDER|FILE|-")]
    pub(crate) paths: Vec<PathBuf>,
    /// Where to write it; standard output without.
    #[arg(long, short, value_name = "FILE")]
    pub(crate) output: Option<PathBuf>,
    /// What standard input is called, in findings and to find its sketchlint.toml.
    #[arg(long, value_name = "FILE")]
    pub(crate) stdin_filename: Option<PathBuf>,
    /// Leave out what this file records (see `sketchlint baseline`).
    #[arg(long, value_name = "FILE")]
    pub(crate) baseline: Option<PathBuf>,
    #[command(flatten)]
    pub(crate) jobs: Jobs,
    #[command(flatten)]
    pub(crate) choice: Choice,
}
