//! What a board adds up to, for people: a heading for each sum, a line for each row.

use std::fmt::Write;

use analysis::numbers::{At, Figure, Listed, Load, Numbers, Path, Replay, Spending, Uptime};
use board::{Board, BoxId};
use quantity::spoken::{bytes, duration, events, figure, money, share, size};

use super::printable;

/// All numbers of the board in the file called `name`.
pub(crate) fn said(name: &str, board: &Board, numbers: &Numbers) -> String {
    let mut page = Page {
        board,
        text: format!("{name}\n"),
    };
    page.path("Latency", "p", &numbers.latency);
    page.path("Freshness", "", &numbers.freshness);
    page.load(&numbers.load);
    page.cost(&numbers.cost);
    page.availability(&numbers.availability);
    page.replay(&numbers.replay);
    page.stores(numbers);
    page.singles(numbers);
    page.text.push('\n');
    printable(&page.text).into_owned()
}

struct Page<'b> {
    board: &'b Board,
    text: String,
}

impl Page<'_> {
    fn head(&mut self, words: &str, rest: &str) {
        let _ = write!(self.text, "\n{words}");
        if !rest.is_empty() {
            let _ = write!(self.text, ": {rest}");
        }
        self.text.push('\n');
    }

    fn row(&mut self, figure: &str, words: &str) {
        let _ = writeln!(self.text, "  {figure:>14}  {words}");
    }

    fn more(&mut self, more: usize) {
        if more > 0 {
            self.row("", &format!("and {more} more"));
        }
    }

    fn called(&self, id: &BoxId) -> String {
        let label = self.board.get_box(id).map(|record| record.label.trim());
        label
            .filter(|label| !label.is_empty())
            .unwrap_or(id.as_str())
            .to_owned()
    }

    fn at(&self, at: &At) -> String {
        match at {
            At::Box(id) => self.called(id),
            At::Edge(id) => self.board.get_edge(id).map_or_else(
                || id.as_str().to_owned(),
                |edge| format!("{} to {}", self.called(&edge.from), self.called(&edge.to)),
            ),
        }
    }

    fn all(&self, ids: &Listed<BoxId>) -> String {
        let mut names: Vec<String> = ids.rows.iter().map(|id| self.called(id)).collect();
        if ids.more > 0 {
            names.push(format!("{} more", ids.more));
        }
        names.join(", ")
    }

    fn path(&mut self, what: &str, percentile: &str, path: &Path) {
        let asked = path.percentile.filter(|_| !percentile.is_empty());
        let asked = asked.map_or_else(String::new, |at| format!("{percentile}{} ", figure(at)));
        let budget = of(path.budget, duration);
        let to = path
            .end
            .as_ref()
            .map_or_else(String::new, |end| format!(" to {}", self.called(end)));
        self.head(
            what,
            &format!("{}{to}, asked {asked}{budget}", of(path.total, duration)),
        );
        for hop in &path.hops.rows {
            let words = self.at(&hop.at);
            self.row(&of(hop.seconds, duration), &words);
        }
        self.more(path.hops.more);
        if !path.open.is_empty() {
            let words = format!("not stated by {}", self.all(&path.open));
            self.row("?", &words);
        }
    }

    fn load(&mut self, load: &Load) {
        let asked = format!(
            "{} or {} at the worst, {} or {} on an ordinary day",
            of(load.worst_events, events),
            of(load.worst_bytes, bytes),
            of(load.usual_events, events),
            of(load.usual_bytes, bytes)
        );
        self.head("Capacity", &asked);
        for row in &load.boxes.rows {
            let print = if row.in_bytes { bytes } else { events };
            let share = row.share().map_or_else(|| "?".to_owned(), share);
            let most = if row.sure { "" } else { "up to " };
            let words = format!(
                "{}: {most}{} of {}",
                self.called(&row.at),
                of(row.worst, print),
                of(row.holds, print)
            );
            self.row(&share, &words);
        }
        self.more(load.boxes.more);
    }

    fn cost(&mut self, cost: &Spending) {
        let print = |amount| money(amount, cost.currency.as_deref());
        let total = format!(
            "{} a month, ceiling {}",
            of(cost.total, print),
            of(cost.ceiling, print)
        );
        self.head("Cost", &total);
        for item in &cost.items.rows {
            let product = item
                .product
                .as_deref()
                .map_or_else(String::new, |it| format!(" ({it})"));
            let words = format!("{}{product}", self.at(&item.at));
            self.row(&of(item.amount, print), &words);
        }
        self.more(cost.items.more);
        if !cost.unstated.is_empty() {
            let words = format!("not stated by {}", self.all(&cost.unstated));
            self.row("?", &words);
        }
        for owner in &cost.owners.rows {
            let team = if owner.owner.is_empty() {
                "nobody"
            } else {
                &owner.owner
            };
            self.row(&print(owner.amount), &format!("paid by {team}"));
        }
        self.row(&of(cost.million_events, print), "a million events");
        self.row(&of(cost.gigabyte, print), "a gigabyte");
    }

    fn availability(&mut self, uptime: &Uptime) {
        self.head("Availability", &format!("asked {}", of(uptime.target, share)));
        for served in &uptime.ends.rows {
            let words = format!("{} at the most", self.called(&served.at));
            self.row(&of(served.total, share), &words);
        }
        self.more(uptime.ends.more);
        if !uptime.open.is_empty() {
            let words = format!("not stated by {}", self.all(&uptime.open));
            self.row("?", &words);
        }
    }

    fn replay(&mut self, replay: &Replay) {
        self.head("Replay", &format!("asked {}", of(replay.window, duration)));
        for row in &replay.boxes.rows {
            let from = row
                .by
                .as_ref()
                .map_or_else(String::new, |by| format!(" from {}", self.called(by)));
            let words = format!("{}{from}", self.called(&row.at));
            self.row(&of(row.seconds, duration), &words);
        }
        self.more(replay.boxes.more);
    }

    fn stores(&mut self, numbers: &Numbers) {
        if numbers.stores.is_empty() {
            return;
        }
        self.head("Storage", "");
        for row in &numbers.stores.rows {
            let words = format!(
                "a day into {}, {} kept: needs {} of {}",
                self.called(&row.at),
                of(row.kept, duration),
                of(row.needs, size),
                of(row.size, size)
            );
            self.row(&of(row.a_day, size), &words);
        }
        self.more(numbers.stores.more);
    }

    fn singles(&mut self, numbers: &Numbers) {
        if numbers.singles.is_empty() {
            return;
        }
        self.head("Without it", "");
        for row in &numbers.singles.rows {
            let words = format!("without {}: {}", self.called(&row.at), self.all(&row.losers));
            self.row(&format!("{} lost", row.lost), &words);
        }
        self.more(numbers.singles.more);
    }
}

fn of(figure: Figure, print: impl Fn(f64) -> String) -> String {
    match figure {
        Figure::Open => "?".to_owned(),
        Figure::Stated(number) => print(number),
        Figure::WorkedOut(number) => format!("= {}", print(number)),
    }
}
