//! The minimap: the whole board in a corner with a frame around what is seen; a press or a drag goes there. It is painted
//! anew only once the board has settled, and the frame follows the camera by itself.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use board::Role;
use editor::Command;
use geometry::{Page, Point, Rect, Size};
use gloo::timers::callback::Timeout;
use scene::{Ink, board_extent};
use wasm_bindgen::JsCast;
use web_sys::{CanvasRenderingContext2d, Element, HtmlCanvasElement, HtmlElement};
use yew::prelude::*;

use super::carrying::{carry, use_lightness};
use crate::components::part::part;
use crate::hooks::{use_slice, use_store};
use crate::looks::shows_minimap;
use crate::painting::theme_of;
use crate::store::{Store, Subscription};

/// Its size in pixels.
const SIZE: Size = Size {
    width: 184.0,
    height: 120.0,
};
/// Pixels that it leaves free around the board.
const RIM: f64 = 8.0;
/// The quiet after the last change, in milliseconds, before it is painted anew.
const SETTLED_MS: u32 = 250;

/// The minimap, where it is shown.
#[component]
pub(crate) fn Minimap() -> Html {
    match use_slice(shows_minimap) {
        true => part::<Map>(()),
        false => html! {},
    }
}

/// Which part of the page it shows, and how large.
#[derive(Clone, Copy, PartialEq, Debug)]
struct Scale {
    origin: Point<Page>,
    factor: f64,
}

impl Scale {
    fn fitting(area: Rect<Page>) -> Self {
        let (width, height) = (SIZE.width - 2.0 * RIM, SIZE.height - 2.0 * RIM);
        let factor = (width / area.size.width.max(1.0)).min(height / area.size.height.max(1.0));
        let free = geometry::Vector::new(
            (SIZE.width / factor - area.size.width) / 2.0,
            (SIZE.height / factor - area.size.height) / 2.0,
        );
        Self {
            origin: area.origin - free,
            factor,
        }
    }

    fn to_page(self, x: f64, y: f64) -> Point<Page> {
        self.origin + geometry::Vector::new(x / self.factor, y / self.factor)
    }

    fn to_map(self, area: Rect<Page>) -> [f64; 4] {
        let by = area.origin - self.origin;
        [by.x, by.y, area.size.width, area.size.height].map(|length| length * self.factor)
    }
}

