//! What the tests in a browser need: Chromium, its driver, node and the npm packages.

use std::env;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::command::{answer, found, run};
use crate::debian;
use crate::failure::Failure;
use crate::say::say;
use crate::workspace::root;

/// Node below this cannot run the end-to-end tests.
const NODE: u32 = 20;

/// A browser and the driver of the same version.
#[derive(Debug)]
pub(crate) struct Browser {
    /// Chromium or Chrome.
    pub(crate) chromium: PathBuf,
    /// ChromeDriver.
    pub(crate) driver: PathBuf,
}

impl Browser {
    /// Finds both (`CHROMIUM` and `CHROMEDRIVER` override), or installs them by apt.
    pub(crate) fn ready() -> Result<Self, Failure> {
        if let Some(browser) = Self::find() {
            return Ok(browser);
        }
        install()?;
        Self::find().ok_or_else(|| Failure::Missing {
            program: "chromedriver".into(),
            remedy: BY_HAND,
        })
    }

    fn find() -> Option<Self> {
        Some(Self {
            chromium: given("CHROMIUM").or_else(|| {
                ["chromium", "chromium-browser", "google-chrome"]
                    .iter()
                    .find_map(|name| found(name))
            })?,
            driver: given("CHROMEDRIVER").or_else(|| found("chromedriver"))?,
        })
    }
}

/// Checks node and installs the npm packages of `folder` by their lock file.
pub(crate) fn ensure_packages(folder: &str) -> Result<(), Failure> {
    check_node()?;
    let path = root().join(folder);
    let lock = path.join("package-lock.json");
    let stamp = path.join("node_modules").join(".sketchlint-lock");
    let wanted = fs::read(&lock).map_err(|error| Failure::file(&lock, &error))?;
    if fs::read(&stamp).is_ok_and(|there| there == wanted) {
        return Ok(());
    }
    say(&format!(
        "Installing the npm packages of {folder} (takes some seconds)."
    ));
    run(
        Command::new("npm")
            .args(["ci", "--no-audit", "--no-fund", "--loglevel=error"])
            .current_dir(&path),
        &format!("npm ci in {folder}"),
        "check that the npm registry can be reached, then try again",
    )?;
    fs::write(&stamp, wanted).map_err(|error| Failure::file(&stamp, &error))
}

/// Checks that node is there and new enough.
pub(crate) fn check_node() -> Result<(), Failure> {
    let told = answer(Command::new("node").arg("--version")).ok_or(Failure::Missing {
        program: "node".into(),
        remedy: "install node 20 or newer with npm (on Debian: apt install nodejs npm)",
    })?;
    if major(&told).is_some_and(|major| major >= NODE) {
        return Ok(());
    }
    Err(Failure::OldNode {
        found: told,
        needed: NODE,
    })
}

const BY_HAND: &str = "install Chromium and its driver (on Debian as root: \
    apt install chromium chromium-driver), or name yours in CHROMIUM and CHROMEDRIVER";

/// Debian's names, then Ubuntu's.
const PACKAGES: [&[&str]; 2] = [
    &["chromium", "chromium-driver"],
    &["chromium-browser", "chromium-chromedriver"],
];

fn install() -> Result<(), Failure> {
    debian::install(
        "Chromium and its driver",
        "chromium or chromedriver",
        &PACKAGES,
        BY_HAND,
    )
}

fn given(variable: &str) -> Option<PathBuf> {
    env::var_os(variable)
        .map(PathBuf::from)
        .filter(|path| Path::is_file(path))
}

fn major(version: &str) -> Option<u32> {
    version.trim_start_matches('v').split('.').next()?.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::{NODE, major};
    use std::fs;

    #[test]
    fn the_major_version_of_node_is_read() {
        assert_eq!(major("v20.20.2"), Some(20));
        assert_eq!(major("nonsense"), None);
    }

    #[test]
    fn the_packages_ask_for_the_same_node() {
        let text = fs::read_to_string(crate::workspace::root().join("tests/package.json")).unwrap();
        assert!(text.contains(&format!("\"node\": \">={NODE}\"")));
    }
}
