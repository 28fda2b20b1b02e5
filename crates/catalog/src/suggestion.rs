//! Components for words that are still being typed.

use crate::recognition::{Word, words};
use crate::{Component, components, purpose};

/// The last words of a label from which on they are looked for: a longer run names no component.
const RUN: usize = 5;

/// What the end of a label may become.
#[derive(Clone, Debug, PartialEq)]
pub struct Completions {
    /// The byte of the label from which on it would be replaced.
    pub from: usize,
    /// What may stand there, the nearest first.
    pub components: Vec<&'static Component>,
}

/// The components of which a name or alias goes on as the end of `label` begins, by the longest end that one does.
///
/// `Raw kaf` is completed behind `Raw `. Nothing completes one letter, or a label after whose last word something follows.
pub fn complete(label: &str) -> Option<Completions> {
    let words = words(label);
    let ends_in_word = words.last()?.span.end == label.len();
    (0..words.len())
        .skip(words.len().saturating_sub(RUN))
        .filter_map(|at| words.get(at..))
        .filter(|typed| ends_in_word && letters(typed) > 1)
        .find_map(|typed| {
            let components = ranked(&|known| rank(known, typed));
            (!components.is_empty()).then(|| Completions {
                from: typed.first().map_or(0, |word| word.span.start),
                components,
            })
        })
}

/// The components that answer `query`, the best first: those that it [completes](complete), then those of which names
/// and purpose have each of its words.
pub fn search(query: &str) -> Vec<&'static Component> {
    let typed = words(query);
    if typed.is_empty() {
        return Vec::new();
    }
    ranked(&|known| rank(known, &typed).or_else(|| tells_of(known, &typed).then_some((2, 0))))
}

fn letters(typed: &[Word]) -> usize {
    typed.iter().map(|word| word.text.chars().count()).sum()
}

/// How far from it a component is; the least is the nearest.
type Rank = (u8, usize);

fn ranked(rank: &dyn Fn(&Component) -> Option<Rank>) -> Vec<&'static Component> {
    let mut found: Vec<(Rank, &Component)> = components()
        .iter()
        .filter_map(|known| Some((rank(known)?, known)))
        .collect();
    found.sort_by_key(|(rank, _)| *rank);
    found.into_iter().map(|(_, known)| known).collect()
}

/// How far a name or alias of `known` is that goes on as `typed` begins: those that begin so come first, and of these
/// the one with the fewest letters more. Nothing where none goes on so.
fn rank(known: &Component, typed: &[Word]) -> Option<Rank> {
    let ranks = names(known).filter_map(|name| {
        let at = name.windows(typed.len()).position(|run| begins(run, typed))?;
        Some((u8::from(at > 0), letters(&name)))
    });
    ranks.min()
}

/// `typed` are the words of `run`, as far as they go.
fn begins(run: &[Word], typed: &[Word]) -> bool {
    let Some((last, before)) = typed.split_last() else {
        return false;
    };
    let same = before.iter().zip(run).all(|(a, b)| a.text == b.text);
    same && run.last().is_some_and(|word| word.text.starts_with(&last.text))
}

/// Each word of `typed` begins one that is said of `known`.
fn tells_of(known: &Component, typed: &[Word]) -> bool {
    let good_for = purpose(known).map_or("", |purpose| purpose.good_for);
    let said: Vec<Word> = names(known).flatten().chain(words(good_for)).collect();
    typed
        .iter()
        .all(|word| said.iter().any(|other| other.text.starts_with(&word.text)))
}

fn names(known: &Component) -> impl Iterator<Item = Vec<Word>> {
    [known.name].into_iter().chain(known.aliases()).map(words)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ids(found: &[&Component]) -> Vec<&'static str> {
        found.iter().map(|known| known.id).collect()
    }

    #[test]
    fn the_nearest_component_completes_what_is_typed() {
        let cases = [
            ("msk", "amazon-msk"),
            ("Kaf", "apache-kafka"),
            ("kafka con", "kafka-connect"),
            ("DL", "lakeflow-declarative-pipelines"),
            ("event hu", "azure-event-hubs"),
            ("pub/s", "google-pub-sub"),
            ("Auto L", "auto-loader"),
            ("unity", "unity-catalog"),
        ];
        for (typed, nearest) in cases {
            let found = complete(typed).map(|found| ids(&found.components)[0]);
            assert_eq!(found, Some(nearest), "{typed}");
        }
    }

    #[test]
    fn only_the_end_of_a_label_is_completed() {
        let from = |label: &str| complete(label).map(|found| found.from);
        assert_eq!(from("Größe: raw kaf"), Some("Größe: raw ".len()));
        assert_eq!(from("kafka con"), Some(0));
        for label in [
            "",
            "k",
            "raw k",
            "Kafka ",
            "Kafka (",
            "🙂",
            "Kafak",
            "the ledger of trades",
        ] {
            assert_eq!(from(label), None, "{label}");
        }
    }

    #[test]
    fn what_is_completed_is_recognised() {
        for known in components() {
            for name in known.aliases().chain([known.name]) {
                let found = complete(name).map(|found| ids(&found.components)[0]);
                assert_eq!(found, Some(known.id), "{name}");
            }
        }
    }

    #[test]
    fn a_search_hears_names_first_and_then_purposes() {
        assert_eq!(ids(&search("msk")), ["amazon-msk"]);
        assert_eq!(ids(&search("kafka aws"))[0], "amazon-msk");
        assert_eq!(ids(&search("kafka"))[0], "apache-kafka");
        assert!(search("").is_empty() && search("no such thing").is_empty());
    }
}
