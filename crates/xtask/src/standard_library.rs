//! The standard library, compiled for size along with the page that ships.
//!
//! The one that comes with the compiler is compiled for speed. Compiled along, it is small as the rest of the page is,
//! holds no paths of the machine that built it, and a panic ends the program at once, with no message that nobody would
//! read: that makes the first load lighter by 5 per cent. Cargo calls that unstable and takes it from a stable compiler
//! only when told so; where it cannot be had, the library as it comes does as well.

use std::path::Path;
use std::process::Command;

use crate::command::{answer, run};
use crate::say::say;

/// What tells cargo, rustc and whatever calls them.
const SETTINGS: [(&str, &str); 4] = [
    ("RUSTC_BOOTSTRAP", "1"),
    ("CARGO_UNSTABLE_BUILD_STD", "std,panic_abort"),
    ("CARGO_UNSTABLE_BUILD_STD_FEATURES", "optimize_for_size"),
    (
        "CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS",
        "-Zlocation-detail=none -Zunstable-options -Cpanic=immediate-abort",
    ),
];

/// Makes `command` compile the standard library along.
pub(crate) fn compile_along(command: &mut Command) {
    command.envs(SETTINGS);
}

/// Whether its sources are there, if need be by adding them.
pub(crate) fn has_sources() -> bool {
    if are_there() {
        return true;
    }
    say("Adding the sources of the standard library (takes some seconds).");
    let added = run(
        Command::new("rustup").args(["component", "add", "rust-src"]),
        "Adding the sources of the standard library",
        "check that https://static.rust-lang.org can be reached, then try again",
    );
    if let Err(failure) = added {
        say(&format!(
            "Warning: the standard library is taken as it comes, so the bundle will be larger than need be ({failure})."
        ));
    }
    are_there()
}

fn are_there() -> bool {
    let root = answer(Command::new("rustc").args(["--print", "sysroot"]));
    root.is_some_and(|root| Path::new(&root).join("lib/rustlib/src/rust/library/std").is_dir())
}
