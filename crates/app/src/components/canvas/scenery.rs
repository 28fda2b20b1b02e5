//! What is to be drawn: all that is in view with what its picture depends on.

use std::rc::Rc;
use std::sync::Arc;

use board::{BoxId, BoxRecord, EdgeId, EdgeRecord, Record, RecordId};
use editor::{Editor, Item, Selection};
use geometry::{Page, Rect, Route, Vector};
use scene::{Look, Marks, slip_area};

use crate::hooks::Same;
use crate::marking::Marking;
use crate::stage::Set;
use crate::store::Store;

/// From so many boxes in view on, they are painted on a canvas with less detail.
pub(super) const FAR: usize = 260;

/// A box to draw. Two are equal when their pictures are.
#[derive(Clone, Debug)]
pub(super) struct BoxItem {
    pub(super) id: BoxId,
    pub(super) record: Arc<BoxRecord>,
    pub(super) marks: Marks,
}

/// An edge to draw. Two are equal when their pictures are.
#[derive(Clone, Debug)]
pub(super) struct EdgeItem {
    pub(super) id: EdgeId,
    pub(super) record: Arc<EdgeRecord>,
    pub(super) route: Rc<Route>,
    pub(super) marks: Marks,
}

/// What stands beside boxes and edges, to draw. Two are equal when their pictures are.
#[derive(Clone, Debug)]
pub(super) struct OtherItem {
    pub(super) item: Item,
    pub(super) record: Record,
    /// Its words are being written in its place.
    pub(super) is_edited: bool,
}

impl PartialEq for OtherItem {
    fn eq(&self, other: &Self) -> bool {
        let same_record = match (&self.record, &other.record) {
            (Record::Note(one), Record::Note(other)) => Arc::ptr_eq(one, other),
            (Record::Frame(one), Record::Frame(other)) => Arc::ptr_eq(one, other),
            (Record::Stroke(one), Record::Stroke(other)) => Arc::ptr_eq(one, other),
            _ => false,
        };
        same_record && self.item == other.item && self.is_edited == other.is_edited
    }
}

impl PartialEq for BoxItem {
    fn eq(&self, other: &Self) -> bool {
        self.id == other.id && Arc::ptr_eq(&self.record, &other.record) && self.marks == other.marks
    }
}

impl PartialEq for EdgeItem {
    fn eq(&self, other: &Self) -> bool {
        self.id == other.id
            && Arc::ptr_eq(&self.record, &other.record)
            && Rc::ptr_eq(&self.route, &other.route)
            && self.marks == other.marks
    }
}

/// Everything that one layer draws.
#[derive(Clone, PartialEq, Debug, Default)]
pub(super) struct Scenery {
    pub(super) boxes: Vec<BoxItem>,
    pub(super) edges: Vec<EdgeItem>,
    pub(super) others: Vec<OtherItem>,
    pub(super) look: Look,
    /// What alone is seen of the board while it is presented.
    pub(super) slide: Option<Rect<Page>>,
    /// How far the layer itself was carried: boxes and others are drawn in it where they lay before.
    pub(super) carried: Vector<Page>,
}

impl Scenery {
    /// There is nothing to draw.
    pub(super) fn is_empty(&self) -> bool {
        self.boxes.is_empty() && self.edges.is_empty() && self.others.is_empty()
    }

    /// What of it stands in `slide`, with the edges that start or end there.
    fn on_slide(mut self, editor: &Editor, slide: Rect<Page>) -> Self {
        let stands_in = |item: &Item| {
            editor
                .area(item)
                .is_some_and(|area| slide.contains(area.center()))
        };
        self.others.retain(|item| stands_in(&item.item));
        self.boxes
            .retain(|item| slide.contains(item.record.rect().center()));
        self.edges
            .retain(|item| slide.contains(item.route.start) || slide.contains(item.route.end()));
        Self {
            slide: Some(slide),
            ..self
        }
    }

    /// The edges whose words are shown: at the rim of a slide they would be cut in two.
    pub(super) fn said(&self) -> impl Iterator<Item = &EdgeItem> {
        let is_whole = |item: &&EdgeItem| {
            self.slide
                .is_none_or(|slide| slide.encloses(&slip_area(&item.record, &item.route)))
        };
        self.edges.iter().filter(is_whole)
    }
}

/// What it depends on which things lie still, and how they look.
#[derive(PartialEq)]
struct Subject {
    stage: Set,
    revision: u64,
    /// How much is lifted, and the first of it: Alt lifts as many copies in place of what it lay on.
    lifted: (usize, Option<Item>),
    marking: Rc<Marking>,
    look: Look,
    edited: Option<RecordId>,
    slide: Option<Rect<Page>>,
}

/// What lies still as it was gathered last.
#[derive(Default)]
pub(super) struct Still(Option<(Subject, Same<Scenery>)>);

