//! The view: nearer, farther, whole, and to where something is.

use board::BoxId;
use geometry::{Camera, Page, Point, Rect, Screen, Size, Vector};
use scene::board_extent;

use crate::context::{Context, on_page};
use crate::{Item, Modifiers};

/// One step nearer.
pub(crate) const STEP: f64 = 1.25;

/// Zooms around the middle of the screen.
pub(crate) fn zoom(context: &mut Context<'_>, factor: f64) {
    let anchor = middle(context);
    context.session.camera = context.session.camera.zoomed(factor, anchor);
    announce_zoom(context);
}

/// One page unit is one pixel.
pub(crate) fn zoom_to_100(context: &mut Context<'_>) {
    let factor = 1.0 / context.session.camera.zoom;
    zoom(context, factor);
}

/// Shows the whole board.
pub(crate) fn fit(context: &mut Context<'_>) {
    match board_extent(context.board()) {
        Some(area) => show(context, area),
        None => context.session.camera = Camera::centred(Point::new(0.0, 0.0), 1.0, context.session.screen),
    }
}

/// Shows the whole board, and says how near that is.
pub(crate) fn zoom_to_fit(context: &mut Context<'_>) {
    fit(context);
    announce_zoom(context);
}

/// Shows the whole selection, or the board where nothing is selected.
pub(crate) fn zoom_to_selection(context: &mut Context<'_>) {
    let items: Vec<_> = context.selection().items().collect();
    match area_of(context, &items) {
        Some(area) => show(context, area),
        None => fit(context),
    }
    announce_zoom(context);
}

/// Shows `at` in the middle.
pub(crate) fn centre_on(context: &mut Context<'_>, at: Point<Page>) {
    let session = &mut context.session;
    session.camera = Camera::centred(on_page(at), session.camera.zoom, session.screen);
}

/// Moves the view by the least that shows `items`; farther away only where they do not fit.
pub(crate) fn reveal(context: &mut Context<'_>, items: &[Item]) {
    if let Some(area) = area_of(context, items) {
        reveal_area(context, area);
    }
}

/// Shows `items` as [`reveal`] does; from so far away that they could not be read, nearer and in the middle.
pub(crate) fn approach(context: &mut Context<'_>, items: &[Item]) {
    /// Words below a box can be read from here on.
    const LEGIBLE: f64 = 0.8;
    let Some(area) = area_of(context, items) else {
        return;
    };
    let free = context.session.free();
    let whole = Camera::fitting(area, free);
    let zoom = LEGIBLE.min(whole.zoom);
    if context.session.camera.zoom >= zoom {
        return reveal_area(context, area);
    }
    context.session.camera = whole.zoomed(zoom / whole.zoom, free.center());
}

/// Whether the whole board is seen, which a person of a few boxes has drawn so far.
pub(crate) fn sees_all(context: &Context<'_>) -> bool {
    const FEW: usize = 40;
    let board = context.board();
    board.boxes().len() < FEW && board_extent(board).is_none_or(|area| context.session.sees(&area))
}

/// Shows a box that is new. Who saw the whole board before goes on seeing it, as long as it can be read from there.
pub(crate) fn reveal_new(context: &mut Context<'_>, id: &BoxId, saw_all: bool) {
    const LEGIBLE: f64 = 0.5;
    // The next box is pulled out of the one at the rim.
    let roomy = context.session.roomy();
    let whole = board_extent(context.board()).filter(|area| saw_all && !context.session.sees(area));
    match whole.map(|area| Camera::fitting(area, roomy)) {
        Some(camera) if camera.zoom >= LEGIBLE => context.session.camera = camera,
        _ => context.reveal_box(id),
    }
}

/// Moves the view by the least that shows `area`; farther away only where it does not fit.
pub(crate) fn reveal_area(context: &mut Context<'_>, area: Rect<Page>) {
    if context.session.sees(&area) {
        return;
    }
    let view = context.session.roomy_view();
    if area.size.width > view.size.width || area.size.height > view.size.height {
        show(context, area);
    } else {
        context.reveal(area);
    }
}

/// What is to stay in view when the screen becomes another: the whole board where all of it is seen, or else what is
/// selected, where that is.
pub(crate) fn seen(context: &Context<'_>) -> Option<Rect<Page>> {
    let selected: Vec<_> = context.selection().items().collect();
    let areas = [board_extent(context.board()), area_of(context, &selected)];
    areas
        .into_iter()
        .flatten()
        .find(|area| context.session.sees(area))
}

/// Keeps `area` in view on a screen that is another than `before`: one that has its room again shows what it showed,
/// unless a person looked elsewhere meanwhile.
pub(crate) fn keep_in_view(context: &mut Context<'_>, area: Rect<Page>, before: (Camera, Size)) {
    let screen = context.session.screen;
    if context.session.gave_way_to != before.0 {
        context.session.gave_way.clear();
    }
    let again = context.session.gave_way.iter().position(|view| view.1 == screen);
    if let Some((camera, _)) = again.and_then(|at| context.session.gave_way.drain(at..).next()) {
        context.session.camera = camera;
    } else {
        reveal_area(context, area);
        if context.session.camera != before.0 {
            context.session.gave_way.push(before);
        }
    }
    context.session.gave_way_to = context.session.camera;
}

/// Turns the wheel: moves the view, or zooms at the pointer while the command key is held.
pub(crate) fn wheel(
    context: &mut Context<'_>,
    at: Point<Screen>,
    delta: Vector<Screen>,
    modifiers: Modifiers,
) {
    // Trackpads pinch in steps of a few pixels and mice turn in steps of a hundred.
    const MOST: f64 = 25.0;
    let camera = context.session.camera;
    context.session.camera = if modifiers.command() {
        camera.zoomed((-delta.y.clamp(-MOST, MOST) * 0.01).exp(), at)
    } else if modifiers.shift && delta.x == 0.0 {
        camera.panned(Vector::new(-delta.y, 0.0))
    } else {
        camera.panned(-delta)
    };
}

fn show(context: &mut Context<'_>, area: Rect<Page>) {
    context.session.camera = Camera::fitting(area, context.session.free());
}

/// The area of `items`, an edge with the boxes that it joins.
fn area_of(context: &Context<'_>, items: &[Item]) -> Option<Rect<Page>> {
    let ends = items.iter().filter_map(|item| match item {
        Item::Edge(id) => context.board().get_edge(id),
        _ => None,
    });
    let ends = ends.flat_map(|edge| [&edge.from, &edge.to]);
    let ends = ends.filter_map(|id| Some(context.board().get_box(id)?.rect()));
    let items = items.iter().filter_map(|item| context.document.area(item));
    Rect::enclosing(items.chain(ends))
}

fn middle(context: &Context<'_>) -> Point<Screen> {
    let screen = context.session.screen;
    Point::new(screen.width / 2.0, screen.height / 2.0)
}

fn announce_zoom(context: &mut Context<'_>) {
    let percent = (context.session.camera.zoom * 100.0).round();
    context.announce(format!("{percent} %"));
}
