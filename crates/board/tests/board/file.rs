//! The file: what is written reads back, and what cannot be read is told.

use std::path::Path;

use board::file::{self, FileError, read, write};
use board::journal::Entry;
use board::*;
use geometry::Point;
use proptest::prelude::*;

use crate::any;

/// Orders counted from 0 and places to hundredths: what a file keeps of them.
fn as_filed(board: &Board) -> Board {
    let mut edit = Edit::new();
    let round = |value: f64| (value * 100.0).round() / 100.0;
    for (order, (id, record)) in (0..).zip(board.boxes_in_order()) {
        let mut record = (**record).clone();
        record.order = order;
        record.at = Point::new(round(record.at.x), round(record.at.y));
        record.size = geometry::Size::new(round(record.size.width), round(record.size.height));
        edit.put(board, RecordId::Box(id.clone()), record.into());
    }
    for (order, (id, edge)) in (0..).zip(board.edges_in_order()) {
        let edge = EdgeRecord {
            order,
            ..(**edge).clone()
        };
        edit.put(board, RecordId::Edge(id.clone()), edge.into());
    }
    for (id, pin) in board.pins() {
        let at = pin.at.map(|at| Point::new(round(at.x), round(at.y)));
        edit.put(
            board,
            RecordId::Pin(id.clone()),
            Pin {
                at,
                ..(**pin).clone()
            }
            .into(),
        );
    }
    for (order, (id, note)) in (0..).zip(board.notes_in_order()) {
        let note = NoteRecord {
            order,
            at: Point::new(round(note.at.x), round(note.at.y)),
            size: geometry::Size::new(round(note.size.width), round(note.size.height)),
            ..(**note).clone()
        };
        edit.put(board, RecordId::Note(id.clone()), note.into());
    }
    for (order, (id, frame)) in (0..).zip(board.frames_in_order()) {
        let frame = FrameRecord {
            order,
            at: Point::new(round(frame.at.x), round(frame.at.y)),
            size: geometry::Size::new(round(frame.size.width), round(frame.size.height)),
            ..(**frame).clone()
        };
        edit.put(board, RecordId::Frame(id.clone()), frame.into());
    }
    for (order, (id, stroke)) in (0..).zip(board.strokes_in_order()) {
        let points = stroke.points.iter();
        let stroke = StrokeRecord {
            order,
            points: points.map(|at| Point::new(round(at.x), round(at.y))).collect(),
            ..(**stroke).clone()
        };
        edit.put(board, RecordId::Stroke(id.clone()), stroke.into());
    }
    let mut filed = board.clone();
    filed.apply(&edit).unwrap();
    filed
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]

    #[test]
    fn what_is_written_reads_back((board, edits) in any::board(), label in any::text()) {
        let entry = |(at_ms, edit)| Entry { at_ms, label: label.clone(), edit };
        let log: Vec<_> = (0..).zip(edits).map(entry).collect();
        let text = write(&board, &log);
        let opened = read(&text).unwrap_or_else(|error| panic!("{error}\n{text}"));
        prop_assert_eq!(&opened.board, &as_filed(&board));
        prop_assert_eq!(&opened.log, &log);
        prop_assert_eq!(&opened.dropped, &[]);
        prop_assert_eq!(write(&opened.board, &opened.log), text);
        for entry in log {
            let line = entry.to_json();
            prop_assert!(!line.contains('\n'));
            prop_assert_eq!(Entry::from_json(&line).unwrap(), entry);
        }
    }

    #[test]
    fn no_change_of_a_byte_makes_it_panic(at in 0..SENIOR.len(), byte in any::<u8>(), cut in 0..40_usize) {
        let mut bytes = SENIOR.as_bytes().to_vec();
        bytes[at] = byte;
        let _ = read(&String::from_utf8_lossy(&bytes));
        let end = (at + cut).min(bytes.len());
        bytes.drain(at..end);
        let _ = read(&String::from_utf8_lossy(&bytes));
        let _ = Entry::from_json(&String::from_utf8_lossy(&bytes));
    }
}

/// A small board with something of everything, as the format's page shows it.
const SENIOR: &str = include_str!("../good/everything.board.json");

