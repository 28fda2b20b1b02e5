//! The score for other programs.
//!
//! Version 1: `{"version":1,"path","passes","total","of":25,"dimensions":[{"id","title","points","of":5,"needs","passes",
//! "criteria":[{"id","title","points","shown","missing","costs":[{"rule","severity","where":{"kind","id"},"message"}]}]}]}`.
//! `shown` is what earned the point, or null, and then `missing` says what an interviewer notes; the severity
//! `cannot-tell` is that of a rule that lacks a figure. Ids never change, so that two attempts compare by them.

use lint::Severity;
use serde::Serialize;

use crate::marking::{Cost, Judged, Mark, Score};

/// The version of the form.
pub const VERSION: u32 = 1;

/// The score of the board at `path`, as one line.
pub fn line(path: &str, score: &Score) -> String {
    let document = Document {
        version: VERSION,
        path,
        passes: score.passes(),
        total: score.total(),
        of: 25,
        dimensions: score.marks.iter().map(JsonMark::of).collect(),
    };
    // Plain structs of strings and numbers cannot fail to serialise.
    serde_json::to_string(&document).unwrap_or_default()
}

#[derive(Serialize)]
struct Document<'s> {
    version: u32,
    path: &'s str,
    passes: bool,
    total: f64,
    of: u32,
    dimensions: Vec<JsonMark<'s>>,
}

#[derive(Serialize)]
struct JsonMark<'s> {
    id: &'static str,
    title: &'static str,
    points: f64,
    of: u32,
    needs: Option<f64>,
    passes: bool,
    criteria: Vec<JsonJudged<'s>>,
}

#[derive(Serialize)]
struct JsonJudged<'s> {
    id: &'static str,
    title: &'static str,
    points: f64,
    shown: Option<&'s str>,
    missing: Option<&'static str>,
    costs: Vec<JsonCost<'s>>,
}

#[derive(Serialize)]
struct JsonCost<'s> {
    rule: &'static str,
    severity: &'static str,
    #[serde(rename = "where")]
    place: JsonPlace<'s>,
    message: &'s str,
}

#[derive(Serialize)]
struct JsonPlace<'s> {
    kind: &'static str,
    id: Option<&'s str>,
}

impl<'s> JsonMark<'s> {
    fn of(mark: &'s Mark) -> Self {
        Self {
            id: mark.dimension.as_str(),
            title: mark.dimension.title(),
            points: mark.points(),
            of: 5,
            needs: mark.dimension.needs(),
            passes: mark.passes(),
            criteria: mark.criteria.iter().map(JsonJudged::of).collect(),
        }
    }
}

impl<'s> JsonJudged<'s> {
    fn of(judged: &'s Judged) -> Self {
        Self {
            id: judged.criterion.id,
            title: judged.criterion.title,
            points: judged.points(),
            shown: judged.shown.as_deref(),
            missing: judged.shown.is_none().then_some(judged.criterion.missing),
            costs: judged.costs.iter().map(JsonCost::of).collect(),
        }
    }
}

impl<'s> JsonCost<'s> {
    fn of(cost: &'s Cost) -> Self {
        Self {
            rule: cost.rule,
            severity: cost.severity.map_or("cannot-tell", Severity::as_str),
            place: JsonPlace {
                kind: cost.place.kind(),
                id: cost.place.id(),
            },
            message: &cost.message,
        }
    }
}
