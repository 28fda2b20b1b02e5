//! The far view: hundreds of boxes and notes painted on a canvas with less detail, where elements would cost too much.

use std::cell::RefCell;
use std::rc::Rc;
use std::sync::Arc;

use board::{Board, BoxId, EdgeId, EdgeKind, EdgeRecord, NoteLook, Role};
use editor::{Editor, Item, Selection};
use geometry::{Page, Point, Rect};
use scene::{Font, Ink, Level, Theme, Weight};
use wasm_bindgen::JsCast;
use web_sys::{CanvasRenderingContext2d, HtmlCanvasElement};
use yew::prelude::*;

use crate::hooks::use_store;
use crate::marking::Marking;
use crate::painting::theme_of;
use crate::stage::{MARGIN, Set};
use crate::store::Store;

use super::scenery::FAR;

/// The smallest size, in screen pixels, at which words are painted.
const READABLE: f64 = 6.0;
/// The size of a label in page units.
const LABEL: f64 = 20.0;

/// What a painting depends on: while this stays, so does the painting.
#[derive(PartialEq, Clone)]
struct Subject {
    stage: Set,
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
                        painted.replace(subject);
                        paint(&store, &canvas);
                    }
                })
            };
            repaint();
            let subscription = store.subscribe(repaint, false);
            move || drop(subscription)
        });
    }
    html! { <canvas ref={canvas} class="layer" aria-hidden="true"></canvas> }
}

/// What there is to paint; nothing while few enough boxes are in view.
fn subject(store: &Store) -> Option<Subject> {
    let editor = store.editor();
    let stage = store.stage();
    if !editor.crowded(stage.area(), FAR) {
        return None;
    }
    let preview = editor.preview();
    let lifted = preview.lifted.map_or(0, Selection::len);
    Some(Subject {
        stage,
        // What a drag moves is in a layer of its own; what lies still does not change meanwhile.
        revision: if lifted > 0 { 0 } else { editor.board().revision() },
        lifted,
        marking: Marking::shown(store),
        theme: theme_of(store.panels().settings).name,
    })
}

/// Paints the stage, or empties the canvas while the board is near.
fn paint(store: &Store, canvas: &NodeRef) {
    let Some(canvas) = canvas.cast::<HtmlCanvasElement>() else {
        return;
    };
    let Some(context) = canvas
        .get_context("2d")
        .ok()
        .flatten()
        .and_then(|context| context.dyn_into::<CanvasRenderingContext2d>().ok())
    else {
        return;
    };
    let editor = store.editor();
    let Set { camera, screen } = store.stage();
    let area = store.stage().area();
    if !editor.crowded(area, FAR) {
        resize(&canvas, 1.0, 1.0, 1.0);
        return;
    }
    let density = gloo::utils::window().device_pixel_ratio().clamp(1.0, 3.0);
    resize(
        &canvas,
        screen.width + 2.0 * MARGIN,
        screen.height + 2.0 * MARGIN,
        density,
    );
    let scale = camera.zoom * density;
    let at = camera.to_screen(Point::new(0.0, 0.0));
    let (x, y) = ((at.x + MARGIN) * density, (at.y + MARGIN) * density);
    // A transform of finite numbers is always taken.
    context.set_transform(scale, 0.0, 0.0, scale, x, y).ok();
    let theme = theme_of(store.panels().settings);
    Painter {
        context,
        editor: &editor,
        theme,
        marking: &Marking::shown(store),
        zoom: camera.zoom,
    }
    .paint(area);
}

/// Gives the canvas a size on the screen, `MARGIN` beyond the view on each side.
fn resize(canvas: &HtmlCanvasElement, width: f64, height: f64, density: f64) {
    canvas.set_width((width * density) as u32);
    canvas.set_height((height * density) as u32);
    let lengths = [
        ("left", -MARGIN),
        ("top", -MARGIN),
        ("width", width),
        ("height", height),
    ];
    for (property, pixels) in lengths {
        // The browser takes any length in pixels.
        canvas.style().set_property(property, &format!("{pixels}px")).ok();
    }
}

struct Painter<'p> {
    context: CanvasRenderingContext2d,
    editor: &'p Editor,
    theme: &'static Theme,
    marking: &'p Marking,
    zoom: f64,
}

