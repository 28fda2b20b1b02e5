//! Mending any board: it comes to an end, changes nothing the second time, and leaves no board worse.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use board::{Allow, Board, Edit, RecordId};
use lint::{ByName, Mended, Options, RULES, Session, Summary};
use proptest::prelude::*;

use crate::lint_robust::any_board;

/// Mends what is safe, or all that any rule has a fix for.
fn mend(board: &Board, all: bool) -> Mended {
    let by_name = RULES.iter().map(|rule| ByName { rule, place: None });
    let by_name: Vec<ByName> = by_name.filter(|_| all).collect();
    lint::mend(&Session::default(), board, &Options::default(), &by_name)
}

/// A board with things set aside on purpose, some of them in vain.
fn allowing_board() -> impl Strategy<Value = Board> {
    let codes = prop::sample::select(&["OWN001", "FLR001", "unlabelled-box", "OWN01", "NOPE999"][..]);
    let places = prop::sample::select(&[None, Some("b0"), Some("e1"), Some("gone")][..]);
    let whys = prop::sample::select(&["agreed", "todo"][..]);
    let allows = prop::collection::vec((codes, places, whys), 0..6);
    (any_board(), allows).prop_map(|(mut board, allows)| {
        let allows: Vec<Allow> = allows
            .into_iter()
            .map(|(rule, on, why)| Allow {
                rule: rule.to_owned(),
                on: on.map(str::to_owned),
                why: why.to_owned(),
                until: None,
            })
            .collect();
        let mut edit = Edit::new();
        edit.put(&board, RecordId::Allows, allows.into());
        board.apply(&edit).unwrap();
        board
    })
}

/// How bad a board is, the worst first.
fn weight(summary: Summary) -> [usize; 3] {
    [summary.errors, summary.warnings, summary.infos]
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 60, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn mending_reaches_a_fixed_point(board in allowing_board(), all in any::<bool>()) {
        let mended = mend(&board, all);
        prop_assert!(mended.is_settled, "{:#?}", mended.made);
        prop_assert_eq!(&mended.report, &lint::check(&mended.board, &Options::default()));
        let again = mend(&mended.board, all);
        prop_assert_eq!(&again.made, &[]);
        prop_assert_eq!(&again.board, &mended.board);
        prop_assert!(again.edit.is_empty());
    }

    #[test]
    fn all_that_was_done_is_one_edit_that_can_be_taken_back(board in allowing_board(), all in any::<bool>()) {
        let mended = mend(&board, all);
        let mut other = board.clone();
        other.apply(&mended.edit).unwrap();
        prop_assert_eq!(&other, &mended.board);
        other.apply(&mended.edit.inverse()).unwrap();
        prop_assert_eq!(other, board);
        prop_assert_eq!(mended.made.is_empty(), mended.edit.is_empty());
    }

    #[test]
    fn what_is_safe_leaves_no_board_worse(board in allowing_board()) {
        let before = lint::check(&board, &Options::default());
        let mended = mend(&board, false);
        let after = mended.report.summary();
        prop_assert!(weight(after) <= weight(before.summary()), "{after:?} after {:#?}", mended.made);
        prop_assert!(!mended.report.findings.iter().any(|finding| finding.fixes.iter().any(|fix| fix.safe)));
    }
}
