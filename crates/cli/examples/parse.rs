//! Reads each line of standard input as JSON and does nothing with it: what the stream of the linter is measured beside.

use std::io::{self, BufRead};
use std::process::ExitCode;

fn main() -> ExitCode {
    let read = |line: io::Result<String>| {
        let value: serde_json::Value = serde_json::from_str(&line?)?;
        io::Result::Ok(std::hint::black_box(value))
    };
    match io::stdin()
        .lock()
        .lines()
        .try_for_each(|line| read(line).map(drop))
    {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("parse: {error}");
            ExitCode::from(2)
        }
    }
}