impl Painter<'_> {
    /// Paints by colour and not by box: setting a colour costs more than a rectangle.
    fn paint(&self, area: Rect<Page>) {
        let visible = self.editor.visible(area);
        let preview = self.editor.preview();
        let board = self.editor.board();
        self.context.set_line_width(2.0);
        let still = |id: &&EdgeId| preview.lifted.is_none_or(|lifted| !lifted.edges.contains(*id));
        let edges: Vec<_> = visible
            .edges
            .iter()
            .filter(still)
            .filter_map(|id| board.get_edge(id))
            .collect();
        for kind in EdgeKind::ALL {
            self.edges(
                board,
                edges.iter().filter(|edge| edge.kind == *kind),
                Ink::of_edge(*kind),
            );
        }
        let still = |item: &&Item| preview.lifted.is_none_or(|lifted| !lifted.others.contains(*item));
        self.frames(visible.others.iter().filter(still));
        let still_box = |id: &&BoxId| preview.lifted.is_none_or(|lifted| !lifted.boxes.contains(*id));
        let boxes: Vec<_> = visible
            .boxes
            .iter()
            .filter(still_box)
            .filter_map(|id| Some((id, &**board.get_box(id)?)))
            .collect();
        for role in Role::ALL {
            let of_role = boxes.iter().filter(|(_, record)| record.role == *role);
            let mut rects = of_role.map(|(_, record)| record.rect());
            self.sheets(&mut rects, Ink::RoleFill(*role), Ink::Role(*role));
        }
        let mut words = boxes
            .iter()
            .map(|(_, record)| (record.rect(), record.label.as_str()));
        self.labels(&mut words);
        self.notes(visible.others.iter().filter(still));
        self.strokes(visible.others.iter().filter(still));
        for level in [Level::Info, Level::Warning, Level::Error] {
            let marked = boxes
                .iter()
                .filter(|(id, _)| self.marking.on_box(id).level == Some(level));
            self.marks(marked.map(|(_, record)| record.rect()), Ink::of_level(level));
        }
    }

    fn edges<'e>(&self, board: &Board, edges: impl Iterator<Item = &'e &'e Arc<EdgeRecord>>, ink: Ink) {
        self.context.begin_path();
        for edge in edges {
            if let (Some(from), Some(to)) = (board.get_box(&edge.from), board.get_box(&edge.to)) {
                self.line(from.rect(), to.rect());
            }
        }
        self.context.set_stroke_style_str(self.theme.color(ink));
        self.context.stroke();
    }

    fn line(&self, from: Rect<Page>, to: Rect<Page>) {
        let (start, end) = if from.right() <= to.left() {
            (
                Point::new(from.right(), from.center().y),
                Point::new(to.left(), to.center().y),
            )
        } else {
            (from.center(), to.center())
        };
        self.context.move_to(start.x, start.y);
        self.context.line_to(end.x, end.y);
    }

    fn sheets(&self, rects: &mut dyn Iterator<Item = Rect<Page>>, ground: Ink, rim: Ink) {
        self.context.begin_path();
        for rect in rects {
            self.context
                .rect(rect.left(), rect.top(), rect.size.width, rect.size.height);
        }
        self.context.set_fill_style_str(self.theme.color(ground));
        self.context.fill();
        self.context.set_stroke_style_str(self.theme.color(rim));
        self.context.stroke();
    }

    /// The lines of frames, and the titles above them.
    fn frames<'i>(&self, items: impl Iterator<Item = &'i Item>) {
        self.context.begin_path();
        let mut titles = Vec::new();
        for item in items {
            let Item::Frame(id) = item else { continue };
            let Some(frame) = self.editor.board().get_frame(id) else {
                continue;
            };
            let rect = frame.rect();
            self.context
                .rect(rect.left(), rect.top(), rect.size.width, rect.size.height);
            titles.push((scene::frame_title_area(frame), frame.title.as_str()));
        }
        self.context.set_stroke_style_str(self.theme.color(Ink::Muted));
        self.context.stroke();
        self.labels(&mut titles.into_iter());
    }

    fn strokes<'i>(&self, items: impl Iterator<Item = &'i Item>) {
        self.context.begin_path();
        for item in items {
            let Item::Stroke(id) = item else { continue };
            let stroke = self.editor.board().get_stroke(id);
            for (index, point) in stroke.iter().flat_map(|stroke| &stroke.points).enumerate() {
                match index {
                    0 => self.context.move_to(point.x, point.y),
                    _ => self.context.line_to(point.x, point.y),
                }
            }
        }
        self.context.set_stroke_style_str(self.theme.color(Ink::Ink));
        self.context.stroke();
    }

    /// The sheets of notes, and the words that fit on a line.
    fn notes<'i>(&self, items: impl Iterator<Item = &'i Item>) {
        let board = self.editor.board();
        let notes: Vec<_> = items
            .filter_map(|item| match item {
                Item::Note(id) => board.get_note(id),
                _ => None,
            })
            .map(|note| (scene::note_area(note), note))
            .collect();
        let sticky = notes.iter().filter(|(_, note)| note.look == NoteLook::Sticky);
        self.sheets(&mut sticky.map(|(area, _)| *area), Ink::Note, Ink::NoteRim);
        self.labels(&mut notes.iter().map(|(area, note)| (*area, note.text.as_str())));
    }

    /// What things are called, in their middle, unless it would be too small to read.
    fn labels(&self, words: &mut dyn Iterator<Item = (Rect<Page>, &str)>) {
        if LABEL * self.zoom < READABLE {
            return;
        }
        self.context
            .set_font(&format!("{LABEL}px \"{}\"", Font::Hand.family()));
        self.context.set_text_align("center");
        self.context.set_text_baseline("middle");
        self.context.set_fill_style_str(self.theme.color(Ink::Ink));
        for (rect, words) in words {
            let (center, room) = (rect.center(), rect.size.width - 16.0);
            let line = words.trim().lines().next().unwrap_or_default();
            let text = scene::shorten(line, Font::Hand, Weight::Regular, LABEL, room);
            // Painting words at finite coordinates cannot fail.
            self.context.fill_text(&text, center.x, center.y).ok();
        }
    }

    fn marks(&self, rects: impl Iterator<Item = Rect<Page>>, ink: Ink) {
        const SIDE: f64 = 26.0;
        self.context.begin_path();
        for rect in rects {
            self.context
                .rect(rect.right() - SIDE / 2.0, rect.top() - SIDE / 2.0, SIDE, SIDE);
        }
        self.context.set_fill_style_str(self.theme.color(ink));
        self.context.fill();
    }
}
