//! Set-up, serve, build, test and screenshots for this workspace.

mod arguments;
mod browser;
mod build;
mod command;
mod debian;
mod failure;
mod linters;
mod package;
mod say;
mod scripts;
mod serve;
mod spark;
mod stage;
mod standard_library;
mod tally;
mod test;
mod toolchain;
mod tools;
mod trunk;
mod weight;
mod workspace;

use std::process::ExitCode;

use arguments::Arguments;
use failure::Failure;

const HELP: &str = "\
Everything that this project does with itself. Each command installs what it misses:
tools go to ~/.cache/sketchlint/tools, by version, for all checkouts of this user.

  cargo xtask serve            set up, build and serve the page on http://127.0.0.1:8080/,
                               and build again whenever a file changes
        --port N               another port
        --release              the page as it ships: slower to build, faster to use
        --no-open              do not open a browser
  cargo xtask build            the static page in dist/, as small as it gets, with its sizes;
                               works from any folder of any web server
  cargo xtask package          the linter as a package of npm in target/npm/, with its sizes
  cargo xtask check            while developing: format, clippy, native tests
  cargo xtask test             everything: the checks, tests in a headless browser, the bundle,
                               end-to-end tests, the package of npm; ends with `N passed, N failed`
        --only GROUP           native, wasm or e2e
  cargo xtask shots            screenshots of the main states of the page
        --out DIR              where to put them; target/shots unless given
  cargo xtask bench            benchmarks: native ones, the page in a browser, and other editors
        --editors              the last alone; writes its tables into ARCHITECTURE.md
        --linters              the command line beside other linters, which the first time takes
                               half an hour to install; writes its tables there, too
  cargo xtask soak             a million random events, ten thousand gestures, what we write read
                               by programs of others, and boards on Spark (half an hour)

  Start with `cargo xtask serve`. Before you send a change: `cargo xtask test`.
  CHROMIUM and CHROMEDRIVER name a browser of your own.";

fn main() -> ExitCode {
    let mut words = std::env::args().skip(1);
    let command = words.next().unwrap_or_default();
    match dispatch(&command, Arguments::new(words)) {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::FAILURE,
        Err(failure) => {
            eprintln!("xtask: {failure}");
            ExitCode::from(if matches!(failure, Failure::Usage(_)) {
                2
            } else {
                1
            })
        }
    }
}

/// Runs a command; `false` when it ran to its end and found failures.
fn dispatch(command: &str, mut arguments: Arguments) -> Result<bool, Failure> {
    if arguments.flag("--help") || arguments.flag("-h") {
        println!("{HELP}");
        return Ok(true);
    }
    match command {
        "serve" => serve::serve(arguments).map(|()| true),
        "build" => build::build(arguments).map(|()| true),
        "package" => package::package(arguments).map(|()| true),
        "check" => test::check(arguments),
        "test" => test::test(arguments),
        "shots" => scripts::shots(arguments).map(|()| true),
        "bench" => scripts::bench(arguments).map(|()| true),
        "soak" => scripts::soak(arguments).map(|()| true),
        "" | "help" | "--help" | "-h" => {
            println!("{HELP}");
            Ok(true)
        }
        _ => Err(Failure::Usage(format!("There is no command `{command}`"))),
    }
}

#[cfg(test)]
mod tests {
    use super::{HELP, dispatch};
    use crate::arguments::Arguments;
    use crate::failure::Failure;

    const COMMANDS: [&str; 8] = [
        "serve", "build", "package", "check", "test", "shots", "bench", "soak",
    ];

    fn none() -> Arguments {
        Arguments::new([])
    }

    #[test]
    fn an_unknown_command_is_named() {
        let failure = dispatch("sevre", none()).unwrap_err();
        assert!(matches!(failure, Failure::Usage(_)));
        assert!(failure.to_string().contains("`sevre`"));
    }

    #[test]
    fn help_names_every_command_and_fits_the_terminal() {
        for command in COMMANDS {
            assert!(HELP.contains(&format!("cargo xtask {command} ")), "{command}");
        }
        assert!(HELP.lines().all(|line| line.chars().count() <= 100));
        assert_eq!(dispatch("serve", Arguments::new(["--help".to_owned()])), Ok(true));
    }

    #[test]
    fn a_wrong_option_stops_before_anything_is_done() {
        for command in COMMANDS {
            let arguments = Arguments::new(["--bogus".to_owned()]);
            let failure = dispatch(command, arguments).unwrap_err();
            assert!(failure.to_string().contains("`--bogus`"), "{command}");
        }
    }
}
