//! OWN006: one team under two names.

use analysis::Stop;
use board::owner::Owner;
use board::{Edit, Record, RecordId};
use sorted::Map;

use crate::context::Context;
use crate::finding::Place;
use crate::findings::Findings;
use crate::rule::rule;

/// How many teams are compared with each other: the first by name. No board that people draw has as many.
const MOST_TEAMS: usize = 300;
/// Shorter names differ by one letter on purpose: `Risk` and `Disk`.
const SHORTEST: usize = 5;

rule! {
    /// # Owner misspelt
    ///
    /// ## What it looks at
    /// The owners of boxes and edges, hand-offs taken apart: whether one is a single slip from another, which is a
    /// letter more, less, changed or swapped with its neighbour, or differs in case alone. Names shorter than five
    /// letters are compared for case alone (`Risk` and `Disk` are two teams), and a digit or a word of one or two
    /// letters does not count as a slip, since `Team A` and `Team B` are two teams. The name that is used less often is
    /// taken for the slip; of two that are used equally often, the later in the alphabet.
    ///
    /// ## Why an interviewer minds
    /// Two spellings are two owners to whoever reads the board, and to every rule here that asks for a hand-off between
    /// teams.
    ///
    /// ## Bad board
    /// ```bad
    /// [ingest] Kafka: 500k ev/s @Payments
    /// [process] Dedupe: p99 10 ms @Payments
    /// [process] Scoring: p99 140 ms @Paymets
    /// ```
    ///
    /// ## Good board
    /// ```good
    /// [ingest] Kafka: 500k ev/s @Payments
    /// [process] Dedupe: p99 10 ms @Payments
    /// [process] Scoring: p99 140 ms @Payments
    /// ```
    ///
    /// ## Fix
    /// The fix writes the more common name wherever the other stands. If they are two teams, give one a name that cannot be
    /// taken for the other.
    ///
    /// ## Source
    /// Interview guide, preparation list: a one-page diagram with the ownership at each edge.
    "OWN006" "owner-misspelt" Ownership Info
    "an owner is one edit away from another owner on the board"
    check
}

fn check(context: &Context<'_>, findings: &mut Findings<'_>) {
    let mut teams: Map<&str, Vec<Stop>> = Map::default();
    let boxes = context.graph.boxes().map(|node| (&node.record.owner, Stop::Box(node.slot)));
    let edges = context.graph.edges().map(|link| (&link.record.owner, Stop::Edge(link.slot)));
    for (owner, stop) in boxes.chain(edges) {
        for team in Owner::read(owner).teams() {
            teams.get_or_default(team).push(stop);
        }
    }
    let teams: Vec<Team<'_>> = teams.iter().map(|(team, stops)| (*team, letters(team), stops)).collect();
    let teams = teams.get(..MOST_TEAMS).unwrap_or(&teams);
    for (number, (slip, letters, stops)) in teams.iter().enumerate() {
        let is_meant = |(other, (_, meant, used)): &(usize, &Team<'_>)| {
            let is_rarer = (used.len(), number) > (stops.len(), *other);
            *other != number && is_rarer && is_slip(letters, meant)
        };
        let Some((_, (team, _, used))) = teams.iter().enumerate().find(is_meant) else {
            continue;
        };
        let places: Vec<Place> = stops.iter().map(|stop| context.at(*stop)).collect();
        let Some(first) = places.first() else { continue };
        let message = || format!(
            "The owner {slip} is one slip from {team}, who {}: if they are one team, it is called by two names. Write it \
             alike everywhere.",
            match used.len() {
                1 => "owns something else here".to_owned(),
                count => format!("is named {count} times"),
            }
        );
        findings
            .say(first.clone(), message)
            .path(|| places.clone())
            .fix(|| (format!("Write {team} for {slip}"), rename(context, slip, team, &places)), false);
    }
}

