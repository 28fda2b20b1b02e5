//! The products that people write on a board.

use std::sync::LazyLock;

use board::Role;

mod capture;
mod lakehouse;
mod log;
mod operate;
mod process;
mod serve;
mod store;

/// A product, or a part of one, that a box may stand for.
#[derive(Debug, PartialEq, Eq)]
pub struct Component {
    /// The id that files use: lower-case words joined by dashes; never changes.
    pub id: &'static str,
    /// What it is called.
    pub name: &'static str,
    /// What people type for it: lower-case words, one space between two; the name is among them.
    pub aliases: &'static [&'static str],
    /// What it is for on a board, the usual role first.
    pub roles: &'static [Role],
    /// What it competes with.
    pub family: Family,
}

impl Component {
    /// The other components of its family: what else could have stood there.
    pub fn peers(&self) -> impl Iterator<Item = &'static Component> {
        let (id, family) = (self.id, self.family);
        components()
            .iter()
            .copied()
            .filter(move |other| other.family == family && other.id != id)
    }
}

/// Components that can stand in for each other.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Family {
    /// Durable logs and queues of events.
    EventLog,
    /// Getting files and database changes in.
    Capture,
    /// Engines that change data event by event, or in small batches.
    StreamEngine,
    /// Engines that change data in batches and by SQL.
    BatchEngine,
    /// Programs that start and order jobs.
    Orchestrator,
    /// Tables on object storage.
    TableFormat,
    /// Files and blobs.
    ObjectStore,
    /// Reads and writes by key.
    KeyValue,
    /// Rows with transactions.
    Relational,
    /// Analytical SQL.
    Warehouse,
    /// Full-text and log search.
    Search,
    /// Features for models.
    FeatureStore,
    /// Answers over the network: models and programs.
    Endpoint,
    /// Charts for people.
    Dashboard,
    /// Catalogue, access control, lineage.
    Governance,
    /// Metrics, alerts, experiments.
    Observability,
}

/// Every component, by family.
pub fn components() -> &'static [&'static Component] {
    static ALL: LazyLock<Vec<&'static Component>> = LazyLock::new(|| {
        let families = [
            log::ALL,
            capture::ALL,
            process::ALL,
            lakehouse::ALL,
            store::ALL,
            serve::ALL,
            operate::ALL,
        ];
        families.into_iter().flatten().collect()
    });
    &ALL
}

/// The component with this id.
pub fn component(id: &str) -> Option<&'static Component> {
    components().iter().copied().find(|component| component.id == id)
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn ids_and_aliases_are_unique_and_well_formed() {
        let mut ids = BTreeSet::new();
        let mut aliases = BTreeSet::new();
        for known in components() {
            assert!(ids.insert(known.id), "{}", known.id);
            assert!(
                known
                    .id
                    .chars()
                    .all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-')
            );
            assert_eq!(component(known.id), Some(*known));
            assert!(!known.roles.is_empty(), "{}", known.id);
            for alias in known.aliases {
                assert!(aliases.insert(alias), "{alias} twice");
                let words = alias.split(' ');
                let plain = words.clone().all(|word| {
                    !word.is_empty() && word.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit())
                });
                assert!(plain, "{alias}");
            }
        }
    }

    #[test]
    fn peers_are_of_the_family_and_not_oneself() {
        let kafka = component("apache-kafka").unwrap();
        let peers: Vec<_> = kafka.peers().map(|peer| peer.id).collect();
        assert!(peers.contains(&"amazon-kinesis"));
        assert!(!peers.contains(&"apache-kafka"));
        assert!(!peers.contains(&"delta-lake"));
    }
}
