//! What people do wrong at first, each with what they are told to do next.

use crate::driver::{COULD_NOT_RUN, Folder, JUNIOR, shared};

/// What is typed, and what of the answer tells how to go on.
const MISTAKES: &[(&str, &str)] = &[
    ("a.board.json", "to lint it: `sketchlint lint a.board.json`"),
    ("lnit a.board.json", "a similar subcommand exists: 'lint'"),
    ("lint", "<FILE|FOLDER|->"),
    (
        "lint nowhere.board.json",
        "there is no such file or folder; check the path",
    ),
    (
        "lint empty",
        "save boards under such names, or name the file itself",
    ),
    (
        "lint void.board.json",
        "`sketchlint new --prompt fraud-50k` prints a board to begin with",
    ),
    (
        "lint -",
        "`sketchlint new --prompt fraud-50k` prints a board to begin with",
    ),
    ("lint torn.board.json", "line 2, column 9: this is not JSON: "),
    ("lint other.board.json", "begin the object with \"sketchlint\": 1"),
    ("lint misspelt/a.board.json", "Did you mean `profile`?"),
    (
        "lint --config none.toml a.board.json",
        "Without `--config` the nearest sketchlint.toml",
    ),
    ("lint --select OWN999 a.board.json", "Did you mean `OWN`?"),
    (
        "lint --ignore unowned a.board.json",
        "Did you mean `unowned-edge`?",
    ),
    ("lint --rule OWN a.board.json", "as in `--rule OWN=warning`"),
    ("lint --rule OWN=eror a.board.json", "Did you mean `error`?"),
    (
        "lint --profile strickt a.board.json",
        "a similar value exists: 'strict'",
    ),
    (
        "lint --format sarf a.board.json",
        "a similar value exists: 'sarif'",
    ),
    (
        "lint --fail-on eror a.board.json",
        "a similar value exists: 'error'",
    ),
    ("lint --jobs 0 a.board.json", "name a number from 1 on, such as 4"),
    (
        "lint --jobs many a.board.json",
        "name a number from 1 on, such as 4",
    ),
    (
        "lint --ndjson a.board.json",
        "`sketchlint lint --ndjson < boards.ndjson`",
    ),
    (
        "lint --baseline none.json a.board.json",
        "`sketchlint baseline write` records what is found today",
    ),
    ("baseline write", "<FILE|FOLDER>"),
    (
        "baseline prune a.board.json",
        "`sketchlint baseline write` records what is found today",
    ),
    ("explain OWN999", "`sketchlint rules` lists them all"),
    ("explain clock", "`sketchlint rules` lists them all"),
    (
        "fix --apply NOPE a.board.json",
        "`sketchlint rules` lists them all",
    ),
    (
        "fix none.board.json",
        "there is no such file or folder; check the path",
    ),
    ("stress a.board.json", "--spike <FACTOR>|--kill <BOX>"),
    ("stress a.board.json --kill Kafak", "Did you mean `kafka`?"),
    (
        "stress a.board.json --spike 10x --for 10",
        "such as 90s, 10m, 2h or 1d",
    ),
    ("stress a.board.json --spike fast --for 10m", "such as 10x"),
    ("stress a.board.json --slow Kafka", "--factor <FACTOR>"),
    ("stress a.board.json --spike 10x --for 10m", "Write first: "),
    (
        "score a.board.json --against none",
        "there is no such file or folder; check the path",
    ),
    ("export --format odcs a.board.json", "name one with --edge: e1"),
    ("export --format odcs --edge e99 a.board.json", "There are e1"),
    ("diff a.board.json", "<AFTER>"),
    ("new --prompt fraud", "a similar value exists: 'fraud-50k'"),
    (
        "new --prompt fraud-50k --output a.board.json",
        "choose another name",
    ),
    (
        "rulebook --output none/rules.html",
        "make that first, or choose another place",
    ),
    ("components kafak", "Did you mean `kafka`?"),
    ("completions tcsh", "a similar value exists: 'zsh'"),
];

#[test]
fn every_mistake_is_answered_with_what_to_do_next() {
    let folder = Folder::new("mistakes")
        .with("a.board.json", &shared(JUNIOR))
        .with("empty/notes.txt", "")
        .with("void.board.json", "\n")
        .with("torn.board.json", "{\n  \"title\"")
        .with("other.board.json", "{ \"a\": 1 }")
        .with("misspelt/a.board.json", &shared(JUNIOR))
        .with("misspelt/sketchlint.toml", "profil = \"strict\"\n");
    let unhelpful = MISTAKES.iter().filter_map(|(typed, next)| {
        let said = folder.run(&typed.split(' ').collect::<Vec<_>>());
        let helps = said.err.contains(next) && !said.err.contains("os error") && said.status == COULD_NOT_RUN;
        (!helps).then(|| format!("{typed}, which ends with {}: {}", said.status, said.err))
    });
    assert_eq!(unhelpful.collect::<Vec<_>>().join("\n"), "");
}

#[test]
fn a_fix_that_is_offered_nowhere_is_said() {
    let folder = Folder::new("mistaken-fix").with("a.board.json", &shared(JUNIOR));
    let said = folder.run(&["fix", "--dry-run", "--apply", "FLR001:kafak", "a.board.json"]);
    assert!(
        said.err
            .contains("--apply FLR001:kafak: FLR001 offers no fix there"),
        "{}",
        said.err
    );
    let said = folder.run(&["fix", "--dry-run", "--apply", "FLR001:kafka", "a.board.json"]);
    assert_eq!(said.err, "");
}
