//! Cuts the page's program in two, so that what draws need not wait for what only answers a request.
//!
//! `splitter PROGRAM MAP GLUE FIRST SECOND` reads the program as `wasm-opt` leaves it, with its names, and writes two that
//! work in one memory. `MAP` is what the linker says of where data lies; the `GLUE` of `wasm-bindgen` is made shorter in
//! its place.
//!
//! 1. [`Program`] is what was read.
//! 2. [`Cut`] says which function goes where: the second part gets what [`later`] names, and what nothing else calls.
//! 3. [`first`] writes the part that the page starts. Where it needs a function of the second, it has a gate, which calls
//!    `needLater` of `www/later.js` if the second is not there, and goes on through the table of functions.
//! 4. [`second`] writes the part that comes behind: entering, it puts its functions into that table.
//!
//! 5. [`data`] has strings and tables come with the part that looks at them.
//! 6. [`glue`] gives short names to what program and glue call each other by.
//!
//! A function behind a gate can be called at any time, so where the cut runs is a question of speed alone.

mod cut;
mod data;
mod fault;
mod first;
mod glue;
mod later;
mod program;
mod second;

use std::fs;
use std::path::Path;
use std::process::ExitCode;

use cut::Cut;
use fault::Fault;
use program::Program;

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let Ok(paths) = <[String; 5]>::try_from(arguments) else {
        eprintln!("splitter PROGRAM MAP GLUE FIRST SECOND");
        return ExitCode::from(2);
    };
    match split(paths.each_ref().map(Path::new)) {
        Ok(()) => ExitCode::SUCCESS,
        Err(fault) => {
            eprintln!("Cutting {} in two: {fault}.", paths[0]);
            ExitCode::FAILURE
        }
    }
}

fn split([program, map, glue, first, second]: [&Path; 5]) -> Result<(), Fault> {
    let bytes = fs::read(program)?;
    let program = Program::read(&bytes)?;
    for idle in later::idle(program.names.values()) {
        eprintln!("Warning: `{idle}` shall come later, and no function is called so.");
    }
    let cut = Cut::of(&program, &data::pieces(&fs::read_to_string(map)?))?;
    fs::write(first, first::written(&bytes, &program, &cut)?)?;
    fs::write(second, second::written(&program, &cut)?)?;
    fs::write(glue, glue::written(&fs::read_to_string(glue)?, &cut.names))?;
    Ok(())
}
