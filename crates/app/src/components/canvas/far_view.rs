//! The far view: hundreds of boxes painted on a canvas with less detail, where elements would cost too much.

use std::cell::RefCell;
use std::rc::Rc;

use board::BoxRecord;
use editor::Editor;
use geometry::{Camera, Page, Point, Rect};
use scene::{Font, Ink, Theme, Weight};
use wasm_bindgen::JsCast;
use web_sys::{CanvasRenderingContext2d, HtmlCanvasElement};
use yew::prelude::*;

use crate::hooks::use_store;
use crate::marking::Marking;
use crate::painting::theme_of;
use crate::store::Store;

use super::scenery::{FAR, MARGIN};

/// The smallest size, in screen pixels, at which words are painted.
const READABLE: f64 = 6.0;
/// The size of a label in page units.
const LABEL: f64 = 20.0;

/// What a painting depends on: while this stays, so does the painting.
#[derive(PartialEq, Clone)]
struct Subject {
    camera: Camera,
    size: geometry::Size,
    revision: u64,
    lifted: usize,
    marking: Rc<Marking>,
    theme: &'static str,
}

/// The canvas of the far view; empty while the board is near.
#[component]
pub(super) fn FarView() -> Html {
    let store = use_store();
    let canvas = use_node_ref();
    {
        let canvas = canvas.clone();
        use_effect_with(store, move |store| {
            let painted: RefCell<Option<Subject>> = RefCell::default();
            let repaint: Rc<dyn Fn()> = {
                let store = store.clone();
                Rc::new(move || {
                    let subject = subject(&store);
                    if *painted.borrow() != subject {
                        paint(&store, &canvas, subject.is_some());
                        painted.replace(subject);
                    }
                })
            };
            repaint();
            let subscription = store.subscribe(repaint);
            move || drop(subscription)
        });
    }
    html! { <canvas ref={canvas} class="layer" aria-hidden="true"></canvas> }
}

/// What there is to paint; nothing while few enough boxes are in view.
fn subject(store: &Store) -> Option<Subject> {
    let editor = store.editor();
    if editor.board().boxes().len() <= FAR || editor.visible(MARGIN).boxes.len() <= FAR {
        return None;
    }
    let lifted = editor.preview().dragged.map_or(0, std::collections::BTreeSet::len);
    Some(Subject {
        camera: editor.camera(),
        size: editor.screen(),
        // What a drag moves is in a layer of its own; what lies still does not change meanwhile.
        revision: if lifted > 0 { 0 } else { editor.board().revision() },
        lifted,
        marking: store.judged().marking,
        theme: theme_of(store.panels().settings.appearance).name,
    })
}

fn paint(store: &Store, canvas: &NodeRef, anything: bool) {
    let Some(canvas) = canvas.cast::<HtmlCanvasElement>() else { return };
    let Some(context) = canvas
        .get_context("2d")
        .ok()
        .flatten()
        .and_then(|context| context.dyn_into::<CanvasRenderingContext2d>().ok())
    else {
        return;
    };
    let editor = store.editor();
    let density = gloo::utils::window().device_pixel_ratio().clamp(1.0, 3.0);
    let size = if anything { editor.screen() } else { geometry::Size::new(1.0, 1.0) };
    canvas.set_width((size.width * density) as u32);
    canvas.set_height((size.height * density) as u32);
    if anything {
        let camera = editor.camera();
        let scale = camera.zoom * density;
        // A transform of finite numbers is always taken.
        context
            .set_transform(scale, 0.0, 0.0, scale, -camera.origin.x * scale, -camera.origin.y * scale)
            .ok();
        let theme = theme_of(store.panels().settings.appearance);
        Painter { context, editor: &editor, theme, marking: &store.judged().marking }.paint();
    }
}

struct Painter<'p> {
    context: CanvasRenderingContext2d,
    editor: &'p Editor,
    theme: &'static Theme,
    marking: &'p Marking,
}

impl Painter<'_> {
    fn paint(&self) {
        let visible = self.editor.visible(MARGIN);
        let preview = self.editor.preview();
        let board = self.editor.board();
        self.context.set_line_width(2.0);
        for kind in board::EdgeKind::ALL {
            self.context.begin_path();
            for id in &visible.edges {
                let lifted = preview.dragged_edges.is_some_and(|lifted| lifted.contains(id));
                let edge = board.get_edge(id).filter(|edge| edge.kind == *kind && !lifted);
                let ends = edge.and_then(|edge| Some((board.get_box(&edge.from)?, board.get_box(&edge.to)?)));
                if let Some((from, to)) = ends {
                    self.line(from.rect(), to.rect());
                }
            }
            self.context.set_stroke_style_str(self.theme.color(Ink::of_edge(*kind)));
            self.context.stroke();
        }
        let words = LABEL * self.editor.camera().zoom >= READABLE;
        for id in &visible.boxes {
            let lifted = preview.dragged.is_some_and(|lifted| lifted.contains(id));
            if let Some(record) = board.get_box(id).filter(|_| !lifted) {
                self.sheet(record);
                if words {
                    self.label(record);
                }
                if let Some(level) = self.marking.on_box(id).level {
                    self.mark(record.rect(), Ink::of_level(level));
                }
            }
        }
    }

    fn line(&self, from: Rect<Page>, to: Rect<Page>) {
        let start = if from.right() <= to.left() {
            Point::new(from.right(), from.center().y)
        } else {
            from.center()
        };
        let end = if from.right() <= to.left() { Point::new(to.left(), to.center().y) } else { to.center() };
        self.context.move_to(start.x, start.y);
        self.context.line_to(end.x, end.y);
    }

    fn sheet(&self, record: &BoxRecord) {
        let rect = record.rect();
        self.context.set_fill_style_str(self.theme.color(Ink::RoleFill(record.role)));
        self.context.fill_rect(rect.left(), rect.top(), rect.size.width, rect.size.height);
        self.context.set_stroke_style_str(self.theme.color(Ink::Role(record.role)));
        self.context.stroke_rect(rect.left(), rect.top(), rect.size.width, rect.size.height);
    }

    fn label(&self, record: &BoxRecord) {
        let center = record.rect().center();
        let room = record.size.width - 16.0;
        let text = scene::shorten(&record.label, Font::Hand, Weight::Regular, LABEL, room);
        self.context.set_font(&format!("{LABEL}px \"{}\"", Font::Hand.family()));
        self.context.set_text_align("center");
        self.context.set_text_baseline("middle");
        self.context.set_fill_style_str(self.theme.color(Ink::Ink));
        // Painting words at finite coordinates cannot fail.
        self.context.fill_text(&text, center.x, center.y).ok();
    }

    fn mark(&self, rect: Rect<Page>, ink: Ink) {
        const SIDE: f64 = 26.0;
        self.context.set_fill_style_str(self.theme.color(ink));
        self.context.fill_rect(rect.right() - SIDE / 2.0, rect.top() - SIDE / 2.0, SIDE, SIDE);
    }
}
