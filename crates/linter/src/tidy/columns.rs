//! Heights: the order of the boxes in each column, and where each stands.

use super::{BELOW, BESIDE, Card, Link, Part, on_grid};

/// How often the columns are gone through, in turn from the left and from the right; last from the left.
const SWEEPS: usize = 7;

/// The place of each card, from the upper left corner of all. Cards of one column never overlap, nor do columns.
pub(super) fn laid_out(cards: &[Card], links: &[Link], columns: &[usize]) -> Vec<(f64, f64)> {
    let mut sheet = Sheet::new(cards, links, columns);
    for sweep in 0..SWEEPS {
        // The last sweeps only straighten.
        sheet.sweep(sweep % 2 == 1, sweep + 2 < SWEEPS);
    }
    sheet.settle();
    sheet.places(cards, columns)
}

struct Sheet<'c> {
    cards: &'c [Card],
    /// The cards that each card is joined to.
    joined: Vec<Vec<usize>>,
    /// The cards of each column, from above.
    stacks: Vec<Vec<usize>>,
    /// The upper side of each card.
    tops: Vec<f64>,
}

impl<'c> Sheet<'c> {
    fn new(cards: &'c [Card], links: &[Link], columns: &[usize]) -> Self {
        let mut joined = vec![Vec::new(); cards.len()];
        for link in links {
            for (one, other) in [(link.from, link.to), (link.to, link.from)] {
                if let Some(joined) = joined.get_mut(one) {
                    joined.push(other);
                }
            }
        }
        let count = columns.iter().max().map_or(0, |last| last + 1);
        let mut stacks = vec![Vec::new(); count];
        for (place, column) in columns.iter().enumerate() {
            if let Some(stack) = stacks.get_mut(*column) {
                stack.push(place);
            }
        }
        let mut sheet = Self {
            tops: cards.iter().map(|card| card.y).collect(),
            cards,
            joined,
            stacks: Vec::new(),
        };
        for stack in &mut stacks {
            sheet.order(stack);
            sheet.stack_up(stack);
        }
        sheet.stacks = stacks;
        sheet
    }

    /// Goes through the columns and puts each card where its neighbours would have it.
    fn sweep(&mut self, back: bool, may_swap: bool) {
        let mut stacks = std::mem::take(&mut self.stacks);
        let count = stacks.len();
        for step in 0..count {
            let column = if back { count - 1 - step } else { step };
            if let Some(stack) = stacks.get_mut(column) {
                for place in stack.iter() {
                    let wanted = self.wanted(*place);
                    if let Some(top) = self.tops.get_mut(*place) {
                        *top = wanted;
                    }
                }
                if may_swap {
                    self.order(stack);
                }
                self.stack_up(stack);
            }
        }
        self.stacks = stacks;
    }

    /// Puts each card at the end of a row level with the one next to it, where there is room.
    fn settle(&mut self) {
        let stacks = std::mem::take(&mut self.stacks);
        for stack in &stacks {
            let before = self.tops.clone();
            for place in stack {
                let is_end = self.joined.get(*place).is_some_and(|joined| joined.len() == 1);
                let wanted = self.wanted(*place);
                if let Some(top) = self.tops.get_mut(*place).filter(|_| is_end) {
                    *top = wanted;
                }
            }
            let after = self.tops.clone();
            self.stack_up(stack);
            // Nobody is pushed away for it.
            if self.tops != after {
                self.tops = before;
            }
        }
        self.stacks = stacks;
    }

    /// Where a card would stand if it were alone: level with what flows into and out of it, above or below the others.
    fn wanted(&self, place: usize) -> f64 {
        let Some(card) = self.cards.get(place) else {
            return 0.0;
        };
        let near = self.joined.get(place).into_iter().flatten();
        let near = near.filter_map(|other| Some((self.cards.get(*other)?, *self.tops.get(*other)?)));
        let (sum, count) = near
            .filter(|(other, _)| card.part != Part::Flow || other.part == Part::Flow)
            .map(|(other, top)| match card.part {
                Part::Beside => top - card.height - BELOW,
                Part::Failure => top + other.height + BELOW,
                Part::Flow | Part::Fixed => top + (other.box_height - card.box_height) / 2.0,
            })
            .fold((0.0, 0.0), |(sum, count), wanted| (sum + wanted, count + 1.0));
        match self.tops.get(place) {
            _ if count > 0.0 => sum / count,
            Some(top) => *top,
            None => 0.0,
        }
    }

    /// Orders a column: what stands beside above, what fails below, each by where it would stand.
    fn order(&self, stack: &mut [usize]) {
        let key = |place: &usize| {
            let part = self.cards.get(*place).map(|card| card.part);
            (part, self.tops.get(*place).copied().unwrap_or_default(), *place)
        };
        stack.sort_by(|one, other| {
            let (one, other) = (key(one), key(other));
            one.0
                .cmp(&other.0)
                .then(one.1.total_cmp(&other.1))
                .then(one.2.cmp(&other.2))
        });
    }

    /// Moves the cards of a column apart, in their order, as little as can be: those that push each other move together.
    fn stack_up(&mut self, stack: &[usize]) {
        /// Cards that touch: how many, the sum of where each would have the first, and the height of all.
        struct Pile {
            count: usize,
            wanted: f64,
            height: f64,
        }
        let mut piles: Vec<Pile> = Vec::new();
        for place in stack {
            let height = self.cards.get(*place).map_or(0.0, |card| card.height) + BELOW;
            let wanted = self.tops.get(*place).copied().unwrap_or_default();
            let mut pile = Pile {
                count: 1,
                wanted,
                height,
            };
            while let Some(above) = piles.pop() {
                if above.wanted / above.count as f64 + above.height <= pile.wanted / pile.count as f64 {
                    piles.push(above);
                    break;
                }
                pile = Pile {
                    count: above.count + pile.count,
                    wanted: above.wanted + pile.wanted - above.height * pile.count as f64,
                    height: above.height + pile.height,
                };
            }
            piles.push(pile);
        }
        let mut places = stack.iter();
        for pile in piles {
            let mut top = pile.wanted / pile.count as f64;
            for place in places.by_ref().take(pile.count) {
                if let Some(own) = self.tops.get_mut(*place) {
                    *own = top;
                }
                top += self.cards.get(*place).map_or(0.0, |card| card.height) + BELOW;
            }
        }
    }

    fn places(&self, cards: &[Card], columns: &[usize]) -> Vec<(f64, f64)> {
        let mut lefts = Vec::with_capacity(self.stacks.len());
        let mut left = 0.0;
        for stack in &self.stacks {
            lefts.push(left);
            let widths = stack.iter().filter_map(|place| cards.get(*place));
            left = on_grid(left + widths.fold(0.0, |widest: f64, card| widest.max(card.width)) + BESIDE);
        }
        let top = self.tops.iter().copied().fold(f64::INFINITY, f64::min);
        let place = |(column, own): (&usize, &f64)| {
            let left = lefts.get(*column).copied().unwrap_or_default();
            (left, on_grid(own - top))
        };
        columns.iter().zip(&self.tops).map(place).collect()
    }
}
