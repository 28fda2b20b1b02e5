//! The marquee: selects every box and note that it touches, every frame that lies in it, and every edge with both its boxes among them.

use board::{Board, BoxId, EdgeId};
use geometry::{Page, Point, Rect};
use sorted::Set;

use crate::context::Context;
use crate::holding::whole_groups;
use crate::tool::{Mark, Tool};
use crate::{Item, Phase, Pointer, Selection};

/// A rectangle is being drawn.
#[derive(Clone, PartialEq, Debug)]
pub struct Marquee {
    pub(crate) mark: Mark,
    start: Point<Page>,
    end: Point<Page>,
    /// What stays selected whatever the rectangle touches.
    base: Selection,
}

impl Marquee {
    pub(crate) fn new(mark: Mark, additive: bool, context: &Context<'_>) -> Self {
        let start = context.session.camera.to_page(mark.at);
        let base = if additive {
            mark.selection.clone()
        } else {
            Selection::default()
        };
        Self {
            mark,
            start,
            end: start,
            base,
        }
    }

    pub(crate) fn area(&self) -> Rect<Page> {
        Rect::spanning(self.start, self.end)
    }

    pub(crate) fn pointer(mut self, pointer: &Pointer, context: &mut Context<'_>) -> Tool {
        match pointer.phase {
            Phase::Move | Phase::Up => {
                self.end = context.session.camera.to_page(pointer.at);
                let here = context.index().visible(self.area());
                let (touched, others) = (here.boxes, here.others);
                let mut selection = self.base.clone();
                let mut boxes = Set::new();
                boxes.extend(touched.iter().cloned());
                let enclosed = edges_among(context.board(), &boxes);
                enclosed
                    .into_iter()
                    .for_each(|id| selection.insert(Item::Edge(id)));
                let area = self.area();
                let others = others.into_iter().filter(|item| match item {
                    // Its line is far from what lies in it.
                    Item::Frame(_) => context
                        .index()
                        .rect(item)
                        .is_some_and(|rect| area.encloses(&rect)),
                    _ => true,
                });
                others.for_each(|item| selection.insert(item));
                touched.into_iter().for_each(|id| selection.insert(Item::Box(id)));
                let selection = whole_groups(context.board(), selection);
                context.select(selection);
            }
            Phase::Down | Phase::Cancel => {}
        }
        match pointer.phase {
            // Marquee -> Idle
            Phase::Up => Tool::default(),
            _ => Tool::Marquee(self),
        }
    }
}

/// The edges that start and end at one of `boxes`.
pub(crate) fn edges_among(board: &Board, boxes: &Set<BoxId>) -> Vec<EdgeId> {
    let touching = boxes
        .iter()
        .flat_map(|id| board.edges_touching(id).map(move |edge| (id, edge)));
    let leaving = touching.filter(|(id, (_, edge))| edge.from == **id && boxes.contains(&edge.to));
    leaving.map(|(_, (id, _))| id.clone()).collect()
}
