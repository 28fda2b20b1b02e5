//! What stress does to a board, for people: what waits and how it drains, what breaks, what the board does not say.

use std::fmt::Write;

use analysis::numbers::Listed;
use analysis::stress::said::{Said, written};
use analysis::stress::{Answer, Buffer};
use board::Board;
use quantity::spoken::duration;

use super::printable;

mod chart;

pub(crate) use chart::Charts;
use chart::{COLUMNS, drawn};

/// All of `answer` on the board in the file called `name`.
pub(crate) fn told(name: &str, board: &Board, answer: &Answer, charts: Charts) -> String {
    let mut page = Page {
        answer,
        said: Said::of(board, answer),
        text: format!("{name}: "),
    };
    page.question();
    page.buffers(charts);
    page.in_flight();
    page.list("Who is served", &answer.readers, Said::served);
    page.promises();
    page.list("Can be replayed", &answer.replay, Said::replayed);
    page.savings();
    page.list("Not on the board", &answer.open, |_, row| {
        format!("write {}, to tell {}", written(board, row), row.tells)
    });
    page.text.push('\n');
    printable(&page.text).into_owned()
}

struct Page<'b> {
    answer: &'b Answer,
    said: Said<'b>,
    text: String,
}

impl<'b> Page<'b> {
    fn head(&mut self, words: &str) {
        let _ = writeln!(self.text, "\n{words}");
    }

    fn row(&mut self, words: &str) {
        let _ = writeln!(self.text, "  {words}");
    }

    fn more(&mut self, more: usize) {
        if more > 0 {
            self.row(&format!("and {more} more"));
        }
    }

    /// Every row of `list` in a sentence, where there are any.
    fn list<T>(&mut self, head: &str, list: &Listed<T>, say: impl Fn(&Said<'b>, &T) -> String) {
        if list.is_empty() {
            return;
        }
        self.head(head);
        for row in &list.rows {
            let words = say(&self.said, row);
            self.row(&words);
        }
        self.more(list.more);
    }

    fn question(&mut self) {
        let _ = writeln!(self.text, "{}", self.said.question());
        if let Some(words) = self.said.coming() {
            self.row(&words);
        }
    }

    fn buffers(&mut self, charts: Charts) {
        let buffers = &self.answer.buffers;
        if buffers.is_empty() {
            if self.answer.savings.is_none() {
                self.head("Nothing is known to wait: no box gets more than it says it takes.");
            }
            return;
        }
        self.head("What waits");
        for buffer in &buffers.rows {
            let words = self.said.waits(buffer);
            self.row(&words);
            let words = self.said.held(buffer);
            self.row(&format!("  {words}"));
            if buffer.most != Some(0.0) {
                self.chart(buffer, charts);
            }
        }
        self.more(buffers.more);
    }

    fn chart(&mut self, buffer: &Buffer, charts: Charts) {
        let seconds = self.said.shown_until(buffer);
        let line = drawn(&buffer.backlog.rows, buffer.grows.unwrap_or(0.0), seconds, charts);
        self.row(&format!("  {}", line.trim_end()));
        let until = duration(seconds);
        let gap = COLUMNS.saturating_sub(until.chars().count() + 1);
        self.row(&format!("  0{}{until}", " ".repeat(gap)));
    }

    fn in_flight(&mut self) {
        if let Some(in_flight) = &self.answer.in_flight {
            self.head("Under way in it");
            let words = self.said.under_way(in_flight);
            self.row(&words);
        }
    }

    fn promises(&mut self) {
        self.list("Promises", &self.answer.promises, |said, promise| {
            let sign = if promise.broken.is_empty() {
                "holds "
            } else {
                "breaks"
            };
            format!("{sign}  {}", said.promise(promise))
        });
    }

    fn savings(&mut self) {
        let Some(savings) = &self.answer.savings else {
            return;
        };
        self.head(&self.said.saved(savings));
        for (number, cut) in savings.cuts.rows.iter().enumerate() {
            let words = self.said.cut(savings, cut);
            self.row(&format!("{}. {words}", number + 1));
        }
        self.more(savings.cuts.more);
        self.row(Said::COSTS_FOLLOW);
    }
}
