//! How long a board takes to judge, how that grows, and how it compares with parsing the board's own file as JSON.
//!
//! `cargo bench -p lint` prints one line for each shape and size: judging alone at first, again when the texts are known,
//! and at first with everything put in words. The ratio is what holds from machine to machine. The boards in a row and any
//! to any are faulty, two findings a box; those of `diagrams/` are as people draw them.
//! `cargo bench -p lint --bench check -- chain` measures only those with `chain` in their name.

#![allow(
    clippy::disallowed_methods,
    reason = "a bench reads the clock, and never runs in the browser"
)]
#![allow(clippy::unwrap_used, reason = "a bench that cannot go on has failed")]

use std::time::{Duration, Instant};

use board::{
    Answer, AnswerStatus, Because, Board, BoxId, BoxRecord, EdgeId, EdgeKind, EdgeRecord, Edit, Question,
    Record, RecordId, Rejected, Role,
};
use geometry::Point;

fn main() {
    println!(
        "{:<28} {:>9} {:>11} {:>11} {:>11} {:>11} {:>8} {:>8} {:>8} {:>12}",
        "board", "findings", "JSON", "judge", "again", "told", "ratio", "again", "told", "judge a box"
    );
    let wanted = std::env::args().skip(1).find(|word| !word.starts_with('-'));
    let is_wanted = |name: &str| wanted.as_ref().is_none_or(|wanted| name.contains(wanted));
    let run = |name: String, boards: &dyn Fn() -> Vec<Board>| {
        if is_wanted(&name) {
            measure(&name, &boards());
        }
    };
    let seniors = seniors();
    run(format!("{} as people draw", seniors.len()), &|| seniors.clone());
    for boxes in [1_000, 10_000] {
        run(format!("those as one, {boxes}"), &|| {
            vec![side_by_side(&seniors, boxes)]
        });
    }
    for boxes in [100, 1_000, 10_000, 100_000] {
        run(format!("chain of {boxes}"), &|| vec![chain(boxes)]);
    }
    for boxes in [100, 1_000, 10_000, 100_000] {
        run(format!("dense, {boxes} and {}", boxes * 3 / 2), &|| {
            vec![dense(boxes)]
        });
    }
    for (name, board) in [
        ("a chain of 1,000", chain(1_000)),
        ("those as one, 1,000", side_by_side(&seniors, 1_000)),
    ] {
        let name = format!("slowest of {name}");
        if is_wanted(&name) {
            slowest(&name, &board);
        }
    }
}

/// Prints what is shared by all rules, and the rules that take longest beside it, the sums included that each asks for.
fn slowest(name: &str, board: &Board) {
    let timed = |selector: &str| {
        let options = lint::Options {
            select: vec![selector.to_owned()],
            ..lint::Options::default()
        };
        best_of(|| {
            judge(
                lint::Telling::Nothing,
                &mut lint::Memory::default(),
                board,
                &options,
            )
        })
    };
    let shared = timed("none");
    let mut rules: Vec<_> = lint::RULES
        .iter()
        .map(|rule| (timed(rule.code).saturating_sub(shared), rule))
        .collect();
    rules.sort_by_key(|(time, _)| std::cmp::Reverse(*time));
    let all: Duration = rules.iter().map(|(time, _)| *time).sum();
    println!("\nThe {name}: what all rules share {shared:.1?}, the rules {all:.1?}, and of these");
    for (time, rule) in rules.iter().take(16) {
        println!("{time:>11.1?}  {} {}", rule.code, rule.name);
    }
}

fn judge(telling: lint::Telling, memory: &mut lint::Memory, board: &Board, options: &lint::Options) -> usize {
    let session = lint::Session::default();
    lint::judge(telling, memory, &session, board, options)
        .findings
        .len()
}

fn measure(name: &str, boards: &[Board]) {
    let texts: Vec<String> = boards
        .iter()
        .map(|board| board::file::write(board, &[]))
        .collect();
    let options = lint::Options::default();
    let cold = |telling: lint::Telling| {
        let each = boards
            .iter()
            .map(|board| judge(telling, &mut lint::Memory::default(), board, &options));
        each.sum::<usize>()
    };
    let findings = cold(lint::Telling::Nothing);
    let alone = best_of(|| cold(lint::Telling::Nothing));
    let told = best_of(|| cold(lint::Telling::All));
    let mut memories = vec![lint::Memory::default(); boards.len()];
    let again = best_of(|| {
        let each = boards.iter().zip(&mut memories);
        each.map(|(board, memory)| judge(lint::Telling::Nothing, memory, board, &options))
            .sum::<usize>()
    });
    let parse = best_of(|| {
        let each = texts
            .iter()
            .map(|text| serde_json::from_str::<serde_json::Value>(text).unwrap());
        each.filter(serde_json::Value::is_object).count()
    });
    let ratio = |time: Duration| time.as_secs_f64() / parse.as_secs_f64();
    let boxes: usize = boards.iter().map(|board| board.boxes().len()).sum();
    println!(
        "{name:<28} {findings:>9} {parse:>11.1?} {alone:>11.1?} {again:>11.1?} {told:>11.1?} {:>8.2} {:>8.2} {:>8.2} {:>12.2?}",
        ratio(alone),
        ratio(again),
        ratio(told),
        alone / u32::try_from(boxes).unwrap(),
    );
}

/// The fastest of several runs, as many as fit into a fifth of a second and at least three.
fn best_of<T>(mut run: impl FnMut() -> T) -> Duration {
    let (begun, mut best, mut runs) = (Instant::now(), Duration::MAX, 0);
    while runs < 3 || begun.elapsed() < Duration::from_millis(200) {
        let start = Instant::now();
        std::hint::black_box(run());
        best = best.min(start.elapsed());
        runs += 1;
    }
    best
}

