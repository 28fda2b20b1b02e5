//! `sketchlint score`: boards marked by an interviewer's rubric.

use std::path::Path;

use board::file::{self, Opened};
use lint::{Options, Session};
use score::Score;

use crate::arguments::{self, Format};
use crate::input::{self, Input};
use crate::outcome::{Exit, Outcome};
use crate::output::score::{moved, said};

pub(super) fn run(arguments: &arguments::Score) -> Outcome {
    let mut outcome = Outcome::default();
    let before = match arguments
        .against
        .as_deref()
        .map(|path| earlier(path, &mut outcome))
        .transpose()
    {
        Ok(before) => before,
        Err(why) => return Outcome::failure(why),
    };
    for input in arguments.paths.iter().flat_map(|path| input::read(path)) {
        let name = input.name.clone();
        match marked(input, &mut outcome) {
            Ok(score) => {
                if !score.passes() {
                    outcome.exit = outcome.exit.max(Exit::Findings);
                }
                match arguments.format {
                    Format::Text => outcome.out.push_str(&said(&name, &score)),
                    Format::Json => outcome.out.push_str(&(score::json::line(&name, &score) + "\n")),
                }
                if let (Some(before), Format::Text) = (&before, arguments.format) {
                    outcome.out.push_str(&moved(before, &score));
                }
            }
            Err(why) => outcome.complain(why),
        }
    }
    outcome
}

/// The score of the attempt before.
fn earlier(path: &Path, outcome: &mut Outcome) -> Result<Score, String> {
    let input = input::read(path).into_iter().next();
    input.map_or_else(
        || Err(format!("{}: there is nothing to read", path.display())),
        |input| marked(input, outcome),
    )
}

fn marked(input: Input, outcome: &mut Outcome) -> Result<Score, String> {
    let Input { name, text, .. } = input;
    let text = text.map_err(|error| format!("{name}: {error}"))?;
    let opened = file::read(&text).map_err(|error| format!("{name}: {error}"))?;
    for dropped in &opened.dropped {
        outcome.remark(format!("{name}: {dropped}"));
    }
    Ok(of(&opened))
}

/// The score of a board by the usual settings, so that scores compare.
pub(super) fn of(opened: &Opened) -> Score {
    let report = lint::check_in(&Session::of(&opened.log), &opened.board, &Options::default());
    Score::of(&opened.board, &report)
}
