//! What may stand at the end of a line up to the caret: a component, an owner, a question, an alternative.

use std::collections::BTreeSet;

use board::line::{Line, Part, ending, written};
use board::owner::Owner;
use board::{Board, Question};
use catalog::search;
use serde_json::Value;

use super::{MOST_COMPLETIONS, completions, good_for, offer};

/// The ways to go on with `head`, each as the whole that it makes of it.
pub(super) fn offers(board: &Board, head: &str) -> Vec<Value> {
    let Some((part, range)) = ending(head) else {
        return Vec::new();
    };
    let (before, typed) = head.split_at(range.start);
    let mut offers = match part {
        Part::Label => completions(typed),
        Part::Owner => owners(board, typed),
        Part::Because => questions(board, &Line::read(head).because.answers, typed),
        Part::Rejected => alternatives(typed),
        Part::Role | Part::Constraints => Vec::new(),
    };
    for offer in &mut offers {
        let text = offer["text"].as_str().unwrap_or_default();
        // A label is completed as it is written.
        let text = match part {
            Part::Owner | Part::Rejected => written(part, text),
            _ => text.to_owned(),
        };
        offer["text"] = format!("{before}{text}").into();
    }
    offers
}

/// The teams on the board that answer to `typed`, or to what it says behind the arrow of a hand-off; those that begin so
/// come first.
pub(super) fn owners(board: &Board, typed: &str) -> Vec<Value> {
    let team = typed.rsplit(['>', '→']).next().unwrap_or_default().trim_start();
    let before = typed.strip_suffix(team).unwrap_or_default();
    let boxes = board.boxes().map(|(_, record)| Owner::read(&record.owner));
    let edges = board.edges().map(|(_, record)| Owner::read(&record.owner));
    let all: BTreeSet<&str> = boxes.chain(edges).flat_map(Owner::teams).collect();
    let mut meant: Vec<&str> = all
        .into_iter()
        .filter(|owner| *owner != team && answers(owner, team))
        .collect();
    meant.sort_by_key(|owner| !begins(owner, team));
    meant.truncate(MOST_COMPLETIONS);
    let owned = |owner: &str| board.boxes().filter(|(_, record)| record.owner == owner).count();
    meant
        .into_iter()
        .map(|owner| {
            let note = match owned(owner) {
                0 => String::new(),
                1 => "owns a box".to_owned(),
                count => format!("owns {count} boxes"),
            };
            offer(&format!("{before}{owner}"), owner, &note)
        })
        .collect()
}

/// The questions that answer to `typed` and are not `cited` yet, with what was answered; those with an answer first.
fn questions(board: &Board, cited: &[Question], typed: &str) -> Vec<Value> {
    let told = |question: Question| {
        let title = catalog::question(question).map_or("", |card| card.title);
        let answer = board.answered(question).map(|answer| answer.text.as_str());
        (question.as_str(), title, answer)
    };
    let open = Question::ALL.iter().filter(|question| !cited.contains(question));
    let mut meant: Vec<_> = open
        .map(|question| told(*question))
        .filter(|(id, title, _)| answers(id, typed) || answers(title, typed))
        .collect();
    meant.sort_by_key(|(id, _, answer)| (answer.is_none(), !begins(id, typed)));
    meant
        .into_iter()
        .map(|(id, title, answer)| offer(id, id, answer.unwrap_or(title)))
        .collect()
}

/// The components that answer to `typed`.
fn alternatives(typed: &str) -> Vec<Value> {
    let found = search(typed).into_iter().filter(|known| known.name != typed);
    found
        .take(MOST_COMPLETIONS)
        .map(|known| offer(known.name, known.name, good_for(known)))
        .collect()
}

/// A word of `text` begins as `typed` does, in any case.
fn answers(text: &str, typed: &str) -> bool {
    let words = text.match_indices(|c: char| !c.is_alphanumeric());
    let starts = words.map(|(at, sign)| at + sign.len());
    [0].into_iter()
        .chain(starts)
        .filter_map(|at| text.get(at..))
        .any(|rest| begins(rest, typed))
}

fn begins(text: &str, typed: &str) -> bool {
    text.get(..typed.len())
        .is_some_and(|head| head.eq_ignore_ascii_case(typed))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn texts(head: &str) -> Vec<String> {
        let sketch = "[ingest] Kafka @Data Platform\n[process] Flink @Risk: EU\nKafka -> Flink: x @Platform -> Risk: EU";
        let board = board::sketch::read(sketch).expect("a sketch that reads");
        let offers = offers(&board, head);
        let texts = offers.iter().filter_map(|offer| offer["text"].as_str());
        texts.map(str::to_owned).collect()
    }

    #[test]
    fn the_end_of_a_line_goes_on_in_the_way_of_its_part() {
        let cases = [
            ("[store] Raw ms", "[store] Raw Amazon MSK"),
            ("MSK: 5k ev/s @pla", "MSK: 5k ev/s @Platform"),
            ("MSK @Data Platform -> ri", "MSK @Data Platform -> Risk: EU"),
            ("MSK @", "MSK @Data Platform"),
            ("MSK because vol", "MSK because volume"),
            ("MSK because volume, fai", "MSK because volume, failure"),
            ("MSK @Data not kines", "MSK @Data not Amazon Kinesis Data Streams"),
        ];
        for (head, whole) in cases {
            assert_eq!(texts(head).first().map(String::as_str), Some(whole), "{head}");
        }
        for head in ["", "MSK: 5k", "MSK because it is", "MSK @Risk: EU", "MSK @x"] {
            assert!(texts(head).is_empty(), "{head}");
        }
    }

    #[test]
    fn a_question_is_offered_once() {
        let all = texts("MSK because ");
        assert_eq!(all.len(), Question::ALL.len());
        let rest = texts("MSK because volume, ");
        assert_eq!(rest.len(), all.len() - 1);
        assert!(!rest.contains(&"MSK because volume, volume".to_owned()));
    }

    #[test]
    fn a_component_stands_in_a_line_as_it_is_called() {
        for known in catalog::components() {
            let line = Line::read(&format!("{0}: x not {0} (y)", known.name));
            let option = line.rejected.first().map(|rejected| rejected.option.as_str());
            assert_eq!((line.label.as_str(), option), (known.name, Some(known.name)));
        }
    }
}
