//! What is not the document and never undone: camera, selection, the text being edited, what is hovered.

use geometry::{Camera, Page, Point, Rect, Screen, Size};

use crate::commands::looks::CopiedLook;
use crate::{Cursor, Editing, Item, Selection};

/// Screen pixels at the sides, the top and the bottom that a board shown whole leaves free.
const SIDE: f64 = 28.0;
const TOP: f64 = 56.0;
const BOTTOM: f64 = 92.0;
/// A lower screen is but a strip.
const STRIP: f64 = 280.0;
/// A pen that was not seen for so long was put away, in milliseconds.
const PEN_GONE_MS: u64 = 20_000;

/// One person's view of a board.
#[derive(Clone, Debug, Default)]
pub(crate) struct Session {
    pub(crate) camera: Camera,
    pub(crate) screen: Size,
    pub(crate) selection: Selection,
    pub(crate) editing: Option<Editing>,
    /// Where the mouse is, while it is over the canvas.
    pub(crate) pointer: Option<Point<Screen>>,
    pub(crate) hovered: Option<Item>,
    /// What is hovered is the rim of a box, where a join starts.
    pub(crate) over_rim: bool,
    /// What is hovered is an end of the selected edge.
    pub(crate) over_end: bool,
    /// What the pointer looks like over a grip, while it is over one.
    pub(crate) over_grip: Option<Cursor>,
    pub(crate) space_held: bool,
    /// The grid of dots is shown.
    pub(crate) dots: bool,
    /// The views that gave way to smaller screens, each with the screen that had room for it, and the one that is left.
    pub(crate) gave_way: Vec<(Camera, Size)>,
    pub(crate) gave_way_to: Camera,
    /// When a pen was last seen.
    pub(crate) pen_at_ms: Option<u64>,
    /// How often the clipboard was put down since the last copy: each copy lands a little farther.
    pub(crate) pastes: u32,
    /// The look that was copied last.
    pub(crate) look: CopiedLook,
    /// The copy made last, and where its original has its upper left corner.
    pub(crate) last_copy: Option<(Selection, Point<Page>)>,
}

impl Session {
    pub(crate) fn pointer_on_page(&self) -> Option<Point<Page>> {
        self.pointer.map(|at| self.camera.to_page(at))
    }

    /// A pen was seen lately.
    pub(crate) fn writes_with_pen(&self, now_ms: u64) -> bool {
        self.pen_at_ms
            .is_some_and(|at| now_ms.saturating_sub(at) < PEN_GONE_MS)
    }

    /// The part of the screen that nothing floats over: the zoom stands at the top, the tools at the bottom.
    pub(crate) fn free(&self) -> Rect<Screen> {
        let aside = (self.screen.width * 0.04).min(SIDE);
        // A strip above an open sheet has room for neither zoom nor tools.
        let (top, bottom) = match self.screen.height < STRIP {
            true => (aside, aside),
            false => (TOP, BOTTOM),
        };
        let start = Point::new(aside, top);
        let end = Point::new(self.screen.width - aside, self.screen.height - bottom);
        if end.x > start.x && end.y > start.y {
            Rect::spanning(start, end)
        } else {
            Rect::new(Point::new(0.0, 0.0), self.screen)
        }
    }

    /// The part of the page that is seen with nothing floating over it and some room around.
    pub(crate) fn roomy_view(&self) -> Rect<Page> {
        self.part_of_page(self.roomy())
    }

    /// The part of the screen that nothing floats over, with some room around.
    pub(crate) fn roomy(&self) -> Rect<Screen> {
        const ROOM: f64 = 36.0;
        self.free().inflate(-ROOM)
    }

    /// All of `area` is seen with nothing floating over it.
    pub(crate) fn sees(&self, area: &Rect<Page>) -> bool {
        self.part_of_page(self.free().inflate(1.0)).encloses(area)
    }

    fn part_of_page(&self, part: Rect<Screen>) -> Rect<Page> {
        Rect::spanning(self.camera.to_page(part.origin), self.camera.to_page(part.end()))
    }

    /// The middle of what the screen shows.
    pub(crate) fn middle(&self) -> Point<Page> {
        self.camera.view(self.screen).center()
    }
}
