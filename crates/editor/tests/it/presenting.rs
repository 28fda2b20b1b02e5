//! Presenting: frame after frame, with nothing to be changed meanwhile.

use editor::{Command, Input, Modifiers, Phase};
use geometry::Size;

use crate::hand::{Hand, board_of, pair};

/// Three boxes in a row, the first and the last in a frame of their own.
fn framed() -> Hand {
    let boxes = [("a", 0.0, 0.0), ("b", 700.0, 0.0), ("c", 1400.0, 0.0)];
    let mut hand = Hand::on(board_of(&boxes, &[("a", "b"), ("b", "c")]));
    for (id, title) in [("c", "Serving"), ("a", "Speed layer")] {
        hand.command(Command::ZoomToFit);
        hand.click(hand.middle(id), Modifiers::default());
        hand.key("Shift+F");
        hand.write(title);
        hand.key("Enter");
        hand.key("Escape");
    }
    hand.command(Command::ZoomToFit);
    hand
}

fn shown(hand: &Hand) -> String {
    hand.editor.slide().map_or_else(String::new, |slide| {
        format!("{}/{} {}", slide.number, slide.of, slide.title)
    })
}

#[test]
fn frames_are_shown_as_they_are_read_and_the_view_comes_back() {
    let mut hand = framed();
    let before = hand.editor.camera();
    hand.key("Shift+P");
    assert_eq!(shown(&hand), "1/2 Speed layer");
    assert!(hand.editor.camera().zoom > before.zoom);
    let first = hand.editor.camera();
    hand.key("ArrowRight");
    assert_eq!(shown(&hand), "2/2 Serving");
    hand.key("PageDown");
    assert_eq!(shown(&hand), "2/2 Serving");
    hand.key("Home");
    assert_eq!(
        (shown(&hand).as_str(), hand.editor.camera()),
        ("1/2 Speed layer", first)
    );
    hand.key("Escape");
    assert_eq!((shown(&hand).as_str(), hand.editor.camera()), ("", before));
}

#[test]
fn nothing_changes_while_a_board_is_presented() {
    let mut hand = framed();
    let before = hand.editor.board().clone();
    hand.key("Shift+P");
    for key in ["Delete", "i", "Tab", "ArrowLeft", "Enter", " "] {
        hand.key(key);
    }
    hand.pointer(Phase::Down, 300.0, 300.0);
    hand.pointer(Phase::Move, 500.0, 400.0);
    assert!(!hand.editor.preview().trail.is_empty());
    hand.pointer(Phase::Up, 500.0, 400.0);
    assert_eq!(*hand.editor.board(), before);
    assert!(hand.editor.slide().is_some());
}

#[test]
fn a_slide_shows_its_frame_whole_and_findings_only_where_they_are_asked_for() {
    let mut hand = framed();
    assert!(hand.editor.shows_findings());
    hand.key("Shift+P");
    let frame = hand.editor.slide().and_then(|slide| slide.frame);
    let frame = frame.expect("the slide is a frame");
    assert!(hand.editor.camera().view(hand.editor.screen()).encloses(&frame));
    for shown in [false, true, false] {
        assert_eq!(hand.editor.shows_findings(), shown);
        hand.key("f");
    }
    hand.key("Escape");
    assert!(hand.editor.shows_findings());
}

#[test]
fn a_slide_fills_whatever_window_it_is_shown_in() {
    let mut hand = framed();
    hand.key("Shift+P");
    let small = hand.editor.camera().zoom;
    hand.editor.handle(Input::Blur);
    hand.editor.handle(Input::Resize(Size::new(400.0, 300.0)));
    assert!(hand.editor.slide().is_some() && hand.editor.camera().zoom < small);
}

#[test]
fn a_board_without_frames_is_one_slide_and_an_empty_one_none() {
    let mut hand = pair();
    hand.key("Shift+P");
    assert!(shown(&hand).starts_with("1/1"));
    let mut empty = Hand::on(board_of(&[], &[]));
    empty.command(Command::Present);
    assert_eq!(empty.editor.slide(), None);
}
