//! One event, walked from its source to who waits for it with the clock running: the worst path of the latency, else of the
//! freshness, hop by hop, as the numbers add it up.
//!
//! A hop that takes long is walked longer, but each long enough to be seen: how far the walk has come (0 to 100) and what
//! the clock says are two figures. What the board does not state adds nothing and says so.

use analysis::freshness::Freshness;
use analysis::latency::Latency;
use analysis::{Readings, Route, Stop};
use board::graph::{BoxSlot, Graph};
use board::{Board, BoxId, EdgeKind, Edit};
use quantity::spoken::duration;
use serde_json::{Value, json};

/// What is said of a hop that states nothing.
const NOT_STATED: &str = "not stated";

/// The walk that `question` asks for: `{"at", "from"}`, who waits and where it begins; without them the worst path.
pub(super) fn answered(question: &Value, board: &Board) -> Value {
    let wish = |name: &str| question.get(name).and_then(Value::as_str);
    let wish = |name: &str| wish(name).and_then(|id| BoxId::new(id).ok());
    let graph = Graph::new(board);
    let whole = Walk::of(&graph);
    let readers = whole.readers();
    let wanted = wish("at").and_then(|id| graph.slot(&id));
    let Some(end) = wanted.filter(|end| readers.contains(end)).or(whole.worst()) else {
        let words = "Nobody waits yet: join boxes to a consumer, and write beside each how long it takes.";
        return json!({ "error": words, "missing": [] });
    };
    let sources = sources(&graph, end);
    let from = wish("from").and_then(|id| graph.slot(&id));
    let named = |slots: &[BoxSlot]| Value::from_iter(slots.iter().map(|slot| whole.named(*slot)));
    let mut told = match from.filter(|from| sources.contains(from) && sources.len() > 1) {
        Some(from) => {
            // What the event never passes tells nothing of it.
            let part = behind(&graph, from);
            let graph = Graph::new(&part);
            let walk = Walk::of(&graph);
            let end = graph.slot(whole.graph.get_box(end).id);
            end.map_or(Value::Null, |end| walk.told(end))
        }
        None => whole.told(end),
    };
    told["readers"] = named(&readers);
    told["sources"] = named(&sources);
    told
}

struct Walk<'g, 'b> {
    graph: &'g Graph<'b>,
    latency: Latency,
    freshness: Freshness,
}

impl<'g, 'b> Walk<'g, 'b> {
    fn of(graph: &'g Graph<'b>) -> Self {
        let readings = Readings::of(graph);
        Self {
            graph,
            latency: Latency::of(graph, &readings),
            freshness: Freshness::of(graph, &readings),
        }
    }

    /// Whoever waits for an event, those under the latency first.
    fn readers(&self) -> Vec<BoxSlot> {
        let mut readers = self.latency.ends().to_vec();
        let others = self.freshness.ends().iter().copied();
        let others: Vec<BoxSlot> = others.filter(|end| !readers.contains(end)).collect();
        readers.extend(others);
        readers
    }

    fn worst(&self) -> Option<BoxSlot> {
        self.latency.worst_end().or(self.freshness.worst_end())
    }

    fn named(&self, slot: BoxSlot) -> Value {
        json!({ "id": self.graph.get_box(slot).id.as_str(), "name": self.name(slot) })
    }

    fn name(&self, slot: BoxSlot) -> String {
        analysis::stress::said::called(self.graph.board(), self.graph.get_box(slot).id)
    }

