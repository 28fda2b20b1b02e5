//! Mending any board: it comes to an end, changes nothing the second time, and leaves no board worse.

use board::Board;
use lint::{ByName, Mended, Options, RULES, Session, Summary};
use proptest::prelude::*;

use crate::lint_robust::any_board;

/// Mends what is safe, or all that any rule has a fix for.
fn mend(board: &Board, all: bool) -> Mended {
    let by_name = RULES.iter().map(|rule| ByName { rule, place: None });
    let by_name: Vec<ByName> = by_name.filter(|_| all).collect();
    lint::mend(&Session::default(), board, &Options::default(), &by_name)
}

/// How bad a board is, the worst first.
fn weight(summary: Summary) -> [usize; 3] {
    [summary.errors, summary.warnings, summary.infos]
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 150, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn mending_reaches_a_fixed_point(board in any_board(), all in any::<bool>()) {
        let mended = mend(&board, all);
        prop_assert!(mended.is_settled, "{:#?}", mended.made);
        prop_assert_eq!(&mended.report, &lint::check(&mended.board, &Options::default()));
        let again = mend(&mended.board, all);
        prop_assert_eq!(&again.made, &[]);
        prop_assert_eq!(&again.board, &mended.board);
        prop_assert!(again.edit.is_empty());
    }

    #[test]
    fn all_that_was_done_is_one_edit_that_can_be_taken_back(board in any_board(), all in any::<bool>()) {
        let mended = mend(&board, all);
        let mut other = board.clone();
        other.apply(&mended.edit).unwrap();
        prop_assert_eq!(&other, &mended.board);
        other.apply(&mended.edit.inverse()).unwrap();
        prop_assert_eq!(other, board);
        prop_assert_eq!(mended.made.is_empty(), mended.edit.is_empty());
    }

    #[test]
    fn what_is_safe_leaves_no_board_worse(board in any_board()) {
        let before = lint::check(&board, &Options::default());
        let mended = mend(&board, false);
        let after = mended.report.summary();
        prop_assert!(weight(after) <= weight(before.summary()), "{after:?} after {:#?}", mended.made);
        prop_assert!(!mended.report.findings.iter().any(|finding| finding.fixes.iter().any(|fix| fix.safe)));
    }
}
