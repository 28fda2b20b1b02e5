//! What if, ready to be drawn and played: every sentence, every course and every mark on the board over time, so that the
//! page only looks up what holds at a moment.
//!
//! Times are in seconds and begin with what happens. A course is a list of `[second, amount]`, straight in between. A mark
//! lies on a box or an edge from a second to another, or to the end, and says in a word what is the matter there.

mod asking;
mod marks;
mod walking;

use analysis::numbers::Listed;
use analysis::stress::said::{Said, called, place};
use analysis::stress::{Answer, Buffer, Corner, Open, Promise, Spot, StressError, first_words};
use board::{Board, BoxId};
use serde_json::{Value, json};

pub(crate) use asking::Asked;

/// What is said where nothing waits.
const NOTHING_WAITS: &str = "Nothing is known to wait: no box gets more than it says it takes.";

/// The answer to `question` about `board`, as JSON; an `error` where it has none.
pub(crate) fn answered(question: &str, board: &Board) -> Value {
    let read: Value = serde_json::from_str(question).unwrap_or_default();
    if read["kind"] == "walk" {
        return walking::answered(&read, board);
    }
    let Some(asked) = Asked::read(&read) else {
        return json!({ "error": "the question cannot be read", "missing": [] });
    };
    match asked.answered(board) {
        Ok((answer, assumed)) => shown(board, &answer, assumed),
        Err(error) => refused(board, &error),
    }
}

/// Why there is no answer, and what to write first.
fn refused(board: &Board, error: &StressError) -> Value {
    let words = match error {
        StressError::NoLoad => {
            "The board does not say what comes in, so nothing can be played yet.".to_owned()
        }
        StressError::NoCost => {
            "The board does not say what anything costs: write `$5k/mo` beside each box.".to_owned()
        }
        StressError::Empty => "Draw a box first: then it can be put under stress.".to_owned(),
        StressError::UnknownBox { .. } => "That box is not on the board any more: choose another.".to_owned(),
        StressError::NotAFactor(_) | StressError::NotATime(_) => format!("{error}."),
    };
    let first = match error {
        StressError::NoLoad => Vec::from(first_words()),
        _ => Vec::new(),
    };
    json!({ "error": words, "missing": all(&first, |open| missing(board, open)) })
}

fn shown(board: &Board, answer: &Answer, assumed: Option<String>) -> Value {
    let said = Said::of(board, answer);
    let ends = ends(&said, answer);
    let breaks = answer.promises.rows.iter();
    let breaks = breaks.filter(|promise| !promise.broken.is_empty()).count();
    let (verdict, figure) = verdict(answer, breaks);
    let waits = answer.buffers.rows.iter();
    json!({
        "title": said.question(),
        "coming": said.coming(),
        "assumed": assumed,
        "at": answer.at.as_ref().map(BoxId::as_str),
        "factor": answer.factor,
        "lasts": answer.lasts,
        "ends": answer.savings.is_none().then_some(ends),
        "worst": worst(answer),
        "turns": turns(answer, ends),
        "verdict": verdict,
        "figure": figure,
        "nothing": (answer.buffers.is_empty() && answer.savings.is_none()).then_some(NOTHING_WAITS),
        "waits": Value::from_iter(waits.map(|buffer| waiting(&said, buffer, ends, answer.in_bytes))),
        "promises": listed(&answer.promises, |row| promise(&said, row)),
        "served": listed(&answer.readers, |row| leading(&row.at, &said.served(row))),
        "under_way": answer.in_flight.as_ref().map(|row| said.under_way(row)),
        "replay": listed(&answer.replay, |row| leading(&row.at, &said.replayed(row))),
        "savings": answer.savings.as_ref().map(|savings| json!({
            "says": said.saved(savings),
            "note": Said::COSTS_FOLLOW,
            "cuts": listed(&savings.cuts, |cut| leading(&cut.at, &said.cut(savings, cut))),
        })),
        "missing": listed(&answer.open, |row| missing(board, row)),
        "marks": marks::of(board, answer),
    })
}

/// How the board stands to what happens, and that in a few words.
fn verdict(answer: &Answer, breaks: usize) -> (&'static str, String) {
    if let Some(savings) = &answer.savings {
        let share = savings.saves / savings.total.max(f64::MIN_POSITIVE);
        let verdict = if share >= 0.5 { "ok" } else { "open" };
        return (verdict, format!("{:.0} % saved", (share * 100.0).floor()));
    }
    match breaks {
        0 if answer.promises.is_empty() => ("open", "nothing is promised".to_owned()),
        0 => ("ok", "every promise holds".to_owned()),
        1 => ("error", "a promise breaks".to_owned()),
        several => ("error", format!("{several} promises break")),
    }
}

