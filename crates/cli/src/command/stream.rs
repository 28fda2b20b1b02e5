//! `sketchlint lint --ndjson`: boards come in, one a line, and findings go out, one a line, in the same order.
//!
//! It keeps as many boards as arrive at once and no more, so that its memory does not grow with the stream.

use std::io::{self, ErrorKind, Read, Write};

use board::file;
use lint::Session;
use serde::Deserialize;
use serde_json::Value;

use crate::arguments::Lint;
use crate::command::choice::{Chooser, Holding};
use crate::input::MOST_BYTES;
use crate::lines::{Line, Lines};
use crate::outcome::{Exit, Outcome};
use crate::parallel::in_order;

/// How many boards a thread takes from one batch.
const BOARDS_A_JOB: usize = 32;

pub(super) fn run(arguments: &Lint) -> Outcome {
    let mut chooser = match Chooser::new(&arguments.choice) {
        Ok(chooser) => chooser,
        Err(why) => return Outcome::failure(why),
    };
    let holding = match chooser.holding(arguments.stdin_filename.as_deref()) {
        Ok(holding) => holding,
        Err(refusal) => return Outcome::refusal(refusal, arguments.color),
    };
    let mut exit = Exit::Clean;
    let jobs = arguments.jobs.count();
    match filter(
        io::stdin().lock(),
        &mut io::stdout().lock(),
        &holding,
        jobs,
        &mut exit,
    ) {
        // A reader that has gone away, as `head` does, is no failure.
        Err(error) if error.kind() != ErrorKind::BrokenPipe => Outcome::failure(error),
        _ => Outcome {
            exit,
            ..Outcome::default()
        },
    }
}

/// Answers every line of `source` in `target`; blank lines are passed over.
fn filter(
    source: impl Read,
    target: &mut impl Write,
    holding: &Holding,
    jobs: usize,
    exit: &mut Exit,
) -> io::Result<()> {
    let mut lines = Lines::new(source, MOST_BYTES);
    let mut number = 0;
    loop {
        let batch = lines.batch(jobs * BOARDS_A_JOB)?;
        if batch.is_empty() {
            return Ok(());
        }
        let numbered: Vec<(usize, Line)> = (number + 1..).zip(batch).collect();
        number += numbered.len();
        for answer in in_order(
            jobs,
            &numbered,
            |(number, line)| answer(*number, line, holding),
            |_| {},
        ) {
            *exit = (*exit).max(answer.exit);
            target.write_all(answer.text.as_bytes())?;
        }
        target.flush()?;
    }
}

/// What is said of one line.
#[derive(Default)]
struct Answer {
    /// A line with its end; nothing for a blank line.
    text: String,
    exit: Exit,
}

fn answer(number: usize, line: &Line, holding: &Holding) -> Answer {
    let judged = match line {
        Line::TooLong => Err("the line is longer than a board may be".to_owned()),
        Line::Bytes(bytes) => match std::str::from_utf8(bytes) {
            Ok(text) if text.trim().is_empty() => return Answer::default(),
            Ok(text) => judged(number, text, holding),
            Err(_) => Err("not UTF-8 text; a board is saved as UTF-8 JSON".to_owned()),
        },
    };
    judged.unwrap_or_else(|error| Answer {
        text: format!(
            "{}\n",
            serde_json::json!({ "line": number, "id": null, "error": error })
        ),
        exit: Exit::CouldNotRun,
    })
}

fn judged(number: usize, text: &str, holding: &Holding) -> Result<Answer, String> {
    let opened = file::read(text).map_err(|error| error.to_string())?;
    let report = lint::check_in(&Session::of(&opened.log), &opened.board, &holding.options);
    Ok(Answer {
        text: lint::json::line(number, &id(text), &report),
        exit: if holding.gate().fails(&report) {
            Exit::Findings
        } else {
            Exit::Clean
        },
    })
}

/// What the board is known by elsewhere: its key `x-id`, whatever that holds.
fn id(text: &str) -> Value {
    #[derive(Deserialize)]
    struct Known {
        #[serde(rename = "x-id", default)]
        id: Value,
    }
    if !text.contains("\"x-id\"") {
        return Value::Null;
    }
    serde_json::from_str(text).map_or(Value::Null, |known: Known| known.id)
}