/// What the painting depends on.
type Subject = (u64, &'static str);

#[component]
fn Map() -> Html {
    let store = use_store();
    let (canvas, frame) = (use_node_ref(), use_node_ref());
    let scale = use_mut_ref(|| None::<Scale>);
    use_lightness(frame.clone());
    {
        let (canvas, frame, scale) = (canvas.clone(), frame.clone(), Rc::clone(&scale));
        use_effect_with(store.clone(), move |store| {
            let subscription = follow(store, canvas, frame, scale);
            move || drop(subscription)
        });
    }
    let go = move |event: PointerEvent| {
        let scale = *scale.borrow();
        // Yew listens at the root, so that the event's own current target is not this element.
        let target: Option<Element> = event.target_dyn_into();
        let target = target.and_then(|target| target.closest(".minimap").ok().flatten());
        if let (Some(scale), Some(target), 1) = (scale, target, event.buttons() & 1) {
            // A pointer that is gone already cannot be captured, and needs not be.
            target.set_pointer_capture(event.pointer_id()).ok();
            let corner = target.get_bounding_client_rect();
            let (x, y) = (f64::from(event.client_x()), f64::from(event.client_y()));
            let at = scale.to_page(x - corner.left(), y - corner.top());
            store.command(Command::CentreOn(at));
        }
        event.prevent_default();
    };
    html! {
        <div class="minimap" aria-hidden="true" onpointerdown={go.clone()} onpointermove={go}>
            <canvas ref={canvas}></canvas>
            <div ref={frame} class="minimap-frame"></div>
        </div>
    }
}

fn follow(store: &Store, canvas: NodeRef, frame: NodeRef, scale: Rc<RefCell<Option<Scale>>>) -> Subscription {
    let painted: Cell<Option<Subject>> = Cell::default();
    let due: RefCell<Option<Timeout>> = RefCell::default();
    let look: Rc<dyn Fn()> = {
        let store = store.clone();
        Rc::new(move || {
            // A drag is not followed: what it moves stands where it was until it ends.
            let is_moving = !store.editor().tool().is_idle();
            let painted_now = painted.get().filter(|_| is_moving);
            let subject = painted_now.unwrap_or_else(|| subject(&store));
            let is_first = painted.get().is_none();
            if painted.replace(Some(subject)) != Some(subject) {
                let (store, canvas, frame, scale) =
                    (store.clone(), canvas.clone(), frame.clone(), Rc::clone(&scale));
                let paint = move || {
                    scale.replace(paint(&store, &canvas));
                    show_view(&store, &frame, *scale.borrow());
                };
                let wait = if is_first { 0 } else { SETTLED_MS };
                due.replace(Some(Timeout::new(wait, paint)));
            }
            show_view(&store, &frame, *scale.borrow());
        })
    };
    look();
    store.subscribe(look, true)
}

fn subject(store: &Store) -> Subject {
    let revision = store.editor().board().revision();
    (revision, theme_of(store.panels().settings).name)
}

fn paint(store: &Store, canvas: &NodeRef) -> Option<Scale> {
    let canvas = canvas.cast::<HtmlCanvasElement>()?;
    let context: CanvasRenderingContext2d = canvas.get_context("2d").ok()??.dyn_into().ok()?;
    let editor = store.editor();
    let board = editor.board();
    let theme = theme_of(store.panels().settings);
    let scale = Scale::fitting(board_extent(board)?);
    let density = gloo::utils::window().device_pixel_ratio().clamp(1.0, 3.0);
    // Setting the size empties it.
    canvas.set_width((SIZE.width * density) as u32);
    canvas.set_height((SIZE.height * density) as u32);
    // A transform of finite numbers is always taken.
    context.scale(density, density).ok();
    context.begin_path();
    for (_, edge) in board.edges() {
        if let (Some(from), Some(to)) = (board.get_box(&edge.from), board.get_box(&edge.to)) {
            let ends = [from, to].map(|end| scale.to_map(Rect::new(end.rect().center(), Size::default())));
            let [[x1, y1, ..], [x2, y2, ..]] = ends;
            context.move_to(x1, y1);
            context.line_to(x2, y2);
        }
    }
    context.set_stroke_style_str(theme.color(Ink::Faint));
    context.stroke();
    for &role in Role::ALL {
        context.set_fill_style_str(theme.color(Ink::Role(role)));
        for (_, record) in board.boxes().filter(|(_, record)| record.role == role) {
            let [x, y, width, height] = scale.to_map(record.rect());
            context.fill_rect(x, y, width.max(1.5), height.max(1.5));
        }
    }
    Some(scale)
}

/// Puts the frame around what the camera sees. It is as large as what the board is drawn for, and carried as that is.
fn show_view(store: &Store, frame: &NodeRef, scale: Option<Scale>) {
    let (Some(scale), Some(element)) = (scale, frame.cast::<HtmlElement>()) else {
        return;
    };
    let (editor, stage) = (store.editor(), store.stage());
    let [x, y, ..] = scale.to_map(editor.view());
    let [.., width, height] = scale.to_map(stage.camera.view(stage.screen));
    for (name, side) in [("width", width), ("height", height)] {
        // The browser takes any length in pixels, and does nothing where it is what it was.
        element.style().set_property(name, &format!("{side:.0}px")).ok();
    }
    let (_, stretch) = stage.seen_by(editor.camera());
    carry(frame, Point::new(x.round(), y.round()), 1.0 / stretch);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_whole_board_fits_and_a_press_leads_to_what_lies_there() {
        let area = Rect::new(Point::new(-500.0, 100.0), Size::new(4000.0, 900.0));
        let scale = Scale::fitting(area);
        let [x, y, width, height] = scale.to_map(area);
        assert!(
            x >= RIM - 1e-9 && y >= RIM && x + width <= SIZE.width - RIM + 1e-9 && y + height <= SIZE.height
        );
        let middle = scale.to_page(SIZE.width / 2.0, SIZE.height / 2.0);
        assert!(middle.distance(area.center()) < 1e-6);
    }
}
