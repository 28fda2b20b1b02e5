//! What a rule is, and the macro that declares one from its doc comment.
//!
//! A rule points at neither its page nor its check, so that a program that only shows what was found, such as the page
//! in the browser, is linked without both.

use board::Track;

use crate::context::Context;
use crate::findings::Findings;

/// Looks at a board and says what it found.
pub(crate) type Check = fn(&Context<'_>, &mut Findings<'_>);

/// One thing that an interviewer would raise: what it is called and how grave it is.
#[derive(Debug)]
pub struct Rule {
    /// Family and number, such as `CON001`; never used again for another rule.
    pub code: &'static str,
    /// The fault in kebab-case, such as `missing-constraint`.
    pub name: &'static str,
    /// When it speaks, in one line.
    pub summary: &'static str,
    /// The family it belongs to.
    pub family: Family,
    /// How grave it is unless a finding says otherwise.
    pub severity: Severity,
    /// The track that raises it by one step.
    pub raised_for: Option<Track>,
}

impl Rule {
    /// How grave `severity` is under `track`.
    pub(crate) fn under(&self, track: Track, severity: Severity) -> Severity {
        if self.raised_for == Some(track) {
            severity.raised()
        } else {
            severity
        }
    }
}

impl PartialEq for Rule {
    fn eq(&self, other: &Self) -> bool {
        self.code == other.code
    }
}

impl Eq for Rule {}

/// The code of a rule, which has six letters, as a number: compared at once, and in the same order.
pub(crate) fn code_as_number(code: &str) -> u64 {
    let letters = code.bytes().take(6);
    letters.fold(0, |number, letter| number << 8 | u64::from(letter))
}

/// How grave a finding is; the gravest sorts first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Severity {
    /// It would cost the round.
    Error,
    /// An interviewer would ask.
    Warning,
    /// Worth a thought.
    Info,
}

impl Severity {
    /// Every severity, the gravest first.
    pub const ALL: &'static [Self] = &[Self::Error, Self::Warning, Self::Info];

    /// One step graver.
    const fn raised(self) -> Self {
        match self {
            Self::Error | Self::Warning => Self::Error,
            Self::Info => Self::Warning,
        }
    }

    /// The word used in files and on the command line.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Error => "error",
            Self::Warning => "warning",
            Self::Info => "info",
        }
    }
}

/// What a group of rules looks after.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Family {
    /// Scope before you draw.
    Scope,
    /// A constraint beside every box.
    Constraint,
    /// The sums close.
    Number,
    /// Somebody answers for every edge.
    Ownership,
    /// What happens when it fails.
    Failure,
    /// Every box was asked for.
    Justification,
    /// It flows.
    Flow,
    /// The medallion holds.
    Medallion,
    /// Governed and watched.
    Governance,
    /// The last five minutes.
    WrapUp,
    /// The session.
    Clock,
    /// What is set aside on purpose.
    Allow,
}

impl Family {
    /// Every family, in the order in which an interviewer would raise them.
    pub const ALL: &'static [Self] = &[
        Self::Scope,
        Self::Constraint,
        Self::Number,
        Self::Ownership,
        Self::Failure,
        Self::Justification,
        Self::Flow,
        Self::Medallion,
        Self::Governance,
        Self::WrapUp,
        Self::Clock,
        Self::Allow,
    ];

    /// What its codes begin with.
    pub const fn prefix(self) -> &'static str {
        match self {
            Self::Scope => "SCO",
            Self::Constraint => "CON",
            Self::Number => "NUM",
            Self::Ownership => "OWN",
            Self::Failure => "FLR",
            Self::Justification => "JUS",
            Self::Flow => "FLO",
            Self::Medallion => "MED",
            Self::Governance => "GOV",
            Self::WrapUp => "WRP",
            Self::Clock => "CLK",
            Self::Allow => "ALW",
        }
    }

    /// What it looks after, for people.
    pub const fn title(self) -> &'static str {
        match self {
            Self::Scope => "Scope before you draw",
            Self::Constraint => "A constraint beside every box",
            Self::Number => "The sums close",
            Self::Ownership => "Somebody answers for every edge",
            Self::Failure => "What happens when it fails",
            Self::Justification => "Every box was asked for",
            Self::Flow => "It flows",
            Self::Medallion => "The medallion holds",
            Self::Governance => "Governed and watched",
            Self::WrapUp => "The last five minutes",
            Self::Clock => "The session",
            Self::Allow => "Set aside on purpose",
        }
    }
}

/// Declares `RULE` from one line each of code, name, family, severity and summary, and apart from it `CHECK` and, from
/// its doc comment, `PAGE`.
///
/// `Warning, ProductManager raises` makes it one step graver under that track.
macro_rules! rule {
    (@track) => { None };
    (@track $track:ident) => { Some(board::Track::$track) };
    (
        $(#[doc = $doc:literal])+
        $code:literal $name:literal $family:ident $severity:ident $(, $track:ident raises)?
        $summary:literal
        $check:ident
    ) => {
        $(#[doc = $doc])+
        pub(crate) static RULE: $crate::rule::Rule = $crate::rule::Rule {
            code: $code,
            name: $name,
            summary: $summary,
            family: $crate::rule::Family::$family,
            severity: $crate::rule::Severity::$severity,
            raised_for: $crate::rule::rule!(@track $($track)?),
        };
        /// What finds it.
        pub(crate) const CHECK: $crate::rule::Check = $check;
        /// The page in Markdown, each line led by one space.
        pub(crate) static PAGE: &str = concat!($($doc, "\n"),+);
    };
}
pub(crate) use rule;
