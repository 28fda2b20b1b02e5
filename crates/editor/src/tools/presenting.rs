//! Presenting: the frames of a board as slides, one after the other as it is read, or the board whole where it has none.
//! A press points as the laser pointer does, and nothing can be changed.

use board::{Board, FrameRecord};
use geometry::{Camera, Page, Point, Rect, Size};
use scene::{board_extent, frame_title_area};

use crate::context::Context;
use crate::order;
use crate::tool::Tool;
use crate::tools::laser::Laser;
use crate::{Item, KeyPress, Pointer, Selection};

/// Screen pixels that stay free around a slide.
const ROOM: f64 = 36.0;
/// Screen pixels at the foot that the caption takes.
const CAPTION: f64 = 34.0;
/// How near a small frame is shown at most.
const NEAREST: f64 = 2.0;

/// A board is presented.
#[derive(Clone, PartialEq, Debug)]
pub struct Presenting {
    /// Which slide is shown, from 0.
    slide: usize,
    /// The marks of findings are shown.
    pub(crate) shows_findings: bool,
    /// The view when it began.
    pub(crate) camera: Camera,
    laser: Laser,
}

/// A slide, and how many there are.
#[derive(Clone, PartialEq, Debug)]
pub struct Slide {
    /// Its number, from 1.
    pub number: usize,
    /// How many there are.
    pub of: usize,
    /// The title of its frame, or that of the board.
    pub title: String,
    /// What its frame and the title above that cover; none where it is the whole board.
    pub frame: Option<Rect<Page>>,
}

impl Presenting {
    /// Begins with the frame that is selected, or with the first; nothing where there is nothing to show.
    pub(crate) fn begin(context: &mut Context<'_>) -> Option<Tool> {
        let slides = slides(context.board());
        if slides.is_empty() {
            context.announce("There is nothing to present yet.");
            return None;
        }
        context.end_text();
        let chosen = context.selection().primary.clone();
        let tool = Self {
            slide: slides.iter().position(|(item, _)| *item == chosen).unwrap_or(0),
            shows_findings: false,
            camera: context.session.camera,
            laser: Laser::default(),
        };
        context.select(Selection::default());
        context.session.hovered = None;
        Some(tool.show(context))
    }

    /// The slide that is shown.
    pub(crate) fn slide(&self, board: &Board) -> Option<Slide> {
        let slides = slides(board);
        let (item, area) = slides.get(self.slide)?;
        let title = match item {
            Some(Item::Frame(id)) => board.get_frame(id).map(|frame| frame.title.clone()),
            _ => None,
        };
        Some(Slide {
            number: self.slide + 1,
            of: slides.len(),
            title: title.unwrap_or_else(|| board.brief().title.clone()),
            frame: item.as_ref().map(|_| *area),
        })
    }

    pub(crate) fn trail(&self) -> &[(Point<Page>, u64)] {
        self.laser.trail()
    }

    pub(crate) fn pointer(mut self, pointer: &Pointer, context: &mut Context<'_>) -> Tool {
        if let Tool::Laser(laser) = self.laser.pointer(pointer, context) {
            self.laser = laser;
        } else {
            self.laser = Laser::default();
        }
        Tool::Presenting(self)
    }

    /// A key of those that [`takes`] names.
    pub(crate) fn key(mut self, press: &KeyPress, context: &mut Context<'_>) -> Tool {
        let last = slides(context.board()).len().saturating_sub(1);
        self.slide = match press.key.as_str() {
            "ArrowRight" | "ArrowDown" | "PageDown" | " " | "Enter" => (self.slide + 1).min(last),
            "ArrowLeft" | "ArrowUp" | "PageUp" | "Backspace" => self.slide.saturating_sub(1),
            "Home" => 0,
            "End" => last,
            "f" | "F" => {
                self.shows_findings = !self.shows_findings;
                context.announce(match self.shows_findings {
                    true => "Findings are shown.",
                    false => "Findings are left out.",
                });
                return Tool::Presenting(self);
            }
            "Escape" => return Tool::Presenting(self).cancel(context),
            _ => self.slide,
        };
        self.show(context)
    }

    /// Shows the slide as large as the screen allows.
    pub(crate) fn show(self, context: &mut Context<'_>) -> Tool {
        let area = slides(context.board()).get(self.slide).map(|(_, area)| *area);
        if let (Some(area), Some(slide)) = (area, self.slide(context.board())) {
            let screen = context.session.screen;
            let free = Size::new(screen.width, screen.height - CAPTION);
            let wide = (free.width - 2.0 * ROOM) / area.size.width.max(1.0);
            let high = (free.height - 2.0 * ROOM) / area.size.height.max(1.0);
            let zoom = wide.min(high).clamp(Camera::MIN_ZOOM, NEAREST);
            context.session.camera = Camera::centred(area.center(), zoom, free);
            let said = match slide.title.trim() {
                "" => format!("Slide {} of {}.", slide.number, slide.of),
                title => format!("Slide {} of {}: {title}.", slide.number, slide.of),
            };
            context.announce(said);
        }
        Tool::Presenting(self)
    }
}

/// While a board is presented all keys are the presentation's, but those that are held together with Ctrl.
pub(crate) fn takes(press: &KeyPress) -> bool {
    !press.modifiers.command()
}

/// What is shown one after the other: frames, or the whole board, which is nobody's.
fn slides(board: &Board) -> Vec<(Option<Item>, Rect<Page>)> {
    let frames = order::walk(board).into_iter().filter_map(|item| match &item {
        Item::Frame(id) => board.get_frame(id).map(|frame| (Some(item), whole(frame))),
        _ => None,
    });
    let frames: Vec<_> = frames.collect();
    if frames.is_empty() {
        return board_extent(board).map(|area| (None, area)).into_iter().collect();
    }
    frames
}

/// A frame with its title.
fn whole(frame: &FrameRecord) -> Rect<Page> {
    frame.rect().union(frame_title_area(frame))
}