/// Writes `team` wherever `slip` stands.
fn rename(context: &Context<'_>, slip: &str, team: &str, places: &[Place]) -> Edit {
    let renamed = |owner: &str| {
        let name = |name| if name == slip { team } else { name };
        match Owner::read(owner) {
            Owner::HandOff { producer, consumer } => format!("{} -> {}", name(producer), name(consumer)),
            Owner::Team(one) => name(one).to_owned(),
            Owner::Nobody => String::new(),
        }
    };
    let mut edit = Edit::new();
    for place in places {
        match place {
            Place::Box(id) => {
                if let Some(record) = context.board.get_box(id) {
                    let mut record = record.as_ref().clone();
                    record.owner = renamed(&record.owner);
                    edit.put(context.board, RecordId::Box(id.clone()), Record::from(record));
                }
            }
            Place::Edge(id) => {
                if let Some(record) = context.board.get_edge(id) {
                    let mut record = record.as_ref().clone();
                    record.owner = renamed(&record.owner);
                    edit.put(context.board, RecordId::Edge(id.clone()), Record::from(record));
                }
            }
            _ => {}
        }
    }
    edit
}

/// A team as it is written, its letters, and what it owns.
type Team<'b> = (&'b str, Vec<char>, &'b Vec<Stop>);

/// The letters by which names are compared: in lower case, and no more than a name has.
fn letters(name: &str) -> Vec<char> {
    name.chars().map(|letter| letter.to_ascii_lowercase()).take(80).collect()
}

/// One slip of a pen makes the one into the other.
fn is_slip(one: &[char], other: &[char]) -> bool {
    if one == other {
        return true;
    }
    let longest = one.len().max(other.len());
    if longest < SHORTEST || one.len().abs_diff(other.len()) > 1 {
        return false;
    }
    let head = one.iter().zip(other).take_while(|(a, b)| a == b).count();
    let rest = one.iter().rev().zip(other.iter().rev());
    let most = one.len().min(other.len()) - head;
    let tail = rest.take_while(|(a, b)| a == b).count().min(most);
    let middle = |name| <[char]>::get(name, head..name.len() - tail).unwrap_or_default();
    let is_near = match (middle(one), middle(other)) {
        ([], [letter]) | ([letter], []) => letter.is_alphabetic(),
        ([a], [b]) => a.is_alphabetic() && b.is_alphabetic(),
        ([a, b], [c, d]) => a == d && b == c,
        _ => false,
    };
    is_near && [one, other].iter().all(|name| word_at(name, head) > 2)
}

/// How long the word is that stands at `place`, or that ends there.
fn word_at(name: &[char], place: usize) -> usize {
    let is_letter = |letter: &&char| letter.is_alphanumeric();
    let before = name.get(..place).unwrap_or_default();
    let after = name.get(place..).unwrap_or_default();
    before.iter().rev().take_while(is_letter).count() + after.iter().take_while(is_letter).count()
}

#[cfg(test)]
mod tests {
    use super::{is_slip, letters};

    fn slips(one: &str, other: &str) -> bool {
        is_slip(&letters(one), &letters(other))
    }

    #[test]
    fn slips_are_one_letter_of_a_word() {
        for (one, other) in [("Payments", "Payment"), ("Payments", "payments"), ("Payments", "Paymenst"), ("Riske", "Riskk")] {
            assert!(slips(one, other) && slips(other, one), "{one} {other}");
        }
        for (one, other) in [
            ("Team A", "Team B"),
            ("Team 1", "Team 12"),
            ("Risk", "Disk"),
            ("Payments", "Data"),
            ("Payments", "Paymentses"),
        ] {
            assert!(!slips(one, other) && !slips(other, one), "{one} {other}");
        }
    }

    #[test]
    fn fixtures() {
        crate::fixtures::hold(&super::RULE, &[
            (&["b"], "[ingest] A @Payments\n[process] B @Payment\n[store] C @Payments"),
            (&["e1"], "[ingest] A @Payments\n[process] B @Risk\nA -> B @Paymnets -> Risk\nA -> B @Payments -> Risk"),
            (&["b"], "[ingest] A @Data platform\n[process] B @data platform"),
            (&[], "[ingest] A @Team A\n[process] B @Team B"),
            (&[], "[ingest] A @Risk\n[process] B @Fraud"),
        ]);
    }
}