/// Until when something is to be seen.
fn ends(said: &Said<'_>, answer: &Answer) -> f64 {
    let waits = answer.buffers.rows.iter();
    let waits = waits.filter(|buffer| buffer.most != Some(0.0));
    let shown = waits.map(|buffer| said.shown_until(buffer));
    let stretches = answer.promises.rows.iter();
    let stretches = stretches.flat_map(|promise| &promise.broken.rows);
    let broken = stretches.map(|stretch| stretch.until.unwrap_or(stretch.from) * 1.05);
    let lasts = answer.lasts.unwrap_or(60.0) * 1.25;
    shown.chain(broken).fold(lasts, f64::max)
}

/// The second at which most waits; where nothing does, in the midst of what happens.
fn worst(answer: &Answer) -> f64 {
    let corners = answer.buffers.rows.iter();
    let corners = corners.flat_map(|buffer| &buffer.backlog.rows);
    let mut best: Option<&Corner> = None;
    for corner in corners {
        if best.is_none_or(|best| corner.value > best.value) {
            best = Some(corner);
        }
    }
    match best.filter(|best| best.value > 0.0) {
        Some(best) => best.at,
        None => answer.lasts.unwrap_or(0.0) / 2.0,
    }
}

/// The seconds at which something begins, turns or ends, in their order.
fn turns(answer: &Answer, ends: f64) -> Value {
    let buffers = answer.buffers.rows.iter();
    let corners = buffers.flat_map(|buffer| buffer.backlog.rows.iter().map(|corner| corner.at));
    let promises = answer.promises.rows.iter();
    let stretches = promises.flat_map(|promise| &promise.broken.rows);
    let stretches = stretches.flat_map(|stretch| [Some(stretch.from), stretch.until]);
    let all = corners.chain(stretches.chain([answer.lasts, Some(ends)]).flatten());
    let mut turns: Vec<f64> = all.filter(|turn| *turn <= ends).collect();
    turns.sort_by(f64::total_cmp);
    turns.dedup();
    turns.into()
}

fn waiting(said: &Said<'_>, buffer: &Buffer, ends: f64, in_bytes: bool) -> Value {
    let mut course: Vec<[f64; 2]> = buffer
        .backlog
        .rows
        .iter()
        .map(|corner| [corner.at, corner.value])
        .collect();
    if let Some([at, value]) = course.last().copied().filter(|[at, _]| *at < ends) {
        course.push([ends, value + buffer.grows.unwrap_or(0.0) * (ends - at)]);
    }
    let top = course.iter().map(|[_, value]| *value).fold(0.0, f64::max);
    let mut row = leading(&buffer.at, &said.waits(buffer));
    row["name"] = said.called(&buffer.at).into();
    row["held"] = said.held(buffer).into();
    row["most"] = buffer
        .most
        .map_or_else(|| "without end".to_owned(), |most| said.amount(most))
        .into();
    row["in_bytes"] = in_bytes.into();
    row["top"] = top.into();
    row["course"] = json!(course);
    row
}

fn promise(said: &Said<'_>, promise: &Promise) -> Value {
    let holds = promise.broken.is_empty();
    let stretches = promise.broken.rows.iter();
    json!({
        "kind": "box",
        "id": promise.at.as_ref().map(BoxId::as_str),
        "verdict": if holds { "ok" } else { "error" },
        "sign": if holds { "holds" } else { "breaks" },
        "says": said.promise(promise),
        "broken": Value::from_iter(stretches.map(|stretch| json!([stretch.from, stretch.until]))),
    })
}

/// What to write, and the way to where it belongs.
fn missing(board: &Board, open: &Open) -> Value {
    let (kind, id, name) = match &open.at {
        Spot::Box(id) => ("words", id.to_string(), called(board, id)),
        Spot::Edge(id) => ("words-of-edge", id.to_string(), place(board, &open.at)),
        Spot::Answer(question) => {
            let title = catalog::question(*question).map_or("", |card| card.title);
            ("answer", question.to_string(), format!("Answer: {title}"))
        }
    };
    json!({ "kind": kind, "id": id, "name": name, "write": open.write, "tells": open.tells })
}

/// A row that leads to a box.
fn leading(id: &BoxId, says: &str) -> Value {
    json!({ "kind": "box", "id": id.as_str(), "says": says })
}

fn listed<T>(list: &Listed<T>, row: impl Fn(&T) -> Value) -> Value {
    let mut rows: Vec<Value> = list.rows.iter().map(row).collect();
    if list.more > 0 {
        rows.push(json!({ "says": format!("and {} more", list.more) }));
    }
    rows.into()
}

