//! First stage: text to tokens. One pass from left to right; what looks ahead looks a bounded way ahead.

use crate::Span;
use crate::figure;
use crate::letter::{APOSTROPHE, DIGIT, LETTER, SPACE, UNDERSCORE, run};
use crate::lexicon::{self, Known};
use crate::symbol::{self, Symbol};
use crate::unit;

/// The longest run of letters and digits that is worth splitting (`1h30m`); anything longer is an identifier.
const LONGEST_COMPOUND: usize = 24;

/// How many bytes a token takes on the average, or a little less.
const LIKELY_LENGTH: usize = 4;

/// One token and how it hangs on the one before.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Token<'t> {
    pub(crate) kind: Kind,
    pub(crate) text: &'t str,
    /// The text in lower case, by which words are looked up.
    pub(crate) lower: &'t str,
    /// What the tables say of it; nothing where it is no word.
    pub(crate) known: &'static Known,
    pub(crate) start: usize,
    pub(crate) gap: Gap,
}

/// What a token is.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Kind {
    Number(f64),
    Word,
    /// A word with digits in it: `p99`, `s3`.
    Identifier,
    /// Digits that are no quantity: dates, versions, telephone numbers.
    Opaque,
    /// Digits that are no number that we know.
    Strange,
    Symbol(Symbol),
}

/// What stands between a token and the one before it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Gap {
    Nothing,
    Space,
    Hyphen,
}

impl Token<'_> {
    pub(crate) fn span(&self) -> Span {
        Span {
            start: self.start,
            end: self.start + self.text.len(),
        }
    }

    /// Letters, perhaps with digits among them.
    pub(crate) fn is_word(&self) -> bool {
        matches!(self.kind, Kind::Word | Kind::Identifier)
    }

    pub(crate) fn is_symbol(&self, symbol: Symbol) -> bool {
        self.kind == Kind::Symbol(symbol)
    }
}

/// Splits a text, which comes with itself in lower case, into tokens.
pub(crate) fn tokens<'t>(text: &'t str, lower: &'t str) -> Vec<Token<'t>> {
    let mut lexer = Lexer {
        text,
        lower,
        rest: text,
        tokens: Vec::with_capacity(text.len() / LIKELY_LENGTH + 1),
    };
    while lexer.step() {}
    lexer.tokens
}

struct Lexer<'t> {
    text: &'t str,
    /// The text in lower case, byte for byte.
    lower: &'t str,
    rest: &'t str,
    tokens: Vec<Token<'t>>,
}

impl<'t> Lexer<'t> {
    fn step(&mut self) -> bool {
        let gap = self.gap();
        let Some(first) = self.rest.chars().next() else {
            return false;
        };
        let counts = || gap == Gap::Nothing || self.counts_by_the_thousand();
        if first.is_ascii_digit() || figure::opens_with_point(self.rest) {
            self.digits(gap);
        } else if first.is_alphabetic() && self.last_is_number() && counts() {
            self.letters_after_number(gap);
        } else if first.is_alphabetic() || first == '_' {
            self.word(gap);
        } else if first.is_numeric() {
            self.strange(gap);
        } else {
            let (symbol, length) = symbol::read(self.rest, gap == Gap::Space);
            let dot = self.rest.starts_with('.') && self.last_is_abbreviated();
            self.push(symbol.filter(|_| !dot).map(Kind::Symbol), length, gap);
        }
        true
    }

    /// Skips spaces, and a hyphen that ties two words together.
    fn gap(&mut self) -> Gap {
        let rest = self.rest;
        let trimmed = &rest[run(rest, SPACE, symbol::is_space).0.len()..];
        self.rest = trimmed;
        if trimmed.len() < rest.len() || self.tokens.is_empty() {
            return Gap::Space;
        }
        let mut chars = trimmed.chars();
        let dash = chars.next().is_some_and(symbol::is_hyphen);
        let after_word = self
            .tokens
            .last()
            .is_some_and(|last| !matches!(last.kind, Kind::Symbol(_)));
        if dash && after_word && chars.next().is_some_and(char::is_alphanumeric) {
            self.rest = &trimmed[trimmed.chars().next().map_or(0, char::len_utf8)..];
            return Gap::Hyphen;
        }
        Gap::Nothing
    }

    fn last_is_number(&self) -> bool {
        self.tokens
            .last()
            .is_some_and(|last| matches!(last.kind, Kind::Number(_)))
    }

    /// Whether `krps`, behind a number and a space, comes next.
    fn counts_by_the_thousand(&self) -> bool {
        let (letters, _) = run(self.rest, LETTER, char::is_alphabetic);
        let lower = self.lower(0, letters.len());
        let rate = |rest: &str| lexicon::of(rest).rate.is_some();
        lower.get(1..).is_some_and(rate) && unit::magnitude_prefix(letters, lower).is_some()
    }

