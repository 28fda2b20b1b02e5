//! Every rule's page holds what it promises: its headings, and boards on which the rule speaks, is silent, is mended.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use board::{Board, Date};
use lint::{Finding, Options, RULES, Report, Rule, Session};

const HEADINGS: [&str; 6] = [
    "## What it looks at",
    "## Why an interviewer minds",
    "## Bad board",
    "## Good board",
    "## Fix",
    "## Source",
];

/// The boards of `page` in fenced blocks called `kind`.
pub(crate) fn boards(rule: &Rule, kind: &str) -> Vec<(Board, Session)> {
    let page = rule.page();
    let fence = format!("```{kind}\n");
    let blocks = page
        .split(&fence)
        .skip(1)
        .map(|rest| rest.split("```").next().unwrap_or_default().to_owned());
    blocks
        .map(|text| {
            lint::example::read(&text).unwrap_or_else(|error| panic!("{}: {error}\n{text}", rule.code))
        })
        .collect()
}

/// The day on which the boards of the pages are judged.
pub(crate) fn today() -> Option<Date> {
    Date::new(2026, 7, 1)
}

/// What `rule` alone says.
fn under(rule: &'static Rule, board: &Board, session: &Session) -> Vec<Finding> {
    let mut report = lint::check_in(session, board, &Options::alone(rule, today()));
    report.findings.retain(|finding| finding.rule == rule);
    report.findings
}

/// What all rules say.
fn all(board: &Board, session: &Session) -> Report {
    let today = today();
    lint::check_in(
        session,
        board,
        &Options {
            today,
            ..Options::default()
        },
    )
}

#[test]
fn every_page_has_its_headings_in_order() {
    for rule in RULES {
        let page = rule.page();
        let found: Vec<&str> = page.lines().filter(|line| line.starts_with("## ")).collect();
        assert_eq!(found, HEADINGS, "{}", rule.code);
        let title = page.lines().next().unwrap();
        let name = title
            .trim_start_matches("# ")
            .to_ascii_lowercase()
            .replace(' ', "-");
        assert_eq!(name, rule.name, "{}: the title is the name", rule.code);
        assert!(
            page.lines()
                .all(|line| !line.starts_with(' ') || line.starts_with("  ")),
            "{}",
            rule.code
        );
    }
}

#[test]
fn every_bad_board_gives_exactly_one_finding_and_every_good_board_none() {
    for rule in RULES {
        let (bad, good) = (boards(rule, "bad"), boards(rule, "good"));
        assert!(!bad.is_empty() && !good.is_empty(), "{} shows both", rule.code);
        for (board, session) in &bad {
            let findings = under(rule, board, session);
            assert_eq!(findings.len(), 1, "{} on its bad board: {findings:#?}", rule.code);
        }
        for (board, session) in &good {
            assert_eq!(under(rule, board, session), [], "{} on its good board", rule.code);
        }
    }
}

