//! The Rust toolchain: new enough, with the wasm target, clippy and rustfmt.

use std::fs;
use std::process::Command;

use crate::command::{answer, run};
use crate::failure::Failure;
use crate::say::say;
use crate::workspace::{WASM, root};

/// Checks that the compiler is new enough for the workspace.
pub(crate) fn check_rust() -> Result<(), Failure> {
    let manifest = root().join("Cargo.toml");
    let text = fs::read_to_string(&manifest).map_err(|error| Failure::file(&manifest, &error))?;
    let needed = rust_version(&text).unwrap_or_default();
    let told = answer(Command::new("rustc").arg("--version")).ok_or(Failure::Missing {
        program: "rustc".into(),
        remedy: "install Rust by rustup, see https://rustup.rs",
    })?;
    let found = told.split_whitespace().nth(1).unwrap_or_default();
    if numbers(found) >= numbers(needed) {
        return Ok(());
    }
    Err(Failure::OldRust {
        found: found.to_owned(),
        needed: needed.to_owned(),
    })
}

/// Adds the wasm target where it is missing.
pub(crate) fn ensure_target() -> Result<(), Failure> {
    // Whatever installed Rust, a library folder for the target means that it is there.
    let library = answer(Command::new("rustc").args(["--print", "target-libdir", "--target", WASM]));
    if library.is_some_and(|folder| fs::read_dir(folder).is_ok_and(|mut files| files.next().is_some())) {
        return Ok(());
    }
    say(&format!("Adding the {WASM} target (takes some seconds)."));
    run(
        Command::new("rustup").args(["target", "add", WASM]),
        "Adding the wasm target",
        "check that https://static.rust-lang.org can be reached, then try again",
    )
}

/// Adds rustfmt and clippy where they are missing.
pub(crate) fn ensure_checkers() -> Result<(), Failure> {
    for (component, subcommand) in [("rustfmt", "fmt"), ("clippy", "clippy")] {
        if answer(Command::new("cargo").args([subcommand, "--version"])).is_some() {
            continue;
        }
        say(&format!("Adding {component} (takes some seconds)."));
        run(
            Command::new("rustup").args(["component", "add", component]),
            &format!("Adding {component}"),
            "check that https://static.rust-lang.org can be reached, then try again",
        )?;
    }
    Ok(())
}

fn rust_version(manifest: &str) -> Option<&str> {
    let line = manifest.lines().find(|line| line.starts_with("rust-version"))?;
    line.split('"').nth(1)
}

/// The leading numbers of a version, so that 1.100 is above 1.95.
fn numbers(version: &str) -> Vec<u32> {
    let plain = version.split(['-', '+']).next().unwrap_or_default();
    plain.split('.').map_while(|part| part.parse().ok()).collect()
}

#[cfg(test)]
mod tests {
    use super::{numbers, rust_version};

    #[test]
    fn versions_compare_as_numbers() {
        assert!(numbers("1.100.0") > numbers("1.95"));
        assert!(numbers("1.95.0") >= numbers("1.95"));
        assert!(numbers("1.97.0-nightly") >= numbers("1.95"));
        assert!(numbers("1.94.1") < numbers("1.95"));
        assert!(numbers("") < numbers("1.95"));
    }

    #[test]
    fn the_needed_version_is_read_from_the_manifest() {
        assert_eq!(
            rust_version("edition = \"2024\"\nrust-version = \"1.95\"\n"),
            Some("1.95")
        );
        assert_eq!(rust_version("edition = \"2024\"\n"), None);
    }
}
