//! What is counted: the things that come as events, and the things that a design has a number of.

use std::borrow::Cow;

use crate::lexicon::Lexicon;

/// What an event is called, and the plural that we print; an event of no particular kind has none.
const EVENTS: &[(&str, Option<&str>)] = &[
    ("doc", Some("documents")),
    ("docs", Some("documents")),
    ("ev", None),
    ("event", None),
    ("events", None),
    ("evs", None),
    ("evt", None),
    ("evts", None),
    ("message", Some("messages")),
    ("msg", Some("messages")),
    ("msgs", Some("messages")),
    ("op", Some("operations")),
    ("operation", Some("operations")),
    ("ops", Some("operations")),
    ("query", Some("queries")),
    ("rec", Some("records")),
    ("recs", Some("records")),
    ("req", Some("requests")),
    ("reqs", Some("requests")),
    ("request", Some("requests")),
    ("transaction", Some("transactions")),
    ("trx", Some("transactions")),
    ("tx", Some("transactions")),
    ("txn", Some("transactions")),
    ("txns", Some("transactions")),
];

/// What else happens so often that a rate of it is plain from the words.
#[rustfmt::skip]
const HAPPENINGS: &[&str] = &[
    "alert", "bid", "booking", "call", "change", "check", "checkout", "click", "comment", "commit",
    "connection", "delete", "document", "download", "email", "error", "execution", "failure",
    "file", "hit", "image", "impression", "incident", "inference", "insert", "invocation", "item",
    "job", "log", "login", "lookup", "metric", "notification", "object", "operation", "order",
    "packet", "pageview", "payment", "photo", "ping", "point", "post", "prediction", "purchase",
    "query", "quote", "read", "reading", "record", "redirect", "request", "ride", "row", "sample",
    "scan", "search", "session", "span", "swipe", "task", "tick", "token", "trace", "trade",
    "transaction", "trip", "tweet", "update", "upload", "video", "view", "visit", "write",
];

/// What is sent or kept in one piece.
#[rustfmt::skip]
const SIZED: &[&str] = &[
    "document", "email", "event", "image", "item", "message", "msg", "object", "packet", "photo",
    "post", "record", "request", "response", "row", "span", "tweet",
];

/// What a design has a number of.
#[rustfmt::skip]
const THINGS: &[&str] = &[
    "account", "administrator", "agent", "analyst", "api", "approver", "auditor", "az", "bank",
    "branch", "broker", "bucket", "business", "buyer", "card", "channel", "city", "client",
    "cluster", "column", "connector", "consumer", "container", "copy", "core", "country", "courier",
    "cpu", "customer", "dashboard", "database", "datacenter", "dataset", "dau", "device", "domain",
    "driver", "endpoint", "engineer", "enterprise", "environment", "executor", "feature", "feed",
    "field", "follower", "fte", "function", "gpu", "hop", "host", "household", "index", "instance",
    "key", "label", "layer", "leader", "listing", "location", "machine", "manager", "master",
    "mau", "member", "merchant", "microservice", "model", "node", "officer", "operator", "org",
    "organisation", "organization", "owner", "page", "partition", "partner", "patient", "people",
    "person", "pipeline", "player", "pod", "policy", "producer", "product", "publisher", "reader",
    "region", "replica", "repo", "report", "repository", "restaurant", "reviewer", "rider", "room",
    "rule", "schema", "seat", "seller", "sensor", "server", "service", "shard", "shopper", "sink",
    "site", "sku", "slot", "song", "source", "stage", "step", "steward", "store", "stream",
    "student", "subscriber", "system", "table", "team", "tenant", "thread", "tier", "topic",
    "trainer", "unit", "url", "user", "vcpu", "vehicle", "vendor", "vm", "vnode", "warehouse",
    "wau", "worker", "workflow", "workload", "workspace", "writer", "zone",
];

