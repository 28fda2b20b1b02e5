//! What the numbers of a board show, before they are drawn: for each sum its verdict, bars, figures beside them, and what
//! is missing. Every word and length is worked out here, so that the page only draws.

mod costs;
mod loads;
mod paths;
mod text;
mod uptime;

use analysis::numbers::{At, Figure, Listed, Numbers};
use board::{Board, BoxId, Question, Role};
use lint::Place;

/// What is shown of the numbers of `board`, as JSON: an array with an object for each sum, in the order of the page's tabs.
pub fn written(board: &Board) -> String {
    let numbers = Numbers::of(board);
    let names = Names(board);
    text::written(&[
        paths::latency(&numbers.latency, names),
        paths::freshness(&numbers.freshness, names),
        loads::capacity(&numbers.load, names),
        loads::storage(&numbers.replay, &numbers.stores, names),
        costs::cost(&numbers.cost, names),
        uptime::availability(&numbers.availability, &numbers.singles, names),
    ])
}

/// Whether a sum closes.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Verdict {
    /// It stays within its limit.
    Holds,
    /// It does not.
    Breaks,
    /// The board does not say enough.
    Open,
}

/// One sum.
struct Sheet {
    /// Whether it closes.
    verdict: Verdict,
    /// In a few words, such as `190 ms of 300 ms`.
    figure: String,
    /// The bars, chart by chart; one without bars is not shown.
    charts: Vec<Chart>,
    /// Figures beside the bars: what they are called, and what they say.
    facts: Vec<(&'static str, String)>,
    /// What the board does not say.
    missing: Vec<Missing>,
    /// What is said where there are no bars at all.
    empty: Option<&'static str>,
}

/// Bars on one scale.
struct Chart {
    /// What they show.
    title: String,
    /// What stands in each of the three columns.
    heads: [&'static str; 3],
    /// The bars.
    bars: Vec<Bar>,
    /// Where on the scale the limit is.
    limit: Option<f64>,
    /// How many bars were left out.
    more: usize,
}

/// One bar.
struct Bar {
    /// Where it leads.
    place: Option<Place>,
    /// What it is called.
    name: String,
    /// How it looks.
    tone: Tone,
    /// Where on the scale it begins, from 0 to 1.
    from: f64,
    /// How long it is on the scale.
    length: f64,
    /// What it says.
    figure: String,
    /// More of it, in lesser words.
    note: String,
}

/// How a bar looks.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Tone {
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
struct Missing {
    /// In a sentence.
    words: &'static str,
    /// The question that would be asked.
    ask: Option<Question>,
    /// The boxes that would say it, and what they are called.
    boxes: Vec<(Place, String)>,
    /// How many more boxes there are.
    more: usize,
}

/// What the board calls its boxes and edges.
#[derive(Clone, Copy)]
struct Names<'b>(&'b Board);

impl<'b> Names<'b> {
    /// A box, where its bar leads.
    fn of_box(self, id: &BoxId) -> (Place, String) {
        let place = Place::Box(id.clone());
        let name = self.label(id);
        (place, name)
    }

    /// A box or an edge, where its bar leads.
    fn of(self, at: &At) -> (Place, String) {
        match at {
            At::Box(id) => self.of_box(id),
            At::Edge(id) => {
                let place = Place::Edge(id.clone());
                let ends = self.0.get_edge(id);
                let name = ends.map(|edge| format!("{} → {}", self.label(&edge.from), self.label(&edge.to)));
                (place, name.unwrap_or_default())
            }
        }
    }

    fn label(self, id: &BoxId) -> String {
        let Some(record) = self.0.get_box(id) else {
            return String::new();
        };
        match record.label.trim() {
            "" => format!("Unnamed {}", record.role),
            label => label.to_owned(),
        }
    }

    /// The colour of a place.
    fn tone(self, place: &Place) -> Tone {
        match place {
            Place::Box(id) => self
                .0
                .get_box(id)
                .map_or(Tone::Edge, |record| Tone::Role(record.role)),
            _ => Tone::Edge,
        }
    }

