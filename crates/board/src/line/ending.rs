//! What is being written at the end of a line, so that it can be completed.

use std::ops::Range;

use super::escape::{Field, escaped};
use super::mark::{Part, parts};

/// The part that the end of `head`, a line up to the caret, belongs to, and the bytes that a completion would replace:
/// a label, an owner, one question, or an alternative. Nothing for words that stand for themselves.
pub fn ending(head: &str) -> Option<(Part, Range<usize>)> {
    let parts = parts(head);
    let is_owned = parts.iter().any(|(part, _)| *part == Part::Owner);
    let begins_owner = head
        .strip_suffix('@')
        .is_some_and(|before| before.ends_with(char::is_whitespace));
    if begins_owner && !is_owned {
        return Some((Part::Owner, head.len()..head.len()));
    }
    let (part, range) = parts.last()?;
    let written = head.get(range.start..)?;
    let from = match part {
        Part::Label | Part::Owner => range.start,
        Part::Rejected if !written.contains('(') => range.start,
        Part::Because => range.start + question(written)?,
        Part::Role | Part::Constraints | Part::Rejected => return None,
    };
    Some((*part, from..head.len()))
}

/// Where in the text behind `because` the last question begins; nothing where free words have begun.
fn question(written: &str) -> Option<usize> {
    let behind = written.rfind(',').map_or(0, |comma| comma + 1);
    let word = written.get(behind..)?.trim_start();
    let is_one = !word.contains(char::is_whitespace) && !written.contains(" -") && !word.starts_with('-');
    is_one.then(|| written.len() - word.len())
}

/// `text` as it is written in a line as this part.
pub fn written(part: Part, text: &str) -> String {
    let field = match part {
        Part::Label => Field::Label,
        Part::Constraints | Part::Because => Field::Free,
        Part::Owner | Part::Role => Field::Closed,
        Part::Rejected => Field::Option,
    };
    escaped(text, field)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::line::Line;

    #[test]
    fn the_end_of_a_line_is_known_for_what_it_is() {
        let cases = [
            ("", None),
            ("Kaf", Some((Part::Label, "Kaf"))),
            ("[store] Raw kaf", Some((Part::Label, "Raw kaf"))),
            ("Kafka: 500k ev/s", None),
            ("Kafka: 500k ev/s @", Some((Part::Owner, ""))),
            ("Kafka @Data Pl", Some((Part::Owner, "Data Pl"))),
            ("Kafka @Data because @", Some((Part::Because, "@"))),
            ("Kafka because ", Some((Part::Because, ""))),
            ("Kafka because volume, fai", Some((Part::Because, "fai"))),
            ("Kafka because volume, ", Some((Part::Because, ""))),
            ("Kafka because volume - absorbs", None),
            ("Kafka because it absorbs", None),
            ("Kafka @Data not Kin", Some((Part::Rejected, "Kin"))),
            ("Kafka @Data not Kinesis (lock", None),
        ];
        for (head, wanted) in cases {
            let found = ending(head).map(|(part, range)| (part, &head[range]));
            assert_eq!(found, wanted, "{head}");
        }
    }

    #[test]
    fn what_is_taken_up_reads_back() {
        for text in [
            "Data Platform",
            "Team: core",
            "what is not ours",
            "(the) @ team",
            "a ) b",
        ] {
            let line = format!("{}: x", written(Part::Label, text));
            assert_eq!(Line::read(&line).label, text);
            let line = format!("Kafka @{} not S3", written(Part::Owner, text));
            assert_eq!(Line::read(&line).owner, text);
            let line = format!("Kafka @Data not {} (why)", written(Part::Rejected, text));
            assert_eq!(Line::read(&line).rejected[0].option, text);
        }
    }
}
