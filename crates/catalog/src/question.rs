//! The scoping questions, in the order in which they are best asked.

use board::Question;

/// A scoping question as it is put to an interviewer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct QuestionCard {
    /// Which question.
    pub question: Question,
    /// A word or two for a heading.
    pub title: &'static str,
    /// How to ask it.
    pub ask: &'static str,
    /// An answer that one can build on.
    pub hint: &'static str,
    /// The minute of the five-minute opening in which it is asked, 1 to 5.
    pub minute: u8,
    /// An answer without a number says nothing yet.
    pub quantifiable: bool,
}

/// Every scoping question once, in the order of the five-minute opening.
///
/// Minute 1 begins with who waits and what breaks for them, a sentence each, because every number after it is
/// somebody's number; then the three that decide the architecture: latency, cost, accuracy. Minute 2 asks what
/// happens when it fails, minute 3 how much comes in and stays, minute 4 who reads it. What is left belongs to
/// minute 5, while the first boxes go up: what success is, what the law and the platform dictate, what is left out.
pub fn questions() -> &'static [QuestionCard] {
    QUESTIONS
}

/// The card of one question.
pub fn question(question: Question) -> Option<&'static QuestionCard> {
    QUESTIONS.iter().find(|card| card.question == question)
}

static QUESTIONS: &[QuestionCard] = &[
    QuestionCard {
        question: Question::Persona,
        title: "Who",
        ask: "Who has this problem, and who is woken when it breaks?",
        hint: "fraud analysts, and card holders at the till",
        minute: 1,
        quantifiable: false,
    },
    QuestionCard {
        question: Question::Job,
        title: "Job and pain",
        ask: "What are they trying to get done, and where does it break today?",
        hint: "block a stolen card before the sale goes through; today it is found in the nightly batch",
        minute: 1,
        quantifiable: false,
    },
    QuestionCard {
        question: Question::Latency,
        title: "Latency",
        ask: "How long may one event take from end to end, at which percentile?",
        hint: "p99 ≤ 300 ms from swipe to decision",
        minute: 1,
        quantifiable: true,
    },
    QuestionCard {
        question: Question::Cost,
        title: "Cost ceiling",
        ask: "What may it cost a month, everything included?",
        hint: "≤ $40k/month",
        minute: 1,
        quantifiable: true,
    },
    QuestionCard {
        question: Question::Accuracy,
        title: "Accuracy",
        ask: "How wrong may it be, and which mistake hurts more?",
        hint: "< 0.1 % false positives; a blocked honest card costs more than a missed fraud",
        minute: 1,
        quantifiable: true,
    },
    QuestionCard {
        question: Question::Failure,
        title: "Failure",
        ask: "When a part fails: what may be lost, what must be replayed, and how soon are we back?",
        hint: "no event lost, 7-day replay, RTO 15 min",
        minute: 2,
        quantifiable: true,
    },
    QuestionCard {
        question: Question::Availability,
        title: "Availability",
        ask: "How much of the month may it be down?",
        hint: "99.9 %",
        minute: 2,
        quantifiable: true,
    },
    QuestionCard {
        question: Question::Volume,
        title: "Volume",
        ask: "Is that the average or the peak, how high is the spike, and how large is one event?",
        hint: "50k ev/s peak, 20k ev/s average, 10x spike on holidays, 1 KB each",
        minute: 3,
        quantifiable: true,
    },
    QuestionCard {
        question: Question::Retention,
        title: "Retention",
        ask: "How long is it kept, and how long must it stay quick to read?",
        hint: "hot for 30 days, keep 2 years",
        minute: 3,
        quantifiable: true,
    },
    QuestionCard {
        question: Question::Reads,
        title: "Reads",
        ask: "Who reads the result, how often, and with what kind of query?",
        hint: "200 analysts, 50 QPS by card id; one dashboard every 5 minutes",
        minute: 4,
        quantifiable: true,
    },
    QuestionCard {
        question: Question::Freshness,
        title: "Freshness",
        ask: "How old may the data be when it is read?",
        hint: "stale by at most 5 minutes",
        minute: 4,
        quantifiable: true,
    },
    QuestionCard {
        question: Question::Consistency,
        title: "Consistency",
        ask: "Must every reader see the same at once, or may some lag?",
        hint: "strong for the bill, eventual for the dashboard",
        minute: 4,
        quantifiable: false,
    },
    QuestionCard {
        question: Question::Metric,
        title: "Success metric",
        ask: "Which one number tells that it worked, from what to what?",
        hint: "fraud loss from 0.12 % to 0.05 % of turnover in two quarters",
        minute: 5,
        quantifiable: false,
    },
    QuestionCard {
        question: Question::Outcome,
        title: "Business outcome",
        ask: "What is that number worth to the business?",
        hint: "$7M a year in charge-backs avoided",
        minute: 5,
        quantifiable: false,
    },
    QuestionCard {
        question: Question::Compliance,
        title: "Compliance",
        ask: "Which law or audit applies, and where must the data stay?",
        hint: "PCI DSS and GDPR; card data stays in the EU, card numbers tokenised at the door",
        minute: 5,
        quantifiable: false,
    },
    QuestionCard {
        question: Question::Tenancy,
        title: "Tenancy",
        ask: "Who shares it, and what must one tenant never see or slow down?",
        hint: "40 business units, row-level isolation, one cannot starve another",
        minute: 5,
        quantifiable: false,
    },
    QuestionCard {
        question: Question::Platform,
        title: "Platform",
        ask: "Which cloud, managed or self-run, and what is already there?",
        hint: "AWS with Databricks; managed unless the price doubles",
        minute: 5,
        quantifiable: false,
    },
    QuestionCard {
        question: Question::Out,
        title: "Left out",
        ask: "What do we leave out on purpose?",
        hint: "no model training, no case management screen",
        minute: 5,
        quantifiable: false,
    },
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_question_is_asked_once_and_the_minutes_do_not_go_back() {
        for &asked in Question::ALL {
            let cards = questions().iter().filter(|card| card.question == asked);
            assert_eq!(cards.count(), 1, "{asked}");
            assert!(question(asked).is_some());
        }
        assert!(questions().is_sorted_by_key(|card| card.minute));
        assert!(questions().iter().all(|card| (1..=5).contains(&card.minute)));
    }

    #[test]
    fn asks_and_hints_are_sentences_and_examples() {
        for card in questions() {
            assert!(card.ask.ends_with('?'), "{}", card.question);
            let has_digit = card.hint.contains(|c: char| c.is_ascii_digit());
            assert!(
                has_digit || !card.quantifiable,
                "{}: {}",
                card.question,
                card.hint
            );
        }
    }
}
