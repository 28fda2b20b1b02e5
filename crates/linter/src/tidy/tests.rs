//! What holds of tidied boards.

use super::*;

/// A made-up board: `count` boxes somewhere, joined as a crooked walk over them goes.
fn made_up(seed: u64, count: usize) -> (Vec<Card>, Vec<Link>) {
    let mut state = seed.wrapping_mul(0x9E37_79B9_7F4A_7C15) | 1;
    let mut below = |limit: usize| {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        (state % limit.max(1) as u64) as usize
    };
    let cards = (0..count).map(|_| Card {
        x: below(3000) as f64,
        y: below(2000) as f64,
        width: 176.0 + below(30) as f64,
        height: 96.0 + below(80) as f64,
        box_height: 96.0,
        part: if below(6) == 0 { Part::Beside } else { Part::Flow },
    });
    let cards: Vec<Card> = cards.collect();
    let links = (0..count * 3 / 2).map(|_| Link {
        from: below(count),
        to: below(count),
        carries: match below(5) {
            0 => Carries::Failure,
            1 => Carries::Control,
            _ => Carries::Data,
        },
    });
    let links = links.filter(|link| link.from != link.to).collect();
    (cards, links)
}

fn told(cards: &[Card], links: &[Link]) -> Vec<f64> {
    let mut told = vec![cards.len() as f64, 1.6];
    for card in cards {
        let part = match card.part {
            Part::Flow | Part::Failure => 0.0,
            Part::Beside => 1.0,
            Part::Fixed => 2.0,
        };
        told.extend([card.x, card.y, card.width, card.height, card.box_height, part]);
    }
    for link in links {
        let carries = match link.carries {
            Carries::Data => 0.0,
            Carries::Failure => 1.0,
            Carries::Control => 2.0,
        };
        told.extend([link.from as f64, link.to as f64, carries]);
    }
    told
}

fn places(cards: &[Card], links: &[Link]) -> Vec<(f64, f64)> {
    tidied(&told(cards, links))
        .chunks(2)
        .map(|place| (place[0], place[1]))
        .collect()
}

fn card(x: f64, y: f64, part: Part) -> Card {
    Card {
        x,
        y,
        width: 202.0,
        height: 130.0,
        box_height: 96.0,
        part,
    }
}

fn overlap(cards: &[Card], places: &[(f64, f64)], one: usize, other: usize) -> bool {
    let apart = |a: f64, long: f64, b: f64, other_long: f64| a + long <= b || b + other_long <= a;
    let ((x, y), (other_x, other_y)) = (places[one], places[other]);
    !apart(x, cards[one].width, other_x, cards[other].width)
        && !apart(y, cards[one].height, other_y, cards[other].height)
}

#[test]
fn nothing_overlaps_words_included_and_all_is_the_same_each_time() {
    for seed in 1..120 {
        let (mut cards, links) = made_up(seed, 2 + seed as usize % 40);
        if seed % 3 == 0 {
            cards[0].part = Part::Fixed;
        }
        let places = places(&cards, &links);
        assert_eq!(places.len(), cards.len());
        for one in 0..cards.len() {
            for other in 0..one {
                assert!(!overlap(&cards, &places, one, other), "{seed}: {one} and {other}");
            }
        }
        assert_eq!(super::tests::places(&cards, &links), places);
        if seed % 3 == 0 {
            assert_eq!(places[0], (cards[0].x, cards[0].y), "what stays, stays");
        }
    }
}

#[test]
fn data_runs_to_the_right_wherever_it_does_not_run_in_a_circle() {
    for seed in 1..60 {
        let (cards, mut links) = made_up(seed, 24);
        // From a lower place to a higher one there is no circle.
        for link in &mut links {
            (link.from, link.to) = (link.from.min(link.to), link.from.max(link.to));
        }
        let cards: Vec<_> = cards
            .into_iter()
            .map(|card| Card {
                part: Part::Flow,
                ..card
            })
            .collect();
        let places = places(&cards, &links);
        for link in links.iter().filter(|link| link.carries == Carries::Data) {
            assert!(
                places[link.from].0 + cards[link.from].width < places[link.to].0,
                "{seed}: {link:?}"
            );
        }
    }
}

