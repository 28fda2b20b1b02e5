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

/// The counts that the readme gives of the published boards: each finding is judged, as one of three kinds.
#[test]
fn the_readme_counts_the_findings_of_published_boards() {
    let readme = std::fs::read_to_string(crate::diagrams::folder().join("README.md")).unwrap();
    for (name, _, report) in reports()
        .into_iter()
        .filter(|(name, ..)| name.starts_with("published/"))
    {
        let stem = name
            .trim_start_matches("published/")
            .trim_end_matches(".board.json");
        let row = readme
            .lines()
            .find(|line| line.starts_with(&format!("| `{stem}` |")));
        let row = row.unwrap_or_else(|| panic!("{name} is not counted"));
        let cells = row
            .split('|')
            .skip(2)
            .map(str::trim)
            .filter(|cell| !cell.is_empty());
        let counts: Vec<usize> = cells
            .map(|cell| cell.split(':').next().unwrap().parse().unwrap())
            .collect();
        let [all, raised, again, not_raised, unknown] = counts[..] else {
            panic!("{row}");
        };
        assert_eq!(
            (all, unknown),
            (report.findings.len(), report.cannot_tell.len()),
            "{row}"
        );
        assert_eq!(raised + again + not_raised, all, "{row}");
    }
}

#[test]
fn junior_boards_get_every_headline_finding() {
    let headlines = [
        "SCO001", "SCO002", "CON001", "OWN001", "OWN002", "OWN003", "FLR001", "JUS001",
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

/// What each junior gets beside the headlines, because that is how this system is answered badly.
#[test]
fn each_junior_board_gets_the_findings_of_its_own() {
    let own: [(&str, &[&str]); 14] = [
        ("fraud-50k", &["JUS006", "JUS007", "GOV003"]),
        ("medallion-2tb", &["CON002", "JUS006", "JUS007"]),
        ("logs-10tb", &["CON002", "JUS006"]),
        ("pipeline-health", &["CON002", "JUS006", "SCO005"]),
        ("features-3s", &["CON002", "SCO005", "NUM002"]),
        ("query-history", &["JUS006", "JUS007"]),
        ("cost-tracking", &["CON002", "JUS009"]),
        ("job-monitoring", &["GOV004"]),
        ("etl-scheduler", &["FLR003", "CON003", "JUS009"]),
        ("uc-metadata", &["JUS003", "SCO004"]),
        ("lineage-ml", &["SCO004", "JUS006"]),
        ("audit-bank", &["SCO004", "JUS009"]),
        ("egress-multicloud", &["CON002", "GOV003"]),
        ("serverless-smb", &["CON002", "JUS006"]),
    ];
    let reports = reports();
    for (prompt, codes) in own {
        let name = format!("{prompt}/junior.board.json");
        let (.., report) = reports.iter().find(|(known, ..)| *known == name).unwrap();
        for code in codes {
            let has = report.findings.iter().any(|finding| finding.rule.code == *code);
            assert!(has, "{name} gets no {code}");
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