    /// The names of all, joined.
    fn all(self, ids: &Listed<BoxId>) -> String {
        let mut names: Vec<String> = ids.rows.iter().map(|id| self.of_box(id).1).collect();
        if ids.more > 0 {
            names.push(format!("{} more", ids.more));
        }
        names.join(", ")
    }
}

/// One of those who wait or are served: how long its bar is, whether that is too long, and what it says.
fn end_bar(
    names: Names<'_>,
    at: &BoxId,
    length: f64,
    is_over: bool,
    figure: Figure,
    print: impl Fn(f64) -> String,
) -> Bar {
    let (place, name) = names.of_box(at);
    Bar {
        tone: match figure {
            Figure::Open => Tone::Open,
            _ if is_over => Tone::Over,
            _ => names.tone(&place),
        },
        place: Some(place),
        name,
        from: 0.0,
        length,
        figure: said(figure, print),
        note: String::new(),
    }
}

impl Missing {
    /// The scope has no answer that says it.
    fn answer(words: &'static str, question: Question) -> Self {
        Self {
            words,
            ask: Some(question),
            boxes: Vec::new(),
            more: 0,
        }
    }

    /// Boxes do not say it; nothing where all do.
    fn boxes(words: &'static str, ids: &Listed<BoxId>, names: Names<'_>) -> Option<Self> {
        (!ids.is_empty()).then(|| Self {
            words,
            ask: None,
            boxes: ids.rows.iter().map(|id| names.of_box(id)).collect(),
            more: ids.more,
        })
    }
}

/// What a sum or a bar says of itself where nothing is stated that it could rest on.
const NOTHING: &str = "not stated";

/// `190 ms of 300 ms`; a question mark for what is open.
fn held(figure: Figure, limit: Figure, print: impl Fn(f64) -> String) -> String {
    match (figure, limit) {
        (Figure::Open, Figure::Open) => NOTHING.to_owned(),
        (_, Figure::Open) => said(figure, print),
        (_, limit) => format!("{} of {}", said(figure, &print), said(limit, &print)),
    }
}

/// The figure, or a question mark.
fn said(figure: Figure, print: impl Fn(f64) -> String) -> String {
    figure.number().map_or_else(|| "?".to_owned(), print)
}

/// `figure` stays within `limit`, and nothing is `open` that could change that.
fn verdict(figure: Figure, limit: Figure, open: bool) -> Verdict {
    match figure.number().zip(limit.number()) {
        Some((figure, limit)) if is_over(figure, limit) => Verdict::Breaks,
        Some(_) if !open => Verdict::Holds,
        _ => Verdict::Open,
    }
}

/// `figure` is above `limit` by more than rounding.
fn is_over(figure: f64, limit: f64) -> bool {
    figure > limit * (1.0 + 1e-9)
}

/// A scale that ends a little behind the largest figure: the factor that maps figures to it.
fn scale(figures: impl IntoIterator<Item = f64>) -> f64 {
    let most = figures.into_iter().fold(0.0, f64::max);
    if most > 0.0 { 0.97 / most } else { 0.0 }
}

#[cfg(test)]
mod tests {
    use serde_json::Value;

    const CHAIN: &str = "scope latency: p99 200 ms\nscope freshness: 5 min\nscope volume: 1k ev/s, 2 KB each, 10x spike\n\
        scope cost: $10k/month\nscope availability: 99.9 %\n[source] Tills\n\
        [ingest] Log: 5k ev/s, p99 20 ms, $4k/mo, 99.99 %, 7-day replay\n[process] Job: 20k ev/s, p99 90 ms, every 1 min, $2k/mo\n\
        [serve] API: p99 50 ms, 99.9 %\n[consumer] Shop\nTills -> Log\nLog -> Job: p99 5 ms\nJob -> API\nAPI -> Shop";

