//! `cargo xtask shots` and `cargo xtask bench`: the scripts that look at the built page.

use std::path::{Path, PathBuf};
use std::process::Command;

use crate::arguments::Arguments;
use crate::browser::{Browser, ensure_packages};
use crate::build::bundle;
use crate::command::{cargo, run};
use crate::failure::Failure;
use crate::linters;
use crate::say::say;
use crate::spark;
use crate::stage::{browser_test, node};
use crate::trunk::{LINTER_RELEASE, Profile, Trunk};
use crate::workspace::{bundle_is_stale, files_named, root, sketchlint};

/// Takes the screenshots, into `--out DIR` or `target/shots`.
pub(crate) fn shots(mut arguments: Arguments) -> Result<(), Failure> {
    let out = arguments.value("--out")?;
    arguments.finish()?;
    let out = match out {
        Some(folder) => {
            std::path::absolute(&folder).map_err(|error| Failure::file(Path::new(&folder), &error))?
        }
        None => root().join("target/shots"),
    };
    let browser = page_is_there()?;
    run(
        node(&browser).arg(script("e2e/shots.mjs")?).arg(&out),
        "Taking the screenshots",
        "mend what it names and try again",
    )?;
    say(&format!("The screenshots are in {}.", out.display()));
    Ok(())
}

/// Runs every native benchmark (`crates/*/benches/*.rs`), the linter in a browser, `bench.mjs`, which measures the page
/// and, by the path in `SKETCHLINT`, our command line; and `compare.mjs`, which measures it against other editors. With
/// `--editors` that alone, and its tables go into the page that tells of the architecture; so with `--linters` those of our
/// command line beside other linters.
pub(crate) fn bench(mut arguments: Arguments) -> Result<(), Failure> {
    let editors_alone = arguments.flag("--editors");
    let linters_alone = arguments.flag("--linters");
    arguments.finish()?;
    if linters_alone {
        return linters::compare();
    }
    if editors_alone {
        return compare(
            &page_is_there()?,
            &["--write".into(), root().join("ARCHITECTURE.md")],
        );
    }
    for (package, name) in benchmarks() {
        say(&format!("Benchmark {name} of {package}."));
        run(
            cargo("bench").args(["--package", &package, "--bench", &name]),
            &format!("The benchmark {name} of {package}"),
            "mend what it names and try again",
        )?;
    }
    let browser = Browser::ready()?;
    say("Judging anew after one edit, in a browser.");
    run(
        browser_test(
            &Trunk::ready(Profile::Release)?,
            &browser,
            "linter",
            LINTER_RELEASE,
        )
        .args(["--test", "speed", "--", "--nocapture"]),
        "Judging in a browser",
        "mend what it names and try again",
    )?;
    let script = script("e2e/bench.mjs")?;
    let browser = page_is_there()?;
    run(
        cargo("build").args(["--release", "--package", "cli"]),
        "Building the command line",
        "mend what it names and try again",
    )?;
    run(
        node(&browser)
            .arg(script)
            .env("SKETCHLINT", sketchlint("release")),
        "The benchmark of the page",
        "mend what it names and try again",
    )?;
    compare(&browser, &[])
}

/// Draws one graph in other editors and in ours.
fn compare(browser: &Browser, options: &[PathBuf]) -> Result<(), Failure> {
    let script = script("peers/compare.mjs")?;
    ensure_packages("tests/peers")?;
    run(
        node(browser).arg(script).args(options),
        "The comparison with other editors",
        "mend what it names and try again",
    )
}

/// What takes too long for every run of the tests: what the command line writes, read by programs of others; boards on
/// Spark; a million random events for the editor; and ten thousand gestures that must leave nothing behind in the page.
pub(crate) fn soak(arguments: Arguments) -> Result<(), Failure> {
    arguments.finish()?;
    readers()?;
    spark::lint_boards()?;
    say("A million random events for the editor.");
    run(
        cargo("test")
            .args(["--release", "--package", "editor", "--test", "it", "properties"])
            .env("PROPTEST_CASES", "34000"),
        "Random events for the editor",
        "mend what it names; it prints the events that led there",
    )?;
    let script = script("e2e/soak.mjs")?;
    let browser = page_is_there()?;
    run(
        node(&browser).arg(script),
        "Ten thousand gestures",
        "mend what it names and try again",
    )
}

/// Lets programs of others read what the command line writes. Those of PyPI go to `target/readers`.
fn readers() -> Result<(), Failure> {
    say("What we write, read by programs of others.");
    let remedy = "check that npm and PyPI can be reached, then try again";
    let (folder, asked) = (root().join("target/readers"), script("readers/requirements.txt")?);
    ensure_packages("tests/readers")?;
    let mut venv = Command::new("python3");
    run(venv.args(["-m", "venv"]).arg(&folder), "python3 -m venv", remedy)?;
    let mut pip = Command::new(folder.join("bin/pip"));
    run(
        pip.args(["install", "--quiet", "--requirement"]).arg(asked),
        "pip install",
        remedy,
    )?;
    let remedy = "mend what it names and try again";
    run(
        cargo("build").args(["--package", "cli"]),
        "Building the command line",
        remedy,
    )?;
    let mut node = Command::new("node");
    run(
        node.arg("--test")
            .arg(script("readers/readers.test.mjs")?)
            .env("SKETCHLINT", sketchlint("debug")),
        "Reading by programs of others",
        remedy,
    )
}

/// Sets up the browser and the packages, and builds the bundle unless it is newer than its source.
fn page_is_there() -> Result<Browser, Failure> {
    let browser = Browser::ready()?;
    ensure_packages("tests")?;
    if bundle_is_stale() {
        bundle(&Trunk::ready(Profile::Release)?)?;
    }
    Ok(browser)
}

pub(crate) fn script(name: &str) -> Result<std::path::PathBuf, Failure> {
    let path = root().join("tests").join(name);
    if path.is_file() {
        return Ok(path);
    }
    Err(Failure::NoFile {
        path: format!("tests/{name}"),
        remedy: "restore it from the repository".into(),
    })
}

/// Package and name of each benchmark, in order.
fn benchmarks() -> Vec<(String, String)> {
    let mut found = Vec::new();
    for package in std::fs::read_dir(root().join("crates"))
        .into_iter()
        .flatten()
        .flatten()
    {
        for file in files_named(&package.path().join("benches"), ".rs") {
            let name = file
                .file_stem()
                .unwrap_or_default()
                .to_string_lossy()
                .into_owned();
            found.push((package.file_name().to_string_lossy().into_owned(), name));
        }
    }
    found.sort();
    found
}