    fn told(&self, end: BoxSlot) -> Value {
        let is_latency = self.latency.ends().contains(&end);
        let (route, open, budget) = if is_latency {
            let budget = self.latency.budget().map(|budget| budget.seconds);
            (self.latency.route(self.graph, end), self.latency.open(), budget)
        } else {
            let budget = self.freshness.budget();
            (
                self.freshness.route(self.graph, end),
                self.freshness.open(),
                budget,
            )
        };
        let hops = self.hops(&route, open);
        let kind = if is_latency { "latency" } else { "freshness" };
        let is_open = |hop: &&Value| hop["adds"] == NOT_STATED;
        let unstated = hops.iter().filter(is_open).count();
        let (verdict, figure) = judged(route.seconds, budget, unstated > 0);
        let missing = hops.iter().filter(is_open).map(|hop| {
            let write = if is_latency { "p99 ? ms" } else { "every ? min" };
            let tells = format!("what {} adds", hop["name"].as_str().unwrap_or_default());
            json!({ "kind": "words", "id": hop["id"], "name": hop["name"], "write": write, "tells": tells })
        });
        let least = match unstated {
            0 => duration(route.seconds),
            _ if route.seconds > 0.0 => format!("At least {}", duration(route.seconds)),
            _ => "No time is stated".to_owned(),
        };
        let asked = budget.map_or_else(String::new, |asked| {
            format!("; the {kind} asks {}", duration(asked))
        });
        json!({
            "coming": format!("{least} on the worst path{asked}."),
            "at": self.graph.get_box(end).id.as_str(),
            "from": hops.first().map(|hop| hop["id"].clone()),
            "verdict": verdict,
            "figure": figure,
            "ends": 100.0,
            "worst": 100.0,
            "turns": Value::from_iter(hops.iter().map(|hop| hop["until"].clone())),
            "marks": Value::from_iter(hops.iter().map(mark)),
            "missing": Value::from_iter(missing),
            "hops": hops,
        })
    }

    /// Every box and edge on the way, with how far the walk has come and what the clock says.
    fn hops(&self, route: &Route, open: &[BoxSlot]) -> Vec<Value> {
        let mut timed = route.hops.iter().peekable();
        let mut stops: Vec<(Stop, f64)> = Vec::new();
        for stop in &route.stops {
            let hop = timed.next_if(|hop| hop.stop == *stop);
            stops.push((*stop, hop.map_or(0.0, |hop| hop.seconds)));
        }
        let share = |seconds: f64| 1.0 + 6.0 * seconds / route.seconds.max(f64::MIN_POSITIVE);
        let all: f64 = stops.iter().map(|(_, seconds)| share(*seconds)).sum();
        let (mut come, mut spent) = (0.0, 0.0);
        let hop = |(stop, seconds): (Stop, f64)| {
            let (from, begins) = (come, spent);
            come += share(seconds) * 100.0 / all;
            spent += seconds;
            let (kind, id, name) = match stop {
                Stop::Box(slot) => ("box", self.graph.get_box(slot).id.to_string(), self.name(slot)),
                Stop::Edge(slot) => {
                    let edge = self.graph.edge(slot);
                    let name = format!("{} → {}", self.name(edge.from), self.name(edge.to));
                    ("edge", edge.id.to_string(), name)
                }
            };
            let is_open = matches!(stop, Stop::Box(slot) if open.contains(&slot));
            let adds = match seconds > 0.0 {
                true => format!("+{}", duration(seconds)),
                false if is_open => NOT_STATED.to_owned(),
                false => String::new(),
            };
            json!({
                "kind": kind, "id": id, "name": name, "adds": adds,
                "by": duration(spent), "from": from, "until": come, "begins": begins, "ends": spent,
            })
        };
        stops.into_iter().map(hop).collect()
    }
}

/// What a hop shows on the board once the event has come there.
fn mark(hop: &Value) -> Value {
    let tone = if hop["adds"] == NOT_STATED {
        "less"
    } else {
        "passed"
    };
    json!({ "kind": hop["kind"], "id": hop["id"], "tone": tone, "word": hop["adds"], "from": hop["from"], "until": null })
}

fn judged(seconds: f64, budget: Option<f64>, is_open: bool) -> (&'static str, String) {
    if is_open && seconds == 0.0 {
        return ("open", NOT_STATED.to_owned());
    }
    let Some(budget) = budget else {
        return ("open", duration(seconds));
    };
    let verdict = match seconds > budget * (1.0 + 1e-9) {
        true => "error",
        false if is_open => "open",
        false => "ok",
    };
    (verdict, format!("{} of {}", duration(seconds), duration(budget)))
}

