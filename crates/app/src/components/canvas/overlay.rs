//! What a person does, drawn over the board: selection, handles, marquee, guides, the arrow to be, the lit path.

use std::rc::Rc;

use editor::{Axis, Editor, Guide, GuideKind, Item, Tool};
use geometry::{Page, Point, Rect, Route, Vector};
use lint::Place;
use scene::path_data;
use yew::prelude::*;

use crate::components::element::{element, number};
use crate::hooks::use_slice;
use crate::store::Store;

use super::layers::{extent_of, use_page};

/// Screen pixels between a box and the frame that says it is selected.
const FRAME: f64 = 5.0;
/// The radius of a handle, in screen pixels.
const HANDLE: f64 = 6.0;
/// Half the length of the stop at the end of a gap, in screen pixels.
const STOP: f64 = 5.0;
/// Half the side of a grip, in screen pixels.
const GRIP: f64 = 4.0;

/// Everything drawn over the board, in page coordinates.
#[derive(Clone, PartialEq, Default)]
struct Marks {
    frames: Vec<(Rect<Page>, &'static str)>,
    /// What alone is seen of the board while it is presented.
    slide: Option<Rect<Page>>,
    curves: Vec<(Rc<Route>, &'static str)>,
    handles: Vec<Point<Page>>,
    /// What the pen draws.
    stroke: Vec<Point<Page>>,
    /// How hard it is pressed at each point of that.
    pressures: Vec<u8>,
    /// What the laser pointer leaves behind: where, and when.
    trail: Vec<(Point<Page>, u64)>,
    grips: Vec<Point<Page>>,
    lines: Vec<(Point<Page>, Point<Page>, &'static str)>,
    /// Page units a screen pixel of what is drawn.
    pixel: f64,
}

/// The overlay.
#[component]
pub(super) fn Overlay() -> Html {
    let marks = use_slice(gather);
    let page = use_page();
    let stage = use_slice(Store::stage);
    let radius = HANDLE * marks.pixel;
    html! {
        <svg class="layer" aria-hidden="true"><g ref={page}>
            <g>{ extent_of(stage, true) }</g>
            { for marks.slide.map(|slide| mat(&slide)) }
            { for marks.curves.iter().map(|(route, class)| curve(class, route)) }
            { for marks.frames.iter().map(|(rect, class)| frame(rect, class, 4.0 * marks.pixel)) }
            { for marks.lines.iter().map(|(from, to, class)| line(class, *from, *to)) }
            { drawn(&marks) }
            { for marks.trail.windows(2).filter_map(trace) }
            { for marks.grips.iter().map(|at| grip(*at, marks.pixel)) }
            { for marks.handles.iter().map(|at| html! {
                <circle class="handle" cx={at.x.to_string()} cy={at.y.to_string()} r={radius.to_string()} />
            }) }
        </g></svg>
    }
}

/// The line that the pen draws.
fn drawn(marks: &Marks) -> Html {
    let outline = scene::pressed_outline(&marks.stroke, &marks.pressures);
    match outline.is_empty() {
        true => path("pen", &geometry::smooth(&marks.stroke)),
        false => path("pen pressed", &outline),
    }
}

fn frame(rect: &Rect<Page>, class: &'static str, corner: f64) -> Html {
    element(
        "rect",
        &["class", "x", "y", "rx", "width", "height"],
        [
            Some(class.into()),
            number(rect.left()),
            number(rect.top()),
            number(corner),
            number(rect.size.width),
            number(rect.size.height),
        ],
        html! {},
    )
}

/// Covers all but `slide`, so that no half of a neighbour shows beside it.
fn mat(slide: &Rect<Page>) -> Html {
    /// Page units that stay around the line of a frame, and those that a screen never shows beyond it.
    const RIM: f64 = 5.0;
    const FAR: f64 = 1e5;
    let ring = |rect: Rect<Page>| {
        let (left, top, right, bottom) = (rect.left(), rect.top(), rect.right(), rect.bottom());
        format!("M{left} {top}H{right}V{bottom}H{left}Z")
    };
    let outline = ring(slide.inflate(FAR)) + &ring(slide.inflate(RIM));
    let values = [Some("mat".into()), Some(outline.into())];
    element("path", &["class", "d"], values, html! {})
}

/// By which something is made larger or smaller.
fn grip(at: Point<Page>, pixel: f64) -> Html {
    let area = Rect::spanning(at, at).inflate(GRIP * pixel);
    frame(&area, "grip", 2.0 * pixel)
}

fn line(class: &'static str, from: Point<Page>, to: Point<Page>) -> Html {
    element(
        "line",
        &["class", "x1", "y1", "x2", "y2"],
        [
            Some(class.into()),
            number(from.x),
            number(from.y),
            number(to.x),
            number(to.y),
        ],
        html! {},
    )
}

/// One stretch of the laser pointer's trail, which fades from when it was made: the key keeps it the same element.
fn trace(stretch: &[(Point<Page>, u64)]) -> Option<Html> {
    let [(from, _), (to, at_ms)] = stretch else {
        return None;
    };
    let stretch = line("laser", *from, *to);
    Some(html! { <g key={format!("{at_ms} {} {}", to.x, to.y)}>{ stretch }</g> })
}

fn curve(class: &'static str, route: &Route) -> Html {
    path(class, &route.segments())
}

fn path(class: &'static str, outline: &[scene::Segment<Page>]) -> Html {
    let outline = path_data(outline).into();
    element(
        "path",
        &["class", "d"],
        [Some(class.into()), Some(outline)],
        html! {},
    )
}

fn gather(store: &Store) -> Marks {
    let editor = store.editor();
    let mut marks = Marks {
        pixel: 1.0 / store.stage().camera.zoom,
        ..Marks::default()
    };
    marks.slide = editor.slide().and_then(|slide| slide.frame);
    add_lit(store, &editor, &mut marks);
    add_selection(store, &editor, &mut marks);
    add_preview(&editor, &mut marks);
    marks
}

fn route(store: &Store, editor: &Editor, id: &board::EdgeId) -> Option<Rc<Route>> {
    store.routes(editor, std::slice::from_ref(id)).pop()
}

fn add_lit(store: &Store, editor: &Editor, marks: &mut Marks) {
    for place in &store.panels().lit {
        match place {
            Place::Box(id) => {
                let rect = editor.board().get_box(id).map(|record| record.rect());
                marks
                    .frames
                    .extend(rect.map(|rect| (rect.inflate(2.0 * FRAME * marks.pixel), "lit-box")));
            }
            Place::Edge(id) => marks
                .curves
                .extend(route(store, editor, id).map(|route| (route, "lit"))),
            Place::Answer(_) | Place::Wrap | Place::Session | Place::Board => {}
        }
    }
}

fn add_selection(store: &Store, editor: &Editor, marks: &mut Marks) {
    let selection = editor.selection();
    let gap = FRAME * marks.pixel;
    for item in selection.standing() {
        let primary = selection.len() > 1 && selection.primary.as_ref() == Some(&item);
        let class = if primary { "selected primary" } else { "selected" };
        let rect = editor.area(&item);
        marks.frames.extend(rect.map(|rect| (rect.inflate(gap), class)));
    }
    for id in &selection.edges {
        marks
            .curves
            .extend(route(store, editor, id).map(|route| (route, "selected-edge")));
    }
}

/// A line through what is in line; a gap as wide as another one has a stop at each end.
fn add_guide(guide: &Guide, marks: &mut Marks) {
    let stop = STOP * marks.pixel;
    let by = match (guide.kind, guide.axis) {
        (GuideKind::Line, _) => return marks.lines.push((guide.start, guide.end, "guide")),
        (GuideKind::Gap, Axis::Upright) => Vector::new(0.0, stop),
        (GuideKind::Gap, Axis::Level) => Vector::new(stop, 0.0),
    };
    let stops = [guide.start, guide.end].map(|end| (end - by, end + by));
    let lines = stops.into_iter().chain([(guide.start, guide.end)]);
    marks.lines.extend(lines.map(|(from, to)| (from, to, "gap")));
}

fn add_preview(editor: &Editor, marks: &mut Marks) {
    let preview = editor.preview();
    let is_free = editor.tool().offers_handles();
    if is_free && editor.editing().is_none() {
        if !matches!(editor.tool(), Tool::Resizing(_)) {
            marks.handles = editor.handles().iter().map(|handle| handle.at).collect();
        }
        marks.handles.extend(editor.ends());
        marks.grips = editor.grips().iter().map(|grip| grip.at).collect();
    }
    let ghosts = preview.ghosts.iter();
    marks.frames.extend(ghosts.map(|rect| (*rect, "target ghost")));
    let rect_of = |id| editor.board().get_box(id).map(|record| record.rect());
    let hovered = preview.hovered.filter(|item| !matches!(item, Item::Edge(_)));
    let hovered = hovered.filter(|_| !editor.tool().is_in_hand());
    if let Some(item) = hovered.filter(|item| !editor.selection().contains(item)) {
        let rect = editor.area(item);
        marks
            .frames
            .extend(rect.map(|rect| (rect.inflate(FRAME * marks.pixel), "hovered")));
    }
    marks.stroke = preview.stroke.to_vec();
    marks.pressures = preview.pressures.to_vec();
    marks.trail = preview.trail.to_vec();
    marks.frames.extend(preview.marquee.map(|rect| (rect, "marquee")));
    for guide in preview.guides {
        add_guide(guide, marks);
    }
    if let Some(joining) = preview.joining {
        let start = rect_of(&joining.from).map(|rect| rect.center());
        marks
            .lines
            .extend(start.map(|start| (start, joining.to, "joining")));
        let over = joining.over.as_ref().and_then(rect_of);
        marks
            .frames
            .extend(over.map(|rect| (rect.inflate(FRAME * marks.pixel), "target")));
    }
}
