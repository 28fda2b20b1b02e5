//! What lies where: a uniform grid of cells, each with the keys of the rectangles that touch it.

use sorted::{Map, Set};

use crate::{Page, Rect};

/// A rectangle that touches more cells than this is kept apart and looked at by every query.
const MOST_CELLS: i64 = 256;

type Cell = (i32, i32);

/// An index of rectangles by place. Answers come in the order of the keys.
#[derive(Clone, Debug)]
pub struct Grid<K> {
    cell: f64,
    rects: Map<K, Rect<Page>>,
    /// What touches each cell, with the rectangles, so that a query looks nothing up.
    cells: Map<Cell, Map<K, Rect<Page>>>,
    large: Map<K, Rect<Page>>,
}

impl<K: Clone + Ord> Default for Grid<K> {
    fn default() -> Self {
        Self::new(512.0)
    }
}

impl<K: Clone + Ord> Grid<K> {
    /// An empty index whose cells are squares of `cell` page units, at least 1.
    pub fn new(cell: f64) -> Self {
        Self {
            cell: if cell >= 1.0 { cell } else { 1.0 },
            rects: Map::new(),
            cells: Map::new(),
            large: Map::new(),
        }
    }

    /// How many rectangles it holds.
    pub fn len(&self) -> usize {
        self.rects.len()
    }

    /// It holds no rectangle.
    pub fn is_empty(&self) -> bool {
        self.rects.is_empty()
    }

    /// The rectangle of `key`.
    pub fn get(&self, key: &K) -> Option<Rect<Page>> {
        self.rects.get(key).copied()
    }

    /// Puts `key` at `rect`, wherever it was before.
    pub fn insert(&mut self, key: K, rect: Rect<Page>) {
        let before = self.rects.insert(key.clone(), rect);
        if before == Some(rect) {
            return;
        }
        if let Some(before) = before {
            self.forget(&key, before);
        }
        match self.span(rect) {
            None => {
                self.large.insert(key, rect);
            }
            Some(span) => {
                for cell in span.cells() {
                    self.cells.get_or_default(cell).insert(key.clone(), rect);
                }
            }
        }
    }

    /// Takes `key` out; true if it was in.
    pub fn remove(&mut self, key: &K) -> bool {
        match self.rects.remove(key) {
            Some(rect) => {
                self.forget(key, rect);
                true
            }
            None => false,
        }
    }

    /// The keys of all rectangles that share at least a point with `area`, in order.
    pub fn query(&self, area: Rect<Page>) -> Vec<K> {
        self.query_for(area, |_| true)
    }

    /// The same of those keys alone that `count`.
    pub fn query_for(&self, area: Rect<Page>, count: fn(&K) -> bool) -> Vec<K> {
        let is_meant = |(key, rect): &(&K, &Rect<Page>)| count(key) && rect.intersects(&area);
        let Some(span) = self.span(area) else {
            let all = self.rects.iter();
            return all.filter(is_meant).map(|(key, _)| key.clone()).collect();
        };
        let near = span.cells().filter_map(|cell| self.cells.get(&cell)).flatten();
        let touching = near.chain(&self.large).filter(is_meant);
        let mut keys = Set::new();
        keys.extend(touching.map(|(key, _)| key));
        keys.iter().copied().cloned().collect()
    }

    /// Whether more than `most` of the keys that `counts` share at least a point with `area`. Looks no farther than it
    /// takes to know.
    pub fn crowded(&self, area: Rect<Page>, most: usize, counts: impl Fn(&K) -> bool) -> bool {
        if self.rects.len() <= most {
            return false;
        }
        let Some(span) = self.span(area) else {
            let here = self
                .rects
                .iter()
                .filter(|(key, rect)| counts(key) && rect.intersects(&area));
            return here.take(most + 1).count() > most;
        };
        let mut found = Set::new();
        let near = span.cells().filter_map(|cell| self.cells.get(&cell)).flatten();
        for (key, rect) in near.chain(&self.large).filter(|(key, _)| counts(key)) {
            if rect.intersects(&area) {
                found.insert(key);
            }
            if found.len() > most {
                return true;
            }
        }
        false
    }

    fn forget(&mut self, key: &K, rect: Rect<Page>) {
        let Some(span) = self.span(rect) else {
            self.large.remove(key);
            return;
        };
        for cell in span.cells() {
            if let Some(keys) = self.cells.get_mut(&cell) {
                keys.remove(key);
                if keys.is_empty() {
                    self.cells.remove(&cell);
                }
            }
        }
    }

    /// The cells that `rect` touches; nothing where they are too many or too far out to be worth listing.
    fn span(&self, rect: Rect<Page>) -> Option<Span> {
        let cell = |value: f64| {
            let cell = (value / self.cell).floor();
            let near = cell.abs() < f64::from(i32::MAX);
            near.then_some(cell as i32)
        };
        let span = Span {
            left: cell(rect.left())?,
            right: cell(rect.right())?,
            top: cell(rect.top())?,
            bottom: cell(rect.bottom())?,
        };
        let wide = i64::from(span.right) - i64::from(span.left) + 1;
        let high = i64::from(span.bottom) - i64::from(span.top) + 1;
        (wide.saturating_mul(high) <= MOST_CELLS).then_some(span)
    }
}

struct Span {
    left: i32,
    right: i32,
    top: i32,
    bottom: i32,
}

impl Span {
    fn cells(&self) -> impl Iterator<Item = Cell> + use<> {
        let columns = self.left..=self.right;
        let rows = self.top..=self.bottom;
        columns.flat_map(move |column| rows.clone().map(move |row| (column, row)))
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::*;
    use crate::{Point, Size};
    use proptest::prelude::*;

    fn area() -> impl Strategy<Value = Rect<Page>> {
        let place = prop_oneof![4 => -300.0..300.0, 1 => -1e12..1e12];
        let length = prop_oneof![4 => 0.0..80.0, 1 => 0.0..1e7];
        (place.clone(), place, length.clone(), length)
            .prop_map(|(x, y, width, height)| Rect::new(Point::new(x, y), Size::new(width, height)))
    }

    proptest! {
        #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

        #[test]
        fn finds_what_a_look_at_all_rectangles_finds(
            steps in prop::collection::vec((0..12_u8, prop::option::weighted(0.8, area())), 0..40),
            queries in prop::collection::vec(area(), 1..5),
        ) {
            let mut grid = Grid::new(50.0);
            let mut all = BTreeMap::new();
            for (key, rect) in steps {
                match rect {
                    Some(rect) => {
                        grid.insert(key, rect);
                        all.insert(key, rect);
                    }
                    None => prop_assert_eq!(grid.remove(&key), all.remove(&key).is_some()),
                }
            }
            prop_assert_eq!(grid.len(), all.len());
            for area in queries {
                let expected: Vec<u8> =
                    all.iter().filter(|(_, rect)| rect.intersects(&area)).map(|(key, _)| *key).collect();
                for most in 0..4 {
                    let even = expected.iter().filter(|key| *key % 2 == 0).count();
                    prop_assert_eq!(grid.crowded(area, most, |key| key % 2 == 0), even > most);
                }
                prop_assert_eq!(grid.query(area), expected);
            }
        }
    }

    #[test]
    fn what_is_not_a_number_touches_nothing() {
        let mut grid = Grid::new(50.0);
        grid.insert(1, Rect::new(Point::new(f64::NAN, 0.0), Size::new(1.0, 1.0)));
        assert!(
            grid.query(Rect::new(Point::new(0.0, 0.0), Size::new(9.0, 9.0)))
                .is_empty()
        );
        assert!(grid.remove(&1) && grid.is_empty());
    }
}
