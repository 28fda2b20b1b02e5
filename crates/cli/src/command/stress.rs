//! `sketchlint stress`: what a spike, an outage, a deploy or half the bill does to a board.

use analysis::stress::said::written;
use analysis::stress::{Answer, StressError, first_words};
use board::{Board, file};

use crate::arguments::{self, Format};
use crate::input::{self, Input};
use crate::outcome::{Exit, Outcome};
use crate::output::stress;

/// How many boxes are named to a person who named none of them.
const MOST_NAMED: usize = 12;

pub(super) fn run(arguments: &arguments::Stress) -> Outcome {
    let mut outcome = Outcome::default();
    for input in input::read(&arguments.board) {
        match told(input, arguments, &mut outcome) {
            Ok(text) => outcome.out.push_str(&text),
            Err(why) => outcome.complain(why),
        }
    }
    outcome
}

fn told(input: Input, arguments: &arguments::Stress, outcome: &mut Outcome) -> Result<String, String> {
    let Input { name, text, .. } = input;
    let text = text.map_err(|error| format!("{name}: {error}"))?;
    let opened = file::read(&text).map_err(|error| format!("{name}: {error}"))?;
    for dropped in &opened.dropped {
        outcome.remark(format!("{name}: {dropped}"));
    }
    let board = &opened.board;
    let answer = arguments
        .what_if(board)
        .and_then(|what_if| Answer::of(board, &what_if));
    let answer = answer.map_err(|error| format!("{name}: {}", remedy(board, &error)))?;
    if answer.breaks() {
        outcome.exit = outcome.exit.max(Exit::Findings);
    }
    let charts = if arguments.plain || !speaks_unicode() {
        stress::Charts::Plain
    } else {
        stress::Charts::Blocks
    };
    Ok(match arguments.format {
        Format::Text => stress::told(&name, board, &answer, charts),
        Format::Json => answer.write() + "\n",
    })
}

/// What went wrong, and what to do about it.
fn remedy(board: &Board, error: &StressError) -> String {
    match error {
        StressError::UnknownBox { meant, .. } => {
            let meant = meant
                .as_ref()
                .map_or_else(String::new, |meant| format!(" Did you mean `{meant}`?"));
            let boxes = board.boxes_in_order();
            let mut named: Vec<&str> = boxes.iter().take(MOST_NAMED).map(|(id, _)| id.as_str()).collect();
            if boxes.len() > named.len() {
                named.push("…");
            }
            format!("{error}.{meant} The board has {}.", named.join(", "))
        }
        StressError::NoLoad => {
            let first =
                first_words().map(|open| format!("{}, to tell {}", written(board, &open), open.tells));
            format!("{error}. Write first: {}.", first.join("; "))
        }
        StressError::NoCost => {
            format!("{error}. Write first: what each box costs beside it, such as `$?k/mo`.")
        }
        StressError::Empty => format!("{error}: a board of at least one box can be put under stress."),
        StressError::NotAFactor(_) | StressError::NotATime(_) => format!("{error}."),
    }
}

/// Nothing says that letters beyond ASCII are not shown.
fn speaks_unicode() -> bool {
    let locale = ["LC_ALL", "LC_CTYPE", "LANG"]
        .iter()
        .find_map(|name| std::env::var(name).ok().filter(|it| !it.is_empty()));
    locale.is_none_or(|locale| {
        let locale = locale.to_ascii_lowercase();
        locale.contains("utf-8") || locale.contains("utf8") || locale == "c" || locale == "posix"
    })
}
