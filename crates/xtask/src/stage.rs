//! The stages of `cargo xtask test`: each checks one thing and tells what passed and failed.

use std::process::Command;

use crate::browser::Browser;
use crate::build::bundle;
use crate::command::{cargo, listen};
use crate::failure::Failure;
use crate::package::packaged;
use crate::say::say;
use crate::tally::Tally;
use crate::trunk::{Profile, Trunk};
use crate::workspace::{WASM, dist, files_named, root, sketchlint};

/// A part of the tests that can be asked for alone.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Group {
    Native,
    Wasm,
    EndToEnd,
}

/// One stage: its name, the group that it belongs to, and how it runs.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Stage {
    pub(crate) name: &'static str,
    pub(crate) group: Group,
    /// Whether `cargo xtask check` runs it too.
    pub(crate) quick: bool,
    pub(crate) run: fn(&Ready) -> Result<Tally, Failure>,
}

/// What set-up achieved; a stage that needs what failed tells so and the others run.
#[derive(Debug)]
pub(crate) struct Ready {
    pub(crate) trunk: Result<Trunk, Failure>,
    pub(crate) browser: Result<Browser, Failure>,
    pub(crate) packages: Result<(), Failure>,
}

/// All stages, in the order in which they run: the quick ones first.
pub(crate) const STAGES: [Stage; 8] = [
    stage("format", Group::Native, true, format),
    stage("clippy", Group::Native, true, clippy),
    stage("native tests", Group::Native, true, native_tests),
    stage("clippy of the page", Group::Wasm, true, page_clippy),
    stage("browser tests", Group::Wasm, false, browser_tests),
    stage("bundle", Group::EndToEnd, false, build_bundle),
    stage("end-to-end tests", Group::EndToEnd, false, end_to_end_tests),
    stage("package of npm", Group::EndToEnd, false, package_tests),
];

const fn stage(
    name: &'static str,
    group: Group,
    quick: bool,
    run: fn(&Ready) -> Result<Tally, Failure>,
) -> Stage {
    Stage {
        name,
        group,
        quick,
        run,
    }
}

fn format(_: &Ready) -> Result<Tally, Failure> {
    one(cargo("fmt").args(["--all", "--check"]))
}

fn clippy(_: &Ready) -> Result<Tally, Failure> {
    one(cargo("clippy").args(["--workspace", "--all-targets", "--", "-D", "warnings"]))
}

fn page_clippy(_: &Ready) -> Result<Tally, Failure> {
    let programs = ["app", "linter", "engine"].map(|name| ["--package", name]);
    one(cargo("clippy")
        .args(programs.as_flattened())
        .arg("--all-targets")
        .args(["--target", WASM, "--", "-D", "warnings"]))
}

fn native_tests(_: &Ready) -> Result<Tally, Failure> {
    counted(
        cargo("test")
            .args(["--workspace", "--no-fail-fast"])
            // The same cases every time: a failure tells of the change, and not of the day. `cargo test` draws new ones.
            .env("PROPTEST_RNG_SEED", "20260701"),
    )
}

fn browser_tests(ready: &Ready) -> Result<Tally, Failure> {
    let trunk = achieved(&ready.trunk)?;
    let browser = achieved(&ready.browser)?;
    let mut tally = Tally::default();
    // The linter judges boards so large that a program that is not optimised takes minutes.
    for (package, profile) in [("app", "dev"), ("linter", Profile::Serve.name())] {
        tally.add(counted(
            browser_test(trunk, browser, package, profile).arg("--no-fail-fast"),
        )?);
    }
    Ok(tally)
}

/// `cargo test` of a package in a browser.
pub(crate) fn browser_test(trunk: &Trunk, browser: &Browser, package: &str, profile: &str) -> Command {
    let mut command = cargo("test");
    command
        .args(["--package", package, "--target", WASM, "--profile", profile])
        .env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUNNER", trunk.test_runner())
        .env("CHROMEDRIVER", &browser.driver)
        // Two busy cores may take their time; the default is 20 seconds.
        .env("WASM_BINDGEN_TEST_TIMEOUT", "300");
    command
}

fn build_bundle(ready: &Ready) -> Result<Tally, Failure> {
    bundle(achieved(&ready.trunk)?).map(|()| Tally::PASSED)
}

fn end_to_end_tests(ready: &Ready) -> Result<Tally, Failure> {
    let browser = achieved(&ready.browser)?;
    achieved(&ready.packages)?;
    if !dist().join("index.html").is_file() {
        return Err(Failure::NoFile {
            path: "dist/index.html".into(),
            remedy: "mend the bundle first".into(),
        });
    }
    beside_the_command_line(browser, "tests/e2e")
}

/// Last, as the page has compiled all that the engine is made of.
fn package_tests(ready: &Ready) -> Result<Tally, Failure> {
    let browser = achieved(&ready.browser)?;
    achieved(&ready.packages)?;
    packaged(achieved(&ready.trunk)?)?;
    beside_the_command_line(browser, "tests/package")
}

/// The tests in `folder`, which compare what they look at with the command line.
fn beside_the_command_line(browser: &Browser, folder: &str) -> Result<Tally, Failure> {
    if one(cargo("build").args(["--workspace", "--bin", "sketchlint"]))? == Tally::FAILED {
        return Err(Failure::step("Building the command line", "mend what it names"));
    }
    counted(
        node(browser)
            .args(["--test", "--test-reporter=spec", "--test-timeout=600000"])
            .env("SKETCHLINT", sketchlint("debug"))
            .args(files_named(&root().join(folder), ".test.mjs")),
    )
}

/// `node` in `tests/`, told of the browser.
pub(crate) fn node(browser: &Browser) -> Command {
    let mut command = Command::new("node");
    command
        .current_dir(root().join("tests"))
        .env("CHROMIUM", &browser.chromium);
    command
}

fn achieved<T>(part: &Result<T, Failure>) -> Result<&T, Failure> {
    part.as_ref()
        .map_err(|failure| Failure::NotReady(failure.to_string()))
}

/// A program whose success is one check.
fn one(command: &mut Command) -> Result<Tally, Failure> {
    let status = listen(command, |_| {})?;
    Ok(if status.success() {
        Tally::PASSED
    } else {
        Tally::FAILED
    })
}

/// A program that prints how many of its tests passed.
fn counted(command: &mut Command) -> Result<Tally, Failure> {
    let mut tally = Tally::default();
    let status = listen(command, |line| tally.hear(line))?;
    if tally == Tally::default() && status.success() {
        say("No test ran here, which counts as a failure.");
    }
    Ok(tally.ended(status.success()))
}