#[test]
fn failures_go_below_and_what_controls_stands_above() {
    let cards = [
        card(500.0, 300.0, Part::Flow),
        card(0.0, 0.0, Part::Flow),
        card(900.0, -400.0, Part::Flow),
        card(30.0, 900.0, Part::Beside),
    ];
    let link = |from, to, carries| Link { from, to, carries };
    let links = [
        link(1, 0, Carries::Data),
        link(0, 2, Carries::Failure),
        link(0, 3, Carries::Control),
    ];
    let places = places(&cards, &links);
    assert_eq!(places[1].1, places[0].1, "the flow is level");
    assert!(places[0].0 > places[1].0 + 300.0);
    assert!(places[2].0 == places[0].0 && places[2].1 > places[0].1 + 130.0);
    assert!(places[3].0 == places[0].0 && places[3].1 < places[0].1 - 130.0);
}

#[test]
fn what_makes_no_sense_is_left_out() {
    assert!(tidied(&[]).is_empty());
    assert!(tidied(&[3.0, 1.0, 1.0]).is_empty());
    let one = card(16.0, 24.0, Part::Flow);
    let mut numbers = told(&[one], &[]);
    numbers.extend([0.0, 7.0, 0.0, -1.0, 0.0, f64::NAN, 0.0, 0.0]);
    assert_eq!(tidied(&numbers), [16.0, 24.0]);
}

#[test]
fn a_long_row_is_laid_out_without_recursion() {
    let cards: Vec<_> = (0..5000)
        .map(|place| card(f64::from(place), 0.0, Part::Flow))
        .collect();
    let links: Vec<_> = (1..5000)
        .map(|to| Link {
            from: to - 1,
            to,
            carries: Carries::Data,
        })
        .collect();
    let places = places(&cards, &links);
    assert!(
        places
            .windows(2)
            .all(|pair| pair[0].0 < pair[1].0 && pair[0].1 == pair[1].1)
    );
}

/// So many rows of so many boxes, each joined to the next, and where they are put: on a screen of this proportion.
fn chains(count: usize, long: usize, proportion: f64) -> (Vec<Card>, Vec<(f64, f64)>) {
    let mut cards = Vec::new();
    let mut links = Vec::new();
    for chain in 0..count {
        for step in 0..long {
            cards.push(card(step as f64 * 300.0, chain as f64 * 200.0, Part::Flow));
            if step > 0 {
                links.push(Link {
                    from: cards.len() - 2,
                    to: cards.len() - 1,
                    carries: Carries::Data,
                });
            }
        }
    }
    let mut told = told(&cards, &links);
    told[1] = proportion;
    let places = tidied(&told)
        .chunks(2)
        .map(|place| (place[0], place[1]))
        .collect();
    (cards, places)
}

#[test]
fn many_parts_fill_the_screen_in_the_order_that_they_have() {
    for (count, long) in [(100, 1), (100, 3), (60, 5), (7, 2)] {
        for proportion in [0.5, 1.0, 1.6, 2.4] {
            let (_, places) = chains(count, long, proportion);
            let right = places
                .iter()
                .fold(0.0, |right: f64, place| right.max(place.0 + 202.0));
            let bottom = places
                .iter()
                .fold(0.0, |bottom: f64, place| bottom.max(place.1 + 130.0));
            let is = right / bottom / proportion;
            let widest = long as f64 * 370.0 > right * 0.6;
            assert!(
                widest || (0.45..2.2).contains(&is),
                "{count} x {long}: {right} x {bottom}, {is}"
            );
            let starts: Vec<_> = places
                .iter()
                .step_by(long)
                .map(|place| (place.1, place.0))
                .collect();
            assert!(
                starts.is_sorted_by(|one, other| one < other),
                "read in the same order"
            );
        }
    }
}

#[test]
fn what_was_tidied_is_tidy() {
    let (cards, places) = chains(40, 3, 1.6);
    let moved: Vec<Card> = cards
        .iter()
        .zip(&places)
        .map(|(card, place)| Card {
            x: place.0,
            y: place.1,
            ..*card
        })
        .collect();
    let links: Vec<Link> = (0..cards.len())
        .filter(|place| place % 3 > 0)
        .map(|to| Link {
            from: to - 1,
            to,
            carries: Carries::Data,
        })
        .collect();
    assert_eq!(super::tests::places(&moved, &links), places);
}
