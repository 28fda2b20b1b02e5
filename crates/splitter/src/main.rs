//! Cuts the page's program in two, so that what draws need not wait for what only answers a request.
//!
//! `splitter PROGRAM FIRST SECOND` reads the program as `wasm-opt` leaves it, with its names, and writes two that work in
//! one memory:
//!
//! 1. [`Program`] is what was read.
//! 2. [`Cut`] says which function goes where: the second part gets what [`later`] names, and what nothing else calls.
//! 3. [`first`] writes the part that the page starts. Where it needs a function of the second, it has a gate, which calls
//!    `needLater` of `www/later.js` if the second is not there, and goes on through the table of functions.
//! 4. [`second`] writes the part that comes behind: entering, it puts its functions into that table.
//!
//! A function behind a gate can be called at any time, so where the cut runs is a question of speed alone.

mod cut;
mod fault;
mod first;
mod later;
mod program;
mod second;

use std::path::Path;
use std::process::ExitCode;

use cut::Cut;
use fault::Fault;
use program::Program;

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let [program, first, second] = arguments.as_slice() else {
        eprintln!("splitter PROGRAM FIRST SECOND");
        return ExitCode::from(2);
    };
    match split(program.as_ref(), first.as_ref(), second.as_ref()) {
        Ok(()) => ExitCode::SUCCESS,
        Err(fault) => {
            eprintln!("Cutting {program} in two: {fault}.");
            ExitCode::FAILURE
        }
    }
}

fn split(program: &Path, first: &Path, second: &Path) -> Result<(), Fault> {
    let bytes = std::fs::read(program)?;
    let program = Program::read(&bytes)?;
    for idle in later::idle(program.names.values()) {
        eprintln!("Warning: `{idle}` shall come later, and no function is called so.");
    }
    let cut = Cut::of(&program)?;
    std::fs::write(first, first::written(&bytes, &program, &cut)?)?;
    std::fs::write(second, second::written(&program, &cut)?)?;
    Ok(())
}
