//! What a command has to say, and the exit status that it ends with.

use std::io::{self, ErrorKind, Write};
use std::process::ExitCode;

use crate::colour::Colour;
use crate::command::choice::Refusal;
use crate::output::fault;

/// The exit status: never a count, so that 256 findings do not pass for none.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Exit {
    /// 0: it ran, and found nothing that was asked to fail.
    #[default]
    Clean,
    /// 1: there are findings at or above what was asked to fail.
    Findings,
    /// 2: it could not run, or not on all that it was given.
    CouldNotRun,
}

impl From<Exit> for ExitCode {
    fn from(exit: Exit) -> Self {
        Self::from(exit as u8)
    }
}

/// What a command has to say. Nothing is printed before the command is done.
#[derive(Debug, Default)]
pub(crate) struct Outcome {
    /// For standard output.
    pub(crate) out: String,
    /// For standard error.
    pub(crate) err: String,
    /// The status to end with.
    pub(crate) exit: Exit,
}

impl Outcome {
    /// It ran, and this is the answer.
    pub(crate) fn answer(out: String) -> Self {
        Self {
            out,
            ..Self::default()
        }
    }

    /// It could not run, and this is why.
    pub(crate) fn failure(why: impl std::fmt::Display) -> Self {
        let mut outcome = Self::default();
        outcome.complain(why);
        outcome
    }

    /// Nothing was done, since it is not known which settings hold.
    pub(crate) fn refusal(refusal: Refusal, colour: Colour) -> Self {
        match refusal {
            Refusal::Sentence(why) => Self::failure(why),
            Refusal::Fault(fault) => Self {
                err: fault::said(&fault, colour.wanted_on_error()),
                exit: Exit::CouldNotRun,
                ..Self::default()
            },
        }
    }

    /// Something could not be done, while the rest goes on.
    pub(crate) fn complain(&mut self, why: impl std::fmt::Display) {
        self.remark(why);
        self.exit = Exit::CouldNotRun;
    }

    /// Something is worth knowing, and no failure.
    pub(crate) fn remark(&mut self, what: impl std::fmt::Display) {
        let what = what.to_string();
        self.err.push_str("sketchlint: ");
        self.err.push_str(&crate::output::printable(&what));
        self.err.push('\n');
    }

    /// Says it. A reader that has gone away, as `head` does, is no failure.
    pub(crate) fn deliver(self) -> ExitCode {
        // Where standard error is closed there is nobody left to tell.
        let _ = io::stderr().lock().write_all(self.err.as_bytes());
        let mut out = io::stdout().lock();
        match out.write_all(self.out.as_bytes()).and_then(|()| out.flush()) {
            Err(error) if error.kind() != ErrorKind::BrokenPipe => {
                let _ = writeln!(io::stderr(), "sketchlint: cannot write the answer: {error}");
                Exit::CouldNotRun.into()
            }
            _ => self.exit.into(),
        }
    }
}
