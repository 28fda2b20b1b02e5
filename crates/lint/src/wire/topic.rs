//! What the page and the linter talk about.

/// What a message between the page and the linter is about. It goes as a [number](Self::number) in front of the rest.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Topic {
    /// The linter is there, and takes what comes.
    Ready,
    /// A change for its [mirror](crate::Mirror) and how many findings are read; a report is the answer.
    Report,
    /// The numbers of the board that it knows.
    Numbers,
    /// What a label is taken for, and what may be meant by what is typed.
    Name,
    /// What if, and what an interviewer would give for the board that it knows.
    Question,
    /// Tidy places for boxes.
    Tidy,
    /// The board that a flowchart becomes.
    Chart,
}

impl Topic {
    const ALL: [Self; 7] = [
        Self::Ready,
        Self::Report,
        Self::Numbers,
        Self::Name,
        Self::Question,
        Self::Tidy,
        Self::Chart,
    ];

    /// What stands for it in a message.
    pub fn number(self) -> u32 {
        self as u32
    }

    /// The topic that `number` stands for, which comes out of a message.
    pub fn of(number: f64) -> Option<Self> {
        let is_it = |topic: &Self| f64::from(topic.number()) == number;
        Self::ALL.into_iter().find(is_it)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_topic_comes_back_from_its_number() {
        for topic in Topic::ALL {
            assert_eq!(Topic::of(f64::from(topic.number())), Some(topic));
        }
        assert_eq!(Topic::of(0.5), None);
        assert_eq!(Topic::of(f64::NAN), None);
        assert_eq!(Topic::of(99.0), None);
    }
}
