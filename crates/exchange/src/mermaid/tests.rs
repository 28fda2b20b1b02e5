//! Flowcharts of all kinds, as tables.

use board::{Board, BoxRecord, EdgeKind, Role};
use proptest::prelude::*;

use super::{Flowchart, is_flowchart, read};

fn chart(text: &str) -> Flowchart {
    read(text, &|label| (label == "Kafka").then_some(Role::Ingest)).expect("it is a flowchart")
}

fn whole(text: &str) -> Board {
    let chart = chart(text);
    assert_eq!(chart.left, [], "{text}");
    chart.board
}

fn labels(board: &Board) -> Vec<String> {
    let boxes = board.boxes_in_order().into_iter();
    boxes.map(|(_, record)| record.label.clone()).collect()
}

/// `A>B "words"` for each edge; `!` for failures, `~` for control.
fn edges(board: &Board) -> Vec<String> {
    let label = |id| board.get_box(id).map_or("", |record| record.label.as_str());
    let edges = board.edges_in_order().into_iter();
    let told = edges.map(|(_, edge)| {
        let sign = match edge.kind {
            EdgeKind::Data => ">",
            EdgeKind::Failure => "!",
            EdgeKind::Control => "~",
        };
        let words = format!("{}{}", edge.label, edge.constraints);
        format!("{}{sign}{} {words}", label(&edge.from), label(&edge.to))
            .trim_end()
            .to_owned()
    });
    told.collect()
}

#[test]
fn every_arrow_is_read() {
    let cases: &[(&str, &[&str])] = &[
        ("A-->B", &["A>B"]),
        ("A --- B", &["A>B"]),
        ("A ----> B", &["A>B"]),
        ("A ==> B", &["A>B"]),
        ("A == heavy load ==> B", &["A>B heavy load"]),
        ("A -.-> B", &["A~B"]),
        ("A -..-> B", &["A~B"]),
        ("A -. every night .-> B", &["A~B every night"]),
        ("A -->|card events| B", &["A>B card events"]),
        ("A -- card events --> B", &["A>B card events"]),
        ("A -- \"500 ev/s\" --- B", &["A>B 500 ev/s"]),
        ("A --x B", &["A!B"]),
        ("A --o B", &["A>B"]),
        ("A <--> B", &["A>B", "B>A"]),
        ("A e1@--> B", &["A>B"]),
        ("A -->|on error| B", &["A!B on error"]),
        ("A ~~~ B", &[]),
        ("A --> B --> C", &["A>B", "B>C"]),
        ("A & B --> C & D", &["A>C", "A>D", "B>C", "B>D"]),
        ("A-->B; B-->C;", &["A>B", "B>C"]),
        ("a-b --> c.d", &["a-b>c.d"]),
        ("A --> B %% why", &["A>B"]),
    ];
    for (line, expected) in cases {
        let board = chart(&format!("flowchart LR\n  {line}\n")).board;
        assert_eq!(edges(&board), *expected, "{line}");
    }
}

#[test]
fn every_shape_is_read() {
    let shapes = [
        "A[One two]",
        "A(One two)",
        "A([One two])",
        "A[[One two]]",
        "A[(One two)]",
        "A((One two))",
        "A>One two]",
        "A{One two}",
        "A{{One two}}",
        "A[/One two/]",
        "A[\\One two\\]",
        "A[/One two\\]",
        "A[\\One two/]",
        "A(((One two)))",
        "A[\"One two\"]",
        "A[\"`One **two**`\"]",
        "A[One<br/>two]",
        "A:::hot\n A[One two]",
        "A@{ shape: cyl, label: \"One two\" }",
        "A[\"fa:fa-bolt One two\"]",
    ];
    for shape in shapes {
        assert_eq!(
            labels(&whole(&format!("graph TD\n {shape}\n"))),
            ["One two"],
            "{shape}"
        );
    }
    let board = whole("graph TD\n A[\"say #quot;hi#quot; (twice) &amp; go\"]");
    assert_eq!(labels(&board), ["say \"hi\" (twice) & go"]);
}

#[test]
fn roles_come_from_shapes_products_words_and_places() {
    let board = whole(
        "flowchart LR\n U([People]) --> K[Kafka] --> F{Score?} --> D[(Orders)] --> R([Desk])\n F --> M[Metrics]\n F --> X[Query API]",
    );
    let roles: Vec<_> = board
        .boxes_in_order()
        .into_iter()
        .map(|(_, record)| record.role)
        .collect();
    let expected = [
        Role::Source,
        Role::Ingest,
        Role::Process,
        Role::Store,
        Role::Consumer,
        Role::Observe,
        Role::Serve,
    ];
    assert_eq!(roles, expected);
}

