//! `sketchlint lint`: what an interviewer would say of boards.

use board::file;
use lint::{RULES, Session};

use crate::arguments::{Lint, ReportFormat};
use crate::command::choice::{Chooser, Holding};
use crate::input::{self, Input};
use crate::judged::{Judged, Run, Unread};
use crate::outcome::{Exit, Outcome};
use crate::output::{github, junit, markdown, sarif, text};

pub(super) fn run(arguments: &Lint) -> Outcome {
    let mut chooser = match Chooser::new(&arguments.choice) {
        Ok(chooser) => chooser,
        Err(why) => return Outcome::failure(why),
    };
    let mut outcome = Outcome::default();
    let mut run = Run::default();
    let stdin = arguments.stdin_filename.as_deref();
    for input in arguments
        .paths
        .iter()
        .flat_map(|path| input::read_as(path, stdin))
    {
        let holding = match chooser.holding(input.path.as_deref().or(stdin)) {
            Ok(holding) => holding,
            Err(refusal) => return Outcome::refusal(refusal, arguments.color),
        };
        match judge(input, &holding, &mut outcome) {
            Ok(judged) => run.judged.push(judged),
            Err(unread) => {
                outcome.complain(format!("{}: {}", unread.path, unread.why));
                run.unread.push(unread);
            }
        }
    }
    outcome.out = put(&run, arguments);
    if run.is_failed() {
        outcome.exit = outcome.exit.max(Exit::Findings);
    }
    outcome
}

/// All that was found, in the form that was asked for.
fn put(run: &Run, arguments: &Lint) -> String {
    match arguments.format {
        ReportFormat::Text => text::findings(&run.judged, arguments.color.wanted()),
        ReportFormat::Json => {
            let reports = run
                .judged
                .iter()
                .map(|judged| (judged.path.as_str(), &judged.report));
            lint::json::document(&reports.collect::<Vec<_>>())
        }
        ReportFormat::Sarif => sarif::document(run, arguments.rule_book.as_deref()),
        ReportFormat::Github => github::annotations(run),
        ReportFormat::Junit => junit::document(run),
        ReportFormat::Markdown => markdown::document(run),
    }
}

/// Lints one file. What the reader dropped is said, and no reason to stop.
fn judge(input: Input, holding: &Holding, outcome: &mut Outcome) -> Result<Judged, Unread> {
    let Input { name: path, text, .. } = input;
    let unread = |why: String| Unread {
        path: path.clone(),
        why,
    };
    let text = text.map_err(|error| unread(error.to_string()))?;
    let opened = file::read(&text).map_err(|error| unread(error.to_string()))?;
    for dropped in &opened.dropped {
        outcome.remark(format!("{path}: {dropped}"));
    }
    let report = lint::check_in(&Session::of(&opened.log), &opened.board, &holding.options);
    let asked = RULES.iter().copied().filter(|rule| holding.options.selects(rule));
    Ok(Judged {
        path,
        text,
        opened,
        report,
        gate: holding.gate(),
        asked: asked.collect(),
    })
}
