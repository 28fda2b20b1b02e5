//! Prints what each interviewer answers as one JSON object, from prompt to question to answer: `cargo run -p catalog
//! --example interviewers`. A build of the page puts it beside the program as `interviewers.json`.

use std::collections::BTreeMap;

fn main() -> Result<(), serde_json::Error> {
    let answers = |prompt: &'static catalog::Prompt| -> BTreeMap<&str, &str> {
        let answers = prompt.answers().iter();
        answers
            .map(|(question, answer)| (question.as_str(), *answer))
            .collect()
    };
    let interviewers: BTreeMap<&str, _> = catalog::prompts()
        .iter()
        .map(|prompt| (prompt.id, answers(prompt)))
        .collect();
    serde_json::to_writer(std::io::stdout(), &interviewers)
}
