//! Baselines, and what a change brought and mended.

use serde_json::Value;

use crate::driver::{CLEAN, COULD_NOT_RUN, FINDINGS, Folder, JUNIOR, codes, shared};

/// The junior board with one more box, which has no constraint, and one finding less.
fn changed() -> String {
    let mut board: Value = serde_json::from_str(&shared(JUNIOR)).unwrap();
    let api = serde_json::json!({ "id": "api", "role": "serve", "label": "API", "at": [900, 700] });
    board["boxes"].as_array_mut().unwrap().push(api);
    board["boxes"][0]["constraints"] = "500k ev/s".into();
    board.to_string()
}

#[test]
fn a_baseline_leaves_what_is_new() {
    let folder = Folder::new("baseline").with("boards/a.board.json", &shared(JUNIOR));
    let said = folder.run(&["baseline", "write", "boards"]);
    assert_eq!(said.status, CLEAN, "{}", said.err);
    insta::assert_snapshot!("written", said.out);
    let lint = ["lint", "--baseline", "sketchlint-baseline.json", "boards"];
    let same = folder.run(&lint);
    assert_eq!(same.status, CLEAN);
    insta::assert_snapshot!("nothing_new", same.out);
    folder.write("boards/a.board.json", &changed());
    let more = folder.run(&[
        "lint",
        "--baseline",
        "sketchlint-baseline.json",
        "--format",
        "json",
        "boards",
    ]);
    let found = codes(&more.out);
    assert_eq!(more.status, FINDINGS);
    assert!(
        found[0].contains(&"CON001".to_owned()) && found[0].len() < 8,
        "{found:?}"
    );
    assert!(more.err.contains("of the baseline are mended"), "{}", more.err);
}

#[test]
fn settings_name_the_baseline_and_the_rule_book() {
    let settings = "baseline = \"lint/known.json\"\nrule-book = \"https://example.org/rules.html\"\n";
    let folder = Folder::new("settled")
        .with("sketchlint.toml", settings)
        .with("lint/.keep", "")
        .with("boards/a.board.json", &shared(JUNIOR));
    let missing = folder.run(&["lint", "boards"]);
    assert!(
        missing.status == COULD_NOT_RUN && missing.err.contains("`sketchlint baseline write`"),
        "{}",
        missing.err
    );
    let said = folder.run(&["baseline", "write", "boards"]);
    assert!(
        said.out.starts_with("lint/known.json records 25 findings"),
        "{}{}",
        said.out,
        said.err
    );
    assert!(
        folder
            .read("lint/known.json")
            .contains("\"../boards/a.board.json\"")
    );
    assert_eq!(folder.run(&["lint", "boards"]).status, CLEAN);
    assert_eq!(folder.run(&["lint", "--no-config", "boards"]).status, FINDINGS);
    let log: Value = serde_json::from_str(&folder.run(&["lint", "--format", "sarif", "boards"]).out).unwrap();
    let first = &log["runs"][0]["tool"]["driver"]["rules"][0];
    assert_eq!(first["helpUri"], "https://example.org/rules.html#SCO001");
    let config = folder.run(&["config", "boards"]).out;
    assert!(
        config.contains("baseline   lint/known.json   sketchlint.toml:1"),
        "{config}"
    );
}

#[test]
fn pruning_only_ever_shortens() {
    let folder = Folder::new("prune")
        .with("a.board.json", &shared(JUNIOR))
        .with("b.board.json", &shared(JUNIOR));
    folder.run(&["baseline", "write", "."]);
    let before = folder.read("sketchlint-baseline.json");
    folder.write("a.board.json", &changed());
    folder.remove("b.board.json");
    let said = folder.run(&["baseline", "prune", "a.board.json"]);
    insta::assert_snapshot!("pruned", said.out);
    let after = folder.read("sketchlint-baseline.json");
    for line in after
        .lines()
        .filter(|line| line.contains(' ') && line.ends_with(','))
    {
        assert!(before.contains(line.trim_end_matches(',')), "{line}");
    }
    assert!(before.contains("CON001 box kafka") && !after.contains("CON001 box kafka"));
    assert!(!after.contains("CON001 box api") && !after.contains("b.board.json"));
}