    /// One line for each sheet: verdict, figure, bars of each chart, facts, and what is missing.
    fn lines(sketch: &str) -> Vec<String> {
        let board = board::sketch::read(sketch).unwrap_or_else(|error| panic!("{error}"));
        let sheets: Value = serde_json::from_str(&super::written(&board)).unwrap();
        let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
        let each = |value: &Value, names: [&str; 2]| {
            let rows = value.as_array().unwrap().iter();
            let rows = rows.map(|row| names.map(|name| text(&row[name])).join(" "));
            rows.collect::<Vec<_>>().join(", ")
        };
        let line = |sheet: &Value| {
            let charts = sheet["charts"].as_array().unwrap().iter();
            let charts = charts.map(|chart| format!("[{}]", each(&chart["bars"], ["name", "figure"])));
            let missing = sheet["missing"].as_array().unwrap().iter();
            let missing =
                missing.map(|it| format!("{} {}", text(&it["words"]), each(&it["chips"], ["kind", "name"])));
            let said = [
                format!("{} {}", text(&sheet["said"]), text(&sheet["figure"])),
                charts.collect(),
                each(&sheet["facts"], ["name", "figure"]),
                missing.collect::<Vec<_>>().join(" "),
                text(&sheet["empty"]),
            ];
            said.join(" | ")
        };
        sheets.as_array().unwrap().iter().map(line).collect()
    }

    #[test]
    fn each_sum_shows_its_verdict_its_bars_and_what_is_missing() {
        assert_eq!(
            lines(CHAIN),
            [
                "holds 165 ms of 200 ms | [Log 20 ms, Log → Job 5 ms, Job 90 ms, API 50 ms, Together 165 ms of 200 ms] |  |  | ",
                "holds 60.16 s of 5 min | [Log 20 ms, Log → Job 5 ms, Job 60.09 s, API 50 ms, Together 60.16 s of 5 min] |  |  | ",
                "does not hold 200 % full | [Log 200 %, Job 50 %] | On an ordinary day 1k ev/s, 2 MB/s, At peak and spike 10k ev/s, 20 MB/s, Spike 10× | What they take is not stated: words API | ",
                "cannot tell 7 days | [Job 7 days] |  | The scope does not say how far back a replay has to reach. answer Answer: Failure | ",
                "cannot tell $6,000 of $10,000 | [Log $4,000, Job $2,000][Nobody $6,000] | Together $6,000 of $10,000, A million events $2.28, A gigabyte $1.14 | No cost, so that the sum is a floor: words API | ",
                "does not hold 99.89 % of 99.9 % | [Log 99.99 %, Job ?, API 99.9 %, Together 99.89 %][Log 1 lost, Job 1 lost, API 1 lost] |  | No availability, counted as always up: words Job | ",
            ]
        );
    }

    #[test]
    fn a_board_without_figures_says_what_is_missing() {
        assert_eq!(
            lines("[ingest] Log\n[consumer] Shop\nLog -> Shop"),
            [
                "cannot tell not stated | [Log ?] |  | The scope gives no latency to stay within. answer Answer: Latency No latency, so that the sum is a floor: words Log | ",
                "cannot tell not stated | [Log ?] |  | The scope does not say how old data may be. answer Answer: Freshness Neither an interval nor a latency: words Log | ",
                "cannot tell not stated |  |  | The scope does not say how much comes. answer Answer: Volume | No box says both what reaches it and what it takes: write a rate beside it, such as `50k ev/s`.",
                "cannot tell not stated |  |  | The scope does not say how far back a replay has to reach. answer Answer: Failure | Nothing is kept yet: a store takes in what comes, a process replays what is kept before it.",
                "cannot tell not stated |  |  | The scope gives no ceiling. answer Answer: Cost ceiling No cost, so that the sum is a floor: words Log | Nothing says what it costs: write `$5k/month` beside each box.",
                "cannot tell not stated | [Log 1 lost] |  | The scope asks for no availability. answer Answer: Availability No availability, counted as always up: words Log | ",
            ]
        );
    }
}
