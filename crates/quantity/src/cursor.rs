//! The tokens as winnow reads them, with a count of the steps taken, by which tests hold the reader to linear time.

use std::cell::Cell;

use winnow::error::EmptyError;
use winnow::stream::{Stateful, Stream, TokenSlice};
use winnow::token::any;
use winnow::{Parser, Result};

use crate::symbol::Symbol;
use crate::token::{Gap, Kind, Token};

/// How many tokens were looked at.
#[derive(Debug, Default)]
pub(crate) struct Steps(Cell<usize>);

impl Steps {
    pub(crate) fn add(&self, more: usize) {
        self.0.set(self.0.get().saturating_add(more));
    }

    pub(crate) fn total(&self) -> usize {
        self.0.get()
    }
}

/// The tokens from some place on.
pub(crate) type Cursor<'s, 't> = Stateful<TokenSlice<'s, Token<'t>>, &'s Steps>;

/// What a parser of tokens answers; a miss needs no words, for whatever is missed is read as something else.
pub(crate) type Found<T> = Result<T, EmptyError>;

/// A cursor at the start of some tokens.
pub(crate) fn cursor<'s, 't>(tokens: &'s [Token<'t>], steps: &'s Steps) -> Cursor<'s, 't> {
    Stateful {
        input: TokenSlice::new(tokens),
        state: steps,
    }
}

/// How many tokens are left.
pub(crate) fn left(input: &Cursor<'_, '_>) -> usize {
    input.input.eof_offset()
}

/// Takes one token that passes a test.
pub(crate) fn token<'s, 't: 's>(
    test: impl Fn(&Token<'t>) -> bool,
) -> impl Parser<Cursor<'s, 't>, &'s Token<'t>, EmptyError> {
    move |input: &mut Cursor<'s, 't>| {
        input.state.add(1);
        any.verify(|token: &&Token<'t>| test(token)).parse_next(input)
    }
}

/// Takes one word that some table knows, and answers with what the table says.
pub(crate) fn known<'s, 't: 's, T>(
    table: impl Fn(&Token<'t>) -> Option<T>,
) -> impl Parser<Cursor<'s, 't>, T, EmptyError> {
    move |input: &mut Cursor<'s, 't>| {
        input.state.add(1);
        any.verify_map(|token: &Token<'t>| {
            if token.kind == Kind::Word {
                table(token)
            } else {
                None
            }
        })
        .parse_next(input)
    }
}

/// Takes one of a few words, in lower case.
pub(crate) fn word<'s, 't: 's>(
    words: &'static [&'static str],
) -> impl Parser<Cursor<'s, 't>, &'s Token<'t>, EmptyError> {
    token(move |token| token.kind == Kind::Word && words.contains(&token.lower))
}

/// Takes a sign.
pub(crate) fn symbol<'s, 't: 's>(symbol: Symbol) -> impl Parser<Cursor<'s, 't>, &'s Token<'t>, EmptyError> {
    token(move |token| token.is_symbol(symbol))
}

/// Takes a number.
pub(crate) fn number<'s, 't: 's>() -> impl Parser<Cursor<'s, 't>, f64, EmptyError> {
    token(|token| matches!(token.kind, Kind::Number(_))).map(|token| match token.kind {
        Kind::Number(value) => value,
        _ => f64::NAN,
    })
}

/// Looks at the next token without taking it.
pub(crate) fn peek<'s, 't>(input: &Cursor<'s, 't>) -> Option<&'s Token<'t>> {
    input.state.add(1);
    input.input.peek_token()
}

/// Whether the next token hangs on the one before without a space.
pub(crate) fn is_tied(input: &Cursor<'_, '_>) -> bool {
    peek(input).is_some_and(|token| token.gap != Gap::Space)
}
