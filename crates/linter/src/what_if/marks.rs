//! What is seen on the board at a moment, beside what waits: which boxes are hit, who is not served, which promise is broken,
//! and on which way.

use analysis::freshness::Freshness;
use analysis::latency::Latency;
use analysis::stress::{Answer, How, Kind, Promise, Promised, Savings, Served, Stretch, Waiting};
use analysis::{Readings, Stop};
use board::graph::Graph;
use board::{Board, BoxId};
use quantity::spoken::{figure, money};
use serde_json::{Value, json};

/// Every mark of `answer`, as JSON: the gravest of a place last.
pub(super) fn of(board: &Board, answer: &Answer) -> Value {
    let mut marks = Marks(Vec::new());
    let whole = Stretch {
        from: 0.0,
        until: answer.lasts,
    };
    for reader in &answer.readers.rows {
        let (tone, word) = match reader.served {
            Served::Nothing => ("broken", "not served"),
            Served::Less => ("less", "served with less"),
            Served::Old => ("less", "sees old data"),
        };
        marks.add(&reader.at, tone, word, &whole);
    }
    for buffer in &answer.buffers.rows {
        let (Some(from), false) = (buffer.gone_from, buffer.gone == Some(0.0)) else {
            continue;
        };
        let until = buffer.drained;
        let word = match buffer.waiting {
            Waiting::Lesser => "answers with less",
            _ => "loses events",
        };
        marks.add(&buffer.at, "broken", word, &Stretch { from, until });
    }
    let ways = Ways::of(board, answer);
    for promise in &answer.promises.rows {
        marks.add_broken(promise, &ways);
    }
    if let Some(at) = &answer.at {
        let times = answer.factor.map_or_else(String::new, figure);
        let word = match answer.kind {
            Kind::Slow => format!("{times}× slower"),
            Kind::Deploy => "restarts".to_owned(),
            _ => "down".to_owned(),
        };
        marks.add(at, "hit", &word, &whole);
    }
    if let Some(savings) = &answer.savings {
        marks.add_cuts(savings, &whole);
    }
    marks.0.into()
}

struct Marks(Vec<Value>);

impl Marks {
    fn add(&mut self, at: &BoxId, tone: &str, word: &str, stretch: &Stretch) {
        self.push("box", at.as_str(), tone, word, stretch);
    }

    fn push(&mut self, kind: &str, id: &str, tone: &str, word: &str, stretch: &Stretch) {
        let (from, until) = (stretch.from, stretch.until);
        self.0.push(
            json!({ "kind": kind, "id": id, "tone": tone, "word": word, "from": from, "until": until }),
        );
    }

    fn add_broken(&mut self, promise: &Promise, ways: &Ways) {
        let word = match promise.kind {
            Promised::Latency => "too late",
            Promised::Freshness => "data too old",
            Promised::Availability => "down too long",
            Promised::Recovery => "still behind",
            Promised::Loss => "too much lost",
            Promised::Replay => "no replay",
        };
        let Some(at) = &promise.at else { return };
        for stretch in &promise.broken.rows {
            self.add(at, "broken", word, stretch);
            for edge in ways.to(promise.kind, at) {
                self.push("edge", edge, "broken", "", stretch);
            }
        }
    }
}

impl Marks {
    /// The boxes that are cut, by their turn.
    fn add_cuts(&mut self, savings: &Savings, whole: &Stretch) {
        for (number, cut) in savings.cuts.rows.iter().enumerate() {
            let to = money(cut.to.round(), savings.currency.as_deref());
            let word = match cut.how {
                How::Away => format!("{}. goes", number + 1),
                _ => format!("{}. to {to}", number + 1),
            };
            self.add(&cut.at, "less", &word, whole);
            for gone in cut.lane.rows.iter().filter(|gone| **gone != cut.at) {
                self.add(gone, "less", "goes with it", whole);
            }
        }
    }
}

/// The edges of the worst way to each end whose latency or freshness is broken.
struct Ways(Vec<(Promised, BoxId, Vec<String>)>);

impl Ways {
    fn of(board: &Board, answer: &Answer) -> Self {
        let timed = |promise: &&Promise| {
            matches!(promise.kind, Promised::Latency | Promised::Freshness) && !promise.broken.is_empty()
        };
        let broken: Vec<_> = answer.promises.rows.iter().filter(timed).collect();
        if broken.is_empty() {
            return Self(Vec::new());
        }
        let graph = Graph::new(board);
        let readings = Readings::of(&graph);
        let (latency, freshness) = (Latency::of(&graph, &readings), Freshness::of(&graph, &readings));
        let way = |promise: &&Promise| {
            let at = promise.at.clone()?;
            let slot = graph.slot(&at)?;
            let route = match promise.kind {
                Promised::Latency => latency.route(&graph, slot),
                _ => freshness.route(&graph, slot),
            };
            let edges = route.stops.iter().filter_map(|stop| match stop {
                Stop::Edge(edge) => Some(graph.edge(*edge).id.to_string()),
                Stop::Box(_) => None,
            });
            Some((promise.kind, at, edges.collect()))
        };
        Self(broken.iter().filter_map(way).collect())
    }

    fn to(&self, kind: Promised, at: &BoxId) -> impl Iterator<Item = &str> {
        let way = self.0.iter().find(move |(of, end, _)| *of == kind && end == at);
        way.into_iter().flat_map(|(.., edges)| edges).map(String::as_str)
    }
}
