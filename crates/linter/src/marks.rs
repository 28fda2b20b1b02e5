//! What the page shows of the score of a board: every word and length of it, so that the page only draws.
//!
//! `{"points","verdict","passes","quarters","short":[{"title","points","needed"}],"next":[{"id","title","gain"}],
//! "dimensions":[{"id","title","points","length","needed","standing","criteria":[{"id","title","points","standing","said",
//! "costs":[{"rule","severity","kind","id","message"}],"more"}]}]}`, all texts. `quarters` are all points together in
//! quarters, which compare from one answer to the next; `length` is in percent; a dimension stands `short` of what passing
//! needs, at `enough` of it, or needs nothing (`free`); a criterion is `whole`, `part` or `none`.

use quantity::spoken::figure;
use score::{Cost, Judged, Mark, Score};
use serde_json::{Value, json};

/// How many costs of a criterion are shown, and how many criteria of what would bring most.
const MOST: usize = 4;

/// What is shown of `score`.
pub fn written(score: &Score) -> Value {
    let next = score.next().into_iter().take(MOST - 1);
    let next = next.map(|judged| {
        let (id, title) = (judged.criterion.id, judged.criterion.title);
        json!({ "id": id, "title": title, "gain": format!("+{}", figure(judged.lacks())) })
    });
    let short = score.short().map(|mark| {
        let (title, points) = (mark.dimension.title(), figure(mark.points()));
        json!({ "title": title, "points": points, "needed": mark.dimension.needed() })
    });
    json!({
        "points": figure(score.total()),
        "verdict": score.verdict(),
        "passes": score.passes().to_string(),
        "quarters": figure(score.total() * 4.0),
        "short": Value::from_iter(short),
        "next": Value::from_iter(next),
        "dimensions": Value::from_iter(score.marks.iter().map(dimension)),
    })
}

fn dimension(mark: &Mark) -> Value {
    json!({
        "id": mark.dimension.as_str(),
        "title": mark.dimension.title(),
        "points": figure(mark.points()),
        "length": format!("{}%", figure(mark.points() * 20.0)),
        "needed": mark.dimension.needed(),
        "standing": match mark.dimension.needs() {
            None => "free",
            Some(_) if mark.passes() => "enough",
            Some(_) => "short",
        },
        "criteria": Value::from_iter(mark.criteria.iter().map(criterion)),
    })
}

fn criterion(judged: &Judged) -> Value {
    let more = judged.costs.len().saturating_sub(MOST);
    json!({
        "id": judged.criterion.id,
        "title": judged.criterion.title,
        "points": figure(judged.points()),
        "standing": match (judged.lacks(), &judged.shown) {
            (_, None) => "none",
            (0.0, _) => "whole",
            _ => "part",
        },
        "said": judged.said(),
        "costs": Value::from_iter(judged.costs.iter().take(MOST).map(cost)),
        "more": (more > 0).then(|| format!("and {more} more")),
    })
}

fn cost(cost: &Cost) -> Value {
    json!({
        "rule": cost.rule,
        "severity": cost.severity.map_or("cannot-tell", lint::Severity::as_str),
        "kind": cost.place.kind(),
        "id": cost.place.id(),
        "message": cost.message,
    })
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

    use super::*;

    fn shown(sketch: &str) -> Value {
        let board = board::sketch::read(sketch).unwrap();
        let report = lint::check(&board, &lint::Options::default());
        written(&Score::of(&board, &report))
    }

    #[test]
    fn an_empty_board_lacks_what_passing_needs_first() {
        let marks = shown("");
        assert_eq!(
            (marks["points"].as_str(), marks["verdict"].as_str()),
            (Some("0"), Some("not yet"))
        );
        let lacking = json!({ "title": "Problem structuring", "points": "0", "needed": "4 needed" });
        assert_eq!(marks["short"][0], lacking);
        assert_eq!(
            marks["next"][0],
            json!({ "id": "asks-first", "title": "Asks before drawing", "gain": "+1" })
        );
        assert_eq!(marks["next"].as_array().unwrap().len(), 3);
        assert_eq!(marks["dimensions"][2]["standing"], "free");
    }

    #[test]
    fn a_point_is_told_with_what_it_rests_on_and_what_it_costs() {
        let boxes: String = (0..12)
            .map(|number| format!("[process] Job {number}\n"))
            .collect();
        let marks = shown(&format!("{boxes}[ingest] Kafka: 10k ev/s\n"));
        let constraints = &marks["dimensions"][1]["criteria"][0];
        assert_eq!(
            (constraints["id"].as_str(), constraints["standing"].as_str()),
            (Some("constraint-beside-every-box"), Some("none"))
        );
        assert_eq!(constraints["costs"].as_array().unwrap().len(), MOST);
        assert_eq!(constraints["costs"][0]["rule"], "CON001");
        assert_eq!(
            (
                constraints["costs"][0]["kind"].as_str(),
                constraints["costs"][0]["id"].as_str()
            ),
            (Some("box"), Some("job-0"))
        );
        assert!(constraints["more"].as_str().unwrap().starts_with("and "));
    }
}
