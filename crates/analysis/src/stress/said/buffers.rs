//! What waits, who holds it, and how it drains.

use quantity::spoken::duration;

use super::Said;
use crate::stress::{Buffer, Waiting};

impl Said<'_> {
    /// What comes to a box and what it takes, how much waits there and how that drains.
    pub fn waits(&self, buffer: &Buffer) -> String {
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

    /// Who holds what waits, and what is lost.
    pub fn held(&self, buffer: &Buffer) -> String {
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

    /// Until when a chart of what waits has something to show, in seconds: a little beyond what happens, so that the end is
    /// seen.
    pub fn shown_until(&self, buffer: &Buffer) -> f64 {
        let last = buffer.backlog.rows.last().map_or(0.0, |corner| corner.at);
        let begins = self.answer.lasts.unwrap_or(last);
        match buffer.drained {
            Some(drained) => drained.max(begins) * 1.1,
            None => last.max(begins).max(60.0) * 2.0,
        }
    }
}
