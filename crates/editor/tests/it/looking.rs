//! What stays in view while the screen becomes another.

use editor::{Command, Input, Item, Modifiers};
use geometry::{Camera, Rect, Screen, Size};

use crate::hand::{Hand, board_of, box_id, pair};

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

#[test]
fn what_is_approached_can_be_read_and_what_can_be_read_already_stays() {
    let ids: Vec<_> = (0..40).map(|at| format!("b{at}")).collect();
    let row = ids.iter().zip(0_u16..);
    let row: Vec<_> = row
        .map(|(id, at)| (id.as_str(), f64::from(at) * 300.0, 0.0))
        .collect();
    let mut hand = Hand::on(board_of(&row, &[]));
    hand.command(Command::ZoomToFit);
    let far = hand.editor.camera().zoom;
    let items = vec![Item::Box(box_id("b20"))];
    hand.command(Command::Approach { items: items.clone() });
    let near = hand.editor.camera();
    assert!(far < 0.3 && (near.zoom - 0.8).abs() < 1e-9, "{far} {}", near.zoom);
    let at = hand.middle("b20");
    let screen = hand.editor.screen();
    assert!((at.x - screen.width / 2.0).abs() < 1.0, "{at:?}");
    hand.command(Command::Approach { items });
    assert_eq!(hand.editor.camera(), near);
    let pair = ["b0", "b39"].map(|id| Item::Box(box_id(id)));
    hand.command(Command::ZoomToFit);
    hand.command(Command::Approach { items: pair.to_vec() });
    assert!(sees(&hand, "b0") && sees(&hand, "b39"), "both ends stay in view");
}

#[test]
fn who_sees_the_whole_board_goes_on_seeing_it_as_it_grows_until_it_could_not_be_read() {
    let mut hand = pair();
    hand.command(Command::ZoomToFit);
    hand.click(hand.middle("b"), Modifiers::default());
    for _ in 0..2 {
        hand.key("Tab");
        hand.key("Escape");
    }
    let ids: Vec<_> = hand
        .editor
        .board()
        .boxes()
        .map(|(id, _)| id.to_string())
        .collect();
    assert!(ids.iter().all(|id| sees(&hand, id)), "{ids:?}");
    let near = hand.editor.camera().zoom;
    for _ in 0..12 {
        hand.key("Tab");
        hand.key("Escape");
    }
    let newest = hand.editor.selection().primary_box().map(|id| id.to_string());
    assert!(newest.is_some_and(|id| sees(&hand, &id)) && !sees(&hand, "a"));
    let zoom = hand.editor.camera().zoom;
    assert!(zoom >= 0.5 && zoom <= near, "{zoom}");
}

#[test]
fn who_looks_at_a_part_of_the_board_goes_on_looking_at_it() {
    let mut hand = Hand::on(board_of(&[("a", 0.0, 0.0), ("b", 3000.0, 0.0)], &[]));
    hand.click(hand.middle("b"), Modifiers::default());
    hand.command(Command::ZoomToSelection);
    let zoom = hand.editor.camera().zoom;
    hand.key("Tab");
    assert!((hand.editor.camera().zoom - zoom).abs() < 1e-9);
}

#[test]
fn a_panel_that_closes_gives_the_view_back_that_it_took() {
    let tall = Size::new(390.0, 750.0);
    let mut hand = Hand::on(board_of(&[("a", 0.0, 0.0), ("b", 100.0, 700.0)], &[]));
    hand.send(Input::Resize(tall));
    hand.command(Command::ZoomToFit);
    let before = hand.editor.camera();
    for height in [268.0, 224.0] {
        hand.send(Input::Resize(Size::new(390.0, height)));
        assert!(sees(&hand, "a") && sees(&hand, "b"), "{height}");
    }
    assert!(hand.editor.camera().zoom < before.zoom);
    hand.send(Input::Resize(tall));
    assert_eq!(hand.editor.camera(), before);
    hand.send(Input::Resize(Size::new(390.0, 268.0)));
    hand.command(Command::ZoomIn);
    let chosen = hand.editor.camera().zoom;
    hand.send(Input::Resize(tall));
    assert!(
        (hand.editor.camera().zoom - chosen).abs() < 1e-9,
        "a view that was chosen stays"
    );
}
