//! What share of time whoever waits is served at the most, and which boxes on their ways do not say: tables.

use analysis::Readings;
use analysis::availability::Availability;
use board::graph::Graph;

use crate::{milli, name, names, sketch};

/// Who is served and who of them worst, the share of time in thousandths of a percent, and the boxes that say nothing.
fn availability(text: &str) -> (String, String, f64, String) {
    let board = sketch(text);
    let graph = Graph::new(&board);
    let availability = Availability::of(&graph, &Readings::of(&graph));
    let worst = availability.worst_end();
    let total = worst.map_or(1.0, |end| availability.total(end));
    let open = names(&graph, availability.open());
    (
        names(&graph, availability.ends()),
        name(&graph, worst),
        milli(total * 100.0),
        open,
    )
}

#[test]
fn availability_names_who_is_served_worst_and_the_boxes_that_say_nothing() {
    let chain = "[ingest] K: 99 %\n[process] P\n[serve] API: 98 %\nK -> P\nP -> API";
    #[rustfmt::skip]
    let table = [
        (chain.to_owned(), "api", "api", 97.02, "p"),
        // What does not lie on the way, or is cut off from every entry, is not asked.
        (format!("{chain}\n[process] Aside\nK -> Aside"), "api", "api", 97.02, "p"),
        (format!("{chain}\n[store] R\nR -> API"), "api", "api", 97.02, "p"),
        (format!("{chain}\n[consumer] Shop\nAPI -> Shop"), "shop", "shop", 97.02, "p"),
        (format!("{chain}\n[serve] Near: 99 %\nK -> Near"), "api near", "api", 97.02, "p"),
        (format!("{chain}\n[serve] Far: 90 %\nK -> Far"), "api far", "far", 89.1, "p"),
        // A store is where a path begins, and what fills it is not asked.
        ("[ingest] K\n[process] P\n[store] S: 99 %\n[serve] API\nK -> P\nP -> S\nS -> API".to_owned(), "api", "api", 99.0, "api"),
        // An edge may state its share; of several figures the lowest counts.
        (chain.replace("K -> P", "K -> P: 90 %"), "api", "api", 87.318, "p"),
        (chain.replace("99 %", "99 %, 95 %"), "api", "api", 93.1, "p"),
        // Nothing gets past what is never there, on any way behind it.
        ("[ingest] K: 0 % uptime\n[process] A: 99 %\n[process] B: 99 %\n[serve] API\nK -> A\nK -> B\nA -> API\nB -> API".to_owned(), "api", "api", 0.0, "api"),
        // Of boxes on a cycle the best counts; where one does not say, none does.
        ("[ingest] K: 99 %\n[process] A: 91 %\n[process] B: 95 %\n[serve] API\nK -> A\nA -> B\nB -> A\nB -> API".to_owned(), "api", "api", 94.05, "api"),
        ("[ingest] K: 99 %\n[process] A: 91 %\n[process] B\n[serve] API\nK -> A\nA -> B\nB -> A\nB -> API".to_owned(), "api", "api", 99.0, "b api"),
        // Of one of several, where it says so.
        ("[ingest] K: 90 % each, 3 brokers\n[serve] API: 90 % per replica, 2 replicas\nK -> API".to_owned(), "api", "api", 98.901, ""),
        ("[ingest] K: 90 %, 3 brokers\n[serve] API: 90 % each, 3 partitions\nK -> API".to_owned(), "api", "api", 81.0, ""),
        // What stands outside does not count.
        ("[source] A: 50 %\n[ingest] K: 99 %\n[consumer] Shop: 50 %\nA -> K\nK -> Shop".to_owned(), "shop", "shop", 99.0, ""),
    ];
    for (text, ends, worst, total, open) in table {
        let wanted = (ends.to_owned(), worst.to_owned(), total, open.to_owned());
        assert_eq!(availability(&text), wanted, "{text}");
    }
}

#[test]
fn the_target_is_the_lowest_that_the_answer_gives() {
    let target = |answer: &str| {
        let board = sketch(&format!("scope availability: {answer}"));
        let graph = Graph::new(&board);
        Availability::of(&graph, &Readings::of(&graph)).target()
    };
    assert_eq!(target("99.9 %"), Some(0.999));
    assert_eq!(target("99.99 % for reads, 99.9 % for writes"), Some(0.999));
    assert_eq!(target("p99 1 s"), None);
}
