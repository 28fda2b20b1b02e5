//! What stays in view while the screen becomes another.

use editor::{Command, Input, Modifiers};
use geometry::{Camera, Rect, Screen, Size};

use crate::hand::{Hand, board_of, pair};

fn sees(hand: &Hand, id: &str) -> bool {
    let camera: Camera = hand.editor.camera();
    let rect = hand.get(id).rect();
    let corner = |point| camera.to_screen(point);
    let box_on_screen: Rect<Screen> = Rect::spanning(corner(rect.origin), corner(rect.end()));
    let size = hand.editor.screen();
    Rect::new(geometry::Point::default(), size).encloses(&box_on_screen)
}

#[test]
fn a_board_seen_whole_stays_so_when_a_panel_opens() {
    let mut hand = pair();
    hand.command(Command::ZoomToFit);
    hand.send(Input::Resize(Size::new(500.0, 260.0)));
    assert!(sees(&hand, "a") && sees(&hand, "b"));
}

#[test]
fn what_is_selected_stays_in_view_and_the_zoom_with_it() {
    let mut hand = Hand::on(board_of(&[("a", 0.0, 0.0), ("b", 3000.0, 0.0)], &[]));
    hand.click(hand.middle("b"), Modifiers::default());
    hand.command(Command::ZoomToSelection);
    let zoom = hand.editor.camera().zoom;
    hand.send(Input::Resize(Size::new(1280.0, 400.0)));
    assert!(sees(&hand, "b") && !sees(&hand, "a"));
    assert!(hand.editor.camera().zoom <= zoom);
}
