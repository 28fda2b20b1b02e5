//! Tidying: new places for boxes, so that data runs from left to right, failure paths lie below and what controls above.
//!
//! 1. What is joined in any way is laid out together; [`layers`] says in which column each box stands.
//! 2. [`columns`] orders the boxes of each column so that few arrows cross, and says how high each stands.
//! 3. The groups stand on [`shelves`], in the order that they have now, from where the upper left corner of all was, clear
//!    of what stays.
//!
//! It is all numbers: the page knows the boxes, and how large their words are. The same board gives the same places.

mod columns;
mod layers;
mod shelves;

use shelves::Shelf;

/// Page units between two columns: room for the words of an arrow.
const BESIDE: f64 = 168.0;
/// Page units between what lies below one another.
const BELOW: f64 = 56.0;
/// Boxes stand on multiples of this.
const GRID: f64 = 8.0;
/// How many numbers tell a card, and a link.
const CARD: usize = 6;
const LINK: usize = 3;

/// A box with its words.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Card {
    /// The upper left corner as it is now.
    x: f64,
    y: f64,
    /// The size with the words below.
    width: f64,
    height: f64,
    /// The height of the box alone.
    box_height: f64,
    part: Part,
}

/// What a box is for in the picture.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Part {
    /// Govern and observe boxes: they stand above what they look after.
    Beside,
    /// Data flows through it.
    Flow,
    /// Only failures reach it: it stands below.
    Failure,
    /// It stays where it is.
    Fixed,
}

/// What an arrow carries.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Carries {
    Data,
    Failure,
    Control,
}

/// An arrow, by the places of its ends among the cards.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Link {
    from: usize,
    to: usize,
    carries: Carries,
}

/// Where the boxes that the numbers tell of shall stand: x and y of each, in their order. First comes how many boxes there
/// are, and how many times as wide as high the screen is; of each box x, y, width and height with its words, height of the box alone, and 0 where data flows through it, 1 where
/// it stands beside, 2 where it stays; then of each arrow its ends and 0 for data, 1 for failure, 2 for control. What does
/// not make sense is left out.
pub fn tidied(told: &[f64]) -> Vec<f64> {
    let [count, proportion, told @ ..] = told else {
        return Vec::new();
    };
    let (cards, links) = told.split_at((*count as usize).saturating_mul(CARD).min(told.len()));
    let mut cards: Vec<Card> = cards.chunks_exact(CARD).filter_map(card).collect();
    let links: Vec<Link> = links
        .chunks_exact(LINK)
        .filter_map(|told| link(told, cards.len()))
        .collect();
    part_failures(&mut cards, &links);
    let places = placed(&cards, &links, *proportion);
    places.into_iter().flat_map(|(x, y)| [x, y]).collect()
}

fn card(told: &[f64]) -> Option<Card> {
    let &[x, y, width, height, box_height, part] = told else {
        return None;
    };
    let all = [x, y, width, height, box_height];
    all.iter().all(|number| number.is_finite()).then_some(Card {
        x,
        y,
        width: width.max(1.0),
        height: height.max(1.0),
        box_height: box_height.max(1.0),
        part: match part as u8 {
            0 => Part::Flow,
            1 => Part::Beside,
            _ => Part::Fixed,
        },
    })
}

fn link(told: &[f64], count: usize) -> Option<Link> {
    let &[from, to, carries] = told else { return None };
    let link = Link {
        from: from as usize,
        to: to as usize,
        carries: match carries as u8 {
            0 => Carries::Data,
            1 => Carries::Failure,
            _ => Carries::Control,
        },
    };
    let are_places = told.iter().all(|number| *number >= 0.0);
    (are_places && link.from < count && link.to < count && link.from != link.to).then_some(link)
}

/// Finds the boxes that failures reach and data does not.
fn part_failures(cards: &mut [Card], links: &[Link]) {
    let reached = |place: usize, carries| {
        links.iter().any(|link| {
            link.carries == carries && (link.to == place || carries == Carries::Data && link.from == place)
        })
    };
    for (place, card) in cards.iter_mut().enumerate() {
        if card.part == Part::Flow && reached(place, Carries::Failure) && !reached(place, Carries::Data) {
            card.part = Part::Failure;
        }
    }
}

