//! Running other programs: looked up, shown or listened to, and every failure a sentence.

use std::env;
use std::ffi::OsString;
use std::io::{BufRead, BufReader, ErrorKind, Write};
use std::path::PathBuf;
use std::process::{Command, ExitStatus, Stdio};

use crate::failure::Failure;
use crate::workspace::root;

/// Runs a command with its output shown; anything but success is a failure with this remedy.
pub(crate) fn run(command: &mut Command, what: &str, remedy: &str) -> Result<(), Failure> {
    let status = command.status().map_err(|error| not_started(command, &error))?;
    succeeded(status, what, remedy)
}

/// Runs a command with its output shown, and hands each line of its standard output on as well.
pub(crate) fn listen(command: &mut Command, mut hear: impl FnMut(&str)) -> Result<ExitStatus, Failure> {
    let mut child = command
        .stdout(Stdio::piped())
        .spawn()
        .map_err(|error| not_started(command, &error))?;
    if let Some(output) = child.stdout.take() {
        for line in BufReader::new(output).split(b'\n').map_while(Result::ok) {
            let line = String::from_utf8_lossy(&line);
            // A closed terminal must not stop the tests.
            let _ = writeln!(std::io::stdout(), "{line}");
            hear(&line);
        }
    }
    child.wait().map_err(|error| not_started(command, &error))
}

/// What a command prints on its standard output, if it starts and succeeds.
pub(crate) fn answer(command: &mut Command) -> Option<String> {
    let output = command.stderr(Stdio::null()).output().ok()?;
    let text = String::from_utf8(output.stdout).ok()?;
    output.status.success().then(|| text.trim().to_owned())
}

/// `cargo SUBCOMMAND` in the root of the workspace.
pub(crate) fn cargo(subcommand: &str) -> Command {
    let mut command = Command::new("cargo");
    command.arg(subcommand).current_dir(root());
    command
}

/// Where a program lies on `PATH`.
pub(crate) fn found(program: &str) -> Option<PathBuf> {
    env::split_paths(&env::var_os("PATH")?)
        .map(|folder| folder.join(program))
        .find(|file| file.is_file())
}

/// `PATH` with these folders in front.
pub(crate) fn path_with(folders: &[PathBuf]) -> OsString {
    let path = env::var_os("PATH").unwrap_or_default();
    let all = folders.iter().cloned().chain(env::split_paths(&path));
    // A folder with a colon in its name cannot stand on PATH at all.
    env::join_paths(all).unwrap_or(path)
}

/// The sentence for a program that did not start.
pub(crate) fn not_started(command: &Command, error: &std::io::Error) -> Failure {
    let program = command.get_program().to_string_lossy().into_owned();
    if error.kind() == ErrorKind::NotFound {
        let remedy = remedy_for(&program);
        return Failure::Missing { program, remedy };
    }
    Failure::step(
        format!("Starting `{program}` ({error})"),
        "check that you may run it",
    )
}

fn succeeded(status: ExitStatus, what: &str, remedy: &str) -> Result<(), Failure> {
    if status.success() {
        Ok(())
    } else {
        Err(Failure::step(what, remedy))
    }
}

fn remedy_for(program: &str) -> &'static str {
    match program {
        "rustup" | "cargo" | "rustc" => "install Rust by rustup, see https://rustup.rs",
        "node" | "npm" => "install node 20 or newer with npm (on Debian: apt install nodejs npm)",
        _ => "install it and try again",
    }
}

#[cfg(test)]
mod tests {
    use super::{answer, listen, run};
    use std::process::Command;

    #[test]
    fn a_missing_program_is_named_with_its_remedy() {
        let failure = run(&mut Command::new("no-such-program"), "x", "y").unwrap_err();
        let sentence = failure.to_string();
        assert_eq!(
            sentence,
            "`no-such-program` is not on the PATH: install it and try again."
        );
    }

    #[test]
    fn a_failed_program_carries_the_remedy() {
        let failure = run(&mut Command::new("false"), "Frobbing", "frob less").unwrap_err();
        assert_eq!(failure.to_string(), "Frobbing failed (see above): frob less.");
    }

    #[test]
    fn lines_are_heard_and_the_exit_is_told() {
        let mut heard = Vec::new();
        let status = listen(
            Command::new("sh").args(["-c", "echo one; echo two; exit 3"]),
            |line| heard.push(line.to_owned()),
        )
        .unwrap();
        assert_eq!(heard, ["one", "two"]);
        assert_eq!(status.code(), Some(3));
    }

    #[test]
    fn an_answer_is_trimmed_and_only_given_on_success() {
        let told = answer(Command::new("sh").args(["-c", "echo ' hello '"]));
        assert_eq!(told.as_deref(), Some("hello"));
        assert_eq!(answer(&mut Command::new("false")), None);
    }
}
