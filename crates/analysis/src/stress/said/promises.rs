//! Which promises break, when and for how long.

use quantity::spoken::{duration, share};

use super::Said;
use crate::stress::{Promise, Promised};

/// Seconds in the month that an availability is of.
const MONTH: f64 = 730.0 * 3_600.0;

impl Said<'_> {
    /// What a promise comes to, and when it is broken.
    pub fn promise(&self, promise: &Promise) -> String {
        let at = promise.at.as_ref();
        let at = at.map_or_else(|| "the board".to_owned(), |at| self.called(at));
        let least = if promise.at_least { "at least " } else { "" };
        let worst = promise.worst.map_or_else(
            || "more and more".to_owned(),
            |it| format!("{least}{}", duration(it)),
        );
        let asked = duration(promise.asked);
        let words = match promise.kind {
            Promised::Latency => format!("latency of {at}: {worst}, asked {asked}"),
            Promised::Freshness => format!("data for {at} is {worst} old, asked {asked}"),
            Promised::Recovery => match promise.worst {
                Some(_) => format!("{at} catches up {worst} after it, asked {asked}"),
                None => format!("{at} never catches up, asked {asked}"),
            },
            Promised::Loss => format!("{worst} of data are lost at {at}, asked {asked}"),
            Promised::Replay => format!("{at} has nothing to replay from meanwhile, asked {asked}"),
            Promised::Availability => {
                let may = duration((1.0 - promise.asked) * MONTH);
                let down = match promise.worst {
                    Some(left) => duration((1.0 - left) * MONTH),
                    None => "without end".to_owned(),
                };
                format!(
                    "{at} is down for {down}, and {} lets it be for {may} a month",
                    share(promise.asked)
                )
            }
        };
        let spans = promise.broken.rows.iter().map(|span| match span.until {
            Some(until) => format!("from {} to {}", duration(span.from), duration(until)),
            None => format!("from {} on", duration(span.from)),
        });
        let spans: Vec<String> = spans.take(3).collect();
        match (promise.kind, spans.as_slice()) {
            (_, []) | (Promised::Availability | Promised::Recovery, _) => words,
            (_, spans) => format!("{words}; {}", spans.join(", ")),
        }
    }
}
