//! What holds of every picture.

#![allow(clippy::unwrap_used, reason = "a test may fail by panic, in its helpers too")]

use board::{Board, BoxId, BoxRecord, EdgeId, EdgeKind, EdgeRecord, Edit, RecordId, Role};
use geometry::{Bend, Page, Point, Rect, Size, hull, route_of};
use proptest::prelude::*;
use scene::{Ink, Level, Look, Marks, Picture, Shape};

fn id(text: &str) -> BoxId {
    BoxId::new(text).unwrap()
}

fn record(role: Role, label: &str) -> BoxRecord {
    let mut record = BoxRecord::new(role, Point::new(0.0, 0.0));
    record.label = label.to_owned();
    record
}

fn picture(record: &BoxRecord) -> Picture {
    scene::box_picture(&id("kafka"), record, &Marks::NONE, Look::HandDrawn)
}

fn texts(picture: &Picture) -> Vec<&str> {
    let texts = picture.shapes.iter().filter_map(|shape| match shape {
        Shape::Text(text) => Some(text.text.as_str()),
        Shape::Path(_) => None,
    });
    texts.collect()
}

fn strokes_with(picture: &Picture, ink: Ink) -> usize {
    let has = |shape: &&Shape| matches!(shape, Shape::Path(path) if path.stroke.is_some_and(|stroke| stroke.ink == ink));
    picture.shapes.iter().filter(has).count()
}

#[test]
fn a_box_says_role_label_owner_and_constraints() {
    let mut kafka = record(Role::Ingest, "Kafka");
    kafka.owner = "Payments".to_owned();
    kafka.constraints = "500k ev/s".to_owned();
    assert_eq!(
        texts(&picture(&kafka)),
        ["ingest", "Kafka", "@Payments", "500k ev/s"]
    );
}

#[test]
fn a_blank_label_shows_a_muted_placeholder() {
    let blank = picture(&record(Role::Store, "  "));
    let placeholder = blank
        .shapes
        .iter()
        .any(|shape| matches!(shape, Shape::Text(text) if text.ink == Ink::Muted));
    assert!(placeholder, "{:?}", texts(&blank));
}

#[test]
fn a_long_label_takes_two_lines_and_an_ellipsis() {
    let long = picture(&record(
        Role::Process,
        "A very long name that nobody would ever write on a board",
    ));
    let label: Vec<_> = texts(&long).into_iter().skip(1).collect();
    assert!(label.len() == 2 && label[1].ends_with('…'), "{label:?}");
}

#[test]
fn where_a_box_stands_does_not_change_its_picture() {
    let here = record(Role::Serve, "API");
    let there = BoxRecord {
        at: Point::new(500.0, -70.0),
        ..here.clone()
    };
    assert_eq!(picture(&here), picture(&there));
}

#[test]
fn every_role_has_an_outline_of_its_own() {
    let plain = |role| {
        let picture = scene::box_picture(&id("a"), &record(role, "A"), &Marks::NONE, Look::Plain);
        picture.shapes.into_iter().find_map(|shape| match shape {
            Shape::Path(path) if path.fill.is_some() => Some(path.outline),
            _ => None,
        })
    };
    let stages = [
        Role::Source,
        Role::Ingest,
        Role::Process,
        Role::Store,
        Role::Serve,
        Role::Govern,
        Role::Observe,
    ];
    for (place, &one) in stages.iter().enumerate() {
        for &other in &stages[place + 1..] {
            assert_ne!(plain(one), plain(other), "{one} {other}");
        }
    }
}

#[test]
fn every_severity_has_a_mark_of_its_own_and_counts() {
    let marked = |level| {
        let marks = Marks {
            level: Some(level),
            count: 3,
            ..Marks::NONE
        };
        scene::box_picture(&id("a"), &record(Role::Store, "A"), &marks, Look::Plain)
    };
    let unmarked = scene::box_picture(&id("a"), &record(Role::Store, "A"), &Marks::NONE, Look::Plain);
    let mut outlines = Vec::new();
    for level in [Level::Error, Level::Warning, Level::Info] {
        let picture = marked(level);
        assert!(texts(&picture).contains(&"3"));
        let Some(Shape::Path(ground)) = picture.shapes.get(unmarked.shapes.len()) else {
            panic!("no mark for {level:?}");
        };
        assert!(!outlines.contains(&ground.outline));
        outlines.push(ground.outline.clone());
    }
}