/// Where events that reach `end` enter.
fn sources(graph: &Graph<'_>, end: BoxSlot) -> Vec<BoxSlot> {
    let mut seen = vec![false; graph.box_count()];
    let mut sources = Vec::new();
    let mut next = vec![end];
    while let Some(slot) = next.pop() {
        let Some(seen) = seen.get_mut(slot.index()).filter(|seen| !**seen) else {
            continue;
        };
        *seen = true;
        let before: Vec<BoxSlot> = graph
            .incoming(slot, EdgeKind::Data)
            .map(|link| link.from)
            .collect();
        if before.is_empty() {
            sources.push(slot);
        }
        next.extend(before);
    }
    sources.sort();
    sources
}

/// The board with nothing on it that an event from `from` never reaches.
fn behind(graph: &Graph<'_>, from: BoxSlot) -> Board {
    let mut seen = vec![false; graph.box_count()];
    let mut next = vec![from];
    while let Some(slot) = next.pop() {
        let Some(seen) = seen.get_mut(slot.index()).filter(|seen| !**seen) else {
            continue;
        };
        *seen = true;
        next.extend(graph.outgoing(slot, EdgeKind::Data).map(|link| link.to));
    }
    let mut board = graph.board().clone();
    let mut edit = Edit::new();
    let others = graph
        .boxes()
        .filter(|node| seen.get(node.slot.index()) == Some(&false));
    for node in others {
        edit.remove_box(graph.board(), node.id);
    }
    // Nothing but removals, which every board takes.
    board.apply(&edit).ok();
    board
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

    use super::*;

    const BOARD: &str = "scope latency: p99 ≤ 200 ms\n[source] Tills\n[source] Web\n[ingest] Log: p99 20 ms\n\
        [process] Job\n[serve] API: p99 50 ms\n[consumer] Shop\nTills -> Log\nWeb -> API\nLog -> Job: p99 5 ms\nJob -> API\nAPI -> Shop";

    fn ask(question: Value) -> Value {
        answered(&question, &board::sketch::read(BOARD).unwrap())
    }

    #[test]
    fn the_worst_path_is_walked_with_the_clock_running() {
        let walk = ask(json!({}));
        let hops = walk["hops"].as_array().unwrap();
        let names: Vec<&str> = hops.iter().map(|hop| hop["name"].as_str().unwrap()).collect();
        assert_eq!(names[0], "Tills");
        assert_eq!(names.last(), Some(&"Shop"));
        assert_eq!(hops.last().unwrap()["by"], "75 ms");
        assert_eq!(walk["figure"], "75 ms of 200 ms");
        assert_eq!(walk["verdict"], "open", "Job states nothing");
        let job = hops.iter().find(|hop| hop["id"] == "job").unwrap();
        assert_eq!((&job["adds"], &job["begins"]), (&json!(NOT_STATED), &job["ends"]));
        assert_eq!(walk["missing"][0]["id"], "job");
        let along: Vec<f64> = hops.iter().map(|hop| hop["until"].as_f64().unwrap()).collect();
        assert!(along.is_sorted() && (along.last().unwrap() - 100.0).abs() < 1e-9);
    }

    #[test]
    fn it_may_begin_at_any_source_that_reaches_the_end() {
        let walk = ask(json!({ "from": "web" }));
        assert_eq!(
            (&walk["from"], &walk["figure"]),
            (&json!("web"), &json!("50 ms of 200 ms"))
        );
        assert_eq!(walk["sources"].as_array().unwrap().len(), 2);
        assert_eq!(walk["readers"].as_array().unwrap().len(), 1);
        assert_eq!(ask(json!({ "from": "nobody", "at": "log" }))["from"], "tills");
    }

    #[test]
    fn where_nobody_waits_it_says_so() {
        let board = Board::default();
        assert!(answered(&json!({}), &board)["error"].is_string());
    }
}
