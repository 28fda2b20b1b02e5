//! The systems to practise on.

use board::{Question, Track};

/// One line for each prompt, in the order in which they are best practised.
macro_rules! prompts {
    ($($name:ident)*) => {
        $(mod $name;)*

        static ALL: &[Prompt] = &[$($name::PROMPT),*];

        /// What each interviewer answers, in the same order; a program that never asks is linked without it.
        static ALL_ANSWERS: &[Answers] = &[$($name::ANSWERS),*];
    };
}

prompts! {
    fraud_50k
    medallion_2tb
    logs_10tb
    pipeline_health
    features_3s
    query_history
    cost_tracking
    job_monitoring
    etl_scheduler
    uc_metadata
    lineage_ml
    audit_bank
    egress_multicloud
    serverless_smb
}

/// A system to design, as an interviewer puts it.
#[derive(Debug, PartialEq, Eq)]
pub struct Prompt {
    /// The id that files use: lower-case words joined by dashes; never changes.
    pub id: &'static str,
    /// What it is called.
    pub title: &'static str,
    /// What the interviewer says.
    pub text: &'static str,
    /// The track that it is asked in.
    pub track: Track,
    /// What the text gives away, by the question that it answers.
    pub given: Answers,
}

/// Questions with their answers.
pub type Answers = &'static [(Question, &'static str)];

impl Prompt {
    /// What the interviewer answers when asked, in the order of the five-minute opening.
    pub fn answers(&self) -> Answers {
        let place = ALL.iter().position(|prompt| prompt.id == self.id);
        let answers = place.and_then(|place| ALL_ANSWERS.get(place));
        answers.copied().unwrap_or_default()
    }

    /// What the interviewer answers when asked `question`, where the prompt has an answer.
    pub fn answer(&self, question: Question) -> Option<&'static str> {
        let mut answers = self.answers().iter();
        answers
            .find(|(asked, _)| *asked == question)
            .map(|(_, answer)| *answer)
    }
}

/// Every prompt, in the order in which they are best practised.
pub fn prompts() -> &'static [Prompt] {
    ALL
}

/// The prompt with this id.
pub fn prompt(id: &str) -> Option<&'static Prompt> {
    prompts().iter().find(|prompt| prompt.id == id)
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;
    use crate::questions;

    #[test]
    fn ids_are_unique_and_found() {
        let ids: BTreeSet<_> = prompts().iter().map(|prompt| prompt.id).collect();
        assert_eq!(ids.len(), prompts().len());
        assert!(prompts().iter().all(|known| prompt(known.id) == Some(known)));
        assert_eq!(prompt("nothing"), None);
    }

    #[test]
    fn answers_follow_the_five_minute_opening() {
        for prompt in prompts() {
            let place = |asked: Question| questions().iter().position(|card| card.question == asked);
            assert!(
                prompt.answers().is_sorted_by_key(|(asked, _)| place(*asked)),
                "{}",
                prompt.id
            );
        }
    }

    #[test]
    fn the_interviewer_answers_every_question() {
        for prompt in prompts() {
            for card in questions() {
                let answer = prompt.answer(card.question);
                assert!(answer.is_some(), "{}: {}", prompt.id, card.question);
            }
        }
    }

    #[test]
    fn no_prompt_is_heavy() {
        for prompt in prompts() {
            let answers: usize = prompt.answers().iter().map(|(_, answer)| answer.len()).sum();
            let bytes = prompt.title.len() + prompt.text.len() + answers;
            assert!(bytes <= 1_500, "{} has {bytes} bytes", prompt.id);
        }
    }

    #[test]
    fn what_is_given_stands_in_the_text() {
        for prompt in prompts() {
            for (question, given) in prompt.given {
                assert!(prompt.text.contains(given), "{}: {question}", prompt.id);
                assert!(
                    prompt.answer(*question).is_some(),
                    "{}: {question} has a fuller answer",
                    prompt.id
                );
            }
        }
    }
}
