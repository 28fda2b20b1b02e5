//! What every rule says of the bad boards of its page and of its fixtures, word for word, and what it would change: the
//! figures in a sentence are as much to be relied on as the finding.

use std::fmt::Write;

use board::{Board, Edit, sketch};
use lint::{Options, Place, RULES, Report, Rule, Session};

use crate::rule_docs::{boards, today};
use crate::sources::rust_files;

fn place(place: &Place) -> String {
    format!("{} {}", place.kind(), place.id().unwrap_or_default())
        .trim_end()
        .to_owned()
}

fn path(places: &[Place]) -> String {
    places.iter().map(place).collect::<Vec<_>>().join(", ")
}

/// The lines of the board that an edit takes away and those that it writes, and where new boxes stand.
fn change(board: &Board, edit: &Edit) -> String {
    let mut after = board.clone();
    let done = after.apply(edit);
    assert!(done.is_ok(), "{done:?}");
    let (before, now) = (sketch::write(board), sketch::write(&after));
    let (before, now): (Vec<&str>, Vec<&str>) = (before.lines().collect(), now.lines().collect());
    let gone = before.iter().filter(|line| !now.contains(line));
    let new = now.iter().filter(|line| !before.contains(line));
    let placed = after.boxes().filter(|(id, _)| board.get_box(id).is_none());
    let gone = gone.map(|line| format!("    - {line}\n"));
    let new = new.map(|line| format!("    + {line}\n"));
    let placed = placed.map(|(id, record)| format!("    {id} at {:?}\n", record.at));
    gone.chain(new).chain(placed).collect()
}

fn words(board: &Board, report: &Report) -> String {
    let mut words = String::new();
    let mut line = |text: std::fmt::Arguments<'_>| writeln!(words, "{text}").unwrap_or_default();
    for finding in &report.findings {
        line(format_args!(
            "{} on {}",
            finding.severity.as_str(),
            place(&finding.place)
        ));
        line(format_args!("  {}", finding.message));
        line(format_args!("  path: {}", path(&finding.path)));
        for seen in &finding.evidence {
            let span = seen.span.as_ref().map(|span| {
                let (start, end) = span.chars;
                format!(
                    "{} of {}, {start} to {end}: ",
                    span.field.as_str(),
                    place(&span.place)
                )
            });
            line(format_args!("  because: {}{seen}", span.unwrap_or_default()));
        }
        if let Some(clears) = &finding.clears {
            line(format_args!("  clears: {clears}"));
        }
        for fix in &finding.fixes {
            let safe = if fix.safe { "safe " } else { "" };
            let change = change(board, &fix.edit);
            line(format_args!("  {safe}fix: {}\n{}", fix.title, change.trim_end()));
        }
    }
    for unknown in &report.cannot_tell {
        line(format_args!("cannot tell on {}", place(&unknown.place)));
        line(format_args!("  {}", unknown.message));
        line(format_args!("  path: {}", path(&unknown.path)));
    }
    words
}

/// The boards of the fixtures at the end of a rule's file: what stands in quotes there and is a board.
fn fixtures(rule: &Rule) -> Vec<(Board, Session)> {
    let name = format!("crates/lint/src/rules/{}_", rule.code.to_ascii_lowercase());
    let files = rust_files();
    let file = files.iter().find(|file| file.path.starts_with(&name));
    let text = file.map_or("", |file| file.text.as_str());
    let tests = text.split_once("#[cfg(test)]").map_or("", |(_, tests)| tests);
    let boards = quoted(tests)
        .into_iter()
        .filter_map(|text| lint::example::read(&text).ok());
    boards
        .filter(|(board, _)| board.boxes().next().is_some() || board.scope().next().is_some())
        .collect()
}

/// The string literals of a source, as they read when it runs.
fn quoted(source: &str) -> Vec<String> {
    let mut found = Vec::new();
    let mut letters = source.chars().peekable();
    while letters.by_ref().any(|letter| letter == '"') {
        let mut text = String::new();
        while let Some(letter) = letters.next().filter(|letter| *letter != '"') {
            match letter {
                '\\' => match letters.next() {
                    Some('n') => text.push('\n'),
                    Some('\n') => while letters.next_if(|next| next.is_whitespace()).is_some() {},
                    other => text.extend(other),
                },
                letter => text.push(letter),
            }
        }
        found.push(text);
    }
    found
}

#[test]
fn every_rule_says_of_its_boards_what_is_noted() {
    for rule in RULES {
        let boards = boards(rule, "bad").into_iter().chain(fixtures(rule));
        let said = boards.map(|(board, session)| {
            let mut report = lint::check_in(&session, &board, &Options::alone(rule, today()));
            report.findings.retain(|finding| finding.rule == *rule);
            report.cannot_tell.retain(|unknown| unknown.rule == *rule);
            words(&board, &report)
        });
        let said: Vec<String> = said.filter(|words| !words.is_empty()).collect();
        insta::with_settings!({ snapshot_path => "snapshots/rules", prepend_module_to_snapshot => false, omit_expression => true }, {
            insta::assert_snapshot!(rule.code, said.join("\n"));
        });
    }
}
