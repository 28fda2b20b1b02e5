//! An answer of the linter, read to be played: what waits where at which second, and which marks lie on the board then.

use js_sys::Array;
use quantity::spoken::{count, size};

use crate::components::told::Told;

/// What is played.
#[derive(Debug, PartialEq)]
pub(crate) struct Play {
    /// The last second of it; 0 where it takes no time.
    pub ends: f64,
    /// The second at which most waits.
    pub worst: f64,
    /// When something begins, turns or ends.
    turns: Vec<f64>,
    /// What waits before boxes.
    pub waits: Vec<Wait>,
    /// What is the matter with boxes and edges.
    pub marks: Vec<Mark>,
    /// The boxes and edges that an event passes, where one is followed.
    pub hops: Vec<Hop>,
}

/// A box or an edge that an event passes.
#[derive(Debug, PartialEq)]
pub(crate) struct Hop {
    /// It is an edge.
    pub is_edge: bool,
    /// Which one.
    pub id: String,
    /// What it is called.
    pub name: String,
    /// What it adds, in words.
    pub adds: String,
    from: f64,
    until: f64,
    begins: f64,
    ends: f64,
}

/// What waits before a box.
#[derive(Debug, PartialEq)]
pub(crate) struct Wait {
    /// Which box.
    pub id: String,
    /// What it is called.
    pub name: String,
    /// The most of it that is seen.
    pub top: f64,
    in_bytes: bool,
    /// Seconds and how much waits then, straight in between.
    pub course: Vec<(f64, f64)>,
}

/// What is the matter with a box or an edge from a second to another one.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Mark {
    /// It is an edge.
    pub is_edge: bool,
    /// Which one.
    pub id: String,
    /// `hit`, `broken` or `less`.
    pub tone: String,
    /// In a word.
    pub word: String,
    from: f64,
    until: f64,
}

impl Play {
    /// Reads an answer; none where there is nothing to play.
    pub(crate) fn read(told: &Told) -> Option<Self> {
        Some(Self {
            ends: told.number("ends").unwrap_or_default(),
            worst: told.number("worst")?,
            turns: numbers(&told.part("turns")),
            waits: told.list("waits").iter().map(Wait::read).collect(),
            marks: told.list("marks").iter().map(Mark::read).collect(),
            hops: told.list("hops").iter().map(Hop::read).collect(),
        })
    }

    /// The next moment at which something turns.
    pub(crate) fn turn_after(&self, moment: f64) -> Option<f64> {
        self.turns.iter().copied().find(|turn| *turn > moment)
    }

    /// The marks that lie on the board at `moment`.
    pub(crate) fn marks_at(&self, moment: f64) -> impl Iterator<Item = &Mark> {
        let lies = move |mark: &&Mark| mark.from <= moment && moment <= mark.until;
        self.marks.iter().filter(lies)
    }

    /// Which hop the event is in at `moment`, and how much of it lies behind.
    pub(crate) fn hop_at(&self, moment: f64) -> Option<(usize, f64)> {
        let last = self.hops.len().checked_sub(1)?;
        let at = self
            .hops
            .iter()
            .position(|hop| moment < hop.until)
            .unwrap_or(last);
        let hop = self.hops.get(at)?;
        let length = (hop.until - hop.from).max(f64::MIN_POSITIVE);
        Some((at, ((moment - hop.from) / length).clamp(0.0, 1.0)))
    }

    /// What the clock shows at `moment`: where an event is followed, its own time.
    pub(crate) fn seconds(&self, moment: f64) -> f64 {
        let hop = self.hop_at(moment);
        let hop = hop.and_then(|(at, behind)| Some((self.hops.get(at)?, behind)));
        hop.map_or(moment, |(hop, behind)| {
            hop.begins + (hop.ends - hop.begins) * behind
        })
    }

    /// The most that waits anywhere at any time.
    pub(crate) fn top(&self) -> f64 {
        self.waits.iter().map(|wait| wait.top).fold(0.0, f64::max)
    }
}

impl Wait {
    fn read(told: &Told) -> Self {
        let text = |name| told.text(name).map(|text| text.to_string()).unwrap_or_default();
        let corner = |corner: Told| match numbers(&corner).as_slice() {
            [at, value] => Some((*at, *value)),
            _ => None,
        };
        Self {
            id: text("id"),
            name: text("name"),
            top: told.number("top").unwrap_or_default(),
            in_bytes: told.part("in_bytes").0.is_truthy(),
            course: told.list("course").into_iter().filter_map(corner).collect(),
        }
    }

    /// How much waits at `moment`.
    pub(crate) fn at(&self, moment: f64) -> f64 {
        let after = self.course.partition_point(|(at, _)| *at <= moment);
        let before = after.checked_sub(1).and_then(|last| self.course.get(last));
        match (before, self.course.get(after)) {
            (Some((from, low)), Some((until, high))) if until > from => {
                low + (high - low) * (moment - from) / (until - from)
            }
            (Some((_, value)), _) => *value,
            (None, _) => 0.0,
        }
    }

    /// So much, in words of at most three digits, so that they hold still while it grows.
    pub(crate) fn amount(&self, amount: f64) -> String {
        let digits = 10_f64
            .powf((amount.abs().max(1.0)).log10().floor() - 2.0)
            .max(1.0);
        let rounded = (amount / digits).round() * digits;
        if self.in_bytes {
            size(rounded)
        } else {
            count(rounded)
        }
    }

    /// What that is of.
    pub(crate) fn unit(&self) -> &'static str {
        if self.in_bytes { "" } else { " events" }
    }
}

impl Hop {
    fn read(told: &Told) -> Self {
        let text = |name| told.text(name).map(|text| text.to_string()).unwrap_or_default();
        let number = |name| told.number(name).unwrap_or_default();
        Self {
            is_edge: text("kind") == "edge",
            id: text("id"),
            name: text("name"),
            adds: text("adds"),
            from: number("from"),
            until: number("until"),
            begins: number("begins"),
            ends: number("ends"),
        }
    }
}

impl Mark {
    fn read(told: &Told) -> Self {
        let text = |name| told.text(name).map(|text| text.to_string()).unwrap_or_default();
        Self {
            is_edge: text("kind") == "edge",
            id: text("id"),
            tone: text("tone"),
            word: text("word"),
            from: told.number("from").unwrap_or_default(),
            until: told.number("until").unwrap_or(f64::INFINITY),
        }
    }
}

fn numbers(list: &Told) -> Vec<f64> {
    match Array::is_array(&list.0) {
        true => Array::from(&list.0).iter().filter_map(|it| it.as_f64()).collect(),
        false => Vec::new(),
    }
}
