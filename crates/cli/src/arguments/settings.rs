//! Which rules are asked and what fails, as it is typed; and `sketchlint config`, which shows it.

use std::path::PathBuf;

use clap::builder::PossibleValuesParser;
use clap::{Args, ValueEnum};

use super::Format;

/// Which rules are asked, how grave they are, and what counts as failing.
#[derive(Debug, Args)]
#[command(next_help_heading = "Rules and settings")]
pub(crate) struct Choice {
    /// The least grave finding that makes the exit status 1; an error, unless set otherwise.
    #[arg(long, value_enum, value_name = "SEVERITY")]
    pub(crate) fail_on: Option<FailOn>,
    /// What cannot be told makes the exit status 1, too.
    #[arg(long)]
    pub(crate) strict: bool,
    /// Ask only these rules: codes, names, or the beginning of codes, with commas between.
    #[arg(long, value_name = "RULES", value_delimiter = ',')]
    pub(crate) select: Vec<String>,
    /// Do not ask these rules.
    #[arg(long, value_name = "RULES", value_delimiter = ',')]
    pub(crate) ignore: Vec<String>,
    /// Set rules to off, on, info, warning or error.
    #[arg(long, value_name = "RULES=LEVEL", value_delimiter = ',')]
    pub(crate) rule: Vec<String>,
    /// Settings with a name; `sketchlint config --help` says what each does.
    #[arg(long, value_name = "NAME", value_parser = profile_names())]
    pub(crate) profile: Option<String>,
    /// Take settings from this file, and not from the nearest sketchlint.toml.
    #[arg(long, value_name = "FILE", conflicts_with = "no_config")]
    pub(crate) config: Option<PathBuf>,
    /// Take settings from no file.
    #[arg(long)]
    pub(crate) no_config: bool,
}

fn profile_names() -> PossibleValuesParser {
    PossibleValuesParser::new(lint::PROFILES.iter().map(|profile| profile.name))
}

/// Show which settings hold for a board, and where each was said.
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  sketchlint config                         for boards in this folder
  sketchlint config boards/a.board.json     for this one
  sketchlint config --profile strict

The nearest sketchlint.toml in the folder of a board or above it holds, whole:

  profile = \"data-engineer\"  # a set of settings with a name, see below
  fail-on = \"warning\"        # error, warning, info or never
  strict = true              # what cannot be told fails, too
  baseline = \"known.json\"    # leave out what this file records
  rule-book = \"https://…\"    # where your rule book is to be read

  [rules]                    # off, on, info, warning or error
  OWN = \"error\"              # a family, by the beginning of its codes
  CON002 = \"off\"             # a rule, by its code
  unowned-edge = \"warning\"   # or by its name; what names a rule most exactly decides

  [folders.\"drafts\"]         # other settings for a folder or a board below
  fail-on = \"never\"
  rules = { WRP = \"off\" }

The command line has the last word. Profiles:
  data-engineer    every board is judged on the data engineer's track
  product-manager  on the product manager's: users, metrics and outcomes weigh
                   more, how the machinery is tuned weighs less
  strict           whatever is found fails, and what cannot be told fails too")]
pub(crate) struct Config {
    /// A board or a folder.
    #[arg(default_value = ".", value_name = "FILE|FOLDER")]
    pub(crate) path: PathBuf,
    /// For people or for programs.
    #[arg(long, value_enum, default_value_t)]
    pub(crate) format: Format,
    #[command(flatten)]
    pub(crate) choice: Choice,
}

/// The least grave finding that makes the exit status 1.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum FailOn {
    /// Errors only.
    Error,
    /// Errors and warnings.
    Warning,
    /// Anything found.
    Info,
    /// Nothing found makes it fail.
    Never,
}
