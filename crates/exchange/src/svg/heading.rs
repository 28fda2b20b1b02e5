//! The heading: the title and the scope answers, in columns.

use board::{Board, Question};
use geometry::{Page, Point, Rect, Size};
use scene::{Anchor, Font, Ink, Picture, Shape, TextShape, Weight, wrap};

const TITLE_SIZE: f64 = 28.0;
const WORD_SIZE: f64 = 11.5;
const ANSWER_SIZE: f64 = 14.0;
const ANSWER_LINE: f64 = 18.0;
/// The width that a column of answers wants, and the space between two.
const COLUMN: f64 = 230.0;
const GUTTER: f64 = 26.0;

/// Lays out title and answers in a column of `width`, from the origin downwards.
pub(super) fn lay_out(board: &Board, width: f64) -> Picture {
    let mut shapes = Vec::new();
    let mut bottom = 0.0;
    let title = board.brief().title.trim();
    for line in wrap(title, Font::Hand, Weight::Bold, TITLE_SIZE, width) {
        let text = title.get(line.range).unwrap_or_default();
        shapes.push(words(
            text,
            Point::new(0.0, bottom + 28.0),
            Font::Hand,
            TITLE_SIZE,
            Weight::Bold,
            Ink::Ink,
        ));
        bottom += 38.0;
    }
    bottom += lay_out_answers(board, width, bottom + 6.0, &mut shapes);
    Picture {
        shapes,
        bounds: Rect::new(Point::new(0.0, 0.0), Size::new(width, bottom)),
    }
}

/// Adds the answers in rows of equal columns below `top`; gives the height they take.
fn lay_out_answers(board: &Board, width: f64, top: f64, shapes: &mut Vec<Shape>) -> f64 {
    let columns = ((width + GUTTER) / (COLUMN + GUTTER)).floor().max(1.0);
    let column = (width + GUTTER) / columns - GUTTER;
    let answers: Vec<_> = board
        .scope()
        .filter(|(_, answer)| !answer.text.trim().is_empty())
        .collect();
    let mut row = top;
    for answers in answers.chunks(columns as usize) {
        let mut lowest = row;
        for (place, (question, answer)) in answers.iter().enumerate() {
            let corner = Point::new(place as f64 * (column + GUTTER), row);
            lowest = lowest.max(lay_out_answer(*question, answer, corner, column, shapes));
        }
        row = lowest + 10.0;
    }
    row - top
}

/// Adds one answer at `corner`; gives its lower end.
fn lay_out_answer(
    question: Question,
    answer: &board::Answer,
    corner: Point<Page>,
    width: f64,
    shapes: &mut Vec<Shape>,
) -> f64 {
    let word = match answer.status {
        board::AnswerStatus::Stated => question.to_string(),
        status => format!("{question} · {status}"),
    };
    let at = Point::new(corner.x, corner.y + 12.0);
    shapes.push(words(
        &word,
        at,
        Font::Plain,
        WORD_SIZE,
        Weight::Bold,
        Ink::Accent,
    ));
    let mut bottom = corner.y + 18.0;
    let text = answer.text.trim();
    for line in wrap(text, Font::Hand, Weight::Regular, ANSWER_SIZE, width) {
        let text = text.get(line.range).unwrap_or_default();
        let at = Point::new(corner.x, bottom + 13.0);
        shapes.push(words(
            text,
            at,
            Font::Hand,
            ANSWER_SIZE,
            Weight::Regular,
            Ink::Ink,
        ));
        bottom += ANSWER_LINE;
    }
    bottom
}

/// A line of text that starts at `at`.
pub(super) fn words(text: &str, at: Point<Page>, font: Font, size: f64, weight: Weight, ink: Ink) -> Shape {
    Shape::Text(TextShape {
        at,
        text: text.to_owned(),
        font,
        size,
        weight,
        anchor: Anchor::Start,
        ink,
    })
}
