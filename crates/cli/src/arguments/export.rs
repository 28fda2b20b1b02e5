//! `sketchlint export`, as it is typed.

use std::path::PathBuf;

use clap::{Args, ValueEnum};

/// Write a data contract for the hand-off of an edge.
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  sketchlint export --format odcs --edge e1 fraud.board.json > card-events.odcs.yaml

The stub fills in who answers, who reads and each promise that stands on the edge or on the box
that its data comes from. A line that ends with `# ?` is not stated on the board: agree on it, and
fill it in.")]
pub(crate) struct Export {
    /// A board file, or - for standard input.
    #[arg(value_name = "FILE|-")]
    pub(crate) board: PathBuf,
    /// In which form.
    #[arg(long, value_enum)]
    pub(crate) format: ExportFormat,
    /// Which edge, by its id; not needed where only one carries data.
    #[arg(long, value_name = "ID")]
    pub(crate) edge: Option<String>,
}

/// In which form.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum ExportFormat {
    /// Open Data Contract Standard 3.1, in YAML.
    Odcs,
}
