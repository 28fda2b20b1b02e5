//! What may be typed, and the help that teaches it.

mod change;
mod export;
mod mistake;
mod pages;
mod report;
mod score;
mod settings;
mod stress;

use std::path::PathBuf;

use clap::builder::PossibleValuesParser;
use clap::{Args, Parser, Subcommand, ValueEnum};

use crate::colour::Colour;
use crate::parallel::usual_jobs;

pub(crate) use change::{Baseline, BaselineOf, Diff};
pub(crate) use export::{Export, ExportFormat};
pub(crate) use pages::{Completions, Explain, Man, Rulebook};
pub(crate) use report::Report;
pub(crate) use score::Score;
pub(crate) use settings::{Choice, Config, FailOn};
pub(crate) use stress::Stress;

const EXAMPLES: &str = "\
Examples:
  sketchlint new --prompt fraud-50k --output fraud.board.json
      Start a board from a prompt, then draw it on the page or in an editor.
  sketchlint lint fraud.board.json
      Say what an interviewer would say of it.
  sketchlint fix fraud.board.json
      Mend what can be mended without asking.
  sketchlint lint --format sarif boards/ > findings.sarif
      Lint every *.board.json in a folder, for another program: also json, github, junit, markdown.
  sketchlint baseline write boards/
      Begin where much is found: from now on only what is new is said.
  sketchlint numbers fraud.board.json
      What it adds up to: latency, load, cost, availability.
  sketchlint stress fraud.board.json --spike 10x --for 10m
      What waits, what breaks and what is lost; --kill, --slow, --deploy and --halve-cost ask more.
  sketchlint score fraud.board.json
      The marks that an interviewer would give, and what each point rests on.
  sketchlint report boards/ --output report.html
      A cohort on one page: scores, what fails most, every finding.
  sketchlint config boards/
      Which settings hold there, from which sketchlint.toml.
  sketchlint explain OWN001
      Why an interviewer minds, with a bad board, a good one and the fix.
  sketchlint read 'p99 ≤ 200 ms, 7-day replay'
      Show how the words beside a box are understood.

`sketchlint COMMAND --help` shows examples of each.
Exit status: 0 clean, 1 findings at or above --fail-on, 2 could not run.";

/// The whiteboard linter for data-platform system design: finds boxes without a constraint, edges without an owner,
/// designs without a failure path, components that no answer asked for, and sums that do not close.
#[derive(Debug, Parser)]
#[command(name = "sketchlint", version, after_help = EXAMPLES, max_term_width = 100)]
#[command(subcommand_required = true, arg_required_else_help = true)]
pub(crate) struct Arguments {
    #[command(subcommand)]
    pub(crate) command: Command,
}

/// What was typed; after help or a mistake the program ends.
pub(crate) fn typed() -> Arguments {
    Arguments::try_parse().unwrap_or_else(|mistake| mistake::taught(mistake).exit())
}

#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    /// Say what an interviewer would say of boards.
    Lint(Lint),
    /// Make the fixes that findings offer.
    Fix(Fix),
    /// Say what a board adds up to: latency, load, cost, availability.
    Numbers(Numbers),
    /// Show which quantities are read from constraints.
    Read(Read),
    /// List the rules.
    Rules(Rules),
    /// Say what rules look at, why an interviewer minds and how to mend it.
    Explain(Explain),
    /// List the components that are known, or say what is known of one, with its sources.
    Components(Components),
    /// Start a board from a prompt.
    New(New),
    /// Show which settings hold for a board, and where each was said.
    Config(Config),
    /// Say what a spike, an outage, a deploy or half the bill does to a board.
    Stress(Stress),
    /// Mark boards by an interviewer's rubric.
    Score(Score),
    /// Write a page on a cohort of boards: scores, what fails most, every finding.
    Report(Report),
    /// Record what is found today, so that `lint` says only what is new.
    #[command(subcommand)]
    Baseline(Baseline),
    /// Say which findings a change brought, and which it mended.
    Diff(Diff),
    /// Write a data contract for the hand-off of an edge.
    Export(Export),
    /// Write the rule book: every rule with its page, as one HTML file.
    Rulebook(Rulebook),
    /// Print the completions of a shell.
    Completions(Completions),
    /// Print the page of the manual, or write a page for each command.
    Man(Man),
}

