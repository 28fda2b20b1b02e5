//! `sketchlint numbers`: what a board adds up to.

use analysis::numbers::Numbers;
use board::file;

use crate::arguments::{self, Format};
use crate::input::{self, Input};
use crate::outcome::Outcome;
use crate::output::numbers;

pub(super) fn run(arguments: &arguments::Numbers) -> Outcome {
    let mut outcome = Outcome::default();
    for input in arguments.paths.iter().flat_map(|path| input::read(path)) {
        match told(input, arguments.format, &mut outcome) {
            Ok(text) => outcome.out.push_str(&text),
            Err(why) => outcome.complain(why),
        }
    }
    outcome
}

fn told(input: Input, format: Format, outcome: &mut Outcome) -> Result<String, String> {
    let Input { name, text, .. } = input;
    let text = text.map_err(|error| format!("{name}: {error}"))?;
    let opened = file::read(&text).map_err(|error| format!("{name}: {error}"))?;
    for dropped in &opened.dropped {
        outcome.remark(format!("{name}: {dropped}"));
    }
    let numbers = Numbers::of(&opened.board);
    Ok(match format {
        Format::Text => numbers::said(&name, &opened.board, &numbers),
        Format::Json => numbers.write() + "\n",
    })
}