#[test]
fn a_file_of_version_1_is_read_and_written_as_it_was() {
    let opened = read(SENIOR).unwrap();
    assert_eq!(opened.dropped, []);
    assert_eq!(opened.board.boxes().len(), 3);
    assert_eq!(opened.log.len(), 1);
    assert_eq!(write(&opened.board, &opened.log), SENIOR);
    assert_eq!(read(&format!("\u{FEFF}{SENIOR}")).unwrap(), opened);
    assert_eq!(read(&SENIOR.replace('\n', "\r\n")).unwrap(), opened);
}

#[test]
fn a_torn_file_is_told_and_never_panics() {
    for (end, _) in SENIOR
        .char_indices()
        .filter(|&(end, _)| end < SENIOR.trim_end().len())
    {
        assert!(
            matches!(read(&SENIOR[..end]), Err(FileError::NotJson { .. })),
            "{end}"
        );
    }
}

/// Each file in `tests/bad` holds a small file that cannot be read; this is what is said of it.
#[test]
fn every_bad_file_is_answered_with_place_and_remedy() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/bad");
    let mut files: Vec<_> = std::fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .collect();
    files.sort();
    let mut told = String::new();
    for path in files
        .iter()
        .filter(|path| path.extension().is_some_and(|end| end == "json"))
    {
        let text = std::fs::read_to_string(path).unwrap();
        let error = read(&text).expect_err(&path.display().to_string());
        let name = path.file_stem().unwrap().to_string_lossy();
        told.push_str(&format!("## {name}\n{error}\n"));
    }
    let expected = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/bad/told.txt");
    if std::env::var_os("UPDATE").is_some() {
        std::fs::write(expected, &told).unwrap();
    }
    assert_eq!(told, std::fs::read_to_string(expected).unwrap());
}

#[test]
fn what_is_not_understood_is_left_out_and_said() {
    let text = r#"{ "sketchlint": 1, "tittle": "x", "x-mine": [1, 2], "boxes": [
  { "id": "a", "role": "store", "at": [0, 0], "colour": "red", "x-note": { "deep": 1.5 } } ],
"log": [{ "at_ms": 1, "edit": [{ "box": {} }] }, { "at_ms": 2 }, { "at_ms": "soon" }] }"#;
    let opened = read(text).unwrap();
    let said: Vec<_> = opened.dropped.iter().map(ToString::to_string).collect();
    insta::assert_snapshot!(said.join("\n"), @r#"
    line 1, tittle: this key means nothing here and was left out; did you mean `title`?
    line 2, boxes[0].colour: this key means nothing here and was left out; call it `x-colour` to keep it.
    line 3, log[2].at_ms: string "soon" cannot stand here; put a whole number that is not negative here.
    line 3, log[0].edit[0].box: the change has neither a before nor an after; take it out.
    "#);
    assert_eq!(opened.log.len(), 1);
    let again = write(&opened.board, &[]);
    assert!(
        again.contains("\"x-mine\": [1, 2]") && again.contains("\"deep\": 1.5") && !again.contains("colour")
    );
}

#[test]
fn limits_and_depth_are_answered() {
    let error = |text: &str| read(text).unwrap_err().to_string();
    assert!(error(&" ".repeat(file::limits::BYTES + 1)).starts_with("The file has 67108865 bytes"));
    let deep = format!(
        "{{\"sketchlint\": 1, \"x-a\": {}{}}}",
        "[".repeat(200),
        "]".repeat(200)
    );
    assert!(
        error(&deep).contains("recursion limit exceeded"),
        "{}",
        error(&deep)
    );
    let deep = format!(
        "{{\"sketchlint\": 1, \"x-a\": {}{}}}",
        "[".repeat(70),
        "]".repeat(70)
    );
    assert_eq!(
        error(&deep),
        "line 1, x-a: the value is nested more than 64 deep; flatten it."
    );
    let long = format!(r#"{{"sketchlint": 1, "title": "{}"}}"#, "é".repeat(20_001));
    assert_eq!(
        error(&long),
        "line 1, title: the text has 20001 characters; shorten it to at most 20000."
    );
    assert!(read(&long.replacen('é', "", 1)).is_ok());
}
