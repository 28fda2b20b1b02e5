//! The linter as the browser runs it: a path of 100,000 boxes is judged without overflowing the small stack, and what
//! judging anew takes after one edit is printed.
//!
//! The times mean something in the profile that is shipped: `cargo test -p linter --target wasm32-unknown-unknown
//! --profile linter-release -- --nocapture`, with `wasm-bindgen-test-runner` as the target's runner.
#![cfg(target_arch = "wasm32")]
#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use board::{Board, BoxId, BoxRecord, EdgeId, EdgeKind, EdgeRecord, Edit, Record, RecordId, Role};
use geometry::Point;
use lint::{Memory, Options, Session};
use wasm_bindgen_test::{console_log, wasm_bindgen_test};

/// Boxes in a row from a source to a consumer, each with figures.
fn path(count: usize) -> Board {
    let mut board = Board::default();
    let mut edit = Edit::new();
    let id = |number: usize| BoxId::new(&format!("box-{number}")).unwrap();
    for number in 0..count {
        edit.put(
            &board,
            RecordId::Box(id(number)),
            Record::from(stage(number, count)),
        );
        if number > 0 {
            let mut edge = EdgeRecord::new(id(number - 1), id(number), EdgeKind::Data);
            edge.owner = "Payments".to_owned();
            edge.order = u32::try_from(number).unwrap();
            let id = EdgeId::new(&format!("e{number}")).unwrap();
            edit.put(&board, RecordId::Edge(id), Record::from(edge));
        }
    }
    board.apply(&edit).unwrap();
    board
}

fn stage(number: usize, count: usize) -> BoxRecord {
    let role = match number {
        0 => Role::Source,
        last if last + 1 == count => Role::Consumer,
        _ => [Role::Ingest, Role::Process, Role::Store, Role::Serve][number % 4],
    };
    let order = u32::try_from(number).unwrap();
    let mut record = BoxRecord::new(
        role,
        Point::new(f64::from(order % 100) * 240.0, f64::from(order / 100) * 160.0),
    );
    record.label = format!(
        "{} {number}",
        ["Kafka", "Flink", "Delta Lake", "Decision API"][number % 4]
    );
    record.constraints = format!(
        "{number} ev/s, p99 {} ms, keep 90 days, retry 5x with backoff",
        number % 90 + 1
    );
    record.owner = "Payments".to_owned();
    record.order = order;
    record
}

/// How many findings the page reads of a board, unless a person asks for more.
const READ: usize = 120;

/// The board after one more letter in the middle.
fn typed(board: &Board, letter: usize) -> Board {
    let mut board = board.clone();
    let id = BoxId::new(&format!("box-{}", board.boxes().len() / 2)).unwrap();
    let mut record = BoxRecord::clone(board.get_box(&id).unwrap());
    record.constraints = format!("{letter} ev/s, p99 20 ms");
    let mut edit = Edit::new();
    edit.put(&board, RecordId::Box(id), Record::from(record));
    board.apply(&edit).unwrap();
    board
}

#[wasm_bindgen_test]
fn a_path_of_a_hundred_thousand_boxes_is_judged() {
    let report = lint::check(&path(100_000), &Options::default());
    assert!(report.findings.len() > 1_000);
}

#[wasm_bindgen_test]
fn judging_anew_after_one_edit_says_what_judging_does() {
    for count in [100, 5_000] {
        let mut board = path(count);
        let (mut memory, session, options) = (Memory::default(), Session::default(), Options::default());
        lint::check_first(READ, &mut memory, &session, &board, &options);
        let mut best = f64::MAX;
        for letter in 0..8 {
            board = typed(&board, letter);
            let begun = js_sys::Date::now();
            let report = lint::check_first(READ, &mut memory, &session, &board, &options);
            let mut took = js_sys::Date::now() - begun;
            if count == 100 {
                // A clock of whole milliseconds: the same board fifty times more.
                let begun = js_sys::Date::now();
                for _ in 0..50 {
                    lint::check_first(READ, &mut memory, &session, &board, &options);
                }
                took = (js_sys::Date::now() - begun) / 50.0;
            }
            best = best.min(took);
            let whole = lint::check(&board, &options);
            assert_eq!(report.findings.get(..READ), whole.findings.get(..READ));
            assert_eq!(report.findings.len(), whole.findings.len());
        }
        console_log!("{count} boxes are judged anew in {best} ms");
    }
}
