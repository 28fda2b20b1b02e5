//! What leaves a board in the form of another tool.

use crate::driver::{CLEAN, COULD_NOT_RUN, Folder, shared};

const BARE: &str = r#"{ "sketchlint": 1, "title": "Bare: \"x\" # y", "boxes": [
    { "id": "a", "role": "source", "label": "", "at": [0, 0] },
    { "id": "b", "role": "ingest", "label": "B", "constraints": "1.5 s, 99.9 %", "at": [300, 0] }],
    "edges": [{ "id": "e", "from": "a", "to": "b" }] }"#;

#[test]
fn a_contract_fills_in_what_is_stated_and_leaves_the_rest_blank() {
    let folder = Folder::new("export")
        .with(
            "senior.board.json",
            &shared("diagrams/fraud-50k/senior.board.json"),
        )
        .with("bare.board.json", BARE);
    let senior = folder.run(&[
        "export",
        "--format",
        "odcs",
        "--edge",
        "events",
        "senior.board.json",
    ]);
    assert_eq!(senior.status, CLEAN, "{}", senior.err);
    insta::assert_snapshot!("odcs", senior.out);
    let bare = folder.run_with(&["export", "--format", "odcs", "-"], BARE);
    insta::assert_snapshot!("odcs_of_a_bare_edge", bare.out);
    assert_eq!(
        bare.out.matches("# ? ").count(),
        1 + 12,
        "the heading, and every blank"
    );
}

#[test]
fn the_edge_that_is_meant_is_asked_for() {
    let folder =
        Folder::new("export_which").with("s.board.json", &shared("diagrams/fraud-50k/senior.board.json"));
    for (edge, answer) in [
        (
            &[][..],
            "name one with --edge: swipes (Card switch to Card events (Kafka)), events",
        ),
        (&["--edge", "event"], "Did you mean `events`?"),
        (&["--edge", "zzzzzzzz"], "There are swipes"),
    ] {
        let said = folder.run(&[&["export", "--format", "odcs", "s.board.json"], edge].concat());
        assert_eq!((said.status, said.out.as_str()), (COULD_NOT_RUN, ""));
        assert!(said.err.contains(answer), "{}", said.err);
    }
    let none = folder.run_with(&["export", "--format", "odcs", "-"], r#"{ "sketchlint": 1 }"#);
    assert!(none.err.contains("no edge carries data"), "{}", none.err);
}