#[test]
fn figures_below_a_label_are_constraints() {
    let board = whole("graph LR\n A[Kafka<br>50k ev/s<br/>3 brokers]");
    let record = board
        .boxes()
        .next()
        .map(|(_, record)| BoxRecord::clone(record))
        .expect("a box");
    assert_eq!(
        (record.label.as_str(), record.constraints.as_str()),
        ("Kafka", "50k ev/s, 3 brokers")
    );
}

#[test]
fn looks_and_comments_are_passed_over() {
    let text = "---\ntitle: Orders\n---\n%%{init: {\"theme\": \"dark\"}}%%\nflowchart TD\n%% a remark\nA --> B\n\
        classDef hot fill:#f96,stroke:#333;\nclass A hot\nstyle B fill:#bbf\nlinkStyle 0 stroke:red\n\
        click A \"https://example.org\"\n";
    assert_eq!(edges(&whole(text)), ["A>B"]);
    assert_eq!(edges(&whole("```mermaid\ngraph LR;A-->B\n```\n")), ["A>B"]);
}

#[test]
fn a_subgraph_becomes_a_frame_around_its_own_boxes_alone() {
    let board = whole(
        "flowchart LR\nS --> A\nsubgraph one [Speed layer]\n direction TB\n A --> B\n subgraph inner\n  C\n end\nend\n\
         subgraph Batch layer\n D --> E\nend\nB --> D",
    );
    let titles: Vec<_> = board
        .frames_in_order()
        .into_iter()
        .map(|(_, frame)| frame.title.as_str())
        .collect();
    assert_eq!(titles, ["Speed layer", "inner", "Batch layer"]);
    let held = |title: &str| {
        let frame = board.frames().find(|(_, frame)| frame.title == title);
        let area = frame.map(|(_, frame)| frame.rect()).expect("it is there");
        let boxes = board.boxes_in_order().into_iter();
        let held = boxes.filter(|(_, record)| area.intersects(&record.rect()));
        held.map(|(_, record)| record.label.as_str()).collect::<Vec<_>>()
    };
    assert_eq!(held("Speed layer"), ["B", "C"], "A was named before it");
    assert_eq!(held("inner"), ["C"]);
    assert_eq!(held("Batch layer"), ["D", "E"]);
}

#[test]
fn what_is_not_read_is_told_by_line_and_kept() {
    let read = chart("graph LR\nA --> B\nA >> nonsense\nB[never closed\nA --> A\n");
    let lines: Vec<_> = read.left.iter().map(|(line, _)| *line).collect();
    assert_eq!(lines, [3, 4, 5]);
    let note = read
        .board
        .notes()
        .next()
        .map(|(_, note)| note.text.clone())
        .expect("a note");
    assert_eq!(note, "Not read:\n3: A >> nonsense\n4: B[never closed\n5: A --> A");
    assert!(
        read.said().starts_with("Flowchart pasted: 2 boxes"),
        "{}",
        read.said()
    );
}

#[test]
fn boxes_stand_in_layers_along_the_chart() {
    let at = |text: &str| {
        let board = whole(text);
        let boxes = board.boxes_in_order().into_iter();
        boxes
            .map(|(_, record)| (record.at.x, record.at.y))
            .collect::<Vec<_>>()
    };
    assert_eq!(
        at("graph LR\nA-->B-->C\nA-->C"),
        [(0.0, 0.0), (328.0, 0.0), (656.0, 0.0)]
    );
    assert_eq!(
        at("graph TD\nA-->B\nA-->C"),
        [(0.0, 0.0), (0.0, 200.0), (328.0, 200.0)]
    );
    assert_eq!(at("graph RL\nA-->B"), [(0.0, 0.0), (-328.0, 0.0)]);
    assert_eq!(
        at("graph LR\nA-->B-->A"),
        [(0.0, 0.0), (328.0, 0.0)],
        "a cycle ends"
    );
}

#[test]
fn other_texts_are_no_flowcharts() {
    for text in [
        "",
        "Kafka\nFlink",
        "graph of the load",
        "sequenceDiagram\nA->>B: hi",
        "{\"sketchlint\": 1}",
    ] {
        assert!(!is_flowchart(text), "{text}");
    }
}

proptest! {
    #[test]
    fn any_text_is_read_without_a_fault(lines in prop::collection::vec("[A-C\\[\\](){}<>|&;:\"@%~=.ox -]{0,24}|subgraph x|end", 0..12)) {
        let text = format!("graph LR\n{}", lines.join("\n"));
        let read = read(&text, &|_| None);
        prop_assert!(read.is_some());
    }

    #[test]
    fn any_line_is_read_without_a_fault(line in "\\PC{0,60}") {
        let text = format!("flowchart TD\n{line}");
        prop_assert!(read(&text, &|_| None).is_some());
    }
}
