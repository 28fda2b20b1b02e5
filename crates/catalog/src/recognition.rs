//! Finding a component in the words of a label.

use std::ops::Range;
use std::sync::LazyLock;

use crate::{Component, component, components};

/// A component, and the words by which it was recognised.
#[derive(Clone, Debug, PartialEq)]
pub struct Recognised {
    /// The component.
    pub component: &'static Component,
    /// The bytes of the label that name it.
    pub span: Range<usize>,
}

/// The component that `label` names: by whole words, whatever the case and punctuation, the longest name or alias
/// first.
///
/// `MSK (payments)` is Amazon MSK, `Kafka Connect sink` is Kafka Connect and not Kafka, `Kafkaesque` is nothing. A word
/// is never guessed: what is misspelt is not recognised.
pub fn recognise(label: &str) -> Option<Recognised> {
    let words = words(label);
    let mut best: Option<(&Entry, Range<usize>)> = None;
    for (place, first) in words.iter().enumerate() {
        for entry in NAMES.get(shelf(&first.text)).into_iter().flatten() {
            let longer = best
                .as_ref()
                .is_none_or(|(known, _)| entry.length() > known.length());
            if let Some(last) = entry.last_word(words.get(place..).unwrap_or_default())
                && longer
            {
                best = Some((entry, first.span.start..last.span.end));
            }
        }
    }
    best.map(|(entry, span)| Recognised {
        component: entry.component,
        span,
    })
}

/// The component that a box stands for: the one that a person chose by its id, else the one that its label names.
///
/// [`board::NO_COMPONENT`] is an id that no component has: whoever chose it wants none.
pub fn stands_for(chosen: Option<&str>, label: &str) -> Option<&'static Component> {
    match chosen {
        Some(id) => component(id),
        None => recognise(label).map(|found| found.component),
    }
}

/// A name or an alias.
struct Entry {
    words: Vec<String>,
    component: &'static Component,
}

impl Entry {
    fn length(&self) -> usize {
        self.words.iter().map(|word| word.len() + 1).sum()
    }

    /// The last of its words, if `text` begins with all of them.
    fn last_word<'a>(&self, text: &'a [Word]) -> Option<&'a Word> {
        let named = text.get(..self.words.len())?;
        let same = named.iter().zip(&self.words).all(|(a, b)| a.text == *b);
        named.last().filter(|_| same)
    }
}

/// On how many shelves the names lie: on few of them is more than a handful.
const SHELVES: usize = 512;

/// The names and aliases by the [`shelf`] of their first word.
static NAMES: LazyLock<Vec<Vec<Entry>>> = LazyLock::new(|| {
    let mut shelves: Vec<Vec<Entry>> = (0..SHELVES).map(|_| Vec::new()).collect();
    for component in components() {
        for name in component.aliases().chain([component.name]) {
            let words: Vec<String> = words(name).into_iter().map(|word| word.text).collect();
            let first = words.first().map(|first| shelf(first));
            if let Some(shelf) = first.and_then(|first| shelves.get_mut(first)) {
                shelf.push(Entry { words, component });
            }
        }
    }
    shelves
});

/// The shelf of a word in lower case, by its ends and its length.
fn shelf(word: &str) -> usize {
    let end = |byte: Option<u8>| usize::from(byte.unwrap_or_default());
    let (first, last) = (end(word.bytes().next()), end(word.bytes().next_back()));
    (first ^ last << 3 ^ word.len() << 5) % SHELVES
}

/// A word in lower case, and where it stands.
pub(crate) struct Word {
    pub(crate) text: String,
    pub(crate) span: Range<usize>,
}

/// The words of `label`: letters and digits, whatever stands between them.
pub(crate) fn words(label: &str) -> Vec<Word> {
    let mut words = Vec::new();
    let mut start = 0;
    for part in label.split_inclusive(|c: char| !c.is_alphanumeric()) {
        let word = part.trim_end_matches(|c: char| !c.is_alphanumeric());
        if !word.is_empty() {
            words.push(Word {
                text: word.to_ascii_lowercase(),
                span: start..start + word.len(),
            });
        }
        start += part.len();
    }
    words
}

#[cfg(test)]
mod tests {
    use super::*;

    fn id(label: &str) -> Option<&'static str> {
        recognise(label).map(|found| found.component.id)
    }

    #[test]
    fn recognises_what_people_type() {
        let cases = [
            ("Kafka", "apache-kafka"),
            ("KAFKA (payments)", "apache-kafka"),
            ("MSK", "amazon-msk"),
            ("Azure Event Hubs", "azure-event-hubs"),
            ("Pub/Sub", "google-pub-sub"),
            ("pubsub", "google-pub-sub"),
            ("Kinesis", "amazon-kinesis"),
            ("Autoloader → bronze", "auto-loader"),
            ("Structured Streaming", "spark-structured-streaming"),
            ("Bronze (Delta Lake)", "delta-lake"),
            ("S3 raw", "amazon-s3"),
            ("DLT", "lakeflow-declarative-pipelines"),
            ("Lakeflow", "lakeflow-declarative-pipelines"),
            ("UC", "unity-catalog"),
            ("AI/BI dashboard", "ai-bi-dashboard"),
            ("Databricks SQL", "databricks-sql"),
            ("Serverless SQL warehouse", "databricks-sql"),
            ("Online feature store", "online-feature-store"),
            ("Weights & Biases", "weights-and-biases"),
        ];
        for (label, component) in cases {
            assert_eq!(id(label), Some(component), "{label}");
        }
    }

    #[test]
    fn the_longest_alias_wins_wherever_it_stands() {
        assert_eq!(id("Kafka Connect sink"), Some("kafka-connect"));
        assert_eq!(
            id("Kafka to Spark Structured Streaming"),
            Some("spark-structured-streaming")
        );
    }

    #[test]
    fn tells_which_words_it_went_by() {
        let cases = [
            ("Kafka", "Kafka"),
            ("→ Event  Hubs (EU)", "Event  Hubs"),
            ("Größe 🙂 pub/SUB!", "pub/SUB"),
        ];
        for (label, words) in cases {
            assert_eq!(&label[recognise(label).unwrap().span], words, "{label}");
        }
    }

    #[test]
    fn plain_words_and_misspelt_ones_name_nothing() {
        for label in [
            "",
            "Kafkaesque",
            "Kafak",
            "S34",
            "the score",
            "🙂",
            "Dashboard",
            "workflows",
            "jobs",
            "functions",
            "search",
            "stream",
            "queue",
            "cluster",
            "online store",
            "cloud storage",
            "alerts",
            "batch scoring",
            "vector",
            "registry",
            "elastic pool",
        ] {
            assert_eq!(id(label), None, "{label}");
        }
    }

    #[test]
    fn what_a_person_chose_goes_before_the_label() {
        let stands_for = |chosen, label| stands_for(chosen, label).map(|known| known.id);
        assert_eq!(stands_for(None, "MSK"), Some("amazon-msk"));
        assert_eq!(stands_for(Some("apache-kafka"), "MSK"), Some("apache-kafka"));
        assert_eq!(stands_for(Some(board::NO_COMPONENT), "MSK"), None);
        assert_eq!(stands_for(Some("of-a-later-version"), "MSK"), None);
    }

    #[test]
    fn every_alias_and_name_leads_to_its_component() {
        for component in components() {
            assert_eq!(id(component.name), Some(component.id));
            for alias in component.aliases() {
                assert_eq!(id(alias), Some(component.id), "{alias}");
            }
        }
    }
}
