//! `sketchlint fix`: makes the fixes that findings offer, and says what is left.

use board::file::{self, Opened};
use board::journal::Entry;
use board::{Board, Edit};
use lint::{ByName, Mended, Rule, Session};

use crate::arguments::Fix;
use crate::colour::Colour;
use crate::command::choice::{Chooser, Holding, sentence};
use crate::configuration::no_such_rule;
use crate::input::{self, Input};
use crate::obstacle::unwritten;
use crate::outcome::{Exit, Outcome};
use crate::output::fixed::{self, Fixed};
use crate::rewrite;

pub(super) fn run(arguments: &Fix) -> Outcome {
    let by_name: Result<Vec<_>, _> = arguments.apply.iter().map(|typed| by_name(typed)).collect();
    let (mut chooser, by_name) = match (Chooser::new(&arguments.choice), by_name) {
        (Ok(chooser), Ok(by_name)) => (chooser, by_name),
        (Err(why), _) | (_, Err(why)) => return Outcome::failure(why),
    };
    let mut outcome = Outcome::default();
    let mut all = Vec::new();
    for input in arguments.paths.iter().flat_map(|path| input::read(path)) {
        let name = input.name.clone();
        let holding = match chooser.holding(input.path.as_deref()) {
            Ok(holding) => holding,
            Err(refusal) => return Outcome::refusal(refusal, Colour::Auto),
        };
        match mend(input, arguments, &holding, &by_name, &mut outcome) {
            Ok(fixed) => all.push(fixed),
            Err(why) => outcome.complain(format!("{name}: {why}")),
        }
    }
    for (typed, meant) in arguments.apply.iter().zip(&by_name) {
        if let Some(place) = &meant.place
            && !all.iter().any(|fixed| made_there(fixed, meant.rule, place))
        {
            outcome.remark(format!(
                "--apply {typed}: {} offers no fix there; `sketchlint lint` names the ids of what it speaks of",
                meant.rule.code
            ));
        }
    }
    let said = fixed::said(&all, !arguments.is_dry());
    let mut is_taken = arguments.diff;
    if arguments.diff {
        outcome.out.extend(all.iter().map(fixed::diff));
    } else if !arguments.dry_run {
        let piped = || all.iter().filter(|fixed| fixed.is_piped);
        is_taken = piped().next().is_some();
        outcome.out.extend(piped().map(|fixed| fixed.new.as_str()));
    }
    // Where standard output carries a board or a diff, people read the other one.
    let to_people = if is_taken {
        &mut outcome.err
    } else {
        &mut outcome.out
    };
    to_people.push_str(&said);
    if all.iter().any(|fixed| fixed.is_failed) {
        outcome.exit = outcome.exit.max(Exit::Findings);
    }
    outcome
}

/// Whether a fix of `rule` was made at the place of that id.
fn made_there(fixed: &Fixed, rule: &Rule, place: &str) -> bool {
    let made = &fixed.mended.made;
    made.iter()
        .any(|mend| mend.rule == rule && mend.place.id() == Some(place))
}

/// Mends one file, and writes it unless it is only to be shown. A sentence where that cannot be.
fn mend(
    input: Input,
    arguments: &Fix,
    holding: &Holding,
    by_name: &[ByName],
    outcome: &mut Outcome,
) -> Result<Fixed, String> {
    let old = input.text.map_err(|error| error.to_string())?;
    let opened = file::read(&old).map_err(|error| error.to_string())?;
    for dropped in &opened.dropped {
        outcome.remark(format!("{}: {dropped}", input.name));
    }
    let mended = lint::mend(
        &Session::of(&opened.log),
        &opened.board,
        &holding.options,
        by_name,
    );
    let changes = !mended.made.is_empty();
    if changes && !opened.dropped.is_empty() {
        return Err(
            "left alone, since writing it would lose what was not understood; mend that first".to_owned(),
        );
    }
    let new = if changes {
        rewritten(&opened, &mended.board, &mended.edit, &label(&mended))
    } else {
        old.clone()
    };
    if let (Some(path), true, false) = (&input.path, changes, arguments.is_dry()) {
        rewrite::rewrite(path, &new).map_err(|error| unwritten(&error))?;
    }
    Ok(Fixed {
        name: input.name,
        is_piped: input.path.is_none(),
        old,
        new,
        is_failed: holding.gate().fails(&mended.report),
        mended,
    })
}

/// The text of `board`, which is what was opened after `edit`. A log that is there goes on and still leads to its board;
/// none is begun, since what was done here was done in no session.
pub(crate) fn rewritten(opened: &Opened, board: &Board, edit: &Edit, label: &str) -> String {
    let Some(last) = opened.log.last() else {
        return file::write(board, &[]);
    };
    let mut log = opened.log.clone();
    log.push(Entry {
        at_ms: last.at_ms,
        label: label.to_owned(),
        edit: edit.clone(),
    });
    file::write(board, &log)
}

/// What was done, as the undo menu would say it.
fn label(mended: &Mended) -> String {
    if let [only] = mended.made.as_slice() {
        return only.title.clone();
    }
    let mut codes: Vec<&str> = mended.made.iter().map(|mend| mend.rule.code).collect();
    codes.sort_unstable();
    codes.dedup();
    format!("Fix {}", codes.join(", "))
}

/// What `RULE` or `RULE:PLACE` means; a sentence where there is no such rule.
fn by_name(typed: &str) -> Result<ByName, String> {
    let (rule, place) = match typed.split_once(':') {
        Some((rule, place)) => (rule, Some(place.trim().to_owned())),
        None => (typed, None),
    };
    let found = lint::rule(rule).ok_or_else(|| sentence(no_such_rule(rule.trim())))?;
    Ok(ByName { rule: found, place })
}
