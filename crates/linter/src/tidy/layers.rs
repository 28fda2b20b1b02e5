//! Columns: how far to the right each box stands, so that data runs to the right.

use super::{Card, Carries, Link, Part};

/// The column of each card, from 0. Along data links it grows, save where they run in a circle.
pub(super) fn columns(cards: &[Card], links: &[Link]) -> Vec<usize> {
    let data: Vec<Link> = links
        .iter()
        .filter(|link| link.carries == Carries::Data)
        .copied()
        .collect();
    let forward = without_circles(cards, &data);
    let mut columns: Vec<Option<usize>> = vec![None; cards.len()];
    let flows = |place: usize| cards.get(place).is_some_and(|card| card.part == Part::Flow);
    for place in (0..cards.len()).filter(|place| flows(*place)) {
        if let Some(column) = columns.get_mut(place) {
            *column = Some(0);
        }
    }
    for (from, to) in in_order(cards.len(), &forward) {
        let least = columns.get(from).copied().flatten().unwrap_or(0) + 1;
        if let Some(column) = columns.get_mut(to) {
            *column = Some(column.map_or(least, |column| column.max(least)));
        }
    }
    draw_sources_near(&mut columns, &forward);
    follow_neighbours(&mut columns, links);
    columns.into_iter().map(Option::unwrap_or_default).collect()
}

/// The links that remain once those that close a circle are left out: a walk goes along the links from the leftmost card,
/// and a link back to where the walk came from closes one.
fn without_circles(cards: &[Card], data: &[Link]) -> Vec<(usize, usize)> {
    let mut out: Vec<Vec<usize>> = vec![Vec::new(); cards.len()];
    let mut is_reached = vec![false; cards.len()];
    for link in data {
        if let (Some(out), Some(reached)) = (out.get_mut(link.from), is_reached.get_mut(link.to)) {
            out.push(link.to);
            *reached = true;
        }
    }
    let place_of = |card: Option<&Card>| card.map_or((0.0, 0.0), |card| (card.x, card.y));
    let mut starts: Vec<usize> = (0..cards.len()).collect();
    starts.sort_by(|one, other| {
        let is_late = |place: usize| is_reached.get(place).copied().unwrap_or_default();
        let (a, b) = (place_of(cards.get(*one)), place_of(cards.get(*other)));
        let by_place = a.0.total_cmp(&b.0).then(a.1.total_cmp(&b.1));
        is_late(*one).cmp(&is_late(*other)).then(by_place)
    });
    let mut forward = Vec::new();
    // 0: not seen, 1: on the walk, 2: done.
    let mut state = vec![0_u8; cards.len()];
    for start in starts {
        let mut walk = vec![(start, 0)];
        while let Some((at, next)) = walk.pop() {
            let is_new = next == 0 && state.get(at) == Some(&0);
            if next == 0 && !is_new {
                continue;
            }
            mark(&mut state, at, 1);
            match out.get(at).and_then(|out| out.get(next)) {
                Some(&to) => {
                    walk.push((at, next + 1));
                    if state.get(to) != Some(&1) {
                        forward.push((at, to));
                        walk.push((to, 0));
                    }
                }
                None => mark(&mut state, at, 2),
            }
        }
    }
    forward
}

fn mark(state: &mut [u8], at: usize, value: u8) {
    if let Some(state) = state.get_mut(at) {
        *state = value;
    }
}

/// The links in an order in which all that lead to a card come before those that leave it.
fn in_order(count: usize, links: &[(usize, usize)]) -> Vec<(usize, usize)> {
    let mut waits = vec![0_usize; count];
    for (_, to) in links {
        if let Some(waits) = waits.get_mut(*to) {
            *waits += 1;
        }
    }
    let mut out: Vec<Vec<usize>> = vec![Vec::new(); count];
    for (from, to) in links {
        if let Some(out) = out.get_mut(*from) {
            out.push(*to);
        }
    }
    let mut ready: Vec<usize> = (0..count).filter(|place| waits.get(*place) == Some(&0)).collect();
    let mut ordered = Vec::with_capacity(links.len());
    while let Some(from) = ready.pop() {
        for to in out.get(from).into_iter().flatten() {
            ordered.push((from, *to));
            if let Some(waits) = waits.get_mut(*to) {
                *waits -= 1;
                if *waits == 0 {
                    ready.push(*to);
                }
            }
        }
    }
    ordered
}

/// What nothing leads to stands right before the first that it leads to.
fn draw_sources_near(columns: &mut [Option<usize>], forward: &[(usize, usize)]) {
    for place in 0..columns.len() {
        if forward.iter().any(|(_, to)| *to == place) {
            continue;
        }
        let next = forward.iter().filter(|(from, _)| *from == place);
        let next = next.filter_map(|(_, to)| columns.get(*to).copied().flatten());
        if let (Some(next), Some(column)) = (next.min(), columns.get_mut(place)) {
            *column = Some(next.saturating_sub(1));
        }
    }
}

/// What stands above or below stands in the column of the first that it is joined to.
fn follow_neighbours(columns: &mut [Option<usize>], links: &[Link]) {
    for _ in 0..columns.len() {
        let before = columns.to_vec();
        for link in links {
            let column = |place: usize| before.get(place).copied().flatten();
            let (from, to) = (column(link.from), column(link.to));
            for (place, own, other) in [(link.to, to, from), (link.from, from, to)] {
                if let (None, Some(other), Some(column)) = (own, other, columns.get_mut(place)) {
                    *column = Some(column.map_or(other, |column| column.min(other)));
                }
            }
        }
        if *columns == before {
            break;
        }
    }
}
