//! What waits, who holds it, and how it drains.

use analysis::stress::{Buffer, Waiting};
use quantity::spoken::duration;

use super::Page;
use super::chart::{COLUMNS, Charts, drawn};

impl Page<'_> {
    pub(super) fn buffers(&mut self, charts: Charts) {
        let buffers = &self.answer.buffers;
        if buffers.is_empty() {
            if self.answer.savings.is_none() {
                self.head("Nothing is known to wait: no box gets more than it says it takes.");
            }
            return;
        }
        self.head("What waits");
        for buffer in &buffers.rows {
            let words = self.waits(buffer);
            self.row(&words);
            let words = self.held(buffer);
            self.row(&format!("  {words}"));
            if buffer.most != Some(0.0) {
                self.chart(buffer, charts);
            }
        }
        self.more(buffers.more);
    }

    fn waits(&self, buffer: &Buffer) -> String {
        let at = self.called(&buffer.at);
        let most = if buffer.sure { "" } else { "up to " };
        let takes = buffer
            .takes
            .number()
            .map_or_else(|| "?".to_owned(), |takes| self.rate(takes));
        let comes = format!("{at}: {most}{} come, it takes {takes}", self.rate(buffer.comes));
        if buffer.most == Some(0.0) {
            return format!("{comes}.");
        }
        let most = match (buffer.most, buffer.grows) {
            (Some(most), _) => format!("{} wait", self.amount(most)),
            (None, Some(grows)) => format!("{} more wait with every second, without end", self.amount(grows)),
            (None, None) => "more and more wait".to_owned(),
        };
        let oldest = buffer.oldest.map_or_else(String::new, |oldest| {
            format!(", the oldest for {}", duration(oldest))
        });
        let drained = match buffer.drained {
            _ if buffer.takes.is_open() => "how fast it then catches up is not said".to_owned(),
            Some(drained) => format!("nothing any more after {}", duration(drained)),
            None => "it never drains".to_owned(),
        };
        format!("{comes}. {most}{oldest}; {drained}.")
    }

    fn held(&self, buffer: &Buffer) -> String {
        let by = buffer
            .by
            .as_ref()
            .map_or_else(|| "its sender".to_owned(), |by| self.called(by));
        let keeps = buffer.keeps.number().map(duration);
        let gone = match (buffer.gone, buffer.gone_from) {
            (Some(0.0), _) => None,
            (Some(gone), from) => Some((self.amount(gone), duration(from.unwrap_or(0.0)))),
            (None, from) => Some(("More and more".to_owned(), duration(from.unwrap_or(0.0)))),
        };
        match (buffer.waiting, gone, keeps) {
            (Waiting::Lost, Some((gone, from)), _) => {
                format!("{gone} are refused or dropped, from {from} on.")
            }
            (Waiting::Lesser, Some((gone, from)), _) => {
                format!("{gone} are answered with less, from {from} on.")
            }
            (_, Some((gone, from)), Some(keeps)) => {
                format!("{by} keeps {keeps}: {gone} are lost, from {from} on.")
            }
            (Waiting::Kept, None, Some(keeps)) => format!("{by} keeps {keeps}: nothing is lost."),
            (Waiting::Kept, ..) => format!("{by} holds it, for how long is not said."),
            (Waiting::Sent, ..) => "Whoever sends it holds it until it is taken.".to_owned(),
            _ => "Whether it is held or lost is not said.".to_owned(),
        }
    }

    fn chart(&mut self, buffer: &Buffer, charts: Charts) {
        let last = buffer.backlog.rows.last().map_or(0.0, |corner| corner.at);
        let begins = self.answer.lasts.unwrap_or(last);
        // A little beyond what happens, so that the end is seen.
        let seconds = match buffer.drained {
            Some(drained) => drained.max(begins) * 1.1,
            None => last.max(begins).max(60.0) * 2.0,
        };
        let line = drawn(&buffer.backlog.rows, buffer.grows.unwrap_or(0.0), seconds, charts);
        self.row(&format!("  {}", line.trim_end()));
        let until = duration(seconds);
        let gap = COLUMNS.saturating_sub(until.chars().count() + 1);
        self.row(&format!("  0{}{until}", " ".repeat(gap)));
    }
}
