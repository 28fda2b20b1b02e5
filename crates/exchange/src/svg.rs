//! The annotated board as one SVG file that stands alone: no script, no reference to anything outside.
//!
//! 1. `heading` lays out the title and the scope answers, `listing` the numbered findings, with `scene`'s shapes.
//! 2. `marking` says which numbers stand on which box or edge.
//! 3. `element` translates shapes into elements; `escape` keeps any text well-formed.

mod base64;
mod element;
mod escape;
mod heading;
mod listing;
mod marking;

use board::Board;
use geometry::{Page, Point, Rect, Size, Vector};
use lint::Report;
use scene::{Look, Theme};

use element::Elements;
use marking::Marking;

/// The largest side of a picture that browsers draw reliably, in pixels.
const MOST_PIXELS: f64 = 8192.0;
/// The narrowest column for title, answers and findings.
const NARROWEST: f64 = 720.0;
/// Page units between heading, board and findings.
const GAP: f64 = 36.0;

/// How a board is written as SVG.
#[derive(Clone, Copy, Debug)]
pub struct SvgOptions<'o> {
    /// The colours.
    pub theme: &'o Theme,
    /// Drawn by hand, or plain.
    pub look: Look,
    /// The fonts to carry along; without them a reader needs them installed.
    pub embed_fonts: Option<Fonts<'o>>,
    /// With title, scope answers, severity marks and findings; otherwise the board alone.
    pub annotations: bool,
    /// Page units left free on every side.
    pub margin: f64,
}

impl Default for SvgOptions<'_> {
    fn default() -> Self {
        Self {
            theme: &Theme::LIGHT,
            look: Look::HandDrawn,
            embed_fonts: None,
            annotations: true,
            margin: 40.0,
        }
    }
}

/// The bytes of the shipped font files (WOFF2).
#[derive(Clone, Copy, Debug)]
pub struct Fonts<'o> {
    /// The hand face at weight 400.
    pub hand: &'o [u8],
    /// The hand face at weight 600.
    pub hand_bold: &'o [u8],
    /// The plain face at weight 400.
    pub plain: &'o [u8],
    /// The plain face at weight 600.
    pub plain_bold: &'o [u8],
}

/// A board as SVG, and how large it is.
#[derive(Clone, Debug, PartialEq)]
pub struct Drawing {
    /// The file's text.
    pub text: String,
    /// Width and height in CSS pixels.
    pub size: Size,
}

impl Drawing {
    /// The pixels of a picture of it at `scale`, with a scale lowered so far that a browser can draw it.
    pub fn pixels(&self, scale: f64) -> (u32, u32) {
        let longest = self.size.width.max(self.size.height).max(1.0);
        let scale = if scale > 0.0 { scale } else { 1.0 };
        let scale = scale.min(MOST_PIXELS / longest);
        let pixels = |length: f64| (length * scale).round().clamp(1.0, MOST_PIXELS) as u32;
        (pixels(self.size.width), pixels(self.size.height))
    }
}

/// The text of the SVG file for `board`, with what `report` says of it.
pub fn write(board: &Board, report: Option<&Report>, options: &SvgOptions<'_>) -> String {
    draw(board, report, options).text
}

