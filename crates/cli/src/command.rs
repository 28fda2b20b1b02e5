//! The commands: each turns its arguments into an outcome.

mod baseline;
pub(crate) mod choice;
mod components;
mod config;
mod diff;
mod document;
mod explain;
mod export;
pub(crate) mod fix;
mod lint;
mod new;
mod numbers;
mod read;
mod report;
mod rulebook;
mod rules;
mod score;
mod shell;
mod stream;
mod stress;

use crate::arguments::Command;
use crate::outcome::Outcome;

/// Runs what was asked.
pub(crate) fn run(command: &Command) -> Outcome {
    match command {
        Command::Lint(arguments) => lint::run(arguments),
        Command::Fix(arguments) => fix::run(arguments),
        Command::Numbers(arguments) => numbers::run(arguments),
        Command::Read(arguments) => read::run(arguments),
        Command::Rules(arguments) => rules::run(arguments),
        Command::Explain(arguments) => explain::run(arguments),
        Command::Components(arguments) => components::run(arguments),
        Command::Config(arguments) => config::run(arguments),
        Command::Stress(arguments) => stress::run(arguments),
        Command::Score(arguments) => score::run(arguments),
        Command::Report(arguments) => report::run(arguments),
        Command::Baseline(arguments) => baseline::run(arguments),
        Command::Diff(arguments) => diff::run(arguments),
        Command::Export(arguments) => export::run(arguments),
        Command::Rulebook(arguments) => rulebook::run(arguments),
        Command::Completions(arguments) => shell::completions(arguments),
        Command::Man(arguments) => shell::man(arguments),
        Command::New(arguments) => new::run(arguments),
    }
}