/// What a fix leaves to ask, and why: a fix invents neither a name nor a figure, so it leaves a blank.
const MAY_FOLLOW: &[(&str, &str, &str)] = &[
    (
        "FLR001",
        "OWN001",
        "who owns the failure path, where the board does not say",
    ),
    ("FLR001", "OWN005", "who is called when something is set aside"),
    ("FLR001", "FLR002", "what becomes of what is set aside"),
    (
        "FLR008",
        "OWN001",
        "who owns the failure path, where the board does not say",
    ),
    ("FLR008", "OWN005", "who is called when something is set aside"),
    ("FLR008", "FLR002", "what becomes of what is set aside"),
    ("OWN002", "FLO009", "what the source is called"),
    ("OWN002", "OWN001", "who owns what comes from it"),
    ("OWN002", "FLO010", "what comes from it"),
    ("OWN003", "FLO009", "what the consumer is called"),
    ("OWN003", "OWN001", "who owns what goes there"),
    ("OWN003", "FLO010", "what goes there"),
    ("CON001", "CON001", "the figure that stands for the blank"),
    ("CON003", "CON003", "the figure that stands for the blank"),
    ("NUM002", "NUM002", "the figures that stand for the blanks"),
    ("CON002", "CON001", "the figure that stands for the blank"),
    ("CON002", "CON003", "the figure that stands for the blank"),
    ("NUM005", "NUM005", "the figures that stand for the blanks"),
    ("OWN004", "OWN004", "the promise that stands for the blank"),
    ("FLR003", "FLR003", "the number that stands for the blank"),
    ("FLR010", "FLR010", "the numbers that stand for the blanks"),
    ("FLR013", "FLR013", "the decisions that stand for the blanks"),
    ("MED004", "MED004", "the expectation that stands for the blank"),
    ("GOV004", "GOV004", "the figure that stands for the blank"),
    ("FLR009", "FLO009", "what the buffer is called"),
    ("FLR009", "CON001", "how much the buffer holds"),
    ("FLR009", "FLR001", "what the buffer does when it fails"),
    ("FLR009", "JUS001", "which answer asks for the buffer"),
    (
        "FLR009",
        "GOV003",
        "who watches, now that there is something to watch",
    ),
    ("FLO002", "FLO009", "what the store is called"),
    ("FLO002", "CON001", "how long the store keeps"),
    ("FLO002", "JUS001", "which answer asks for the store"),
    ("FLO002", "OWN003", "who reads the store"),
    (
        "FLO002",
        "GOV003",
        "who watches, now that there is something to watch",
    ),
    ("MED001", "CON001", "how long bronze keeps"),
    ("MED001", "JUS001", "which answer asks for bronze"),
    ("MED001", "MED004", "what is checked on the way out of bronze"),
    ("FLR002", "FLO009", "what watches is called"),
    ("FLR002", "GOV004", "at which figure somebody is told"),
    ("FLR002", "JUS001", "which answer asks for what watches"),
    ("OWN005", "FLO009", "what watches is called"),
    ("OWN005", "GOV004", "at which figure somebody is told"),
    ("OWN005", "JUS001", "which answer asks for what watches"),
    ("GOV003", "FLO009", "what watches is called"),
    ("GOV003", "GOV004", "at which figure somebody is told"),
    ("GOV003", "JUS001", "which answer asks for what watches"),
];

/// Whether the fix of one rule leaves it to the other to ask.
pub(crate) fn leaves_to(fixed: &Rule, asking: &Rule) -> bool {
    let is_it = |(from, to, _): &(&str, &str, &str)| (*from, *to) == (fixed.code, asking.code);
    MAY_FOLLOW.iter().any(is_it)
}

fn may_follow(fixed: &Rule, finding: &Finding) -> bool {
    leaves_to(fixed, finding.rule)
}

#[test]
fn every_fix_silences_its_finding_and_brings_no_other() {
    let mut faults = Vec::new();
    for rule in RULES {
        for (board, session) in boards(rule, "bad") {
            let before = all(&board, &session);
            for finding in before.findings.iter().filter(|finding| finding.rule == *rule) {
                for fix in &finding.fixes {
                    let mut mended = board.clone();
                    mended.apply(&fix.edit).unwrap();
                    let again = under(rule, &mended, &session);
                    let is_left = leaves_to(rule, rule) && again.iter().all(|it| it.fixes.is_empty());
                    if !again.is_empty() && !is_left {
                        faults.push(format!("{} still speaks after: {}", rule.code, fix.title));
                    }
                    for later in all(&mended, &session).findings {
                        let known = |it: &Finding| it.rule == later.rule && it.place == later.place;
                        if !before.findings.iter().any(known) && !may_follow(rule, &later) {
                            faults.push(format!(
                                "{} brings {}: {}",
                                rule.code, later.rule.code, later.message
                            ));
                        }
                    }
                    mended.apply(&fix.edit.inverse()).unwrap();
                    assert_eq!(mended, board, "{}: undone", rule.code);
                }
            }
        }
    }
    assert_eq!(faults, Vec::<String>::new());
}

