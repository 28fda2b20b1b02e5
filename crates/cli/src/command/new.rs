//! `sketchlint new`: an empty board that knows its prompt and what that gives away.

use std::fs::OpenOptions;
use std::io::{ErrorKind, Write};
use std::path::Path;

use board::{Answer, AnswerStatus, Board, Brief, Edit, Record, RecordId, file};
use catalog::Prompt;

use crate::arguments::New;
use crate::outcome::Outcome;

pub(super) fn run(arguments: &New) -> Outcome {
    let Some(prompt) = catalog::prompt(&arguments.prompt) else {
        return Outcome::failure(format!("no prompt is called `{}`", arguments.prompt));
    };
    let text = match begin(prompt) {
        Ok(board) => file::write(&board, &[]),
        Err(error) => return Outcome::failure(error),
    };
    match &arguments.output {
        None => Outcome::answer(text),
        Some(path) => match write_new(path, &text) {
            Ok(()) => Outcome::answer(format!("{}\n\n{}\n", path.display(), prompt.text)),
            Err(why) => Outcome::failure(format!("{}: {why}", path.display())),
        },
    }
}

fn begin(prompt: &Prompt) -> Result<Board, board::EditError> {
    let brief = Brief {
        title: prompt.title.to_owned(),
        track: prompt.track,
        prompt: Some(prompt.id.to_owned()),
    };
    let mut board = Board::default();
    let mut edit = Edit::new();
    edit.put(&board, RecordId::Brief, Record::from(brief));
    for &(question, text) in prompt.given {
        let answer = Answer {
            text: text.to_owned(),
            status: AnswerStatus::Stated,
        };
        edit.put(&board, RecordId::Answer(question), Record::from(answer));
    }
    board.apply(&edit)?;
    Ok(board)
}

fn write_new(path: &Path, text: &str) -> Result<(), String> {
    let mut file = OpenOptions::new()
        .write(true)
        .create_new(true)
        .open(path)
        .map_err(|error| {
            if error.kind() == ErrorKind::AlreadyExists {
                "there is a file already, and it is left alone; choose another name".to_owned()
            } else {
                error.to_string()
            }
        })?;
    file.write_all(text.as_bytes()).map_err(|error| error.to_string())
}
