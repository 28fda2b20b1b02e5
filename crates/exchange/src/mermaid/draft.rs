//! The board that a chart becomes: roles guessed, in layers, with frames around what a subgraph holds.

use board::{
    Board, BoxId, BoxRecord, EdgeId, EdgeKind, EdgeRecord, Edit, FrameId, FrameRecord, NoteId, NoteLook,
    NoteRecord, RecordId, Role,
};
use geometry::{Page, Point, Rect, Size};

use super::chart::{Chart, Node};
use super::layout::{Places, places};
use super::shape::Shape;
use super::words::label_and_figures;

/// Page units between a note and what stands below it.
const ABOVE: f64 = 220.0;

/// The board of a chart; `known` says what a product is usually for, `left` what was not read.
pub(super) fn board(chart: &Chart, known: &dyn Fn(&str) -> Option<Role>, left: &str) -> Board {
    let mut board = Board::default();
    let mut edit = Edit::new();
    let places = places(chart);
    let ids = add_boxes(&mut edit, chart, &places, known);
    for (joint, order) in chart.joints.iter().zip(0_u32..) {
        let (Some(from), Some(to)) = (ids.get(joint.from), ids.get(joint.to)) else {
            continue;
        };
        let kind = kind(&joint.words, joint.dotted, joint.crossed);
        let mut edge = EdgeRecord::new(from.clone(), to.clone(), kind);
        edge.order = order;
        match joint.words.contains(|c: char| c.is_ascii_digit()) {
            true => edge.constraints.clone_from(&joint.words),
            false => edge.label.clone_from(&joint.words),
        }
        let id = EdgeId::fresh(&format!("e{}", order + 1), |_| false);
        edit.put(&board, RecordId::Edge(id), edge.into());
    }
    for ((frame, area), order) in chart.frames.iter().zip(&places.frames).zip(0_u32..) {
        let Some(area) = area else { continue };
        let mut record = FrameRecord::new(*area);
        record.title = frame.title.replace('\n', " ");
        record.order = order;
        let id = FrameId::fresh(&format!("frame {}", order + 1), |_| false);
        edit.put(&board, RecordId::Frame(id), record.into());
    }
    if !left.is_empty() {
        let corner = places
            .boxes
            .iter()
            .fold(Point::<Page>::new(0.0, 0.0), |corner, at| {
                Point::new(at.x.min(corner.x), at.y.min(corner.y))
            });
        let mut note = NoteRecord::new(NoteLook::Sticky, Point::new(corner.x, corner.y - ABOVE));
        note.size = Size::new(360.0, note.size.height);
        note.text = left.to_owned();
        edit.put(
            &board,
            RecordId::Note(NoteId::fresh("not read", |_| false)),
            note.into(),
        );
    }
    // What a board refuses is told as nothing read.
    board.apply(&edit).ok();
    board
}

fn add_boxes(
    edit: &mut Edit,
    chart: &Chart,
    places: &Places,
    known: &dyn Fn(&str) -> Option<Role>,
) -> Vec<BoxId> {
    let none = Board::default();
    let (mut fed, mut feeds) = (vec![false; chart.nodes.len()], vec![false; chart.nodes.len()]);
    for joint in &chart.joints {
        fed.get_mut(joint.to).into_iter().for_each(|fed| *fed = true);
        feeds
            .get_mut(joint.from)
            .into_iter()
            .for_each(|feeds| *feeds = true);
    }
    let mut ids = Vec::new();
    let nodes = chart
        .nodes
        .iter()
        .zip(&places.boxes)
        .zip(fed)
        .zip(feeds)
        .zip(0_u32..);
    for ((((node, at), fed), feeds), order) in nodes {
        let (label, constraints) = label_and_figures(&node.words);
        let mut record = BoxRecord::new(role(node, &label, fed, feeds, known), *at);
        record.label = label;
        record.constraints = constraints;
        record.order = order;
        let id = BoxId::fresh(&record.label, |id| {
            edit.change(&RecordId::Box(id.clone())).is_some()
        });
        edit.put(&none, RecordId::Box(id.clone()), record.into());
        ids.push(id);
    }
    ids
}

/// What a node is for: by its shape, by the product that its label names, by a word of it, by where it stands.
fn role(node: &Node, label: &str, fed: bool, feeds: bool, known: &dyn Fn(&str) -> Option<Role>) -> Role {
    let by_place = match (fed, feeds) {
        (false, true) => Role::Source,
        (true, false) => Role::Consumer,
        _ => Role::Process,
    };
    if node.shape == Shape::Cylinder {
        return Role::Store;
    }
    let lower = label.to_ascii_lowercase();
    let mut words = lower.split(|c: char| !c.is_alphanumeric());
    match known(label).or_else(|| words.find_map(word)) {
        Some(Role::Source | Role::Consumer) => by_place,
        Some(role) => role,
        None if node.shape == Shape::Round => by_place,
        None => Role::Process,
    }
}

fn word(word: &str) -> Option<Role> {
    let role = match word {
        "queue" | "topic" | "broker" | "bus" | "collector" | "ingest" | "ingestion" | "gateway" => {
            Role::Ingest
        }
        "db" | "database" | "store" | "storage" | "lake" | "warehouse" | "cache" | "table" | "bucket" => {
            Role::Store
        }
        "api" | "dashboard" | "dashboards" | "endpoint" | "serving" | "reports" | "bi" => Role::Serve,
        "monitoring" | "monitor" | "metrics" | "alerts" | "alerting" | "logs" => Role::Observe,
        "catalog" | "catalogue" | "governance" | "lineage" | "iam" | "policy" => Role::Govern,
        "user" | "users" | "client" | "clients" | "customer" | "customers" | "browser" | "mobile"
        | "device" | "devices" | "sensor" | "sensors" | "analyst" | "analysts" => Role::Source,
        _ => return None,
    };
    Some(role)
}

/// What travels along a link: words about failing say so, or a cross; dots are for what steers.
fn kind(words: &str, dotted: bool, crossed: bool) -> EdgeKind {
    const FAILING: [&str; 8] = [
        "fail", "error", "dead", "dlq", "retry", "reject", "invalid", "poison",
    ];
    let words = words.to_ascii_lowercase();
    if crossed || FAILING.iter().any(|failing| words.contains(failing)) {
        EdgeKind::Failure
    } else if dotted {
        EdgeKind::Control
    } else {
        EdgeKind::Data
    }
}

/// The smallest rectangle around all of `areas`, and some room.
pub(super) fn around(areas: impl Iterator<Item = Rect<Page>>, room: f64) -> Option<Rect<Page>> {
    Rect::enclosing(areas).map(|area| area.inflate(room))
}
