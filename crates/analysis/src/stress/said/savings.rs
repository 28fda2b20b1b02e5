//! Half the bill: which boxes to cut first, and who pays for it.

use quantity::spoken::{bytes, duration, events, money};

use super::Said;
use crate::stress::{Cut, How, Savings};

impl Said<'_> {
    /// What is stated, what the cuts save, and whether that is half of it.
    pub fn saved(&self, savings: &Savings) -> String {
        let print = |amount: f64| money(amount.round(), savings.currency.as_deref());
        let enough = match savings.saves >= savings.total / 2.0 {
            true => "half of it is saved",
            false => "that is not half of it, and the board does not tell what else may go",
        };
        format!(
            "{} a month are stated; these cuts save {}: {enough}.",
            print(savings.total),
            print(savings.saves)
        )
    }

    /// What the sum of the cuts takes for granted.
    pub const COSTS_FOLLOW: &'static str =
        "Costs are taken to follow what a box is sized for, and how long a store keeps.";

    /// Where to cut, and who pays for it.
    pub fn cut(&self, savings: &Savings, cut: &Cut) -> String {
        let print = |amount: f64| money(amount.round(), savings.currency.as_deref());
        let at = self.called(&cut.at);
        let (from, to) = (print(cut.from), print(cut.to));
        let short = cut.short.number();
        let short = short.map(|short| if cut.in_bytes { bytes(short) } else { events(short) });
        let keeps = cut.keeps.number().map(duration);
        match cut.how {
            How::ToTheWorst => {
                format!("{at}, {from} to {to}: sized for the worst load and no more. No promise pays.")
            }
            How::ToWhatIsAsked => format!(
                "{at}, {from} to {to}: keeps {}, which is what the scope asks. No promise pays.",
                keeps.unwrap_or_default()
            ),
            How::ToAnOrdinaryDay => format!(
                "{at}, {from} to {to}: sized for an ordinary day. The spike pays: at the worst {} more come than it takes.",
                short.unwrap_or_default()
            ),
            How::Away => format!(
                "{at}, {from} saved: not served any more, and with that goes {}.",
                self.names(&cut.lane.rows, cut.lane.more)
            ),
        }
    }
}
