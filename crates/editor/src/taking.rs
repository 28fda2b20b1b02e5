//! Tools that wait in hand for a press: the frame, the pen and the laser pointer.

use crate::commands::frames;
use crate::tool::Tool;
use crate::tools::framing::Framing;
use crate::tools::laser::Laser;
use crate::tools::pen::Pen;
use crate::tools::presenting::Presenting;
use crate::{Command, Editor, Outcome};

impl Editor {
    /// Takes the tool in hand that `command` names.
    pub(crate) fn take(&mut self, command: &Command, time_ms: u64, outcome: &mut Outcome) {
        match command {
            Command::Draw => self.take_up(Tool::Pen(Pen::Armed), "Draw; Escape leaves.", time_ms, outcome),
            Command::Point => {
                let laser = Tool::Laser(Laser::default());
                self.take_up(laser, "Point; Escape leaves.", time_ms, outcome);
            }
            Command::Present => self.present(time_ms, outcome),
            _ => self.frame(time_ms, outcome),
        }
    }

    /// A frame around what is selected, or one to be drawn.
    fn frame(&mut self, time_ms: u64, outcome: &mut Outcome) {
        self.cancel(outcome, time_ms);
        self.with_tool(outcome, time_ms, |tool, context| {
            context.end_text();
            match frames::around(context) {
                Some(area) => {
                    frames::add(context, area);
                    tool
                }
                None => {
                    context.announce("Draw the frame; Escape leaves.");
                    Tool::Framing(Framing::Armed)
                }
            }
        });
    }

    /// Shows the board to others.
    fn present(&mut self, time_ms: u64, outcome: &mut Outcome) {
        self.put_away(outcome, time_ms);
        self.with_tool(outcome, time_ms, |tool, context| {
            Presenting::begin(context).unwrap_or(tool)
        });
    }

    /// Takes a tool in hand that stays there; a second time puts it away.
    fn take_up(&mut self, tool: Tool, words: &str, time_ms: u64, outcome: &mut Outcome) {
        let is_there = std::mem::discriminant(&self.tool) == std::mem::discriminant(&tool);
        self.put_away(outcome, time_ms);
        if !is_there {
            self.with_tool(outcome, time_ms, |_, context| {
                context.end_text();
                context.announce(words);
                tool
            });
        }
    }

    /// Calls off the gesture under way, and puts away the tool in hand.
    pub(crate) fn put_away(&mut self, outcome: &mut Outcome, time_ms: u64) {
        self.cancel(outcome, time_ms);
        if !self.tool.is_idle() {
            self.cancel(outcome, time_ms);
        }
    }
}
