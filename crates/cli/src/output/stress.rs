//! What stress does to a board, for people: what waits and how it drains, what breaks, what the board does not say.

use std::fmt::Write;

use analysis::stress::{Answer, Fate, InFlight, Kind, LastsBy, Open, Promise, Served, Spot};
use board::{Board, BoxId};
use quantity::spoken::{bytes, count, duration, events, figure, size};

use super::printable;

mod buffers;
mod chart;
mod promises;
mod savings;

pub(crate) use chart::Charts;

/// All of `answer` on the board in the file called `name`.
pub(crate) fn said(name: &str, board: &Board, answer: &Answer, charts: Charts) -> String {
    let mut page = Page {
        board,
        answer,
        text: format!("{name}: "),
    };
    page.question();
    page.buffers(charts);
    page.in_flight();
    page.readers();
    page.promises();
    page.replay();
    page.savings();
    page.open();
    page.text.push('\n');
    printable(&page.text).into_owned()
}

/// The words to write, and where: `` `? ev/s` beside Kafka ``.
pub(crate) fn spot(board: &Board, open: &Open) -> String {
    let at = match &open.at {
        Spot::Box(id) => format!("beside {}", called(board, id)),
        Spot::Edge(id) => board.get_edge(id).map_or_else(
            || format!("on {id}"),
            |edge| format!("on {} to {}", called(board, &edge.from), called(board, &edge.to)),
        ),
        Spot::Answer(question) => format!("in the answer `{}`", question.as_str()),
    };
    format!("`{}` {at}", open.write)
}

fn called(board: &Board, id: &BoxId) -> String {
    let label = board.get_box(id).map(|record| record.label.trim());
    label
        .filter(|label| !label.is_empty())
        .unwrap_or(id.as_str())
        .to_owned()
}

struct Page<'b> {
    board: &'b Board,
    answer: &'b Answer,
    text: String,
}

impl Page<'_> {
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

    fn called(&self, id: &BoxId) -> String {
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

    fn amount(&self, amount: f64) -> String {
        match self.answer.in_bytes {
            true => size(amount),
            false => format!("{} events", count(amount)),
        }
    }

    fn question(&mut self) {
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
        let _ = writeln!(self.text, "{what}{lasts}");
        let comes = answer.during.number().zip(answer.usual.number());
        if let (Some((during, usual)), Kind::Spike) = (comes, answer.kind) {
            let words = format!(
                "{} come in, then {} as on an ordinary day.",
                self.rate(during),
                self.rate(usual)
            );
            self.row(&words);
        } else if let Some((_, usual)) = comes {
            let words = format!("{} come in, as on an ordinary day.", self.rate(usual));
            self.row(&words);
        }
    }

    fn in_flight(&mut self) {
        let Some(in_flight) = &self.answer.in_flight else {
            return;
        };
        self.head("Under way in it");
        let words = self.under_way(in_flight);
        self.row(&words);
    }

    fn under_way(&self, in_flight: &InFlight) -> String {
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

    fn readers(&mut self) {
        let readers = &self.answer.readers;
        if readers.is_empty() {
            return;
        }
        self.head("Who is served");
        for reader in &readers.rows {
            let at = self.called(&reader.at);
            let by = reader.by.as_ref().filter(|by| **by != reader.at);
            let words = match (reader.served, by) {
                (Served::Nothing, _) => format!("{at}: not at all"),
                (Served::Less, Some(by)) => {
                    format!("{at}: with less, by what {} falls back to", self.called(by))
                }
                (Served::Less, None) => format!("{at}: with less, by what it falls back to"),
                (Served::Old, _) => format!("{at}: with what was there before"),
            };
            self.row(&words);
        }
        self.more(readers.more);
    }

    fn replay(&mut self) {
        let replay = &self.answer.replay;
        if replay.is_empty() {
            return;
        }
        self.head("Can be replayed");
        for row in &replay.rows {
            let at = self.called(&row.at);
            let words = match (row.seconds.number(), &row.by, &row.unsaid) {
                (Some(seconds), Some(by), _) => {
                    format!("{at}: {} back, from {}", duration(seconds), self.called(by))
                }
                (_, _, Some(unsaid)) => {
                    format!("{at}: {} does not say how long it keeps", self.called(unsaid))
                }
                _ => format!("{at}: nothing before it keeps anything"),
            };
            self.row(&words);
        }
        self.more(replay.more);
    }

    fn open(&mut self) {
        let open = &self.answer.open;
        if open.is_empty() {
            return;
        }
        self.head("Not on the board");
        for row in &open.rows {
            let words = format!("write {}, to tell {}", spot(self.board, row), row.tells);
            self.row(&words);
        }
        self.more(open.more);
    }

    fn promise_at(&self, promise: &Promise) -> String {
        promise
            .at
            .as_ref()
            .map_or_else(|| "the board".to_owned(), |at| self.called(at))
    }
}
