//! What stress does, drawn on the board at the moment at which one looks: heaps of what waits, boxes that are down, promises
//! that are broken, each with a word.

use std::rc::Rc;

use board::{BoxId, EdgeId};
use editor::Editor;
use geometry::{Page, Point, Rect, Route};
use scene::path_data;
use yew::prelude::*;

use crate::components::element::{element, number};
use crate::hooks::use_seen_slice;
use crate::store::Store;
use crate::what_if::{self, Play, clock};

use super::layers::use_page;

/// The height of the largest heap, in pixels of a board at its size.
const HEAP: f64 = 46.0;
/// The height of a word's slip, in such pixels.
const SLIP: f64 = 21.0;
/// The radius of an event that is followed.
const DOT: f64 = 7.0;
/// How wide a letter of it is.
const LETTER: f64 = 7.2;
/// How much larger words are drawn at the most where the board is small.
const LARGEST: f64 = 2.3;
/// The same for heaps.
const LARGEST_HEAP: f64 = 1.6;

/// What is seen at the moment.
#[derive(Clone, PartialEq, Default)]
struct Seen {
    heaps: Vec<Heap>,
    boxes: Vec<Marked>,
    ways: Vec<(Rc<Route>, &'static str)>,
    /// The event that is followed.
    dot: Option<Event>,
    /// By how much words are enlarged, so that they are read on a board that is small.
    scale: f64,
}

/// The event that is followed: where it is, where its clock stands and what that says.
#[derive(Clone, PartialEq)]
struct Event {
    at: Point<Page>,
    clock_at: Point<Page>,
    says: String,
}

/// What waits on a box.
#[derive(Clone, PartialEq)]
struct Heap {
    id: String,
    rect: Rect<Page>,
    /// How much of the most, from 0 to 1.
    share: f64,
    says: String,
}

/// What is the matter with a box.
#[derive(Clone, PartialEq)]
struct Marked {
    id: String,
    rect: Rect<Page>,
    tone: String,
    words: String,
}

/// The layer of what is played.
#[component]
pub(super) fn Stressed() -> Html {
    let seen = use_seen_slice(true, (), |store, ()| gather(store));
    let page = use_page();
    html! {
        <svg class="layer" aria-hidden="true"><g ref={page}>
            { for seen.ways.iter().map(|(route, class)| path(class, path_data(&route.segments()))) }
            { for seen.boxes.iter().map(|marked| frame(marked, seen.scale)) }
            { for seen.heaps.iter().map(|heap| draw_heap(heap, seen.scale)) }
            { for seen.boxes.iter().filter(|marked| !marked.words.is_empty()).map(|marked| slip(marked, seen.scale)) }
            { for seen.dot.iter().map(|event| draw_event(event, seen.scale)) }
        </g></svg>
    }
}

fn gather(store: &Store) -> Seen {
    let Some(play) = what_if::play(store) else {
        return Seen::default();
    };
    let moment = what_if::moment(store, &play);
    let editor = store.editor();
    let mut seen = Seen {
        scale: (1.0 / store.stage().camera.zoom).clamp(1.0, LARGEST),
        ..Seen::default()
    };
    for mark in play.marks_at(moment) {
        if mark.is_edge {
            let class = match mark.tone.as_str() {
                "broken" => "stress-way",
                _ => "stress-passed-way",
            };
            seen.ways
                .extend(route(store, &editor, &mark.id).map(|route| (route, class)));
        } else if let Some(rect) = rect_of(&editor, &mark.id) {
            add(&mut seen.boxes, &mark.id, rect, &mark.tone, &mark.word);
        }
    }
    add_heaps(&mut seen, &editor, &play, moment);
    seen.dot = event(store, &editor, &play, moment, seen.scale);
    seen
}

/// Where the event is that is followed: on an edge along it; in a box on the straight way from the edge by which it came to
/// the next one. Its clock stands above what it is in.
fn event(store: &Store, editor: &Editor, play: &Play, moment: f64, scale: f64) -> Option<Event> {
    let (at, behind) = play.hop_at(moment)?;
    let way = |at: usize| {
        let hop = play.hops.get(at).filter(|hop| hop.is_edge)?;
        route(store, editor, &hop.id)
    };
    let (at, top) = if let Some(route) = way(at) {
        let at = route.point_at(behind);
        (at, at.y - DOT * scale)
    } else {
        let rect = rect_of(editor, &play.hops.get(at)?.id)?;
        let middle = rect.center();
        let comes = at
            .checked_sub(1)
            .and_then(way)
            .map_or(middle, |route| route.end());
        let leaves = way(at + 1).map_or(middle, |route| route.point_at(0.0));
        (comes + (leaves - comes) * behind, rect.top())
    };
    let clock_at = Point::new(at.x, top - 20.0 * scale);
    let says = clock(play.seconds(moment));
    Some(Event { at, clock_at, says })
}

fn route(store: &Store, editor: &Editor, id: &str) -> Option<Rc<Route>> {
    let edge = EdgeId::new(id).ok()?;
    editor.board().get_edge(&edge)?;
    store.routes(editor, &[edge]).pop()
}

/// The event that is followed, with its clock.
fn draw_event(event: &Event, scale: f64) -> Html {
    let Event { at, clock_at, says } = event;
    let disc = |class: &'static str, radius: f64| {
        let values = [
            Some(class.into()),
            number(at.x),
            number(at.y),
            number(radius * scale),
        ];
        element("circle", &["class", "cx", "cy", "r"], values, html! {})
    };
    html! {
        <g data-event="yes">
            { disc("stress-ring", 2.0 * DOT) }
            { disc("stress-dot", DOT) }
            { pill("stress-slip stress-clock", *clock_at, says, scale) }
            { words("stress-word", clock_at.x, clock_at.y + 4.6 * scale, scale, says) }
        </g>
    }
}

