//! Owners: a team, or a hand-off between two.

/// Who answers for an edge, read from its `owner` text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Owner<'t> {
    /// Nobody.
    Nobody,
    /// One team.
    Team(&'t str),
    /// The producing team hands over to the consuming one.
    HandOff {
        /// Upstream.
        producer: &'t str,
        /// Downstream.
        consumer: &'t str,
    },
}

impl<'t> Owner<'t> {
    /// Reads `text`: `Payments`, `Payments -> Risk`, `Payments → Risk`. A hand-off with one side empty names one team.
    pub fn read(text: &'t str) -> Self {
        // Most owners are one team, and are passed over at one look.
        let may_point = |byte: u8| byte == b'>' || !byte.is_ascii();
        let arrows: &[&str] = if text.bytes().any(may_point) {
            &["->", "→"]
        } else {
            &[]
        };
        let arrow = arrows.iter().find_map(|arrow| split_at(text, arrow));
        match arrow {
            None => Self::team(text),
            Some((producer, consumer)) => match (producer.trim(), consumer.trim()) {
                ("", other) | (other, "") => Self::team(other),
                (producer, consumer) => Self::HandOff { producer, consumer },
            },
        }
    }

    fn team(text: &'t str) -> Self {
        match text.trim() {
            "" => Self::Nobody,
            team => Self::Team(team),
        }
    }

    /// The teams named, producer first.
    pub fn teams(self) -> impl Iterator<Item = &'t str> {
        let (first, second) = match self {
            Self::Nobody => (None, None),
            Self::Team(team) => (Some(team), None),
            Self::HandOff { producer, consumer } => (Some(producer), Some(consumer)),
        };
        first.into_iter().chain(second)
    }
}

/// What stands before and behind the first `arrow`. Owners are short, and read more often than a search is worth setting up.
fn split_at<'t>(text: &'t str, arrow: &str) -> Option<(&'t str, &'t str)> {
    let at = text
        .as_bytes()
        .windows(arrow.len())
        .position(|bytes| bytes == arrow.as_bytes())?;
    Some((text.get(..at)?, text.get(at + arrow.len()..)?))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_teams_and_hand_offs() {
        assert_eq!(Owner::read("  "), Owner::Nobody);
        assert_eq!(Owner::read(" Risk "), Owner::Team("Risk"));
        assert_eq!(Owner::read("Risk ->"), Owner::Team("Risk"));
        let hand_off = Owner::HandOff {
            producer: "Payments",
            consumer: "Risk",
        };
        assert_eq!(Owner::read("Payments → Risk"), hand_off);
        assert_eq!(hand_off.teams().collect::<Vec<_>>(), ["Payments", "Risk"]);
    }
}
