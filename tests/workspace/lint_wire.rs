//! What the page and the linter beside it tell each other: reports are read back without loss, and the linter's board is
//! the page's after whatever changes.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use board::{Board, Date};
use lint::{Deed, Mirror, Moment, Options, Report, Session, example, wire};
use proptest::prelude::*;

use crate::lint_robust::any_board;
use crate::sources::read;

/// The day of all tests.
fn today() -> Date {
    Date::new(2026, 7, 1).unwrap()
}

/// Holds the report to what is read back, and the board in its fixes too.
fn hold(report: &Report) {
    let text = wire::write(report);
    assert_eq!(wire::read(&text).as_ref(), Ok(report));
}

/// What the linter says after the page has shown this.
fn judged(page: &mut Mirror, linter: &mut Mirror, board: &Board, session: &Session) -> Report {
    let change = page.show(board, session.clone(), today());
    linter.take(&change).unwrap();
    assert_eq!(page, linter);
    assert_eq!((linter.board(), linter.session()), (board, session));
    let options = Options {
        today: linter.today(),
        ..Options::default()
    };
    lint::check_in(linter.session(), linter.board(), &options)
}

/// The boards on the pages of all rules.
fn page_boards() -> Vec<(Board, Session)> {
    let pages: Vec<String> = lint::RULES.iter().map(|rule| rule.page()).collect();
    let fenced = pages.iter().flat_map(|page| page.split("```").skip(1).step_by(2));
    let boards = fenced.filter_map(|block| {
        let (word, text) = block.split_once('\n')?;
        ["bad", "good"]
            .contains(&word)
            .then(|| example::read(text).unwrap())
    });
    boards.collect()
}

#[test]
fn the_reports_of_all_pages_are_read_back_and_one_linter_follows_from_board_to_board() {
    let boards = page_boards();
    assert!(boards.len() >= 2 * lint::RULES.len(), "{}", boards.len());
    let (mut page, mut linter) = (Mirror::default(), Mirror::default());
    let mut heard = Report::default();
    for (board, session) in &boards {
        let report = judged(&mut page, &mut linter, board, session);
        hold(&report);
        let options = Options {
            today: Some(today()),
            ..Options::default()
        };
        assert_eq!(report, lint::check_in(session, board, &options));
        heard.findings.extend(report.findings);
        heard.cannot_tell.extend(report.cannot_tell);
        heard.allowed.extend(report.allowed);
    }
    // Every part of a report was there to be read back.
    let findings = &heard.findings;
    assert!(!heard.cannot_tell.is_empty() && !heard.allowed.is_empty());
    assert!(findings.iter().any(|finding| !finding.fixes.is_empty()));
    assert!(findings.iter().any(|finding| !finding.folded.is_empty()));
    assert!(findings.iter().any(|finding| finding.clears.is_some()));
    let mut evidence = findings.iter().flat_map(|finding| &finding.evidence);
    assert!(evidence.any(|seen| seen.span.is_some()));
    let mut evidence = findings.iter().flat_map(|finding| &finding.evidence);
    assert!(evidence.any(|seen| seen.source.is_some()));
}

#[test]
fn the_reports_of_the_shipped_boards_are_read_back() {
    for (prompt, who) in [
        ("fraud-50k", "junior"),
        ("logs-10tb", "junior"),
        ("medallion-2tb", "senior"),
    ] {
        let opened = board::file::read(&read(&format!("diagrams/{prompt}/{who}.board.json"))).unwrap();
        hold(&lint::check_in(
            &Session::of(&opened.log),
            &opened.board,
            &Options::default(),
        ));
    }
}

#[test]
fn what_was_cut_or_changed_on_the_way_is_refused() {
    let (board, session) = example::read("[ingest] K @Risk\n[process] Job\nK -> Job").unwrap();
    let text = wire::write(&lint::check_in(&session, &board, &Options::default()));
    for end in (0..text.len()).filter(|&end| text.is_char_boundary(end)) {
        assert!(wire::read(&text[..end]).is_err(), "{end}");
    }
    assert!(wire::read(&format!("{text}0 ")).is_err());
    assert!(wire::read(&text.replacen("OWN", "XXX", 1)).is_err());
    let change = Mirror::default().show(&board, session, today());
    let mut linter = Mirror::default();
    for end in (0..change.len()).filter(|&end| change.is_char_boundary(end)) {
        assert!(linter.take(&change[..end]).is_err(), "{end}");
        assert_eq!(linter, Mirror::default());
    }
}

#[test]
fn a_new_mirror_begins_anew_on_both_sides() {
    let (board, session) = example::read("at 0:40 answered latency\n[ingest] K").unwrap();
    let (other, silent) = example::read("[process] Job").unwrap();
    let (mut page, mut linter) = (Mirror::default(), Mirror::default());
    judged(&mut page, &mut linter, &board, &session);
    judged(&mut Mirror::default(), &mut linter, &other, &silent);
    assert_eq!(linter.board(), &other);
}

#[test]
fn only_what_is_new_is_told() {
    let (board, mut session) = example::read("at 0:40 answered latency\nat 1:00 drew\n[ingest] K").unwrap();
    let mut page = Mirror::default();
    let whole = page.show(&board, session.clone(), today());
    let nothing = page.show(&board, session.clone(), today());
    let at_ms = 100_000;
    session.moments.push(Moment {
        at_ms,
        deed: Deed::Drew,
    });
    let moment = page.show(&board, session, today());
    assert!(
        nothing.len() < whole.len() / 2 && moment.len() - nothing.len() < 20,
        "{nothing}\n{moment}"
    );
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 60, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_report_is_read_back_and_the_linter_follows(boards in prop::collection::vec(any_board(), 1..4)) {
        let (mut page, mut linter) = (Mirror::default(), Mirror::default());
        for board in &boards {
            hold(&judged(&mut page, &mut linter, board, &Session::default()));
        }
    }

    #[test]
    fn any_text_is_read_or_refused(text in "[0-9a-z ]{0,80}") {
        if let Ok(report) = wire::read(&text) {
            prop_assert_eq!(wire::read(&wire::write(&report)), Ok(report));
        }
        prop_assert!(Mirror::default().take(&text).is_err());
    }
}
