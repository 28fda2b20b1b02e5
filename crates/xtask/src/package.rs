//! `cargo xtask package`: the linter as a package of npm in `target/npm/`, ready for `npm publish`.

use std::fs;
use std::io::ErrorKind;
use std::path::Path;

use crate::arguments::Arguments;
use crate::build::table;
use crate::failure::Failure;
use crate::say::{Stopwatch, say, spoken};
use crate::trunk::{Profile, Trunk};
use crate::weight::weigh;
use crate::workspace::{files_below, npm, root};

/// Builds the package and prints its files with their sizes.
pub(crate) fn package(arguments: Arguments) -> Result<(), Failure> {
    arguments.finish()?;
    packaged(&Trunk::ready(Profile::Release)?)
}

/// The same with the tools at hand.
pub(crate) fn packaged(trunk: &Trunk) -> Result<(), Failure> {
    let watch = Stopwatch::start();
    let folder = npm();
    if let Err(error) = fs::remove_dir_all(&folder)
        && error.kind() != ErrorKind::NotFound
    {
        return Err(Failure::file(&folder, &error));
    }
    fs::create_dir_all(&folder).map_err(|error| Failure::file(&folder, &error))?;
    trunk.engine(&folder)?;
    for file in files_below(&root().join("crates/engine/package")) {
        copy(&file, &folder, |text| {
            text.replace("VERSION", env!("CARGO_PKG_VERSION"))
        })?;
    }
    for name in ["LICENSE-MIT", "LICENSE-APACHE"] {
        copy(&root().join(name), &folder, |text| text)?;
    }
    table(&weigh(&folder)?, "all", |_| true);
    say(&format!(
        "The package is in target/npm/ after {}.",
        spoken(watch.elapsed())
    ));
    Ok(())
}

fn copy(file: &Path, folder: &Path, change: impl FnOnce(String) -> String) -> Result<(), Failure> {
    let text = fs::read_to_string(file).map_err(|error| Failure::file(file, &error))?;
    let copy = folder.join(file.file_name().unwrap_or_default());
    fs::write(&copy, change(text)).map_err(|error| Failure::file(&copy, &error))
}