    fn last_is_abbreviated(&self) -> bool {
        const ABBREVIATIONS: [&str; 11] = [
            "approx", "avg", "ca", "est", "incl", "max", "min", "no", "resp", "sec", "vs",
        ];
        self.tokens
            .last()
            .is_some_and(|last| ABBREVIATIONS.contains(&last.lower))
    }

    fn digits(&mut self, gap: Gap) {
        let after_times = || {
            self.tokens
                .last()
                .is_some_and(|last| last.is_symbol(Symbol::Times))
        };
        let (value, length) = match figure::whole(self.rest) {
            Some(whole) => whole,
            None => match figure::opaque(self.rest) {
                Some(length) => return self.push(Some(Kind::Opaque), length, gap),
                None => figure::number(self.rest, !after_times()),
            },
        };
        let (letters, kinds) = run(&self.rest[length..], LETTER | DIGIT, char::is_alphanumeric);
        let tied = gap == Gap::Hyphen
            && self.tokens.last().is_some_and(|last| {
                matches!(last.kind, Kind::Word | Kind::Identifier) && !unit::ties_to_number(last.lower)
            });
        let whole = length + letters.len();
        if !letters.is_empty() && is_name(&self.rest[..whole]) {
            return self.push(Some(Kind::Identifier), whole, gap);
        }
        let is_known = || unit::is_known(letters, self.lower(length, letters.len()));
        if (tied && !is_known()) || (kinds & DIGIT != 0 && is_identifier(letters)) {
            return self.push(Some(Kind::Opaque), whole, gap);
        }
        let kind = if value.is_finite() {
            Kind::Number(value)
        } else {
            Kind::Strange
        };
        self.push(Some(kind), length, gap);
    }

    /// Letters that follow digits directly: a magnitude, a unit, or both (`50kev`).
    fn letters_after_number(&mut self, gap: Gap) {
        let (letters, _) = run(self.rest, LETTER, char::is_alphabetic);
        match unit::magnitude_prefix(letters, self.lower(0, letters.len())) {
            Some(length) => self.push(Some(Kind::Word), length, gap),
            None => self.push(Some(Kind::Word), letters.len(), gap),
        }
    }

    fn word(&mut self, gap: Gap) {
        let (word, kinds) = run(
            self.rest,
            LETTER | DIGIT | UNDERSCORE | APOSTROPHE,
            char::is_alphanumeric,
        );
        let mut length = word.trim_end_matches('\'').len();
        let identifier = kinds & DIGIT != 0;
        if identifier {
            length = with_points(self.rest, length);
        }
        let kind = if identifier { Kind::Identifier } else { Kind::Word };
        self.push(Some(kind), length, gap);
    }

    fn strange(&mut self, gap: Gap) {
        let (digits, _) = run(self.rest, 0, char::is_numeric);
        let kind = figure::vulgar(digits).map_or(Kind::Strange, Kind::Number);
        self.push(Some(kind), digits.len(), gap);
    }

    fn push(&mut self, kind: Option<Kind>, length: usize, gap: Gap) {
        let (text, rest) = self.rest.split_at(length);
        let start = self.text.len() - self.rest.len();
        self.rest = rest;
        if let Some(kind) = kind {
            let lower = self.lower.get(start..start + length).unwrap_or(text);
            let known = match kind {
                Kind::Word | Kind::Identifier => lexicon::of(lower),
                _ => &lexicon::NOTHING,
            };
            self.tokens.push(Token {
                kind,
                text,
                lower,
                known,
                start,
                gap,
            });
        }
    }

    /// In lower case, `length` bytes of the rest from `from` on.
    fn lower(&self, from: usize, length: usize) -> &'t str {
        let start = self.text.len() - self.rest.len() + from;
        self.lower.get(start..start + length).unwrap_or_default()
    }
}

/// Whether digits with letters behind are the name of something.
fn is_name(text: &str) -> bool {
    const NAMES: [&str; 8] = ["2D", "3D", "3G", "4G", "5G", "2FA", "2PC", "3NF"];
    let status = text.len() == 3 && text.starts_with(['1', '2', '3', '4', '5']);
    NAMES.contains(&text) || (status && text[1..].eq_ignore_ascii_case("xx"))
}

/// Whether the letters and digits that follow digits make an identifier of them (`5W1H`, `0x1f`), unlike `1h30m`.
fn is_identifier(letters: &str) -> bool {
    let parts = letters
        .split(|c: char| c.is_ascii_digit())
        .filter(|part| !part.is_empty());
    letters.len() > LONGEST_COMPOUND || !parts.clone().all(unit::joins_compound)
}

/// Carries an identifier on over points: `p99.9`, `r5.4xlarge`.
fn with_points(text: &str, mut length: usize) -> usize {
    loop {
        let rest = &text[length..];
        match rest.strip_prefix('.') {
            Some(after) if after.starts_with(|c: char| c.is_ascii_digit()) => {
                length += 1 + run(after, LETTER | DIGIT | UNDERSCORE, char::is_alphanumeric)
                    .0
                    .len();
            }
            _ => return length,
        }
    }
}
