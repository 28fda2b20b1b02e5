//! The picture of a note: a sheet that sticks to the board, or words on the board itself.

use board::{NoteId, NoteLook, NoteRecord};
use geometry::{Page, Point, Rect, Segment, Size, Vector};

use crate::pen::Pen;
use crate::sheet::Sheet;
use crate::{Anchor, Font, Ink, Line, Look, Picture, TextShape, Weight, wrap};

/// Page units between the rim of a sheet and its words.
const PAD: f64 = 12.0;
/// How far the folded corner of a sheet reaches.
const FOLD: f64 = 15.0;
/// The narrowest column of words.
const NARROWEST: f64 = 40.0;

/// How the words of a note are set, in page units.
struct Setting {
    size: f64,
    line: f64,
    pad: f64,
}

impl Setting {
    const fn of(look: NoteLook) -> Self {
        match look {
            NoteLook::Sticky => Self {
                size: 16.0,
                line: 21.0,
                pad: PAD,
            },
            NoteLook::Plain => Self {
                size: 20.0,
                line: 27.0,
                pad: 0.0,
            },
        }
    }
}

/// The picture of a note in its own coordinates: the origin is its top left corner. Without its words where they are
/// being written in its place.
pub fn note_picture(id: &NoteId, record: &NoteRecord, shows_words: bool, look: Look) -> Picture {
    let mut sheet = Sheet::default();
    if record.look == NoteLook::Sticky {
        draw_sheet(&mut sheet, id, note_area(record).size, look);
    }
    if shows_words {
        draw_words(&mut sheet, record);
    }
    sheet.finish()
}

/// The area that a note covers: it grows with its words.
pub fn note_area(record: &NoteRecord) -> Rect<Page> {
    let setting = Setting::of(record.look);
    let lines = lines(record, &setting);
    // An empty last line is where the next word goes.
    let rows = lines.len().max(1) as f64;
    let height = rows * setting.line + 2.0 * setting.pad;
    let size = match record.look {
        NoteLook::Sticky => Size::new(width(record, &setting), height.max(record.size.height)),
        NoteLook::Plain => {
            let widest = lines
                .iter()
                .fold(NARROWEST, |widest, line| widest.max(line.width));
            Size::new(widest, height)
        }
    };
    Rect::new(record.at, size)
}

/// The width that the words of a note are broken at, with the rim around them.
fn width(record: &NoteRecord, setting: &Setting) -> f64 {
    record.size.width.max(NARROWEST + 2.0 * setting.pad)
}

fn lines(record: &NoteRecord, setting: &Setting) -> Vec<Line> {
    let column = width(record, setting) - 2.0 * setting.pad;
    wrap(&record.text, Font::Hand, Weight::Regular, setting.size, column)
}

fn draw_sheet(sheet: &mut Sheet, id: &NoteId, size: Size, look: Look) {
    let (width, height) = (size.width, size.height);
    let at = Point::new;
    let outline = vec![
        Segment::MoveTo(at(0.0, 0.0)),
        Segment::LineTo(at(width, 0.0)),
        Segment::LineTo(at(width, height - FOLD)),
        Segment::LineTo(at(width - FOLD, height)),
        Segment::LineTo(at(0.0, height)),
        Segment::Close,
    ];
    let fold = vec![
        Segment::MoveTo(at(width, height - FOLD)),
        Segment::LineTo(at(width - FOLD * 0.82, height - FOLD * 0.82)),
        Segment::LineTo(at(width - FOLD, height)),
    ];
    sheet.fill(outline.clone(), Ink::Note);
    let mut pen = Pen::new(id.as_str(), 1.1);
    for line in [outline, fold] {
        let line = match look {
            Look::Plain => line,
            Look::HandDrawn => pen.once(&line),
        };
        sheet.stroke(line, Ink::NoteRim, 1.4);
    }
}

fn draw_words(sheet: &mut Sheet, record: &NoteRecord) {
    let setting = Setting::of(record.look);
    let corner = Point::new(setting.pad, setting.pad + setting.line * 0.77);
    for (row, line) in lines(record, &setting).into_iter().enumerate() {
        sheet.text(TextShape {
            at: corner + Vector::new(0.0, row as f64 * setting.line),
            text: record.text.get(line.range).unwrap_or_default().to_owned(),
            font: Font::Hand,
            size: setting.size,
            weight: Weight::Regular,
            anchor: Anchor::Start,
            ink: Ink::Ink,
        });
    }
}