/// Say what an interviewer would say of boards.
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  sketchlint lint fraud.board.json           one board
  sketchlint lint boards/ --fail-on warning  every *.board.json below a folder, in CI
  sketchlint lint - < fraud.board.json       from standard input
  sketchlint lint --ndjson < boards.ndjson   a stream: one board a line, one answer a line
  sketchlint lint --select OWN,FLR001 boards/
  sketchlint lint --rule OWN=warning,CON002=off --strict boards/

A sketchlint.toml beside the boards or above them keeps such choices: `sketchlint config --help`.
Where much is found, `sketchlint baseline --help` tells how to begin.
A finding can be set aside in the board's file: \"allow\": [{ \"rule\": …, \"on\": …, \"why\": … }].
What cannot be judged for want of a figure is said as `cannot tell`, and is no pass.")]
pub(crate) struct Lint {
    /// Board files, folders that hold *.board.json, or - for standard input.
    #[arg(required_unless_present = "ndjson", value_name = "FILE|FOLDER|-")]
    pub(crate) paths: Vec<PathBuf>,
    /// A filter: boards on standard input, one a line; findings on standard output, one line of JSON for each board.
    #[arg(long, conflicts_with_all = ["paths", "format", "baseline"])]
    pub(crate) ndjson: bool,
    #[command(flatten)]
    pub(crate) jobs: Jobs,
    /// How findings are put.
    #[arg(long, value_enum, default_value_t)]
    pub(crate) format: ReportFormat,
    /// What standard input is called, in findings and to find its sketchlint.toml.
    #[arg(long, value_name = "FILE")]
    pub(crate) stdin_filename: Option<PathBuf>,
    /// Leave out what this file records (see `sketchlint baseline`).
    #[arg(long, value_name = "FILE")]
    pub(crate) baseline: Option<PathBuf>,
    /// Where your rule book is to be read (see `sketchlint rulebook`): SARIF links each rule to its place in it.
    #[arg(long, value_name = "URL")]
    pub(crate) rule_book: Option<String>,
    /// When to use colours.
    #[arg(long, value_enum, default_value_t, value_name = "WHEN")]
    pub(crate) color: Colour,
    #[command(flatten)]
    pub(crate) choice: Choice,
}

/// How much is done side by side.
#[derive(Debug, Args)]
pub(crate) struct Jobs {
    /// How many boards are judged at once; as many as the machine has cores, unless said otherwise.
    #[arg(long, value_name = "N", value_parser = at_least_one)]
    jobs: Option<u16>,
}

fn at_least_one(typed: &str) -> Result<u16, String> {
    let number = typed.parse().ok().filter(|number| *number > 0);
    number.ok_or_else(|| "name a number from 1 on, such as 4".to_owned())
}

impl Jobs {
    /// How many boards are judged at once.
    pub(crate) fn count(&self) -> usize {
        self.jobs.map_or_else(usual_jobs, usize::from)
    }
}

/// Make the fixes that findings offer.
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  sketchlint fix fraud.board.json                 make what is safe, in place
  sketchlint fix --diff boards/                   show the lines that would change
  sketchlint fix --apply FLR001 fraud.board.json  set failures aside wherever they are not
  sketchlint fix --apply FLR001:kafka,CON001 fraud.board.json
  sketchlint fix - < fraud.board.json > mended.board.json

A fix is safe if it says nothing that the board does not already say. The others are made by name.
No fix invents a number or a name: it leaves a blank, such as `? ms` or a box without a label, and
the linter goes on asking. `sketchlint explain CODE` tells what the fix of a rule does.

