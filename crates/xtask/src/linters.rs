//! `cargo xtask bench --linters`: our command line beside other linters, by processor time.

use std::process::Command;

use crate::command::{cargo, run};
use crate::failure::Failure;
use crate::say::say;
use crate::scripts::script;
use crate::tools::{CFN_GUARD, JSONSCHEMA, PYTM, SPECTRAL, Tool, ensure};
use crate::workspace::{root, sketchlint, target};

/// Each other linter with the option that names it and its program.
const OTHERS: [(&str, &Tool, &str); 4] = [
    ("--jsonschema", &JSONSCHEMA, "jsonschema-cli"),
    ("--cfn-guard", &CFN_GUARD, "cfn-guard"),
    ("--spectral", &SPECTRAL, "spectral"),
    ("--pytm", &PYTM, "python"),
];

/// Installs what is missing, measures, and writes the tables into the page that tells of the architecture.
pub(crate) fn compare() -> Result<(), Failure> {
    let remedy = "mend what it names and try again";
    let mut python = Command::new("python3");
    // The folder of the script is no place for what Python keeps.
    python
        .env("PYTHONDONTWRITEBYTECODE", "1")
        .arg(script("linters/compare.py")?);
    for (option, tool, program) in OTHERS {
        python.arg(option).arg(ensure(tool)?.join(program));
    }
    for what in [["--bin", "sketchlint"], ["--example", "parse"]] {
        run(
            cargo("build").args(["--release", "--package", "cli"]).args(what),
            "Building the command line",
            remedy,
        )?;
    }
    say("Measuring one board in each linter, and a stream of boards (takes some minutes).");
    python
        .arg("--sketchlint")
        .arg(sketchlint("release"))
        .arg("--parse")
        .arg(target().join("release/examples/parse"))
        .arg("--write")
        .arg(root().join("ARCHITECTURE.md"));
    run(&mut python, "The comparison with other linters", remedy)
}