#[test]
fn what_cannot_be_read_is_underlined_in_the_warning_ink() {
    let mut kafka = record(Role::Ingest, "Kafka");
    kafka.constraints = "holds 12 qux".to_owned();
    let marks = Marks {
        unread: std::iter::once(6..12).collect(),
        ..Marks::NONE
    };
    let picture = scene::box_picture(&id("a"), &kafka, &marks, Look::Plain);
    assert!(strokes_with(&picture, Ink::Warning) > 0);
}

#[test]
fn an_edge_says_who_hands_over_to_whom_or_asks() {
    let mut edge = EdgeRecord::new(id("a"), id("b"), EdgeKind::Data);
    let (from, to) = (
        record(Role::Source, "A"),
        BoxRecord::new(Role::Store, Point::new(400.0, 0.0)),
    );
    let route = route_of(&scene::end_of(&from), &scene::end_of(&to), Bend::default());
    let edge_id = EdgeId::new("e1").unwrap();
    let words = |edge: &EdgeRecord| {
        let picture = scene::edge_picture(&edge_id, edge, &route, &Marks::NONE, Look::HandDrawn);
        texts(&picture).join(" ")
    };
    assert_eq!(words(&edge), "owner?");
    edge.label = "card events".to_owned();
    edge.owner = "Payments -> Risk".to_owned();
    assert_eq!(words(&edge), "card events @Payments → Risk");
}

#[test]
fn edges_between_the_same_boxes_keep_apart() {
    let mut board = Board::default();
    let mut edit = Edit::new();
    edit.put(&board, RecordId::Box(id("a")), record(Role::Ingest, "A").into());
    edit.put(
        &board,
        RecordId::Box(id("b")),
        BoxRecord::new(Role::Store, Point::new(460.0, 0.0)).into(),
    );
    for (name, from, to) in [("e1", "a", "b"), ("e2", "b", "a"), ("e3", "a", "b")] {
        let mut edge = EdgeRecord::new(id(from), id(to), EdgeKind::Data);
        edge.label = name.to_owned();
        edit.put(&board, RecordId::Edge(EdgeId::new(name).unwrap()), edge.into());
    }
    board.apply(&edit).unwrap();
    let routes = scene::edge_routes(&board);
    assert_eq!(routes.len(), 3);
    for (place, (id, route)) in routes.iter().enumerate() {
        for (other_id, other) in &routes[place + 1..] {
            assert!(other.distance(route.point_at(0.5)) > 15.0);
            let area = |id, route| scene::slip_area(board.get_edge(id).unwrap(), route);
            assert!(!area(id, route).intersects(&area(other_id, other)));
        }
    }
    let bounds = scene::board_bounds(&board).unwrap();
    assert!(bounds.encloses(&Rect::new(Point::new(0.0, 0.0), Size::new(636.0, 96.0))));
    let extent = scene::board_extent(&board).unwrap();
    assert!(extent.encloses(&Rect::new(Point::new(0.0, 0.0), Size::new(636.0, 96.0))));
    assert!(bounds.inflate(20.0).encloses(&extent) && extent.inflate(20.0).encloses(&bounds));
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn bounds_hold_every_path_of_any_box(
        role in prop::sample::select(Role::ALL.to_vec()),
        label in "\\PC{0,40}",
        constraints in "(\\PC|\n| |9){0,60}",
        width in 1.0..600.0,
        height in 1.0..400.0,
        unread in 0..80_usize,
    ) {
        let mut record = record(role, &label);
        record.constraints = constraints;
        record.owner = label.clone();
        record.size = Size::new(width, height);
        // Also stretches that are not of this text.
        let marks = Marks { level: Some(Level::Info), count: 2, unread: std::iter::once(unread..unread + 5).collect(), ..Marks::NONE };
        let picture = scene::box_picture(&id("x"), &record, &marks, Look::HandDrawn);
        for shape in &picture.shapes {
            if let Shape::Path(path) = shape {
                let area: Rect<Page> = hull(&path.outline).unwrap();
                prop_assert!(picture.bounds.inflate(1e-6).encloses(&area));
            }
        }
    }
}