A file with faults is left alone. Exit status: as for lint, of what is left.")]
pub(crate) struct Fix {
    /// Board files, folders that hold *.board.json, or - from standard input to standard output.
    #[arg(required = true, value_name = "FILE|FOLDER|-")]
    pub(crate) paths: Vec<PathBuf>,
    /// Make the fixes of these rules too, everywhere or for one box, edge or question.
    #[arg(long, value_name = "RULE[:ID]", value_delimiter = ',')]
    pub(crate) apply: Vec<String>,
    /// Say what would be done, and write nothing.
    #[arg(long)]
    pub(crate) dry_run: bool,
    /// Show the lines that would change, and write nothing.
    #[arg(long)]
    pub(crate) diff: bool,
    #[command(flatten)]
    pub(crate) choice: Choice,
}

impl Fix {
    /// Nothing is written.
    pub(crate) fn is_dry(&self) -> bool {
        self.dry_run || self.diff
    }
}

/// Say what a board adds up to: latency, load, cost, availability.
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  sketchlint numbers fraud.board.json
  sketchlint numbers --format json - < fraud.board.json

A figure stands on the board, or is worked out (=) from what does; where the board does not say, it
is open (?). JSON: one line per board; seconds, events or bytes per second, bytes, shares, money a month.")]
pub(crate) struct Numbers {
    /// Board files, folders that hold *.board.json, or - for standard input.
    #[arg(required = true, value_name = "FILE|FOLDER|-")]
    pub(crate) paths: Vec<PathBuf>,
    /// For people or for programs.
    #[arg(long, value_enum, default_value_t)]
    pub(crate) format: Format,
}

/// Show which quantities are read from constraints.
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  sketchlint read '50k ev/s, sub-second, 90-day replay'
  sketchlint read --format json 'p99 ≤ 200 ms' '≤ $40k/month'

JSON: one line per text; numbers in seconds, events or bytes per second, bytes, ratios and dollars
per month; `start` and `end` count characters.")]
pub(crate) struct Read {
    /// The words as they stand beside a box.
    #[arg(required = true, value_name = "TEXT")]
    pub(crate) texts: Vec<String>,
    /// For people or for programs.
    #[arg(long, value_enum, default_value_t)]
    pub(crate) format: Format,
}

/// List the rules.
#[derive(Debug, Args)]
pub(crate) struct Rules {
    /// For people or for programs.
    #[arg(long, value_enum, default_value_t)]
    pub(crate) format: Format,
}

/// List the components that are known, or say what is known of one, with its sources.
#[derive(Debug, Args)]
#[command(after_help = "Examples:\n  sketchlint components\n  sketchlint components kinesis")]
pub(crate) struct Components {
    /// The component's id, or what people type for it.
    #[arg(value_name = "NAME")]
    pub(crate) name: Option<String>,
}

/// Start a board from a prompt.
#[derive(Debug, Args)]
#[command(after_help = "Example:\n  sketchlint new --prompt fraud-50k --output fraud.board.json")]
pub(crate) struct New {
    /// The system to design.
    #[arg(long, value_name = "ID", value_parser = prompt_ids())]
    pub(crate) prompt: String,
    /// Where to write it; standard output without. A file that is there is left alone.
    #[arg(long, short, value_name = "FILE")]
    pub(crate) output: Option<PathBuf>,
}

fn prompt_ids() -> PossibleValuesParser {
    PossibleValuesParser::new(catalog::prompts().iter().map(|prompt| prompt.id))
}

/// How findings are put.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
pub(crate) enum ReportFormat {
    /// For people: sentences, with the words underlined in the file.
    #[default]
    Text,
    /// For programs: everything, in a stable form with a schema.
    Json,
    /// SARIF 2.1.0, for code scanning and editors.
    Sarif,
    /// Annotations of a GitHub workflow.
    Github,
    /// JUnit XML: a case for each rule, for dashboards of test results.
    Junit,
    /// Markdown, for a comment on a change.
    Markdown,
}

/// For whom the answer is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
pub(crate) enum Format {
    /// For people.
    #[default]
    Text,
    /// For programs.
    Json,
}