/// The ground of a word, with its middle at `at`.
fn pill(class: &str, at: Point<Page>, words: &str, scale: f64) -> Html {
    let letters = words.chars().count() as f64;
    let (width, height) = ((letters * LETTER + 18.0) * scale, SLIP * scale);
    let values = [
        Some(class.to_owned().into()),
        number(at.x - width / 2.0),
        number(at.y - height / 2.0),
        number(width),
        number(height),
        number(height / 2.0),
    ];
    element(
        "rect",
        &["class", "x", "y", "width", "height", "rx"],
        values,
        html! {},
    )
}

/// Adds a word to what is said of a box already. The gravest sign stays, and what is grave says enough.
fn add(boxes: &mut Vec<Marked>, id: &str, rect: Rect<Page>, tone: &str, word: &str) {
    let Some(known) = boxes.iter_mut().find(|marked| marked.id == id) else {
        return boxes.push(Marked {
            id: id.to_owned(),
            rect,
            tone: tone.to_owned(),
            words: word.to_owned(),
        });
    };
    if known.tone == "less" && tone != "less" {
        (known.tone, known.words) = (tone.to_owned(), word.to_owned());
    } else if !known.words.contains(word) {
        if tone == "hit" {
            known.tone = tone.to_owned();
        }
        known.words = match tone {
            "hit" => format!("{word}, {}", known.words),
            _ => format!("{}, {word}", known.words),
        };
    }
}

fn add_heaps(seen: &mut Seen, editor: &Editor, play: &Play, moment: f64) {
    let top = play.top();
    for wait in &play.waits {
        let amount = wait.at(moment);
        let rect = rect_of(editor, &wait.id).filter(|_| amount > top * 1e-4);
        seen.heaps.extend(rect.map(|rect| Heap {
            id: wait.id.clone(),
            rect,
            // By its area, as a heap is seen.
            share: (amount / top).sqrt(),
            says: format!("{}{} wait", wait.amount(amount), wait.unit()),
        }));
    }
}

fn rect_of(editor: &Editor, id: &str) -> Option<Rect<Page>> {
    let id = BoxId::new(id).ok()?;
    Some(editor.board().get_box(&id)?.rect())
}

/// A heap on the upper edge of its box, in three layers, and above it how much that is.
fn draw_heap(heap: &Heap, scale: f64) -> Html {
    let (left, top, width) = (heap.rect.left(), heap.rect.top(), heap.rect.size.width);
    let height = (HEAP * heap.share).max(5.0) * scale.min(LARGEST_HEAP);
    let layer = |share: f64| {
        let (x, y) = (|part: f64| left + width * part, top - height * share);
        format!(
            "M{} {top}C{} {} {} {y} {} {y}S{} {} {} {top}Z",
            x(0.04),
            x(0.12),
            top - height * share * 0.35,
            x(0.3),
            x(0.52),
            x(0.86),
            top - height * share * 0.4,
            x(0.97),
        )
    };
    html! {
        <g key={format!("heap {}", heap.id)} data-heap={heap.id.clone()}>
            { path("stress-heap", layer(1.0)) }
            { path("stress-layer", layer(0.66)) }
            { path("stress-layer", layer(0.33)) }
            { words("stress-amount", heap.rect.center().x, top - height - 7.0 * scale, scale, &heap.says) }
        </g>
    }
}

/// The frame of a box with which something is the matter; one that is hit is struck through as well.
fn frame(marked: &Marked, scale: f64) -> Html {
    let rect = marked.rect.inflate(5.0 * scale);
    let class = format!("stress-box stress-{}", marked.tone);
    let values = [
        Some(class.into()),
        number(rect.left()),
        number(rect.top()),
        number(rect.size.width),
        number(rect.size.height),
        number(9.0),
    ];
    let frame = element(
        "rect",
        &["class", "x", "y", "width", "height", "rx"],
        values,
        html! {},
    );
    let strikes = (marked.tone == "hit").then(|| {
        let inner = marked.rect;
        let step = inner.size.width / 4.0;
        let strike = |at: f64| {
            let from = inner.left() + step * at;
            format!(
                "M{from} {}L{} {}",
                inner.bottom() - 3.0,
                from + step * 0.8,
                inner.top() + 3.0
            )
        };
        let strikes: String = [0.2, 1.2, 2.2, 3.0].map(strike).concat();
        path("stress-strike", strikes)
    });
    html! { <g key={format!("box {}", marked.id)}>{ frame }{ strikes }</g> }
}

/// What is the matter, on a slip at the lower edge.
fn slip(marked: &Marked, scale: f64) -> Html {
    let at = Point::new(marked.rect.center().x, marked.rect.bottom() + 5.0 * scale);
    let class = format!("stress-slip stress-{}", marked.tone);
    html! {
        <g key={format!("slip {}", marked.id)} data-marked={marked.id.clone()}>
            { pill(&class, at, &marked.words, scale) }
            { words("stress-word", at.x, at.y + 4.6 * scale, scale, &marked.words) }
        </g>
    }
}

fn words(class: &'static str, x: f64, y: f64, scale: f64, words: &str) -> Html {
    let values = [Some(class.into()), number(x), number(y), number(13.0 * scale)];
    let words: AttrValue = words.to_owned().into();
    element("text", &["class", "x", "y", "font-size"], values, words.into())
}

fn path(class: &'static str, outline: String) -> Html {
    let values = [Some(class.into()), Some(outline.into())];
    element("path", &["class", "d"], values, html! {})
}