fn placed(cards: &[Card], links: &[Link], proportion: f64) -> Vec<(f64, f64)> {
    let mut places: Vec<(f64, f64)> = cards.iter().map(|card| (card.x, card.y)).collect();
    let moving = || cards.iter().filter(|card| card.part != Part::Fixed);
    let left = on_grid(moving().fold(f64::INFINITY, |left, card| left.min(card.x)));
    let top = on_grid(moving().fold(f64::INFINITY, |top, card| top.min(card.y)));
    let groups: Vec<Group> = groups(cards, links)
        .into_iter()
        .map(|members| Group::laid_out(members, cards, links))
        .collect();
    let sizes: Vec<_> = groups.iter().map(|group| (group.width, group.height)).collect();
    let mut shelf = Shelf::new(shelves::best_width(&sizes, proportion));
    for group in &groups {
        let (x, y) = shelf.next(group.width);
        let (x, y) = (left + x, group.clear_of_fixed(cards, left + x, top + y));
        shelf.filled(y - top + group.height);
        for (place, at) in group.members.iter().zip(&group.laid) {
            if let Some(placed) = places.get_mut(*place) {
                *placed = (x + at.0, y + at.1);
            }
        }
    }
    places
}

/// Cards that are joined in any way, with their places from the upper left corner of all.
struct Group {
    members: Vec<usize>,
    cards: Vec<Card>,
    laid: Vec<(f64, f64)>,
    width: f64,
    height: f64,
}

impl Group {
    fn laid_out(members: Vec<usize>, cards: &[Card], links: &[Link]) -> Self {
        let cards: Vec<Card> = members
            .iter()
            .filter_map(|place| cards.get(*place))
            .copied()
            .collect();
        let among = |place: usize| members.binary_search(&place).ok();
        let links: Vec<Link> = links
            .iter()
            .filter_map(|link| {
                Some(Link {
                    from: among(link.from)?,
                    to: among(link.to)?,
                    carries: link.carries,
                })
            })
            .collect();
        let laid = columns::laid_out(&cards, &links, &layers::columns(&cards, &links));
        let ends = || {
            laid.iter()
                .zip(&cards)
                .map(|((x, y), card)| (x + card.width, y + card.height))
        };
        Self {
            width: ends().fold(0.0, |width, end| width.max(end.0)),
            height: ends().fold(0.0, |height, end| height.max(end.1)),
            members,
            cards,
            laid,
        }
    }

    /// How high the group has to stand, `top` or lower, to be clear of what stays.
    fn clear_of_fixed(&self, cards: &[Card], left: f64, mut top: f64) -> f64 {
        let fixed: Vec<&Card> = cards.iter().filter(|card| card.part == Part::Fixed).collect();
        for _ in 0..=fixed.len() {
            let is_hit = |fixed: &&&Card| {
                self.cards.iter().zip(&self.laid).any(|(card, (x, y))| {
                    let (x, y) = (left + x, top + y);
                    x < fixed.x + fixed.width + GRID
                        && fixed.x < x + card.width + GRID
                        && y < fixed.y + fixed.height + GRID
                        && fixed.y < y + card.height + GRID
                })
            };
            let bottom = fixed.iter().filter(is_hit).map(|fixed| fixed.y + fixed.height);
            match bottom.reduce(f64::max) {
                Some(bottom) => top = on_grid(bottom + BELOW),
                None => break,
            }
        }
        top
    }
}

/// The cards that are joined in any way, each group in order; the groups as they are read now, from above and then from
/// the left.
fn groups(cards: &[Card], links: &[Link]) -> Vec<Vec<usize>> {
    let mut leader: Vec<usize> = (0..cards.len()).collect();
    let stays = |place: usize| cards.get(place).is_none_or(|card| card.part == Part::Fixed);
    for link in links.iter().filter(|link| !stays(link.from) && !stays(link.to)) {
        let (one, other) = (lead(&leader, link.from), lead(&leader, link.to));
        if let Some(leader) = leader.get_mut(one.max(other)) {
            *leader = one.min(other);
        }
    }
    let mut groups: Vec<Vec<usize>> = vec![Vec::new(); cards.len()];
    for place in (0..cards.len()).filter(|place| !stays(*place)) {
        if let Some(group) = groups.get_mut(lead(&leader, place)) {
            group.push(place);
        }
    }
    groups.retain(|group| !group.is_empty());
    let corner = |group: &[usize]| {
        let cards = group.iter().filter_map(|place| cards.get(*place));
        cards.fold((f64::INFINITY, f64::INFINITY), |(top, left), card| {
            (top.min(card.y), left.min(card.x))
        })
    };
    groups.sort_by(|one, other| {
        let (one, other) = (corner(one), corner(other));
        one.0.total_cmp(&other.0).then(one.1.total_cmp(&other.1))
    });
    groups
}

fn lead(leader: &[usize], mut place: usize) -> usize {
    while let Some(next) = leader.get(place).filter(|next| **next != place) {
        place = *next;
    }
    place
}

fn on_grid(value: f64) -> f64 {
    (value / GRID).ceil() * GRID
}

#[cfg(test)]
mod tests;
