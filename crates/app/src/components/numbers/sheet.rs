//! What one sum shows, before it is drawn: its verdict, bars, figures beside them, and what is missing.

use analysis::numbers::{At, Figure, Listed, Numbers};
use board::{Board, BoxId, Question, Role};
use lint::Place;

use crate::components::findings::place_name::place_name;
use crate::components::glyph::Glyph;
use crate::panels::Sum;

use super::{costs, loads, paths, uptime};

/// One sum.
pub(super) struct Sheet {
    /// Whether it closes.
    pub verdict: Glyph,
    /// In a few words, such as `190 ms of 300 ms`.
    pub figure: String,
    /// The bars, chart by chart; one without bars is not shown.
    pub charts: Vec<Chart>,
    /// Figures beside the bars: what they are called, and what they say.
    pub facts: Vec<(&'static str, String)>,
    /// What the board does not say.
    pub missing: Vec<Missing>,
    /// What is said where there are no bars at all.
    pub empty: Option<&'static str>,
}

/// Bars on one scale.
pub(super) struct Chart {
    /// What they show.
    pub title: String,
    /// What stands in each of the three columns.
    pub heads: [&'static str; 3],
    /// The bars.
    pub bars: Vec<Bar>,
    /// Where on the scale the limit is.
    pub limit: Option<f64>,
    /// How many bars were left out.
    pub more: usize,
}

/// One bar.
pub(super) struct Bar {
    /// Where it leads.
    pub place: Option<Place>,
    /// What it is called.
    pub name: String,
    /// How it looks.
    pub tone: Tone,
    /// Where on the scale it begins, from 0 to 1.
    pub from: f64,
    /// How long it is on the scale.
    pub length: f64,
    /// What it says.
    pub figure: String,
    /// More of it, in lesser words.
    pub note: String,
}

/// How a bar looks.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Tone {
    /// In the colour of its box.
    Role(Role),
    /// An arrow that carries data, or nobody's.
    Edge,
    /// All of it together.
    Total,
    /// Above its limit.
    Over,
    /// The board does not say.
    Open,
}

/// What the board does not say, and where it would be written.
pub(super) struct Missing {
    /// In a sentence.
    pub words: &'static str,
    /// The question that would be asked.
    pub ask: Option<Question>,
    /// The boxes that would say it, and what they are called.
    pub boxes: Vec<(Place, String)>,
    /// How many more boxes there are.
    pub more: usize,
}

/// What the board calls its boxes and edges.
#[derive(Clone, Copy)]
pub(super) struct Names<'b>(pub &'b Board);

impl Sheet {
    /// What is shown of `sum`.
    pub(super) fn of(sum: Sum, numbers: &Numbers, names: Names<'_>) -> Self {
        match sum {
            Sum::Latency => paths::latency(&numbers.latency, names),
            Sum::Freshness => paths::freshness(&numbers.freshness, names),
            Sum::Capacity => loads::capacity(&numbers.load, names),
            Sum::Storage => loads::storage(&numbers.replay, &numbers.stores, names),
            Sum::Cost => costs::cost(&numbers.cost, names),
            Sum::Availability => uptime::availability(&numbers.availability, &numbers.singles, names),
        }
    }

    /// The verdict in a word, for those who do not see its sign.
    pub(super) fn said(&self) -> &'static str {
        match self.verdict {
            Glyph::Ok => "holds",
            Glyph::Error => "does not hold",
            _ => "cannot tell",
        }
    }
}

impl<'b> Names<'b> {
    /// A box, where its bar leads.
    pub(super) fn of_box(self, id: &BoxId) -> (Place, String) {
        let place = Place::Box(id.clone());
        let name = place_name(self.0, &place);
        (place, name)
    }

    /// A box or an edge, where its bar leads.
    pub(super) fn of(self, at: &At) -> (Place, String) {
        match at {
            At::Box(id) => self.of_box(id),
            At::Edge(id) => {
                let place = Place::Edge(id.clone());
                let name = place_name(self.0, &place);
                (place, name)
            }
        }
    }

    /// The colour of a place.
    pub(super) fn tone(self, place: &Place) -> Tone {
        match place {
            Place::Box(id) => self
                .0
                .get_box(id)
                .map_or(Tone::Edge, |record| Tone::Role(record.role)),
            _ => Tone::Edge,
        }
    }

    /// The names of all, joined.
    pub(super) fn all(self, ids: &Listed<BoxId>) -> String {
        let mut names: Vec<String> = ids.rows.iter().map(|id| self.of_box(id).1).collect();
        if ids.more > 0 {
            names.push(format!("{} more", ids.more));
        }
        names.join(", ")
    }
}

impl Missing {
    /// The scope has no answer that says it.
    pub(super) fn answer(words: &'static str, question: Question) -> Self {
        Self {
            words,
            ask: Some(question),
            boxes: Vec::new(),
            more: 0,
        }
    }

    /// Boxes do not say it; nothing where all do.
    pub(super) fn boxes(words: &'static str, ids: &Listed<BoxId>, names: Names<'_>) -> Option<Self> {
        (!ids.is_empty()).then(|| Self {
            words,
            ask: None,
            boxes: ids.rows.iter().map(|id| names.of_box(id)).collect(),
            more: ids.more,
        })
    }
}

/// `190 ms of 300 ms`; a question mark for what is open.
pub(super) fn held(figure: Figure, limit: Figure, print: impl Fn(f64) -> String) -> String {
    match limit {
        Figure::Open => said(figure, print),
        limit => format!("{} of {}", said(figure, &print), said(limit, &print)),
    }
}

/// The figure, or a question mark.
pub(super) fn said(figure: Figure, print: impl Fn(f64) -> String) -> String {
    figure.number().map_or_else(|| "?".to_owned(), print)
}

/// `figure` stays within `limit`, and nothing is `open` that could change that.
pub(super) fn verdict(figure: Figure, limit: Figure, open: bool) -> Glyph {
    match figure.number().zip(limit.number()) {
        Some((figure, limit)) if is_over(figure, limit) => Glyph::Error,
        Some(_) if !open => Glyph::Ok,
        _ => Glyph::Open,
    }
}

/// `figure` is above `limit` by more than rounding.
pub(super) fn is_over(figure: f64, limit: f64) -> bool {
    figure > limit * (1.0 + 1e-9)
}

/// A scale that ends a little behind the largest figure: the factor that maps figures to it.
pub(super) fn scale(figures: impl IntoIterator<Item = f64>) -> f64 {
    let most = figures.into_iter().fold(0.0, f64::max);
    if most > 0.0 { 0.97 / most } else { 0.0 }
}