/// The boards in `diagrams/` that nothing is said of.
fn seniors() -> Vec<Board> {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/../../diagrams");
    let folders = std::fs::read_dir(folder).unwrap();
    let mut paths: Vec<_> = folders
        .map(|folder| folder.unwrap().path().join("senior.board.json"))
        .filter(|path| path.exists())
        .collect();
    paths.sort();
    let read = |path| {
        board::file::read(&std::fs::read_to_string(path).unwrap())
            .unwrap()
            .board
    };
    paths.iter().map(read).collect()
}

/// `boards` over and over beneath the scope of the first, up to so many boxes. Their texts come again with them, and are
/// read once.
fn side_by_side(boards: &[Board], boxes: usize) -> Board {
    let mut whole = boards[0].clone();
    let mut edit = Edit::new();
    let mut order = whole.next_box_order().max(whole.next_edge_order());
    let mut count = whole.boxes().len();
    for (number, board) in boards.iter().cycle().enumerate() {
        if count >= boxes {
            break;
        }
        let renamed = |id: &BoxId| BoxId::new(&format!("{id}-{number}")).unwrap();
        for (id, record) in board.boxes_in_order() {
            let record = BoxRecord {
                order,
                ..BoxRecord::clone(record)
            };
            edit.put(&whole, RecordId::Box(renamed(id)), Record::from(record));
            (order, count) = (order + 1, count + 1);
        }
        for (id, record) in board.edges_in_order() {
            let mut record = EdgeRecord::clone(record);
            (record.from, record.to) = (renamed(&record.from), renamed(&record.to));
            record.order = order;
            let id = EdgeId::new(&format!("{id}-{number}")).unwrap();
            edit.put(&whole, RecordId::Edge(id), Record::from(record));
            order += 1;
        }
    }
    whole.apply(&edit).unwrap();
    whole
}

/// Boxes in a row, well described.
fn chain(count: usize) -> Board {
    let edges = (1..count).map(|to| (to - 1, to));
    drawn(count, edges)
}

/// Edges between any two boxes, cycles and parallel edges among them, the same on every run.
fn dense(count: usize) -> Board {
    let mut state = 0x2545_F491_4F6C_DD1D_u64;
    let mut next = move || {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        usize::try_from(state % (count as u64)).unwrap()
    };
    let edges: Vec<_> = (0..count * 3 / 2)
        .map(|_| (next(), next()))
        .filter(|(from, to)| from != to)
        .collect();
    drawn(count, edges.into_iter())
}

fn drawn(count: usize, edges: impl Iterator<Item = (usize, usize)>) -> Board {
    let empty = Board::default();
    let mut edit = Edit::new();
    for (question, text) in [
        (Question::Persona, "card holders"),
        (Question::Latency, "p99 ≤ 300 ms from swipe to decision"),
        (
            Question::Volume,
            "50k ev/s peak, 20k ev/s average, 10x spike, 1 KB each",
        ),
        (Question::Cost, "≤ $40k/month"),
        (Question::Failure, "7-day replay, RTO 15 min"),
    ] {
        let answer = Answer {
            text: text.to_owned(),
            status: AnswerStatus::Stated,
        };
        edit.put(&empty, RecordId::Answer(question), Record::from(answer));
    }
    let ids: Vec<BoxId> = (0..count)
        .map(|number| BoxId::new(&format!("box-{number}")).unwrap())
        .collect();
    for (number, id) in ids.iter().enumerate() {
        edit.put(
            &empty,
            RecordId::Box(id.clone()),
            Record::from(one_box(number, count)),
        );
    }
    for (number, (from, to)) in edges.enumerate() {
        let mut edge = EdgeRecord::new(ids[from].clone(), ids[to].clone(), EdgeKind::Data);
        edge.constraints = format!("p99 {} ms, at-least-once", number % 9 + 1);
        edge.owner = if number % 4 == 0 {
            String::new()
        } else {
            "Payments -> Risk".to_owned()
        };
        edge.order = u32::try_from(number).unwrap();
        let id = EdgeId::new(&format!("e{number}")).unwrap();
        edit.put(&empty, RecordId::Edge(id), Record::from(edge));
    }
    let mut board = empty;
    board.apply(&edit).unwrap();
    board
}

fn one_box(number: usize, count: usize) -> BoxRecord {
    let role = match number {
        0 => Role::Source,
        last if last + 1 == count => Role::Consumer,
        _ => [Role::Ingest, Role::Process, Role::Store, Role::Serve][number % 4],
    };
    let across = u32::try_from(number % 100).unwrap();
    let down = u32::try_from(number / 100).unwrap();
    let mut record = BoxRecord::new(
        role,
        Point::new(f64::from(across) * 240.0, f64::from(down) * 160.0),
    );
    record.label = format!(
        "{} {number}",
        ["Kafka", "Flink", "Delta Lake", "Decision API"][number % 4]
    );
    record.constraints = match number % 5 {
        0 => String::new(),
        1 => format!(
            "{} ev/s, p99 {} ms, 7-day replay, $6k/mo",
            number * 1000 + 1,
            number % 200 + 1
        ),
        2 => "scalable, real-time".to_owned(),
        _ => format!(
            "p95 {} ms, retry 5x with backoff, 99.95 %, keep 90 days",
            number % 90 + 1
        ),
    };
    record.owner = "Payments".to_owned();
    record.because = Because {
        answers: vec![Question::Volume],
        text: String::new(),
    };
    record.rejected = vec![Rejected {
        option: "Spark".to_owned(),
        why: "slower".to_owned(),
    }];
    record.order = u32::try_from(number).unwrap();
    record
}