/// Enters every noun, one and several of it.
pub(crate) fn enter(lexicon: &mut Lexicon) {
    let abbreviated = EVENTS.iter().map(|(name, _)| *name);
    for name in abbreviated.chain(HAPPENINGS.iter().copied()) {
        for form in forms(name) {
            let known = lexicon.entry(&form);
            // The singular and the plural of an abbreviation stand beside one another, and the first counts.
            known.event = known.event.or(Some(name));
            known.is_countable = true;
        }
    }
    for name in THINGS {
        for form in forms(name) {
            lexicon.entry(&form).is_countable = true;
        }
    }
    for name in SIZED {
        for form in forms(name) {
            lexicon.entry(&form).has_size = true;
        }
    }
}

/// The words whose singular is `one`, and itself.
fn forms(one: &str) -> impl Iterator<Item = String> {
    let stem = one.strip_suffix('y');
    let several = [
        Some(format!("{one}s")),
        Some(format!("{one}es")),
        stem.map(|stem| format!("{stem}ies")),
    ];
    let is_plural = move |form: &String| singular(form) == one;
    let several = several.into_iter().flatten().filter(is_plural);
    several.chain([one.to_owned()])
}

/// Which of [`EVENTS`] a word is.
fn abbreviated(word: &str) -> Option<usize> {
    EVENTS.binary_search_by(|(name, _)| (*name).cmp(word)).ok()
}

/// The name under which happenings are printed: plural, and nothing for plain events.
pub(crate) fn event_name(words: &str) -> Option<String> {
    match abbreviated(words).and_then(|place| EVENTS.get(place)) {
        Some((_, plural)) => plural.map(str::to_owned),
        None => Some(plural(words)),
    }
}

/// The plural of the last word.
pub(crate) fn plural(words: &str) -> String {
    if holds_plural(words) {
        return words.to_owned();
    }
    added_s(words)
}

fn added_s(words: &str) -> String {
    match words.strip_suffix('y') {
        Some(stem) if !stem.ends_with(['a', 'e', 'o', 'u']) => format!("{stem}ies"),
        _ if words.ends_with("person") => words.replace("person", "people"),
        _ if is_sibilant(words) => format!("{words}es"),
        _ => format!("{words}s"),
    }
}

/// The singular of the last word of a name that [`plural`] made.
pub(crate) fn singular(words: &str) -> Cow<'_, str> {
    let Some(stem) = words.strip_suffix('s').filter(|stem| !stem.is_empty()) else {
        return words.into();
    };
    if let Some(stem) = stem.strip_suffix("ie").filter(|stem| !stem.is_empty()) {
        return format!("{stem}y").into();
    }
    match stem.strip_suffix('e').filter(|stem| is_sibilant(stem)) {
        Some(stem) => stem.into(),
        None if stem.ends_with('s') => words.into(),
        None => stem.into(),
    }
}

/// Whether the plural adds a syllable.
fn is_sibilant(word: &str) -> bool {
    ["x", "ss", "ch", "sh"].iter().any(|end| word.ends_with(end))
}

/// Whether a word looks like a plural: it has another singular.
pub(crate) fn is_several(word: &str) -> bool {
    let stem = word.strip_suffix('s').unwrap_or_default();
    !stem.is_empty() && !stem.ends_with('s')
}

fn holds_plural(words: &str) -> bool {
    let last = words.rsplit(' ').next().unwrap_or(words);
    last == "people" || (singular(last) != last && added_s(&singular(last)) == last)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lists_are_sorted_for_the_search() {
        assert!(EVENTS.is_sorted());
        for list in [HAPPENINGS, SIZED, THINGS] {
            assert!(list.windows(2).all(|pair| pair[0] < pair[1]), "{list:?}");
        }
    }

    #[test]
    fn plural_and_singular_undo_each_other() {
        for word in HAPPENINGS
            .iter()
            .chain(THINGS)
            .filter(|word| !["person", "people"].contains(word))
        {
            assert_eq!(singular(&plural(word)), *word);
            assert_eq!(plural(&plural(word)), plural(word));
        }
    }
}
