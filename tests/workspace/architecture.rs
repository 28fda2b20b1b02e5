//! The crate graph is the one that `ARCHITECTURE.md` draws, and each crate keeps to its side of the boundaries.

use std::collections::{BTreeMap, BTreeSet};

use crate::sources::{Source, manifests, read, sources};

/// Each crate with those that it uses, in the order drawn.
type Graph = Vec<(String, BTreeSet<String>)>;

/// What the picture in `ARCHITECTURE.md` says: lines such as `lint → analysis board` in the block called `crates`.
fn drawn() -> Graph {
    let document = read("ARCHITECTURE.md");
    let picture = document.split("```crates\n").nth(1).unwrap_or_default();
    let picture = picture.split("```").next().unwrap_or_default();
    picture
        .lines()
        .map(|line| {
            let (name, uses) = line.split_once('→').unwrap_or((line, ""));
            let uses = uses.split_whitespace().map(str::to_owned).collect();
            (name.trim().to_owned(), uses)
        })
        .collect()
}

/// What the manifests say, by name.
fn declared() -> BTreeMap<String, BTreeSet<String>> {
    let manifests = manifests();
    let ours: BTreeSet<String> = manifests.iter().map(|manifest| manifest.name.clone()).collect();
    let uses = |used: &BTreeSet<String>| used.intersection(&ours).cloned().collect();
    let graph = manifests.iter();
    graph
        .map(|manifest| (manifest.name.clone(), uses(&manifest.dependencies)))
        .collect()
}

#[test]
fn the_crate_graph_is_the_one_drawn() {
    assert_eq!(drawn().into_iter().collect::<BTreeMap<_, _>>(), declared());
}

#[test]
fn every_arrow_points_down() {
    let graph = drawn();
    for (place, (name, uses)) in graph.iter().enumerate() {
        let below: BTreeSet<String> = graph
            .iter()
            .skip(place + 1)
            .map(|(name, _)| name.clone())
            .collect();
        assert!(
            uses.is_subset(&below),
            "{name} uses {uses:?}, below it are {below:?}"
        );
    }
}

#[test]
fn what_shall_not_know_each_other_does_not() {
    let graph = declared();
    let knows = |name: &str| {
        let mut known = BTreeSet::new();
        let mut open = vec![name.to_owned()];
        while let Some(next) = open.pop() {
            let uses = graph.get(&next).into_iter().flatten();
            open.extend(uses.filter(|used| known.insert((*used).clone())).cloned());
        }
        known
    };
    let apart = [
        ("quantity", "geometry"),
        ("geometry", "quantity"),
        ("board", "lint"),
        ("scene", "lint"),
        ("lint", "editor"),
        ("lint", "scene"),
        ("editor", "lint"),
        ("editor", "exchange"),
        ("exchange", "editor"),
        ("cli", "editor"),
    ];
    for (one, other) in apart {
        assert!(!knows(one).contains(other), "{one} knows {other}");
    }
    for name in graph.keys() {
        for rim in ["app", "cli", "engine", "linter", "splitter", "xtask"] {
            assert!(!knows(name).contains(rim), "{name} knows {rim}");
        }
    }
}

#[test]
fn only_the_programs_for_javascript_know_it() {
    let browser = ["yew", "gloo", "web-sys", "js-sys"];
    let is_inside = |name: &str| !["app", "engine", "linter"].contains(&name);
    for manifest in manifests().iter().filter(|manifest| is_inside(&manifest.name)) {
        let all = manifest.dependencies.union(&manifest.dev_dependencies);
        for name in all {
            let is_browser = browser.contains(&name.as_str()) || name.starts_with("wasm-bindgen");
            assert!(!is_browser, "{} names {name}", manifest.name);
        }
    }
}

/// The places where code that `is_watched` holds one of `words`.
fn found(words: &[&str], is_watched: impl Fn(&Source) -> bool) -> Vec<String> {
    let mut found = Vec::new();
    for source in sources().iter().filter(|source| is_watched(source)) {
        for line in source.code() {
            if words.iter().any(|word| line.contains(word)) {
                found.push(format!("{}: {}", source.path, line.trim()));
            }
        }
    }
    found
}

#[test]
fn only_the_rims_touch_the_world() {
    let world = [
        "std::fs",
        "std::env",
        "std::net",
        "std::process",
        "std::thread",
        "std::time",
        "stdin()",
        "stdout()",
        "stderr()",
        "print!(",
        "println!(",
    ];
    let is_inside = |source: &Source| !["app", "cli", "splitter", "xtask"].contains(&source.crate_name());
    assert_eq!(found(&world, is_inside), [""; 0]);
}

#[test]
fn the_page_is_linked_without_any_check() {
    let judging = ["lint::check", "lint::mend", "check_in", "analysis::"];
    let is_page = |source: &Source| ["app", "editor", "exchange", "scene"].contains(&source.crate_name());
    assert_eq!(found(&judging, is_page), [""; 0]);
}

#[test]
fn petgraph_stays_in_the_graph_view() {
    let is_outside = |source: &Source| source.path != "crates/board/src/graph/data_order.rs";
    assert_eq!(found(&["petgraph::"], is_outside), [""; 0]);
    // These recurse, and the browser's stack is small.
    let recursing = ["tarjan_scc", "is_cyclic_directed", "depth_first_search"];
    assert_eq!(found(&recursing, |_| true), [""; 0]);
}

#[test]
fn a_board_changes_only_by_applying_an_edit() {
    let text = read("crates/board/src/board.rs");
    let changing = text.lines().filter(|line| line.contains("&mut self"));
    let names: Vec<_> = changing
        .filter_map(|line| line.trim_start().strip_prefix("pub fn ")?.split('(').next())
        .collect();
    assert_eq!(names, ["apply"]);
    let fields = text
        .split("pub struct Board {")
        .nth(1)
        .and_then(|rest| rest.split('}').next());
    assert!(
        fields.is_some_and(|fields| !fields.contains("pub ")),
        "a field of Board can be written from outside"
    );
}

#[test]
fn the_page_writes_no_inline_style_and_no_raw_html() {
    let forbidden = [
        "style=",
        "inner_html",
        "from_html_unchecked",
        "outer_html",
        "insert_adjacent_html",
    ];
    assert_eq!(found(&forbidden, |source| source.crate_name() == "app"), [""; 0]);
}