fn all<T>(rows: &[T], row: impl Fn(&T) -> Value) -> Value {
    Value::from_iter(rows.iter().map(row))
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

    use super::*;

    const BOARD: &str = "scope volume: 10k ev/s average, 50k ev/s peak, 10x spike for 10 min\nscope latency: p99 ≤ 2 s\n\
        scope failure: survives a 2 h outage, RTO 15 min\n[ingest] Kafka: 500k ev/s, 7-day replay, $5k/mo\n\
        [process] Scoring: 100k ev/s, p99 80 ms\n[serve] API: p99 100 ms\n[consumer] Till\n\
        Kafka -> Scoring\nScoring -> API\nAPI -> Till";

    fn ask(board: &str, question: &str) -> Value {
        answered(question, &board::sketch::read(board).unwrap())
    }

    #[test]
    fn a_spike_is_what_the_board_says_unless_one_is_chosen() {
        let answer = ask(BOARD, r#"{"kind":"spike"}"#);
        assert_eq!(answer["title"], "10× the busiest load for 10 min");
        assert_eq!(answer["assumed"], Value::Null);
        let waits = &answer["waits"][0];
        assert_eq!(
            (&waits["id"], &waits["name"]),
            (&json!("scoring"), &json!("Scoring"))
        );
        // Up by 400k a second for ten minutes, and down by 90k.
        assert_eq!(waits["course"][1], json!([600.0, 2.4e8]));
        assert_eq!(waits["most"], "240M events");
        assert!(answer["ends"].as_f64() > Some(3_266.0));
        assert_eq!(answer["verdict"], "error");
        assert_eq!(answer["promises"][0]["sign"], "breaks");
        let chosen = ask(BOARD, r#"{"kind":"spike","factor":2,"lasts":60}"#);
        assert_eq!(chosen["title"], "2× the busiest load for 60 s");
    }

    #[test]
    fn what_nobody_states_is_assumed_and_said() {
        let bare = "scope volume: 10k ev/s\n[ingest] Kafka\n[process] Job: 5k ev/s\n[consumer] Till\nKafka -> Job\nJob -> Till";
        let spike = ask(bare, r#"{"kind":"spike"}"#);
        let assumed = "Assumed, since the board does not say: 10 times the load; that it lasts 10 min.";
        assert_eq!(spike["assumed"], assumed);
        let outage = ask(bare, r#"{"kind":"outage"}"#);
        assert_eq!(outage["at"], "kafka", "most is lost with it");
        assert!(
            outage["assumed"]
                .as_str()
                .unwrap()
                .ends_with("that it lasts 15 min.")
        );
        let missing = outage["missing"].as_array().unwrap();
        let tells = |row: &Value| row["tells"] == "how long it may last";
        assert!(missing.iter().any(tells), "{missing:?}");
    }

    #[test]
    fn marks_say_what_is_the_matter_and_when() {
        let answer = ask(BOARD, r#"{"kind":"outage","at":"scoring","lasts":60}"#);
        let marks = answer["marks"].as_array().unwrap();
        let of = |id: &str, word: &str| {
            let mut found = marks.iter();
            found
                .find(|mark| mark["id"] == id && mark["word"] == word)
                .cloned()
        };
        let down = of("scoring", "down").unwrap();
        assert_eq!(
            (down["from"].as_f64(), down["until"].as_f64()),
            (Some(0.0), Some(60.0))
        );
        assert!(
            of("till", "not served").is_some() && of("till", "too late").is_some(),
            "{marks:?}"
        );
        assert!(marks.iter().any(|mark| mark["kind"] == "edge"), "the way is lit");
    }

    #[test]
    fn what_cannot_be_asked_says_so_and_what_to_write() {
        for question in ["", "{}", "[]", r#"{"kind":"flood"}"#] {
            assert_eq!(ask(BOARD, question)["error"], "the question cannot be read");
        }
        let gone = ask(BOARD, r#"{"kind":"outage","at":"kafak"}"#);
        assert!(gone["error"].as_str().unwrap().contains("choose another"));
        let silent = ask("[ingest] Kafka", r#"{"kind":"spike"}"#);
        assert_eq!(silent["missing"][0]["id"], "volume");
        assert!(ask(BOARD, r#"{"kind":"spike","factor":0}"#)["error"].is_string());
    }

    #[test]
    fn half_the_bill_says_what_goes_first() {
        let answer = ask(BOARD, r#"{"kind":"half-the-bill"}"#);
        assert_eq!(answer["savings"]["cuts"][0]["id"], "kafka");
        assert_eq!(answer["nothing"], Value::Null);
    }
}