/// The rules whose findings no edit can clear, by why.
const WITHOUT_FIX: &[(&str, &[&str])] = &[
    (
        "what the interviewer says: answers are theirs, and the questions stand on the board already",
        &[
            "SCO001", "SCO002", "SCO003", "SCO004", "SCO005", "SCO006", "SCO007", "SCO008", "SCO009",
            "SCO010", "SCO011", "SCO012", "NUM014", "GOV001", "GOV002", "GOV007",
        ],
    ),
    (
        "the sums: a figure that would pass is named, and has to be earned before it is written",
        &[
            "CON005", "CON006", "CON007", "NUM001", "NUM003", "NUM004", "NUM007", "NUM008", "NUM009",
            "NUM010", "NUM011", "NUM013",
        ],
    ),
    (
        "another design: which part to put, move or take out is the decision that is asked for",
        &[
            "FLR005", "FLR006", "FLR011", "FLR012", "JUS004", "JUS005", "FLO001", "FLO003", "FLO005",
            "FLO011", "MED002", "GOV005", "GOV008",
        ],
    ),
    (
        "words that only a person has: reasons, names, what travels, what was weighed",
        &[
            "JUS006", "JUS007", "JUS008", "JUS009", "JUS010", "JUS011", "FLO009", "FLO010", "WRP001",
            "WRP003", "WRP004", "WRP005", "WRP006", "ALW003",
        ],
    ),
    (
        "the clock: what is past is past",
        &["CLK001", "CLK002", "CLK003", "CLK004"],
    ),
];

#[test]
fn every_rule_offers_a_fix_or_is_known_to_have_none() {
    let known = |rule: &Rule| WITHOUT_FIX.iter().any(|(_, codes)| codes.contains(&rule.code));
    let mut wrong = Vec::new();
    for rule in RULES {
        let offers = |(board, session): &(Board, Session)| {
            let findings = under(rule, board, session);
            findings.iter().any(|finding| !finding.fixes.is_empty())
        };
        if boards(rule, "bad").iter().any(offers) == known(rule) {
            wrong.push(rule.code);
        }
    }
    assert_eq!(wrong, Vec::<&str>::new());
}

#[test]
fn codes_and_names_are_unique_ordered_and_well_formed() {
    for (rule, next) in RULES.iter().zip(RULES.iter().skip(1)) {
        assert!(
            (rule.family, rule.code) < (next.family, next.code),
            "{} before {}",
            rule.code,
            next.code
        );
    }
    for rule in RULES {
        let number = rule.code.strip_prefix(rule.family.prefix()).unwrap();
        assert!(
            number.len() == 3 && number.bytes().all(|digit| digit.is_ascii_digit()),
            "{}",
            rule.code
        );
        assert!(
            rule.name.bytes().all(|c| c.is_ascii_lowercase() || c == b'-'),
            "{}",
            rule.name
        );
        assert_eq!(lint::rule(rule.code), Some(*rule));
        assert_eq!(lint::rule(rule.name), Some(*rule));
        assert!(
            !rule.summary.ends_with('.') && rule.summary.len() <= 120,
            "{}: {}",
            rule.code,
            rule.summary
        );
        let file = format!(
            "{}_{}.rs",
            rule.code.to_ascii_lowercase(),
            rule.name.replace('-', "_")
        );
        let path = concat!(env!("CARGO_MANIFEST_DIR"), "/../crates/lint/src/rules/");
        assert!(
            std::path::Path::new(path).join(&file).exists(),
            "{file} holds {}",
            rule.code
        );
    }
    assert_eq!(lint::rule("nothing"), None);
}

#[test]
fn messages_say_what_why_and_what_to_do() {
    for rule in RULES {
        for (board, session) in boards(rule, "bad") {
            for finding in all(&board, &session).findings {
                let message = &finding.message;
                let opens = message.starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit());
                let names = board
                    .boxes()
                    .any(|(_, record)| message.starts_with(record.label.as_str()));
                assert!(opens || names, "{}: {message}", finding.rule.code);
                assert!(message.ends_with(['.', '?']), "{}: {message}", finding.rule.code);
                assert!(
                    message.contains(". ") || message.contains(": "),
                    "what, and what to do: {message}"
                );
                assert!(message.chars().count() <= 400, "{}: {message}", finding.rule.code);
                assert!(
                    !message.contains("  ") && !message.contains('\n'),
                    "{}: {message}",
                    finding.rule.code
                );
                assert!(
                    finding.evidence.iter().all(|it| !it.text.ends_with('.')),
                    "{:?}",
                    finding.evidence
                );
            }
        }
    }
}
