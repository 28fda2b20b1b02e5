//! What we know of a word, found at one look.
//!
//! The tables of units, nouns and phrases are put on one shelf when the first text is read, and each word of a text is
//! looked up there once. Most words of a text are in none of them, and are passed over at that.

use std::sync::OnceLock;

use crate::phrase::{self, Row};
use crate::unit::Scale;
use crate::{amount, item, measured, noun, unit};

/// What the tables say of a word in lower case.
#[derive(Clone, Debug, Default)]
pub(crate) struct Known {
    /// A unit of time. A lone `m` is a minute here; whether it is a million is decided before.
    pub(crate) time: Option<Scale>,
    /// How many seconds lie between two of `hourly`, `daily`, ….
    pub(crate) cadence: Option<f64>,
    /// A unit of data, in bytes; a lone `b` is one only as a capital, which [`unit::bytes`] knows.
    pub(crate) bytes: Option<Scale>,
    /// A unit of bits, in bytes.
    pub(crate) bits: Option<Scale>,
    /// Happenings per time in one word: what happens (nothing for events) and per how many seconds.
    pub(crate) rate: Option<(Option<&'static str>, f64)>,
    /// How many a magnitude stands for; of a capital `M`, [`unit::magnitude`] knows.
    pub(crate) magnitude: Option<f64>,
    /// The number that it names.
    pub(crate) number: Option<f64>,
    /// The happening that it names, as [`noun::event_name`] takes it.
    pub(crate) event: Option<&'static str>,
    /// It names something that can be counted.
    pub(crate) is_countable: bool,
    /// It names a happening that bytes beside it are the size of.
    pub(crate) has_size: bool,
    /// It is a unit or a magnitude, or a part of one, and so no name of anything that is counted.
    pub(crate) is_unit: bool,
    /// It makes a percentile or an ordinal of the figure in front of it.
    pub(crate) is_rank: bool,
    /// An amount may begin with it.
    pub(crate) opens_amount: bool,
    /// It may stand between a figure and a time: `per`, `a`.
    pub(crate) leads_to_time: bool,
    /// It ends the name of something counted.
    pub(crate) is_stop: bool,
    /// The phrases that begin with it, the longest first.
    pub(crate) phrases: Vec<Row>,
}

/// Of a word that is in no table.
pub(crate) static NOTHING: Known = Known {
    time: None,
    cadence: None,
    bytes: None,
    bits: None,
    rate: None,
    magnitude: None,
    number: None,
    event: None,
    is_countable: false,
    has_size: false,
    is_unit: false,
    is_rank: false,
    opens_amount: false,
    leads_to_time: false,
    is_stop: false,
    phrases: Vec::new(),
};

/// What the tables say of a word in lower case.
pub(crate) fn of(word: &str) -> &'static Known {
    static LEXICON: OnceLock<Lexicon> = OnceLock::new();
    LEXICON.get_or_init(Lexicon::new).find(word).unwrap_or(&NOTHING)
}

/// How many places there are for words: more than twice as many as words.
const PLACES: usize = 4_096;

/// The words, each at the first free place from the one that its letters give.
pub(crate) struct Lexicon {
    /// Which of `words` is at each place, counted from one; nought where it is free.
    places: Vec<u16>,
    words: Vec<(String, Known)>,
}

impl Lexicon {
    fn new() -> Self {
        let mut lexicon = Self {
            places: vec![0; PLACES],
            words: Vec::new(),
        };
        unit::enter(&mut lexicon);
        noun::enter(&mut lexicon);
        phrase::enter(&mut lexicon);
        for word in item::RANKS.iter().chain(item::ORDINALS) {
            lexicon.entry(word).is_rank = true;
        }
        for word in amount::OPENERS {
            lexicon.entry(word).opens_amount = true;
        }
        for word in measured::TO_TIME {
            lexicon.entry(word).leads_to_time = true;
        }
        for word in measured::STOPS {
            lexicon.entry(word).is_stop = true;
        }
        lexicon
    }

    /// What is entered of a word in lower case, to be added to.
    pub(crate) fn entry(&mut self, word: &str) -> &mut Known {
        let place = self.place(word);
        if self.places[place] == 0 {
            self.words.push((word.to_owned(), Known::default()));
            self.places[place] = self.words.len() as u16;
        }
        &mut self.words[usize::from(self.places[place]) - 1].1
    }

    /// Everything entered so far.
    pub(crate) fn all(&mut self) -> impl Iterator<Item = &mut Known> {
        self.words.iter_mut().map(|(_, known)| known)
    }

    fn find(&self, word: &str) -> Option<&Known> {
        let number = usize::from(self.places[self.place(word)]).checked_sub(1)?;
        Some(&self.words[number].1)
    }

    /// Where a word is, or would be.
    fn place(&self, word: &str) -> usize {
        let mut place = hash(word);
        loop {
            place %= PLACES;
            match usize::from(self.places[place]).checked_sub(1) {
                Some(number) if self.words[number].0 != word => place += 1,
                _ => return place,
            }
        }
    }
}

/// A number in which the letters of a word are mixed.
fn hash(word: &str) -> usize {
    let mixed = word.bytes().fold(0_u32, |mixed, byte| {
        (mixed ^ u32::from(byte)).wrapping_mul(0x0100_0193)
    });
    (mixed ^ mixed >> 15) as usize
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_is_found_with_all_that_is_known_of_it() {
        let minute = of("m");
        assert!(minute.time.is_some() && minute.is_unit && minute.event.is_none());
        let [queries, queues] = ["queries", "queues"].map(of);
        assert_eq!((queries.event, queues.event), (Some("query"), None));
        assert!(of("boxes").phrases.is_empty() && std::ptr::eq(of("zebra"), &NOTHING));
        let lengths: Vec<usize> = of("no").phrases.iter().map(|(words, _)| words.len()).collect();
        assert!(
            lengths.is_sorted_by(|a, b| a >= b) && lengths.len() > 4,
            "{lengths:?}"
        );
    }

    #[test]
    fn the_places_are_twice_as_many_as_the_words() {
        let words = Lexicon::new().words;
        assert!(words.len() * 2 < PLACES, "{}", words.len());
    }
}
