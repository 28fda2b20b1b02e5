//! What the data files say makes sense, as far as a machine can see it; the build script has checked their form.

use std::collections::BTreeSet;

use board::{Question, Role};
use catalog::{Component, Figure, Hosting, Mode, Plane, components, purpose, similar, sources};

fn figures(known: &'static Component) -> impl Iterator<Item = (&'static str, &'static Figure)> {
    let named = [
        ("latency", known.latency),
        ("freshness", known.freshness),
        ("start_up", known.start_up),
        ("retention", known.retention),
        ("availability", known.availability),
    ];
    named
        .into_iter()
        .filter_map(|(name, figure)| Some((name, figure?)))
}

#[test]
fn ids_names_and_aliases_are_unique_and_well_formed() {
    let (mut ids, mut names) = (BTreeSet::new(), BTreeSet::new());
    for known in components() {
        let id = known.id;
        assert!(ids.insert(id), "{id}");
        assert_ne!(id, board::NO_COMPONENT);
        let plain = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit();
        assert!(
            id.split('-')
                .all(|word| !word.is_empty() && word.chars().all(plain)),
            "{id}"
        );
        assert_eq!(catalog::component(id), Some(known));
        for name in known.aliases().chain([known.name]) {
            let lower = name.to_ascii_lowercase();
            let words: Vec<_> = lower
                .split(|c: char| !c.is_alphanumeric())
                .filter(|word| !word.is_empty())
                .collect();
            assert!(names.insert(words.join(" ")), "{id}: {name} twice");
        }
        for alias in known.aliases() {
            let words = alias.split(' ');
            let is_plain = words
                .into_iter()
                .all(|word| !word.is_empty() && word.chars().all(plain));
            assert!(is_plain, "{id}: {alias}");
        }
    }
    assert!(ids.len() >= 90);
}

#[test]
fn every_component_can_be_judged() {
    for known in components() {
        let id = known.id;
        assert!(!known.roles.is_empty(), "{id}");
        let distinct: BTreeSet<_> = known.roles.iter().collect();
        assert_eq!(distinct.len(), known.roles.len(), "{id}");
        assert!(similar(known).count() >= 1, "{id}");
        let served = Question::ALL.iter().filter(|asked| known.serves(**asked));
        assert!(served.count() >= 1, "{id}");
        for &asked in Question::ALL {
            assert!(!(known.serves(asked) && known.serves_not(asked)), "{id}: {asked}");
        }
        let told = purpose(known).unwrap();
        for sentence in [told.good_for, told.not_for] {
            assert!(sentence.len() > 5 && !sentence.ends_with('.'), "{id}: {sentence}");
        }
    }
}

#[test]
fn figures_are_ordered_and_in_reach() {
    for known in components() {
        for (name, figure) in figures(known) {
            let id = known.id;
            assert!(figure.low <= figure.high, "{id}: {name}");
            let top = match name {
                "availability" => 0.99999,
                "latency" => 3.0 * 86_400.0,
                "start_up" => 3_600.0,
                "retention" => 10.0 * 366.0 * 86_400.0,
                _ => 86_400.0,
            };
            assert!(figure.high > 0.0 && figure.high <= top, "{id}: {name} {figure:?}");
            if name == "availability" {
                assert!(figure.low >= 0.99, "{id}: a promise below two nines");
            }
        }
        if let Some(capacity) = known.capacity {
            assert!(
                capacity.events.is_some() || capacity.bytes.is_some(),
                "{}",
                known.id
            );
        }
    }
}

#[test]
fn each_page_is_named_once_and_cited() {
    let cited: BTreeSet<_> = components()
        .iter()
        .flat_map(|known| {
            let told = figures(known).map(|(_, figure)| figure.source());
            told.chain(known.capacity.map(|capacity| capacity.source()))
        })
        .map(|source| source.url.as_ref())
        .collect();
    let urls: BTreeSet<_> = sources().iter().map(|source| source.url.as_ref()).collect();
    assert_eq!(urls.len(), sources().len(), "a page twice");
    assert_eq!(cited, urls, "a source that no figure cites");
    for source in sources() {
        assert!(source.url.starts_with("https://"), "{}", source.url);
        let (year, month) = source.as_of.split_once('-').unwrap();
        assert!(year.parse::<u32>().unwrap() >= 2018, "{}", source.title);
        assert!(
            (1..=12).contains(&month.parse::<u32>().unwrap()),
            "{}",
            source.title
        );
    }
}

#[test]
fn what_is_said_of_a_component_fits_together() {
    for known in components() {
        let id = known.id;
        // What waits for its start says how long, what is always there says nothing of it.
        if known.hosting == Hosting::ScaleToZero {
            assert!(
                known.start_up.is_some(),
                "{id}: how long does the first request wait?"
            );
        }
        if matches!(known.hosting, Hosting::Serverless | Hosting::Embedded) {
            assert!(known.start_up.is_none(), "{id}");
        }
        let beside = known
            .roles
            .iter()
            .all(|role| matches!(role, Role::Govern | Role::Observe));
        if beside {
            assert_eq!(known.plane, Plane::Control, "{id}");
        }
        if known.plane == Plane::Data {
            assert!(known.mode.is_some(), "{id}: how does data pass it?");
        } else {
            assert!(known.latency.is_none(), "{id}: it is not on the way of an event");
        }
        if known.replayable {
            assert!(known.can_be(Role::Store) || known.can_be(Role::Ingest), "{id}");
        }
        if known.mode == Some(Mode::Batch) && known.can_be(Role::Process) {
            assert!(
                !known.serves(Question::Latency) || known.hosting == Hosting::Embedded,
                "{id}"
            );
        }
    }
}
