//! What was worked out from texts, kept from one board to the next.

use std::collections::HashMap;

use foldhash::fast::FixedState;

/// What was worked out from each text, so that after an edit only the texts that changed are looked into.
///
/// It holds what depends on the text alone, and of that only what the last two boards asked for.
#[derive(Clone, Debug)]
pub struct Memory<T> {
    known: HashMap<Box<str>, Known<T>, FixedState>,
    board: u64,
}

#[derive(Clone, Debug)]
struct Known<T> {
    what: T,
    /// The last board that asked for it.
    asked: u64,
}

impl<T> Default for Memory<T> {
    fn default() -> Self {
        Self {
            known: HashMap::default(),
            board: 0,
        }
    }
}

impl<T: Clone> Memory<T> {
    /// A new board begins; what the last two did not ask for is forgotten.
    pub fn begin(&mut self) {
        let last = self.board;
        self.known.retain(|_, known| known.asked + 1 >= last);
        self.board += 1;
    }

    /// What follows from `text`, worked out now if it is not known.
    pub fn of(&mut self, text: &str, work_out: impl FnOnce(&str) -> T) -> T {
        if let Some(known) = self.known.get_mut(text) {
            known.asked = self.board;
            return known.what.clone();
        }
        let what = work_out(text);
        let known = Known {
            what: what.clone(),
            asked: self.board,
        };
        self.known.insert(Box::from(text), known);
        what
    }
}

#[cfg(test)]
mod tests {
    use super::Memory;

    #[test]
    fn a_text_is_looked_into_once_and_forgotten_when_no_board_has_it() {
        let mut memory = Memory::default();
        let mut looks = 0;
        let mut look = |memory: &mut Memory<usize>, text: &str| {
            memory.of(text, |text| {
                looks += 1;
                text.len()
            })
        };
        memory.begin();
        assert_eq!((look(&mut memory, "p99"), look(&mut memory, "p99")), (3, 3));
        memory.begin();
        assert_eq!(look(&mut memory, "p95 "), 4);
        memory.begin();
        assert_eq!(look(&mut memory, "p99"), 3);
        memory.begin();
        memory.begin();
        memory.begin();
        assert_eq!(look(&mut memory, "p99"), 3);
        assert_eq!(looks, 3);
    }
}
