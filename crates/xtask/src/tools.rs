//! The tools that build the page: pinned here, found where they are, else installed once per user.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::command::{answer, found, path_with, run};
use crate::failure::Failure;
use crate::say::say;
use crate::workspace::tool_folder;

/// A tool at the one version that we build with.
#[derive(Debug)]
pub(crate) struct Tool {
    /// Its package at crates.io or npm.
    pub(crate) package: &'static str,
    /// The package's version.
    pub(crate) version: &'static str,
    /// What `--version` prints for that version.
    prints: &'static str,
    /// The programs that we call.
    programs: &'static [&'static str],
    /// How to get it.
    source: Source,
    /// What to expect of the installation, as words.
    takes: &'static str,
}

#[derive(Debug)]
enum Source {
    /// `cargo binstall` where it exists, else a light build; these are further arguments to it.
    Cargo(&'static [&'static str]),
    /// Built by cargo as quick as it gets, since it is to be measured.
    CargoRelease,
    /// A package from the npm registry.
    Npm,
    /// A package from PyPI in an environment of its own, whose `python` is the program that we call.
    PyPi,
}

/// Bundles the page. No network of its own: without its TLS stack it builds in half the time.
pub(crate) const TRUNK: Tool = Tool {
    package: "trunk",
    version: "0.21.14",
    prints: "0.21.14",
    programs: &["trunk"],
    source: Source::Cargo(&["--no-default-features"]),
    takes: "2 to 12 minutes",
};

/// Joins wasm and JavaScript; must equal the `wasm-bindgen` of the workspace.
pub(crate) const WASM_BINDGEN: Tool = Tool {
    package: "wasm-bindgen-cli",
    version: "0.2.130",
    prints: "0.2.130",
    programs: &["wasm-bindgen", "wasm-bindgen-test-runner"],
    source: Source::Cargo(&[]),
    takes: "1 to 5 minutes",
};

/// Shrinks the wasm. Debian's package and the crate of this name are too old for our compiler.
pub(crate) const WASM_OPT: Tool = Tool {
    package: "binaryen",
    version: "132.0.0",
    prints: "132",
    programs: &["wasm-opt"],
    source: Source::Npm,
    takes: "some seconds",
};

/// Checks JSON by a schema; measured beside our linter.
pub(crate) const JSONSCHEMA: Tool = Tool {
    package: "jsonschema-cli",
    version: "0.60.2",
    prints: "0.60.2",
    programs: &["jsonschema-cli"],
    source: Source::CargoRelease,
    takes: "5 to 15 minutes",
};

/// Checks JSON by rules in a language of its own; measured beside our linter.
pub(crate) const CFN_GUARD: Tool = Tool {
    package: "cfn-guard",
    version: "3.2.1",
    prints: "3.2.1",
    programs: &["cfn-guard"],
    source: Source::CargoRelease,
    takes: "5 to 15 minutes",
};

/// Checks JSON by rules as data; measured beside our linter.
pub(crate) const SPECTRAL: Tool = Tool {
    package: "@stoplight/spectral-cli",
    version: "6.16.3",
    prints: "6.16.3",
    programs: &["spectral"],
    source: Source::Npm,
    takes: "half a minute",
};

/// Looks for threats to a system that is drawn in Python; measured beside our linter.
pub(crate) const PYTM: Tool = Tool {
    package: "pytm",
    version: "1.4.0",
    prints: "1.4.0",
    programs: &["python"],
    source: Source::PyPi,
    takes: "half a minute",
};

/// Runs filters on many machines; here on one.
pub(crate) const PYSPARK: Tool = Tool {
    package: "pyspark",
    version: "4.1.4",
    prints: "4.1.4",
    programs: &["python"],
    source: Source::PyPi,
    takes: "2 minutes",
};

/// Finds or installs a tool; gives the folder that holds its programs.
pub(crate) fn ensure(tool: &Tool) -> Result<PathBuf, Failure> {
    let home = tool_folder()?.join(format!("{}-{}", tool.package, tool.version));
    let cached = match tool.source {
        Source::Cargo(_) | Source::CargoRelease | Source::PyPi => home.join("bin"),
        Source::Npm => home.join("node_modules").join(".bin"),
    };
    if tool.answers_in(&cached) {
        return Ok(cached);
    }
    if let Some(folder) = tool.folder_on_path() {
        if tool.answers_in(&folder) {
            return Ok(folder);
        }
        say(&format!(
            "The {} on the PATH is another version than {}; leaving it alone.",
            tool.programs.join(" and "),
            tool.version
        ));
    }
    say(&format!(
        "Installing {} {} into {} (once per user, takes {}).",
        tool.package,
        tool.version,
        home.display(),
        tool.takes
    ));
    fs::create_dir_all(&home).map_err(|error| Failure::file(&home, &error))?;
    match tool.source {
        Source::Cargo(arguments) => {
            let light = [&["--debug"], arguments].concat();
            install_by_cargo(tool, &light, &home, &cached)?;
        }
        Source::CargoRelease => install_by_cargo(tool, &[], &home, &cached)?,
        Source::Npm => install_by_npm(tool, &home)?,
        Source::PyPi => install_by_pip(tool, &home)?,
    }
    if tool.answers_in(&cached) {
        Ok(cached)
    } else {
        Err(Failure::WrongTool {
            tool: tool.package.to_owned(),
            version: tool.version.to_owned(),
            folder: home.display().to_string(),
        })
    }
}

