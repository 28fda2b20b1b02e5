//! How long a large board takes to be written and read, beside serde_json parsing the same text to a value.
//!
//! `cargo bench -p board`

use std::time::Instant;

use board::file::{read, write};
use board::{Board, BoxId, BoxRecord, Edit, RecordId, Role};
use geometry::Point;

const BOXES: u32 = 100_000;

#[allow(clippy::disallowed_methods, reason = "a benchmark looks at the clock")]
fn main() {
    let board = large_board();
    let clock = Instant::now();
    let text = write(&board, &[]);
    let written = clock.elapsed();
    let clock = Instant::now();
    let value: Result<serde_json::Value, _> = serde_json::from_str(&text);
    let parsed = clock.elapsed();
    drop(value);
    let clock = Instant::now();
    let opened = read(&text);
    let whole = clock.elapsed();
    assert!(
        opened.is_ok_and(|opened| opened.board == board),
        "the board came back"
    );
    let ratio = |time: std::time::Duration| time.as_secs_f64() / parsed.as_secs_f64();
    println!(
        "{BOXES} boxes, {} bytes; serde_json to a value {parsed:?}",
        text.len()
    );
    println!(
        "write {written:?} ({:.2}×), read {whole:?} ({:.2}×)",
        ratio(written),
        ratio(whole)
    );
}

fn large_board() -> Board {
    let mut board = Board::default();
    let mut edit = Edit::new();
    for number in 0..BOXES {
        let mut record = BoxRecord::new(Role::Process, Point::new(f64::from(number), 0.5));
        record.label = format!("Service {number}");
        record.constraints = "p99 5 ms, 50k ev/s, 99.95 %".to_owned();
        record.owner = "Risk".to_owned();
        record.order = number;
        if let Ok(id) = BoxId::new(&format!("b{number}")) {
            edit.put(&board, RecordId::Box(id), record.into());
        }
    }
    assert_eq!(board.apply(&edit), Ok(()));
    board
}