/// The SVG file for `board`, with what `report` says of it.
pub fn draw(board: &Board, report: Option<&Report>, options: &SvgOptions<'_>) -> Drawing {
    let report = report.filter(|_| options.annotations);
    let nothing = Rect::new(Point::new(0.0, 0.0), Size::new(0.0, 0.0));
    let area = scene::board_bounds(board).unwrap_or(nothing).inflate(8.0);
    let area = if report.is_some() {
        with_room_for_numbers(area)
    } else {
        area
    };
    let margin = options.margin.clamp(0.0, 10_000.0);
    let width = if options.annotations {
        area.size.width.max(NARROWEST)
    } else {
        area.size.width
    };

    let mut elements = Elements::new(options.theme);
    let mut bottom = margin;
    if options.annotations {
        let heading = heading::lay_out(board, width);
        elements.group(Vector::new(margin, bottom), "", &heading.shapes);
        bottom += heading.bounds.size.height + if heading.shapes.is_empty() { 0.0 } else { GAP };
    }
    let left = margin + (width - area.size.width) / 2.0;
    let offset = Point::new(left, bottom) - area.origin;
    draw_board(&mut elements, board, &Marking::new(report), options.look, offset);
    bottom += area.size.height;
    if let Some(report) = report {
        bottom += GAP;
        let listing = listing::lay_out(board, report, width);
        elements.group(Vector::new(margin, bottom), "", &listing.shapes);
        bottom += listing.bounds.size.height;
    }
    let size = Size::new((width + 2.0 * margin).ceil(), (bottom + margin).ceil());
    let text = elements.finish(
        size,
        &title(board),
        &description(board, report),
        options.embed_fonts,
    );
    Drawing { text, size }
}

/// The numbers beside the badges stand out on the right.
fn with_room_for_numbers(area: Rect<Page>) -> Rect<Page> {
    Rect::new(area.origin, Size::new(area.size.width + 48.0, area.size.height))
}

fn draw_board(
    elements: &mut Elements<'_>,
    board: &Board,
    marking: &Marking,
    look: Look,
    offset: Vector<Page>,
) {
    for (id, frame) in board.frames_in_order() {
        let picture = scene::frame_picture(id, frame, true, look);
        elements.group(frame.at.to_vector() + offset, &frame.title, &picture.shapes);
    }
    let routes = scene::edge_routes(board);
    let edges = routes
        .iter()
        .filter_map(|(id, route)| Some((id, board.get_edge(id)?, route)));
    for (id, record, route) in edges.clone() {
        elements.group(offset, "", &scene::edge_line(id, record, route, look).shapes);
    }
    for (id, record) in board.boxes_in_order() {
        let mut picture = scene::box_picture(id, record, &marking.on_box(id), look);
        picture
            .shapes
            .extend(marking.numbers_on_box(id, scene::badge_at(record)));
        let name = format!("{} ({})", record.label.trim(), record.role);
        elements.group(record.at.to_vector() + offset, name.trim(), &picture.shapes);
    }
    for (id, record, route) in edges {
        let mut picture = scene::edge_slip(id, record, route, &marking.on_edge(id), look);
        let badge = scene::edge_badge_at(record, route);
        picture.shapes.extend(marking.numbers_on_edge(id, badge));
        elements.group(offset, &record.label, &picture.shapes);
    }
    for (id, note) in board.notes_in_order() {
        let picture = scene::note_picture(id, note, true, look);
        elements.group(note.at.to_vector() + offset, "Note", &picture.shapes);
    }
    for (_, stroke) in board.strokes_in_order() {
        let corner = scene::stroke_area(stroke).origin.to_vector();
        elements.group(corner + offset, "", &scene::stroke_picture(stroke).shapes);
    }
}

fn title(board: &Board) -> String {
    match board.brief().title.trim() {
        "" => "A board".to_owned(),
        title => title.to_owned(),
    }
}

fn description(board: &Board, report: Option<&Report>) -> String {
    let mut counts = vec![
        (board.boxes().len(), "box", "boxes"),
        (board.edges().len(), "edge", "edges"),
    ];
    if let Some(report) = report {
        let summary = report.summary();
        counts.push((summary.errors, "error", "errors"));
        counts.push((summary.warnings, "warning", "warnings"));
        counts.push((summary.infos, "remark", "remarks"));
    }
    let words = counts.into_iter().map(|(count, one, many)| match count {
        1 => format!("1 {one}"),
        count => format!("{count} {many}"),
    });
    words.collect::<Vec<_>>().join(", ")
}

#[cfg(test)]
mod tests;
