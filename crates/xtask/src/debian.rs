//! Programs that Debian and what comes from it have as packages: installed by apt, where that may be done without a question.

use std::process::Command;

use crate::command::{answer, found, run};
use crate::failure::Failure;
use crate::say::say;

/// Installs `what`, of which `program` is missing: the first of the sets of packages that can be had, as distributions name
/// them otherwise. `by_hand` is the remedy where that cannot be done.
pub(crate) fn install(
    what: &str,
    program: &str,
    packages: &[&[&str]],
    by_hand: &'static str,
) -> Result<(), Failure> {
    let missing = || Failure::Missing {
        program: program.to_owned(),
        remedy: by_hand,
    };
    if found("apt-get").is_none() {
        return Err(missing());
    }
    let rights = rights().ok_or_else(missing)?;
    say(&format!("Installing {what} by apt (once, takes 1 to 3 minutes)."));
    let apt = |arguments: &[&str]| {
        let mut words = rights.iter().chain(&["apt-get", "-qq"]).chain(arguments);
        let mut command = Command::new(words.next().unwrap_or(&"apt-get"));
        command.args(words).env("DEBIAN_FRONTEND", "noninteractive");
        run(&mut command, &format!("apt-get {}", arguments.join(" ")), by_hand)
    };
    // Lists that are old but there may still do.
    if let Err(failure) = apt(&["update"]) {
        say(&failure.to_string());
    }
    let mut last = Err(missing());
    for names in packages {
        last = apt(&[&["install", "-y", "--no-install-recommends"], *names].concat());
        if last.is_ok() {
            break;
        }
    }
    last
}

/// What to put before a command to run it as root, if that is possible without a question.
fn rights() -> Option<&'static [&'static str]> {
    if answer(Command::new("id").arg("-u")).as_deref() == Some("0") {
        return Some(&[]);
    }
    answer(Command::new("sudo").args(["-n", "true"])).map(|_| ["sudo", "-n"].as_slice())
}