impl Tool {
    fn answers_in(&self, folder: &Path) -> bool {
        let question = match self.source {
            Source::PyPi => vec![
                "-c".to_owned(),
                format!(
                    "from importlib.metadata import version; print(version('{}'))",
                    self.package
                ),
            ],
            _ => vec!["--version".to_owned()],
        };
        self.programs.iter().all(|program| {
            let file = folder.join(program);
            file.is_file()
                && answer(Command::new(file).args(&question))
                    .is_some_and(|told| names_version(&told, self.prints))
        })
    }

    fn folder_on_path(&self) -> Option<PathBuf> {
        if matches!(self.source, Source::PyPi) {
            return None;
        }
        let program = found(self.programs.first()?)?;
        program.parent().map(Path::to_path_buf)
    }

    fn spec(&self) -> String {
        format!("{}@{}", self.package, self.version)
    }
}

fn names_version(told: &str, version: &str) -> bool {
    told.split_whitespace().any(|word| word == version)
}

fn install_by_cargo(tool: &Tool, arguments: &[&str], home: &Path, bin: &Path) -> Result<(), Failure> {
    if found("cargo-binstall").is_some() {
        let mut binstall = Command::new("cargo");
        binstall
            .args(["binstall", "--no-confirm", "--disable-telemetry", "--root"])
            .arg(home)
            .arg(tool.spec());
        if run(&mut binstall, "cargo binstall", "").is_ok() && tool.answers_in(bin) {
            return Ok(());
        }
        say("cargo binstall has no such binary for this machine; building it instead.");
    }
    // Its own target folder: an interrupted build goes on where it was, and ours stays clean.
    let work = home.join("building");
    let attempt = |lock: &[&str]| {
        let mut cargo = Command::new("cargo");
        cargo
            .args(["install", "--root"])
            .arg(home)
            .arg("--target-dir")
            .arg(&work)
            .args(lock)
            .args(arguments)
            .arg(tool.spec())
            .env("CARGO_PROFILE_DEV_DEBUG", "0")
            // Else cargo advises to put the folder on the PATH, which nobody needs to.
            .env("PATH", path_with(&[bin.to_path_buf()]))
            .current_dir(home);
        run(
            &mut cargo,
            &format!("Installing {}", tool.spec()),
            "check that crates.io can be reached and that a C compiler is there \
             (on Debian: apt install build-essential), then try again; what was built is kept",
        )
    };
    // The package's own lock file may name a crate that a mirror lacks or that was withdrawn.
    if attempt(&["--locked"]).is_err() {
        say("That did not work with the versions it was released with; trying with current ones.");
        attempt(&[])?;
    }
    // Only room on the disk is at stake.
    let _ = fs::remove_dir_all(work);
    Ok(())
}

fn install_by_npm(tool: &Tool, home: &Path) -> Result<(), Failure> {
    let mut npm = Command::new("npm");
    npm.args([
        "install",
        "--no-save",
        "--no-audit",
        "--no-fund",
        "--loglevel=error",
        "--prefix",
    ])
    .arg(home)
    .arg(tool.spec());
    run(
        &mut npm,
        &format!("Installing {} from npm", tool.spec()),
        "check that the npm registry can be reached, then try again",
    )
}

fn install_by_pip(tool: &Tool, home: &Path) -> Result<(), Failure> {
    let remedy = "check that PyPI can be reached and that Python can make environments \
                  (on Debian: apt install python3-venv), then try again";
    let mut venv = Command::new("python3");
    run(venv.args(["-m", "venv"]).arg(home), "python3 -m venv", remedy)?;
    let mut pip = Command::new(home.join("bin/pip"));
    run(
        pip.args(["install", "--quiet"])
            .arg(format!("{}=={}", tool.package, tool.version)),
        &format!("Installing {} from PyPI", tool.package),
        remedy,
    )
}

#[cfg(test)]
mod tests {
    use super::{TRUNK, WASM_BINDGEN, WASM_OPT, names_version};
    use crate::workspace::root;
    use std::fs;

    fn holds(file: &str, line: &str) {
        let text = fs::read_to_string(root().join(file)).unwrap();
        assert!(
            text.lines().any(|there| there == line),
            "{file} must hold the line: {line}"
        );
    }

    #[test]
    fn the_pins_are_the_same_everywhere() {
        holds("Trunk.toml", &format!("trunk-version = \"={}\"", TRUNK.version));
        holds(
            "Trunk.toml",
            &format!("wasm_bindgen = \"{}\"", WASM_BINDGEN.version),
        );
        holds(
            "Trunk.toml",
            &format!("wasm_opt = \"version_{}\"", WASM_OPT.prints),
        );
        holds(
            "Cargo.toml",
            &format!("wasm-bindgen = \"={}\"", WASM_BINDGEN.version),
        );
        assert!(WASM_OPT.version.starts_with(WASM_OPT.prints));
    }

    #[test]
    fn a_version_is_a_whole_word() {
        assert!(names_version("trunk 0.21.14", "0.21.14"));
        assert!(names_version("wasm-opt version 132 (version_132)", "132"));
        assert!(!names_version("trunk 0.21.140", "0.21.14"));
        assert!(!names_version("wasm-opt version 108 (version_108)", "132"));
        assert!(!names_version("", "132"));
    }
}
