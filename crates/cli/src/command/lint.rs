//! `sketchlint lint`: what an interviewer would say of boards.

use board::file;
use lint::{Options, Session};

use crate::arguments::{Format, Lint};
use crate::command::choice;
use crate::input::{self, Input};
use crate::outcome::{Exit, Outcome};
use crate::output::text::{self, Linted};

pub(super) fn run(arguments: &Lint) -> Outcome {
    let options = match choice::options(&arguments.choice) {
        Ok(options) => options,
        Err(why) => return Outcome::failure(why),
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
    let failed = linted
        .iter()
        .any(|board| choice::fails(&board.report, arguments.choice.fail_on));
    outcome.exit = outcome
        .exit
        .max(if failed { Exit::Findings } else { Exit::Clean });
    outcome
}

/// Lints one file. What the reader dropped is said, and no reason to stop.
fn judge(input: Input, options: &Options, outcome: &mut Outcome) -> Result<Linted, String> {
    let Input { name, text, .. } = input;
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
