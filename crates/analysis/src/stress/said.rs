//! An answer in sentences, one for each row of it: whoever shows it says the same.

use board::{Board, BoxId};
use quantity::spoken::{bytes, count, duration, events, figure, size};

use super::{Answer, Fate, InFlight, Kind, LastsBy, Open, Reader, Served, Spot};
use crate::numbers::Kept;

mod buffers;
mod promises;
mod savings;

/// What a box is called on `board`: by its label, else by its id.
pub fn called(board: &Board, id: &BoxId) -> String {
    let label = board.get_box(id).map(|record| record.label.trim());
    label
        .filter(|label| !label.is_empty())
        .unwrap_or(id.as_str())
        .to_owned()
}

/// Where something that the board does not say belongs: `beside Kafka`.
pub fn place(board: &Board, spot: &Spot) -> String {
    match spot {
        Spot::Box(id) => format!("beside {}", called(board, id)),
        Spot::Edge(id) => board.get_edge(id).map_or_else(
            || format!("on {id}"),
            |edge| format!("on {} to {}", called(board, &edge.from), called(board, &edge.to)),
        ),
        Spot::Answer(question) => format!("in the answer `{}`", question.as_str()),
    }
}

/// The words to write, and where: `` `? ev/s` beside Kafka ``.
pub fn written(board: &Board, open: &Open) -> String {
    format!("`{}` {}", open.write, place(board, &open.at))
}

/// An answer about a board, to be said.
#[derive(Clone, Copy, Debug)]
pub struct Said<'b> {
    board: &'b Board,
    answer: &'b Answer,
}

impl<'b> Said<'b> {
    /// What `answer` says of `board`.
    pub fn of(board: &'b Board, answer: &'b Answer) -> Self {
        Self { board, answer }
    }

    /// What a box is called.
    pub fn called(&self, id: &BoxId) -> String {
        called(self.board, id)
    }

    fn names(&self, ids: &[BoxId], more: usize) -> String {
        let mut names: Vec<String> = ids.iter().map(|id| self.called(id)).collect();
        if more > 0 {
            names.push(format!("{more} more"));
        }
        names.join(", ")
    }

    fn rate(&self, rate: f64) -> String {
        if self.answer.in_bytes {
            bytes(rate)
        } else {
            events(rate)
        }
    }

    /// So many events, or bytes.
    pub fn amount(&self, amount: f64) -> String {
        match self.answer.in_bytes {
            true => size(amount),
            false => format!("{} events", count(amount)),
        }
    }

    /// What happens, and for how long.
    pub fn question(&self) -> String {
        let answer = self.answer;
        let at = answer.at.as_ref().map_or_else(String::new, |at| self.called(at));
        let times = answer.factor.map_or_else(String::new, figure);
        let what = match answer.kind {
            Kind::Spike => format!("{times}× the busiest load"),
            Kind::Outage => format!("{at} stands still"),
            Kind::Slow => format!("{at} takes {times} times as long"),
            Kind::Deploy => format!("{at} is deployed"),
            Kind::HalfTheBill => "half the bill".to_owned(),
        };
        let by = match answer.lasts_by {
            LastsBy::Box => " (as it says itself)",
            LastsBy::Scope => " (as the failure answer says)",
            LastsBy::Asked | LastsBy::Nobody => "",
        };
        let lasts = match (answer.kind, answer.lasts) {
            (Kind::HalfTheBill, _) => String::new(),
            (_, Some(lasts)) => format!(" for {}{by}", duration(lasts)),
            (_, None) => " without end".to_owned(),
        };
        what + &lasts
    }

    /// What comes in.
    pub fn coming(&self) -> Option<String> {
        let answer = self.answer;
        let usual = answer.usual.number()?;
        let during = answer.during.number()?;
        Some(match answer.kind {
            Kind::Spike => format!(
                "{} come in, then {} as on an ordinary day.",
                self.rate(during),
                self.rate(usual)
            ),
            _ => format!("{} come in, as on an ordinary day.", self.rate(usual)),
        })
    }

    /// What becomes of what is under way in the box that stops.
    pub fn under_way(&self, in_flight: &InFlight) -> String {
        let amount = in_flight.amount.number();
        let amount = amount.map_or_else(|| "What is under way".to_owned(), |amount| self.amount(amount));
        let from = in_flight.from.as_ref().map_or_else(
            || "sent again".to_owned(),
            |from| format!("read again from {}", self.called(from)),
        );
        let again = in_flight.again.number();
        let again = again.map_or_else(String::new, |again| {
            format!(": {} since the last checkpoint", self.amount(again))
        });
        let once = match in_flight.once {
            true => "repeats have no effect",
            false => "some take effect twice, since nothing says that repeats have none",
        };
        match in_flight.fate {
            Fate::Finished => format!("{amount}: finished before it stops."),
            Fate::Again => format!("{amount}: {from}{again}; {once}."),
            Fate::Lost => format!("{amount}: lost, since delivery is at most once."),
            Fate::Unsaid => format!("{amount}: the board does not say what becomes of it."),
        }
    }

    /// How somebody is served.
    pub fn served(&self, reader: &Reader) -> String {
        let at = self.called(&reader.at);
        let by = reader.by.as_ref().filter(|by| **by != reader.at);
        match (reader.served, by) {
            (Served::Nothing, _) => format!("{at}: not at all"),
            (Served::Less, Some(by)) => {
                format!("{at}: with less, by what {} falls back to", self.called(by))
            }
            (Served::Less, None) => format!("{at}: with less, by what it falls back to"),
            (Served::Old, _) => format!("{at}: with what was there before"),
        }
    }

    /// How far back a box can replay.
    pub fn replayed(&self, row: &Kept) -> String {
        let at = self.called(&row.at);
        match (row.seconds.number(), &row.by, &row.unsaid) {
            (Some(seconds), Some(by), _) => {
                format!("{at}: {} back, from {}", duration(seconds), self.called(by))
            }
            (_, _, Some(unsaid)) => {
                format!("{at}: {} does not say how long it keeps", self.called(unsaid))
            }
            _ => format!("{at}: nothing before it keeps anything"),
        }
    }
}
