//! The boards of rule pages and fixtures: a sketch, and lines that say when what was done in the session.
//!
//! ```text
//! at 0:40 answered latency
//! at 6:00 drew
//! at 41:30 wrapped up
//! [ingest] Kafka: 500k ev/s
//! ```

use board::{Board, Question, sketch};

use crate::session::{Deed, Moment, Session};

/// The board and its session.
///
/// # Errors
/// A sentence with the first line that cannot be read.
pub fn read(text: &str) -> Result<(Board, Session), String> {
    let mut session = Session::default();
    let mut rest = String::new();
    for line in text.lines() {
        match line.strip_prefix("at ").and_then(|line| line.split_once(' ')) {
            Some((time, deed)) if time.contains(':') => {
                let moment = moment(time, deed.trim());
                session
                    .moments
                    .push(moment.ok_or_else(|| format!("`{line}` is no moment"))?);
                rest.push('\n');
            }
            _ => {
                rest.push_str(line);
                rest.push('\n');
            }
        }
    }
    let board = sketch::read(&rest).map_err(|error| error.to_string())?;
    Ok((board, session))
}

fn moment(time: &str, deed: &str) -> Option<Moment> {
    let (minutes, seconds) = time.split_once(':')?;
    let (minutes, seconds): (u64, u64) = (minutes.parse().ok()?, seconds.parse().ok()?);
    let deed = match deed.split_once(' ') {
        None if deed == "drew" => Deed::Drew,
        Some(("answered", question)) => Deed::Answered(question.parse::<Question>().ok()?),
        Some(("wrapped", "up")) => Deed::WrappedUp,
        _ => return None,
    };
    let at_ms = minutes
        .checked_mul(60)?
        .checked_add(seconds)?
        .checked_mul(1_000)?;
    Some(Moment { at_ms, deed })
}
