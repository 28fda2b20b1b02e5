//! What the rules say of the boards in `diagrams/`: seniors are clean, juniors get every headline finding.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use std::collections::BTreeSet;

use lint::{Finding, Options, Report, Severity};

use crate::diagrams::boards;
use crate::rule_docs::leaves_to;

fn reports() -> Vec<(String, board::Board, Report)> {
    boards()
        .into_iter()
        .map(|(name, text)| {
            let board = board::file::read(&text).unwrap().board;
            let report = lint::check(&board, &Options::default());
            (name, board, report)
        })
        .collect()
}

#[test]
fn the_findings_of_every_board_are_as_noted() {
    for (name, _, report) in reports() {
        insta::with_settings!({ snapshot_path => "snapshots/diagrams", prepend_module_to_snapshot => false, omit_expression => true }, {
            let snapshot = name.replace(".board.json", "").replace('/', "-");
            insta::assert_snapshot!(snapshot, lint::json::document(&[(name.as_str(), &report)]));
        });
    }
}

#[test]
fn senior_boards_are_clean_without_any_allow() {
    for (name, board, report) in reports().into_iter().filter(|(name, ..)| name.contains("senior")) {
        assert!(board.allows().is_empty(), "{name} allows something");
        let grave = report
            .findings
            .iter()
            .find(|finding| finding.severity != Severity::Info);
        assert_eq!(grave, None, "{name}");
    }
}

#[test]
fn junior_boards_get_every_headline_finding() {
    let headlines = [
        "SCO001", "SCO002", "CON001", "OWN001", "OWN002", "OWN003", "FLR001", "JUS001", "JUS006",
    ];
    for (name, _, report) in reports().into_iter().filter(|(name, ..)| name.contains("junior")) {
        let codes: BTreeSet<&str> = report.findings.iter().map(|finding| finding.rule.code).collect();
        for headline in headlines {
            assert!(
                codes.contains(headline),
                "{name} gets no {headline}, but {codes:?}"
            );
        }
    }
}

#[test]
fn every_fix_on_every_board_can_be_made_and_silences_its_finding() {
    for (name, board, report) in reports() {
        for finding in &report.findings {
            for fix in &finding.fixes {
                let mut mended = board.clone();
                mended.apply(&fix.edit).unwrap();
                let after = lint::check(&mended, &Options::default());
                let again = after
                    .findings
                    .iter()
                    .find(|it| it.rule == finding.rule && it.place == finding.place);
                let is_left = |it: &Finding| leaves_to(it.rule, it.rule) && !it.fixes.contains(fix);
                assert!(
                    again.is_none_or(is_left),
                    "{name}: {} after {}",
                    finding.message,
                    fix.title
                );
            }
        }
    }
}