#[test]
fn what_was_not_asked_is_not_taken_for_mended() {
    let folder = Folder::new("not_asked").with("a.board.json", &shared(JUNIOR));
    folder.run(&["baseline", "write", "."]);
    let recorded = folder.read("sketchlint-baseline.json");
    let lint = [
        "lint",
        "--baseline",
        "sketchlint-baseline.json",
        "--select",
        "OWN",
        ".",
    ];
    let said = folder.run(&lint);
    assert_eq!((said.status, said.err.as_str()), (CLEAN, ""));
    folder.run(&["baseline", "prune", "--select", "OWN", "."]);
    assert_eq!(folder.read("sketchlint-baseline.json"), recorded);
}

#[test]
fn every_format_knows_of_the_baseline() {
    let folder = Folder::new("known").with("a.board.json", &shared(JUNIOR));
    folder.run(&["baseline", "write", "."]);
    let lint = |format| {
        folder
            .run(&[
                "lint",
                "--baseline",
                "sketchlint-baseline.json",
                "--format",
                format,
                ".",
            ])
            .out
    };
    let sarif: Value = serde_json::from_str(&lint("sarif")).unwrap();
    let results = sarif["runs"][0]["results"].as_array().unwrap();
    assert!(results.len() > 10);
    assert!(
        results
            .iter()
            .all(|result| result["suppressions"][0]["kind"] == "external")
    );
    assert!(lint("junit").contains("<skipped message=\"recorded in the baseline\"/>"));
    assert!(lint("markdown").contains("more in the baseline"));
    assert!(lint("github").contains("more in the baseline"));
}

#[test]
fn what_is_no_baseline_is_told() {
    let folder = Folder::new("no_baseline")
        .with("a.board.json", &shared(JUNIOR))
        .with("x.json", "[]");
    for (file, answer) in [
        ("none.json", "`sketchlint baseline write` records"),
        ("x.json", "this is no baseline"),
    ] {
        let said = folder.run(&["lint", "--baseline", file, "."]);
        assert_eq!((said.status, said.out.as_str()), (COULD_NOT_RUN, ""));
        assert!(said.err.contains(answer), "{}", said.err);
    }
    folder.write("broken.board.json", "{");
    let said = folder.run(&["baseline", "write", "."]);
    assert!(
        said.status == COULD_NOT_RUN && said.err.contains("left as it is"),
        "{}",
        said.err
    );
}

#[test]
fn a_change_is_told_by_what_it_brought_and_mended() {
    let folder = Folder::new("diff")
        .with("a.board.json", &shared(JUNIOR))
        .with("b.board.json", &changed());
    let said = folder.run(&["diff", "a.board.json", "b.board.json"]);
    assert_eq!(said.status, FINDINGS);
    insta::assert_snapshot!("diff", said.out);
    let same = folder.run_with(&["diff", "-", "a.board.json"], &shared(JUNIOR));
    assert_eq!(same.status, CLEAN);
    assert!(
        same.out.starts_with("0 findings brought, 0 mended"),
        "{}",
        same.out
    );
    let json: Value = serde_json::from_str(
        &folder
            .run(&["diff", "--format", "json", "a.board.json", "b.board.json"])
            .out,
    )
    .unwrap();
    assert!(
        json["brought"]
            .as_array()
            .unwrap()
            .iter()
            .any(|row| row["where"]["id"] == "api")
    );
    assert!(
        json["mended"]
            .as_array()
            .unwrap()
            .iter()
            .any(|row| row["rule"] == "CON001")
    );
    for wrong in [
        ["diff", "-", "-"],
        ["diff", ".", "a.board.json"],
        ["diff", "a.board.json", "c.board.json"],
    ] {
        assert_eq!(folder.run(&wrong).status, COULD_NOT_RUN, "{wrong:?}");
    }
}