impl Still {
    /// What lies still now: the same as before while its pictures are.
    pub(super) fn look(&mut self, store: &Store) -> Same<Scenery> {
        let subject = subject(store);
        match &mut self.0 {
            Some((before, scenery)) => {
                if *before != subject {
                    let now = still(store);
                    if *scenery.0 != now {
                        *scenery = Same(Rc::new(now));
                    }
                    *before = subject;
                }
                scenery.clone()
            }
            None => {
                let scenery = Same(Rc::new(still(store)));
                self.0 = Some((subject, scenery.clone()));
                scenery
            }
        }
    }
}

fn subject(store: &Store) -> Subject {
    let editor = store.editor();
    let preview = editor.preview();
    let lifted = preview.lifted;
    let count = lifted.map_or(0, Selection::len);
    Subject {
        stage: store.stage(),
        // What lies still does not change while something is dragged.
        revision: if count > 0 { 0 } else { editor.board().revision() },
        lifted: (count, lifted.and_then(|lifted| lifted.items().next())),
        marking: Marking::shown(store),
        look: store.panels().settings.look(),
        edited: editor.editing().map(|editing| editing.on.clone()),
        slide: slide_frame(&editor),
    }
}

/// What lies still, unless there is so much in view that the far view paints it.
fn still(store: &Store) -> Scenery {
    let editor = store.editor();
    let area = store.stage().area();
    if editor.crowded(area, FAR) {
        return Scenery::default();
    }
    let visible = editor.visible(area);
    let preview = editor.preview();
    let lies_still = |id: &BoxId| preview.lifted.is_none_or(|lifted| !lifted.boxes.contains(id));
    let edge_lies_still = |id: &EdgeId| preview.lifted.is_none_or(|lifted| !lifted.edges.contains(id));
    let other_lies_still = |item: &Item| preview.lifted.is_none_or(|lifted| !lifted.others.contains(item));
    let boxes = visible.boxes.into_iter().filter(lies_still).collect();
    let edges = visible.edges.into_iter().filter(edge_lies_still).collect();
    let others = visible.others.into_iter().filter(other_lies_still).collect();
    let all = gather(store, &editor, boxes, edges, others);
    match slide_frame(&editor) {
        Some(slide) => all.on_slide(&editor, slide),
        None => all,
    }
}

/// The frame that alone is seen while the board is presented.
fn slide_frame(editor: &Editor) -> Option<Rect<Page>> {
    editor.slide()?.frame
}

/// What a drag has lifted.
pub(super) fn lifted(store: &Store) -> Scenery {
    let editor = store.editor();
    let preview = editor.preview();
    let Some(lifted) = preview.lifted else {
        return Scenery::default();
    };
    let lifted = gather(
        store,
        &editor,
        lifted.boxes.iter().cloned().collect(),
        lifted.edges.iter().cloned().collect(),
        lifted.others.iter().cloned().collect(),
    );
    Scenery {
        carried: preview.carried,
        ..lifted
    }
}

fn gather(
    store: &Store,
    editor: &Editor,
    boxes: Vec<BoxId>,
    edges: Vec<EdgeId>,
    others: Vec<Item>,
) -> Scenery {
    let board = editor.board();
    let marking = Marking::shown(store);
    let routes = store.routes(editor, &edges);
    let boxes = boxes.into_iter().filter_map(|id| {
        let record = Arc::clone(board.get_box(&id)?);
        let marks = marking.on_box(&id);
        Some(BoxItem { id, record, marks })
    });
    let boxes = sorted::ranked(boxes, |item| item.record.order.into());
    let edges = edges
        .into_iter()
        .zip(routes)
        .filter_map(|(id, route)| {
            let record = Arc::clone(board.get_edge(&id)?);
            let marks = marking.on_edge(&id);
            Some(EdgeItem {
                id,
                record,
                route,
                marks,
            })
        })
        .collect();
    let edited = editor.editing().map(|editing| &editing.on);
    let others = others.into_iter().filter_map(|item| {
        let id = item.record_id();
        let record = board.record(&id)?;
        let is_edited = edited == Some(&id);
        Some(OtherItem {
            item,
            record,
            is_edited,
        })
    });
    Scenery {
        boxes,
        edges,
        others: sorted::ranked(others, |item| height(&item.record)),
        look: store.panels().settings.look(),
        slide: None,
        carried: Vector::default(),
    }
}

/// Its place in the pile.
fn height(record: &Record) -> u64 {
    match record {
        Record::Note(note) => note.order.into(),
        Record::Frame(frame) => frame.order.into(),
        // On top of all notes.
        Record::Stroke(stroke) => u64::from(stroke.order) + (1 << 32),
        _ => 0,
    }
}
