//! A board and its session as two programs know them: the one that changes them tells the one that judges what is new.

use board::journal::Entry;
use board::{Board, Date, Edit};

use crate::session::{Deed, Moment, Session};
use crate::wire::{Reader, Tape, Torn};

/// What the other program knows.
///
/// The one that changes the board lets its mirror [`show`](Self::show) it and sends the text, the other lets its own
/// [`take`](Self::take) that. A new mirror begins anew on both sides.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Mirror {
    board: Board,
    session: Session,
    today: Option<Date>,
    has_begun: bool,
}

impl Mirror {
    /// The board.
    pub fn board(&self) -> &Board {
        &self.board
    }

    /// The session in which it was drawn.
    pub fn session(&self) -> &Session {
        &self.session
    }

    /// The day on which it is judged.
    pub fn today(&self) -> Option<Date> {
        self.today
    }

    /// Shows this from now on. The answer is what another mirror has to take to show the same, in the size of what has
    /// changed.
    pub fn show(&mut self, board: &Board, session: Session, today: Date) -> String {
        let entry = Entry {
            at_ms: 0,
            label: String::new(),
            edit: Edit::between(&self.board, board),
        };
        let pairs = self.session.moments.iter().zip(&session.moments);
        let kept = pairs.take_while(|(before, now)| before == now).count();
        let mut tape = Tape::default();
        tape.number(usize::from(self.has_begun));
        tape.text(&entry.to_json());
        tape.number(kept);
        tape.list(session.moments.get(kept..).unwrap_or_default(), write_moment);
        tape.text(&today.to_string());
        *self = Self {
            board: board.clone(),
            session,
            today: Some(today),
            has_begun: true,
        };
        tape.into_text()
    }

    /// Takes what another mirror said to [`show`](Self::show) the same.
    ///
    /// # Errors
    /// [`Torn`] where `change` is nothing that follows on what was taken so far; then this is as it was.
    pub fn take(&mut self, change: &str) -> Result<(), Torn> {
        let mut reader = Reader::new(change);
        let taken = self.after(&mut reader).filter(|_| reader.left() == 0);
        *self = taken.ok_or(Torn { left: reader.left() })?;
        Ok(())
    }

    fn after(&self, reader: &mut Reader<'_>) -> Option<Self> {
        let mut mirror = match reader.number()? {
            0 => Self::default(),
            _ => self.clone(),
        };
        let entry = Entry::from_json(reader.text()?).ok()?;
        mirror.board.apply(&entry.edit).ok()?;
        mirror.session.moments.truncate(reader.number()?);
        mirror.session.moments.extend(reader.list(read_moment)?);
        mirror.today = Some(reader.text()?.parse().ok()?);
        mirror.has_begun = true;
        Some(mirror)
    }
}

fn write_moment(tape: &mut Tape, moment: &Moment) {
    // As text, because a number of the tape may be shorter than a time.
    tape.text(&moment.at_ms.to_string());
    tape.text(match moment.deed {
        Deed::Answered(question) => question.as_str(),
        Deed::Drew => "drew",
        Deed::WrappedUp => "wrapped up",
    });
}

fn read_moment(reader: &mut Reader<'_>) -> Option<Moment> {
    let at_ms = reader.text()?.parse().ok()?;
    let deed = match reader.text()? {
        "drew" => Deed::Drew,
        "wrapped up" => Deed::WrappedUp,
        question => Deed::Answered(question.parse().ok()?),
    };
    Some(Moment { at_ms, deed })
}
