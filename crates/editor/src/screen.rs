//! What the screen shows when it becomes another, or the board does.

use board::Board;
use geometry::Size;

use crate::commands::looking;
use crate::tool::Tool;
use crate::{Editor, Outcome};

impl Editor {
    /// Takes another board in hand, with the same screen.
    pub(crate) fn open(&mut self, board: Board, outcome: &mut Outcome) {
        let screen = self.session.screen;
        let (pointer, dots) = (self.session.pointer, self.session.dots);
        *self = Self::new(board);
        self.session.pointer = pointer;
        self.session.dots = dots;
        outcome.document = true;
        outcome.selection = true;
        outcome.view = true;
        if screen != Size::default() {
            self.resize(screen, outcome);
        }
    }

    /// The screen became another.
    pub(crate) fn resize(&mut self, size: Size, outcome: &mut Outcome) {
        if !(size.width.is_finite() && size.height.is_finite()) || size == self.session.screen {
            return;
        }
        let first = self.session.screen == Size::default();
        let mut context = self.context(outcome, 0);
        let kept = looking::seen(&context);
        let before = (context.session.camera, context.session.screen);
        context.session.screen = Size::new(size.width.max(0.0), size.height.max(0.0));
        match kept {
            _ if first => looking::fit(&mut context),
            Some(area) => looking::keep_in_view(&mut context, area, before),
            None => {}
        }
        outcome.view = true;
        self.with_tool(outcome, 0, |tool, context| match tool {
            Tool::Presenting(tool) => tool.show(context),
            tool => tool,
        });
    }
}
