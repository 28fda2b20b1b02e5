//! `sketchlint lint`: what an interviewer would say of boards.

use board::file;
use lint::Session;

use crate::arguments::{Format, Lint};
use crate::command::choice::{Chooser, Holding};
use crate::input::{self, Input};
use crate::outcome::{Exit, Outcome};
use crate::output::text::{self, Linted};

pub(super) fn run(arguments: &Lint) -> Outcome {
    let mut chooser = match Chooser::new(&arguments.choice) {
        Ok(chooser) => chooser,
        Err(why) => return Outcome::failure(why),
    };
    let mut outcome = Outcome::default();
    let mut linted = Vec::new();
    for input in arguments.paths.iter().flat_map(|path| input::read(path)) {
        let holding = match chooser.holding(input.path.as_deref()) {
            Ok(holding) => holding,
            Err(refusal) => return Outcome::refusal(refusal, arguments.color),
        };
        match judge(input, &holding, &mut outcome) {
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
    if linted.iter().any(|board| board.is_failed) {
        outcome.exit = outcome.exit.max(Exit::Findings);
    }
    outcome
}

/// Lints one file. What the reader dropped is said, and no reason to stop.
fn judge(input: Input, holding: &Holding, outcome: &mut Outcome) -> Result<Linted, String> {
    let Input { name, text, .. } = input;
    let text = text.map_err(|error| format!("{name}: {error}"))?;
    let opened = file::read(&text).map_err(|error| format!("{name}: {error}"))?;
    for dropped in &opened.dropped {
        outcome.remark(format!("{name}: {dropped}"));
    }
    let report = lint::check_in(&Session::of(&opened.log), &opened.board, &holding.options);
    Ok(Linted {
        path: name,
        text,
        is_failed: holding.gate().fails(&report),
        report,
    })
}
