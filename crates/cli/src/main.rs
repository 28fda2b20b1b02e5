//! The terminal rim: arguments, files and exit codes.
//!
//! 1. [`arguments`] says what may be typed.
//! 2. A [`command`] turns arguments into an [`Outcome`](outcome::Outcome): what to say where, and the exit status.
//! 3. [`configuration`] reads `sketchlint.toml`; [`command::choice`] lays it, profile and arguments over one another.
//! 4. Only [`input`], [`configuration`] and [`recorded`] read files, only [`rewrite`] and `new` write them, and only the outcome speaks to the terminal,
//!    but for the stream of `lint --ndjson` and the [`progress`] of a long run.

mod arguments;
mod colour;
mod command;
mod configuration;
mod input;
mod judged;
mod lines;
mod obstacle;
mod outcome;
mod output;
mod parallel;
mod progress;
mod recorded;
mod rewrite;

use std::process::ExitCode;

fn main() -> ExitCode {
    let arguments = arguments::typed();
    command::run(&arguments.command).deliver()
}
