//! What may be asked of a board under stress: which blow, how hard and for how long.

use std::path::PathBuf;

use analysis::stress::{Spike, StressError, WhatIf, find_box};
use board::Board;
use clap::Args;

use super::Format;

/// Say what a spike, an outage, a deploy or half the bill does to a board.
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  sketchlint stress fraud.board.json --spike 10x --for 10m
  sketchlint stress fraud.board.json --kill kafka
  sketchlint stress fraud.board.json --slow 'Inline scorer' --factor 3 --for 1h
  sketchlint stress fraud.board.json --deploy features --for 90s
  sketchlint stress fraud.board.json --halve-cost

It reckons with what the board states and with nothing else: what is missing is listed, with the
words to write. A spike multiplies the busiest ordinary load; behind it comes an ordinary day.

Exit status: 0 every promise holds, 1 a promise breaks, 2 could not run.
JSON: one line per board; seconds, events or bytes, events or bytes per second, shares, money a
month; null where something goes on without end.")]
#[command(group = clap::ArgGroup::new("question").required(true))]
pub(crate) struct Stress {
    /// Board file, or - for standard input.
    #[arg(value_name = "BOARD")]
    pub(crate) board: PathBuf,
    /// So many times the busiest ordinary load.
    #[arg(long, value_name = "FACTOR", group = "question", value_parser = factor)]
    pub(crate) spike: Option<f64>,
    /// A box stands still: its id or label.
    #[arg(long, value_name = "BOX", group = "question")]
    pub(crate) kill: Option<String>,
    /// A box takes --factor times as long.
    #[arg(long, value_name = "BOX", group = "question", requires = "factor")]
    pub(crate) slow: Option<String>,
    /// A box is stopped and started again.
    #[arg(long, value_name = "BOX", group = "question")]
    pub(crate) deploy: Option<String>,
    /// Half of what the board costs has to go.
    #[arg(long, group = "question")]
    pub(crate) halve_cost: bool,
    /// How many times as long the slow box takes.
    #[arg(long, value_name = "FACTOR", requires = "slow", value_parser = factor)]
    pub(crate) factor: Option<f64>,
    /// How long it lasts: 90s, 10m, 2h, 1d. Without it, as long as the board says, else without end.
    #[arg(long = "for", value_name = "TIME", value_parser = time, conflicts_with = "halve_cost")]
    pub(crate) lasts: Option<f64>,
    /// For people or for programs.
    #[arg(long, value_enum, default_value_t)]
    pub(crate) format: Format,
    /// Charts in plain letters, for terminals and files without Unicode.
    #[arg(long)]
    pub(crate) plain: bool,
}

impl Stress {
    /// The question, put to the boxes of `board`.
    pub(crate) fn what_if(&self, board: &Board) -> Result<WhatIf, StressError> {
        let lasts = self.lasts;
        if let Some(factor) = self.spike {
            return Ok(WhatIf::Spike(Spike { factor, lasts }));
        }
        if let Some(asked) = &self.kill {
            let at = find_box(board, asked)?;
            return Ok(WhatIf::Outage { at, lasts });
        }
        if let Some(asked) = &self.deploy {
            let at = find_box(board, asked)?;
            return Ok(WhatIf::Deploy { at, lasts });
        }
        if let (Some(asked), Some(factor)) = (&self.slow, self.factor) {
            let at = find_box(board, asked)?;
            return Ok(WhatIf::Slow { at, factor, lasts });
        }
        Ok(WhatIf::HalfTheBill)
    }
}

/// `10x`, `×10` or `10`.
fn factor(text: &str) -> Result<f64, String> {
    let digits = text
        .trim()
        .trim_start_matches(['x', '×'])
        .trim_end_matches(['x', 'X', '×']);
    let factor = digits.trim().parse::<f64>().ok();
    let factor = factor.filter(|factor| *factor > 0.0 && factor.is_finite());
    factor.ok_or_else(|| "a factor is a number above zero, such as 10x".to_owned())
}

/// `90s`, `10m`, `10 min`, `2h`, `1d`, in seconds.
fn time(text: &str) -> Result<f64, String> {
    let text = text.trim();
    let at = text
        .find(|c: char| !(c.is_ascii_digit() || c == '.'))
        .unwrap_or(text.len());
    let (digits, unit) = text.split_at(at);
    let size = match unit.trim() {
        "ms" => 1e-3,
        "s" | "sec" | "second" | "seconds" => 1.0,
        "m" | "min" | "minute" | "minutes" => 60.0,
        "h" | "hour" | "hours" => 3_600.0,
        "d" | "day" | "days" => 86_400.0,
        _ => 0.0,
    };
    let seconds = digits.parse::<f64>().ok().map(|number| number * size);
    let seconds = seconds.filter(|seconds| *seconds > 0.0 && seconds.is_finite());
    seconds.ok_or_else(|| "a time has a number above zero and a unit, such as 90s, 10m, 2h or 1d".to_owned())
}

#[cfg(test)]
mod tests {
    use super::{factor, time};

    #[test]
    fn factors_and_times_are_read_as_people_write_them() {
        for (text, wanted) in [("10x", 10.0), ("×3", 3.0), ("1.5", 1.5), (" 2 x", 2.0)] {
            assert_eq!(factor(text), Ok(wanted), "{text}");
        }
        for (text, wanted) in [
            ("90s", 90.0),
            ("10m", 600.0),
            ("10 min", 600.0),
            ("1.5h", 5_400.0),
            ("2d", 172_800.0),
        ] {
            assert_eq!(time(text), Ok(wanted), "{text}");
        }
        for text in ["", "x", "0x", "-1", "inf", "NaN"] {
            assert!(factor(text).is_err(), "{text}");
        }
        for text in ["", "10", "m", "0s", "-5m", "1e9h", "10 parsecs"] {
            assert!(time(text).is_err(), "{text}");
        }
    }
}
