//! `sketchlint.toml`, profiles, and what `sketchlint config` says of them.

use crate::driver::{CLEAN, COULD_NOT_RUN, FINDINGS, Folder, JUNIOR, codes, shared};

const OURS: &str = r#"profile = "product-manager"
fail-on = "warning"

[rules]
OWN = "error"
CON002 = "off"
unowned-edge = "info"

[folders."boards/drafts"]
fail-on = "never"
rules = { WRP = "off" }
"#;

fn tree(name: &str) -> Folder {
    Folder::new(name)
        .with("sketchlint.toml", OURS)
        .with("boards/a.board.json", &shared(JUNIOR))
        .with("boards/drafts/b.board.json", &shared(JUNIOR))
}

#[test]
fn config_tells_what_holds_and_from_where() {
    let tree = tree("config");
    insta::assert_snapshot!("config", tree.run(&["config"]).out);
    insta::assert_snapshot!(
        "config_of_a_folder",
        tree.run(&["config", "boards/drafts/b.board.json"]).out
    );
    insta::assert_snapshot!(
        "config_alone",
        tree.run(&["config", "--no-config", "--strict"]).out
    );
    let json: serde_json::Value = serde_json::from_str(
        &tree
            .run(&["config", "--format", "json", "--profile", "strict"])
            .out,
    )
    .unwrap();
    assert_eq!(json["profile"]["value"], "strict");
    assert_eq!(json["profile"]["from"], "--profile");
    assert_eq!(
        json["fail_on"]["from"], "sketchlint.toml:2",
        "what is said by name stands above a profile"
    );
}

#[test]
fn settings_decide_what_is_found_and_what_fails() {
    let tree = tree("settings");
    assert_eq!(tree.run(&["lint", "boards/drafts"]).status, CLEAN);
    assert_eq!(tree.run(&["lint", "boards"]).status, FINDINGS);
    let said = tree.run(&["lint", "--format", "json", "boards"]);
    let found = codes(&said.out);
    assert!(said.out.contains(r#""rule": "OWN001""#) && said.out.contains(r#""severity": "info""#));
    let has_wrap = |codes: &Vec<String>| codes.iter().any(|code| code.starts_with("WRP"));
    assert!(has_wrap(&found[0]) && !has_wrap(&found[1]), "{found:?}");
    let typed = tree.run(&[
        "lint",
        "--format",
        "json",
        "--rule",
        "all=off,FLR001=info",
        "boards/a.board.json",
    ]);
    assert_eq!(
        codes(&typed.out)[0]
            .iter()
            .collect::<std::collections::BTreeSet<_>>()
            .len(),
        1
    );
    assert_eq!(typed.status, CLEAN, "an info is no warning");
}

#[test]
fn the_nearest_file_holds_whole() {
    let tree = tree("nearest").with(
        "boards/drafts/sketchlint.toml",
        "[rules]\nall = \"off\"\nFLR001 = \"on\"\n",
    );
    let found = codes(&tree.run(&["lint", "--format", "json", "boards"]).out);
    assert!(
        found[1].iter().all(|code| code == "FLR001") && !found[1].is_empty(),
        "{found:?}"
    );
    let named = tree.run(&[
        "lint",
        "--config",
        "sketchlint.toml",
        "--format",
        "json",
        "boards/drafts",
    ]);
    assert!(codes(&named.out)[0].len() > found[1].len());
}

#[test]
fn a_rule_that_is_off_is_asked_by_name() {
    let tree = tree("by_name").with("sketchlint.toml", "rules = { all = \"off\" }");
    assert_eq!(
        codes(&tree.run(&["lint", "--format", "json", "boards"]).out),
        [Vec::<String>::new(), vec![]]
    );
    let said = tree.run(&["lint", "--select", "CON001", "--format", "json", "boards"]);
    assert!(codes(&said.out)[0].iter().all(|code| code == "CON001") && said.status == FINDINGS);
}

#[test]
fn what_cannot_be_told_fails_where_that_is_asked() {
    let half = r#"{ "sketchlint": 1, "title": "x", "scope": { "latency": { "text": "p99 200 ms" } }, "boxes": [
        { "id": "s", "role": "source", "label": "Apps", "at": [0, 0] },
        { "id": "k", "role": "ingest", "label": "Kafka", "constraints": "50k ev/s", "at": [300, 0] },
        { "id": "c", "role": "consumer", "label": "Desk", "at": [600, 0] }],
        "edges": [{ "id": "e", "from": "s", "to": "k" }, { "id": "f", "from": "k", "to": "c" }] }"#;
    let folder = Folder::new("strict").with("a.board.json", half);
    let lax = folder.run(&["lint", "--select", "NUM001", "--format", "json", "a.board.json"]);
    assert!(lax.out.contains("\"cannot_tell\": [\n        {"), "{}", lax.out);
    assert_eq!(lax.status, CLEAN);
    assert_eq!(
        folder
            .run(&["lint", "--select", "NUM001", "--strict", "a.board.json"])
            .status,
        FINDINGS
    );
    assert_eq!(
        folder
            .run(&[
                "lint",
                "--select",
                "NUM001",
                "--profile",
                "strict",
                "a.board.json"
            ])
            .status,
        FINDINGS
    );
}

#[test]
fn faults_are_told_with_place_and_remedy() {
    let faults = [
        "profil = \"strict\"",
        "profile = \"data-enginer\"",
        "fail-on = 3",
        "fail-on = \"errors\"",
        "strict = \"yes\"",
        "OWN = \"off\"",
        "# ours\n[rules]\nOWN01 = \"off\"",
        "[rules]\nOWN001 = \"wrning\"",
        "[folders.\"../x\"]",
        "[folders.\"a\"]\nfolders = 1",
        "rules = 1",
        "fail-on = ",
        "fail-on = \"error\"\nfail-on = \"info\"",
    ];
    let mut all = String::new();
    let folder = Folder::new("faults").with("a.board.json", &shared(JUNIOR));
    for fault in faults {
        folder.write("sketchlint.toml", fault);
        let said = folder.run(&["lint", "a.board.json"]);
        assert_eq!((said.status, said.out.as_str()), (COULD_NOT_RUN, ""), "{fault}");
        all.push_str(&said.err);
        all.push('\n');
    }
    insta::assert_snapshot!(all);
    let none = folder.run(&["lint", "--config", "no-such.toml", "a.board.json"]);
    assert!(
        none.err.contains("there is no such file") && none.status == COULD_NOT_RUN,
        "{}",
        none.err
    );
}

#[test]
fn words_on_the_command_line_are_answered() {
    let folder = Folder::new("words").with("a.board.json", &shared(JUNIOR));
    for (wrong, answer) in [
        (
            ["lint", "--rule", "OWN", "a.board.json"],
            "name rules and a level",
        ),
        (
            ["lint", "--rule", "OWNS=off", "a.board.json"],
            "no rule is called `OWNS`. ",
        ),
        (
            ["lint", "--rule", "OWN=of", "a.board.json"],
            "Did you mean `off`?",
        ),
        (
            ["fix", "--profile", "strickt", "a.board.json"],
            "a similar value exists: 'strict'",
        ),
    ] {
        let said = folder.run(&wrong);
        assert_eq!(said.status, COULD_NOT_RUN);
        assert!(said.err.contains(answer), "{answer} in {}", said.err);
    }
}
