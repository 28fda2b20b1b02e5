//! `sketchlint lint`: what an interviewer would say of boards.

use std::time::{SystemTime, UNIX_EPOCH};

use board::{Date, file, nearest};
use lint::{Options, Report, Session, Severity};

use crate::arguments::{FailOn, Format, Lint};
use crate::input::{self, Input};
use crate::outcome::{Exit, Outcome};
use crate::output::text::{self, Linted};

pub(super) fn run(arguments: &Lint) -> Outcome {
    if let Some(unknown) = unknown_selector(arguments) {
        return Outcome::failure(unknown);
    }
    let options = Options {
        select: arguments.select.clone(),
        ignore: arguments.ignore.clone(),
        today: Some(today()),
    };
    let mut outcome = Outcome::default();
    let mut linted = Vec::new();
    for input in arguments.paths.iter().flat_map(|path| input::read(path)) {
        match judge(input, &options, &mut outcome) {
            Ok(board) => linted.push(board),
            Err(why) => outcome.complain(why),
        }
    }
    outcome.out = match arguments.format {
        Format::Text => text::findings(&linted, arguments.color.wanted()),
        Format::Json => {
            let reports: Vec<_> = linted
                .iter()
                .map(|board| (board.path.as_str(), &board.report))
                .collect();
            lint::json::document(&reports)
        }
    };
    let failed = linted.iter().any(|board| fails(&board.report, arguments.fail_on));
    outcome.exit = outcome
        .exit
        .max(if failed { Exit::Findings } else { Exit::Clean });
    outcome
}

/// Lints one file. What the reader dropped is said, and no reason to stop.
fn judge(input: Input, options: &Options, outcome: &mut Outcome) -> Result<Linted, String> {
    let Input { name, text } = input;
    let text = text.map_err(|error| format!("{name}: {error}"))?;
    let opened = file::read(&text).map_err(|error| format!("{name}: {error}"))?;
    for dropped in &opened.dropped {
        outcome.remark(format!("{name}: {dropped}"));
    }
    let report = lint::check_in(&Session::of(&opened.log), &opened.board, options);
    Ok(Linted {
        path: name,
        text,
        report,
    })
}

/// The day by the machine's clock, in universal time.
#[expect(
    clippy::disallowed_methods,
    reason = "the command line is where the time comes in"
)]
fn today() -> Date {
    let since = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
    Date::from_unix_days(i64::try_from(since.as_secs() / 86_400).unwrap_or_default())
}

fn fails(report: &Report, fail_on: FailOn) -> bool {
    let least = match fail_on {
        FailOn::Error => Severity::Error,
        FailOn::Warning => Severity::Warning,
        FailOn::Info => Severity::Info,
        FailOn::Never => return false,
    };
    report.worst().is_some_and(|worst| worst <= least)
}

fn unknown_selector(arguments: &Lint) -> Option<String> {
    let selectors = arguments.select.iter().chain(&arguments.ignore);
    let names_none = |selector: &&String| {
        let alone = Options {
            select: vec![(*selector).clone()],
            ..Options::default()
        };
        selector.trim().is_empty() || !lint::RULES.iter().any(|rule| alone.selects(rule))
    };
    let unknown = selectors.into_iter().find(names_none)?;
    let known = lint::RULES.iter().flat_map(|rule| [rule.code, rule.name]);
    let meant = nearest(unknown, known).map_or_else(String::new, |meant| format!(" Did you mean `{meant}`?"));
    Some(format!(
        "no rule is called `{unknown}`.{meant} `sketchlint rules` lists them all."
    ))
}
