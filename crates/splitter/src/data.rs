//! Which data goes to which part: what only functions of the second look at comes with them.

use std::collections::BTreeSet;
use std::ops::Range;

use wasm_encoder::{ConstExpr, DataSection};

use crate::program::{Function, Program};

/// A table may be looked at from a little before its beginning, where its first rows are never asked for.
const BEFORE: u32 = 32;
/// What a run of bytes of its own costs, about, in bytes.
const HEAD: u32 = 12;

/// Where something lies in the memory.
pub(crate) type Place = Range<u32>;

/// What the memory begins with, from the first byte that is not zero.
#[derive(Default)]
pub(crate) struct Image {
    start: u32,
    bytes: Vec<u8>,
}

/// The data of a program cut in two: where that of each part lies, in order.
pub(crate) struct Data {
    image: Image,
    first: Vec<Place>,
    second: Vec<Place>,
}

impl Data {
    /// Has stay what a function of `first` may look at, what data that stays points at, and what is in none of the pieces.
    pub(crate) fn of(program: &Program<'_>, first: &BTreeSet<Function>, pieces: &[Place]) -> Self {
        let image = Image::of(program);
        let by_first = Looks::by(first.iter().copied(), program, &image, pieces);
        let by_any = Looks::by(program.functions(), program, &image, pieces);
        // What nobody seems to look at is looked at in a way that we do not know.
        let moves = by_first
            .iter()
            .zip(by_any)
            .map(|(by_first, by_any)| by_any && !by_first);
        let moving = pieces.iter().zip(moves).filter(|(_, moves)| *moves);
        let second: Vec<_> = moving.map(|(piece, _)| piece.clone()).collect();
        Self {
            first: image.without(&second),
            second,
            image,
        }
    }

    /// What the first part begins with.
    pub(crate) fn first(&self) -> DataSection {
        self.image.section(&self.first)
    }

    /// What the second part brings.
    pub(crate) fn second(&self) -> DataSection {
        self.image.section(&self.second)
    }
}

impl Image {
    fn of(program: &Program<'_>) -> Self {
        let mut image = Self {
            start: program
                .data
                .iter()
                .map(|(start, _)| *start)
                .min()
                .unwrap_or_default(),
            bytes: Vec::new(),
        };
        for (start, bytes) in &program.data {
            let at = (start - image.start) as usize;
            let end = at + bytes.len();
            image.bytes.resize(image.bytes.len().max(end), 0);
            if let Some(place) = image.bytes.get_mut(at..end) {
                place.copy_from_slice(bytes);
            }
        }
        image
    }

    fn end(&self) -> u32 {
        self.start + self.bytes.len() as u32
    }

    /// What is at `place`, as far as it is not beyond the end.
    fn at(&self, place: &Place) -> &[u8] {
        let within = |at: u32| (at.clamp(self.start, self.end()) - self.start) as usize;
        self.bytes
            .get(within(place.start)..within(place.end))
            .unwrap_or_default()
    }

    /// All but `taken`, which is in order.
    fn without(&self, taken: &[Place]) -> Vec<Place> {
        let starts = taken.iter().map(|place| place.start).chain([self.end()]);
        let ends = [self.start]
            .into_iter()
            .chain(taken.iter().map(|place| place.end));
        let rest = ends.zip(starts).map(|(from, to)| from..to);
        rest.filter(|place| !place.is_empty()).collect()
    }

    /// What is at `places`, without long rows of zeros. Where two lie close to one another, what is between them as well.
    fn section(&self, places: &[Place]) -> DataSection {
        let mut runs: Vec<Place> = Vec::new();
        for place in places {
            for (at, byte) in (place.start..).zip(self.at(place)) {
                match runs.last_mut() {
                    _ if *byte == 0 => {}
                    Some(run) if at - run.end < HEAD => run.end = at + 1,
                    _ => runs.push(at..at + 1),
                }
            }
        }
        let mut section = DataSection::new();
        for run in runs {
            let offset = ConstExpr::i32_const(run.start.cast_signed());
            section.active(0, &offset, self.at(&run).iter().copied());
        }
        section
    }
}

/// Where each constant piece of data lies, in order, as the `map` of the linker tells.
pub(crate) fn pieces(map: &str) -> Vec<Place> {
    let piece = |line: &str| {
        let (columns, kind) = line.split_once(":(")?;
        let mut columns = columns.split_whitespace();
        let mut number = || u32::from_str_radix(columns.next()?, 16).ok();
        let (start, _, size) = (number()?, number()?, number()?);
        (kind.starts_with(".rodata") && size > 0).then(|| start..start + size)
    };
    let mut pieces: Vec<_> = map.lines().filter_map(piece).collect();
    pieces.sort_by_key(|piece| piece.start);
    pieces
}

/// What is looked at, and which places have still to be gone through for what they point at.
struct Looks<'p> {
    pieces: &'p [Place],
    seen: Vec<bool>,
    open: Vec<Place>,
}

impl<'p> Looks<'p> {
    /// Which of the `pieces` these `functions` look at, and what is pointed at by what they look at.
    fn by(
        functions: impl Iterator<Item = Function>,
        program: &Program<'_>,
        image: &Image,
        pieces: &'p [Place],
    ) -> Vec<bool> {
        let mut looks = Self {
            pieces,
            seen: vec![false; pieces.len()],
            open: image.without(pieces),
        };
        for address in functions.flat_map(|function| program.constants(function)) {
            looks.at(address);
        }
        while let Some(place) = looks.open.pop() {
            for at in (place.start.next_multiple_of(4)..place.end).step_by(4) {
                if let Ok(word) = image.at(&(at..at + 4)).try_into() {
                    looks.at(u32::from_le_bytes(word));
                }
            }
        }
        looks.seen
    }

    /// Any number may be an address, and one within a piece may be one before the next.
    fn at(&mut self, number: u32) {
        let next = self.pieces.partition_point(|piece| piece.start <= number);
        let last = next
            .checked_sub(1)
            .and_then(|at| Some((at, self.pieces.get(at)?)));
        if let Some((at, piece)) = last {
            let is_start = piece.start == number;
            if piece.end + BEFORE > number {
                self.see(at);
            }
            if is_start {
                return;
            }
        }
        if self
            .pieces
            .get(next)
            .is_some_and(|piece| piece.start - number <= BEFORE)
        {
            self.see(next);
        }
    }

    fn see(&mut self, at: usize) {
        if let (Some(piece), Some(seen)) = (self.pieces.get(at), self.seen.get_mut(at))
            && !std::mem::replace(seen, true)
        {
            self.open.push(piece.clone());
        }
    }
}
