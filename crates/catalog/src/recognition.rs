//! Finding a component in the words of a label.

use std::sync::LazyLock;

use sorted::Map;

use crate::{Component, components};

/// The component that `label` names: by whole words, whatever the case and punctuation, the longest alias first.
///
/// `MSK (payments)` is Amazon MSK, `Kafka Connect sink` is Kafka Connect and not Kafka, `Kafkaesque` is nothing.
pub fn recognise(label: &str) -> Option<&'static Component> {
    let words = words(label);
    let mut rest = words.as_str();
    let mut found: Option<&Entry> = None;
    while let Some((first, after)) = rest.split_once(' ') {
        let here = BY_FIRST_WORD.get(first).into_iter().flatten();
        let named = here.filter(|entry| starts_with_words(rest, entry.alias));
        for entry in named {
            if found.is_none_or(|best| entry.alias.len() > best.alias.len()) {
                found = Some(entry);
            }
        }
        rest = after;
    }
    found.map(|entry| entry.component)
}

struct Entry {
    alias: &'static str,
    component: &'static Component,
}

static BY_FIRST_WORD: LazyLock<Map<&'static str, Vec<Entry>>> = LazyLock::new(|| {
    let mut entries: Map<&str, Vec<Entry>> = Map::new();
    for component in components() {
        for &alias in component.aliases {
            let first = alias.split(' ').next().unwrap_or(alias);
            entries.get_or_default(first).push(Entry { alias, component });
        }
    }
    entries
});

/// The words of `label` in lower case, a space after each.
fn words(label: &str) -> String {
    let mut words = String::with_capacity(label.len() + 1);
    for word in label
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty())
    {
        words.extend(word.chars().flat_map(char::to_lowercase));
        words.push(' ');
    }
    words
}

fn starts_with_words(text: &str, alias: &str) -> bool {
    text.strip_prefix(alias)
        .is_some_and(|after| after.starts_with(' '))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn id(label: &str) -> Option<&'static str> {
        recognise(label).map(|component| component.id)
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
            ("Autoloader → bronze", "auto-loader"),
            ("Structured Streaming", "spark-structured-streaming"),
            ("Bronze (Delta Lake)", "delta-lake"),
            ("S3 raw", "amazon-s3"),
            ("DLT", "lakeflow-declarative-pipelines"),
            ("Databricks SQL", "databricks-sql"),
            ("Serverless SQL warehouse", "databricks-sql"),
            ("Online feature store", "online-feature-store"),
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
    fn only_whole_words_count() {
        for label in ["", "Kafkaesque", "S34", "the score", "🙂", "Dashboard"] {
            assert_eq!(id(label), None, "{label}");
        }
    }

    #[test]
    fn every_alias_and_name_leads_to_its_component() {
        for component in components() {
            assert_eq!(id(component.name), Some(component.id));
            for alias in component.aliases {
                assert_eq!(id(alias), Some(component.id), "{alias}");
            }
        }
    }
}
