//! The rubric on the boards in `diagrams/`: seniors pass, juniors do not, and each point says why.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use lint::{Family, Options, RULES};
use score::{CRITERIA, Dimension, Score, compare};

use crate::diagrams::boards;

fn scores() -> Vec<(String, Score)> {
    let score = |(name, text): (String, String)| {
        let board = board::file::read(&text).unwrap().board;
        let report = lint::check(&board, &Options::default());
        (name, Score::of(&board, &report))
    };
    boards().into_iter().map(score).collect()
}

/// Each point with what earned it, else what is missing, and the rules that cost part of it.
fn told(score: &Score) -> String {
    let mut text = format!(
        "{} of 25, {}\n",
        score.total(),
        if score.passes() { "passes" } else { "does not pass" }
    );
    for mark in &score.marks {
        text += &format!("{} {}\n", mark.dimension.as_str(), mark.points());
        for judged in &mark.criteria {
            let shown = judged.shown.as_deref().unwrap_or(judged.criterion.missing);
            text += &format!("  {} {}: {shown}\n", judged.points(), judged.criterion.title);
            for cost in &judged.costs {
                let severity = cost.severity.map_or("cannot-tell", lint::Severity::as_str);
                text += &format!(
                    "      {} {severity} on {}\n",
                    cost.rule,
                    cost.place.id().unwrap_or(cost.place.kind())
                );
            }
        }
    }
    text
}

#[test]
fn the_score_of_every_board_is_as_noted() {
    for (name, score) in scores() {
        insta::with_settings!({ snapshot_path => "snapshots/scores", prepend_module_to_snapshot => false, omit_expression => true }, {
            let snapshot = name.replace(".board.json", "").replace('/', "-");
            insta::assert_snapshot!(snapshot, told(&score));
        });
    }
}

#[test]
fn what_would_bring_most_is_all_that_lacks_and_what_passing_needs_comes_first() {
    for (name, score) in scores() {
        let next = score.next();
        let lacking: f64 = next.iter().map(|judged| judged.lacks()).sum();
        assert_eq!(score.total() + lacking, 25.0, "{name}");
        let short: Vec<Dimension> = score.short().map(|mark| mark.dimension).collect();
        let is_short = next
            .iter()
            .map(|judged| short.contains(&judged.criterion.dimension));
        assert!(is_short.is_sorted_by(|one, other| one >= other), "{name}");
    }
}

#[test]
fn seniors_pass_and_juniors_do_not() {
    let scores = scores();
    let of = |who: &str| {
        scores
            .iter()
            .filter(|(name, _)| name.contains(who))
            .collect::<Vec<_>>()
    };
    let (seniors, juniors) = (of("senior"), of("junior"));
    assert_eq!((seniors.len(), juniors.len()), (14, 14));
    for (name, score) in seniors {
        assert!(score.passes() && score.total() >= 20.0, "{name}\n{}", told(score));
    }
    for (name, score) in juniors {
        assert!(
            !score.passes() && score.total() <= 10.0,
            "{name}\n{}",
            told(score)
        );
    }
}

#[test]
fn every_rule_speaks_against_one_criterion() {
    for rule in RULES {
        let criteria = CRITERIA
            .iter()
            .filter(|criterion| criterion.rules.contains(&rule.code))
            .count();
        assert_eq!(
            criteria,
            usize::from(rule.family != Family::Allow),
            "{}",
            rule.code
        );
    }
    let known = |code: &&&str| RULES.iter().any(|rule| rule.code == **code);
    assert!(
        CRITERIA
            .iter()
            .flat_map(|criterion| criterion.rules)
            .all(|code| known(&code))
    );
    for dimension in Dimension::ALL {
        assert_eq!(
            CRITERIA
                .iter()
                .filter(|criterion| criterion.dimension == dimension)
                .count(),
            5
        );
    }
}

#[test]
fn the_page_on_the_score_names_every_criterion() {
    let page = crate::sources::read("docs/score.md");
    for criterion in &CRITERIA {
        assert!(page.contains(criterion.title), "{}", criterion.title);
    }
    assert!(
        Dimension::ALL
            .iter()
            .all(|dimension| page.contains(dimension.title()))
    );
}

#[test]
fn each_point_lost_says_why() {
    for (name, score) in scores() {
        for judged in score.marks.iter().flat_map(|mark| &mark.criteria) {
            let is_whole = judged.points() == 1.0;
            let has_reason = judged.shown.is_none() || !judged.costs.is_empty();
            assert_eq!(is_whole, !has_reason, "{name}: {}", judged.criterion.id);
        }
    }
}

fn scored(text: &str) -> Score {
    let board = board::sketch::read(text).unwrap();
    Score::of(&board, &lint::check(&board, &Options::default()))
}

#[test]
fn nothing_is_given_for_an_empty_board_and_what_is_set_aside_costs_nothing() {
    assert_eq!(scored("").total(), 0.0);
    let owned = "[ingest] Kafka: 5 ev/s @A\n[process] Job: 9 ev/s\n[process] Copy: 9 ev/s\nKafka -> Job @A\nKafka -> Copy @A\nJob -> Copy";
    let set_aside = format!("{owned}\nallow OWN001 on e3: both are ours");
    let point = |text: &str| {
        let score = scored(text);
        let mut all = score.marks.iter().flat_map(|mark| &mark.criteria);
        all.find(|judged| judged.criterion.id == "somebody-answers")
            .unwrap()
            .costs
            .iter()
            .any(|cost| cost.rule == "OWN001")
    };
    assert_eq!((point(owned), point(&set_aside)), (true, false));
}

#[test]
fn two_attempts_compare_point_by_point() {
    let first = scored("scope persona: a clerk\n[ingest] Kafka");
    let second = scored("scope persona: a clerk\nscope outcome: $1M a year\n[ingest] Kafka");
    let moved = compare(&first, &second);
    let ids: Vec<&str> = moved.iter().map(|step| step.criterion.id).collect();
    assert!(ids.contains(&"pays"), "{ids:?}");
    assert!(compare(&second, &second).is_empty());
    let pays = moved.iter().find(|step| step.criterion.id == "pays").unwrap();
    assert!(pays.by() > 0.0);
}
