//! How the score moved while this tab had the board open: kept with its times for as long as the tab lives, over reloads.

use web_sys::Storage;

use crate::storage::Journal;
use crate::store::Store;

/// How many moves are kept; of more, the oldest go first.
const MOST: usize = 200;
/// The size of the picture.
pub(super) const WIDTH: f64 = 280.0;
pub(super) const HEIGHT: f64 = 72.0;
/// What is free above and below the line.
const RIM: f64 = 5.0;
/// All points that there are, in quarters.
const ALL: f64 = 100.0;
/// The least time that the picture spans, in milliseconds.
const LEAST_MS: f64 = 60_000.0;

/// A move of the score.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Step {
    /// When, in milliseconds of the page's clock.
    pub at: f64,
    /// The points from then on, in quarters.
    pub quarters: u32,
    /// Whether it passes from then on.
    pub passes: bool,
}

impl Step {
    /// The points from then on.
    pub(super) fn points(self) -> f64 {
        f64::from(self.quarters) / 4.0
    }
}

/// The moves, in their order; the first is where it began.
#[derive(Clone, Debug, PartialEq, Default)]
pub(super) struct Course {
    pub steps: Vec<Step>,
}

impl Course {
    /// Goes on at `at`; what stays the same is no move. Whether it was one.
    pub(super) fn step(&mut self, at: f64, quarters: u32, passes: bool) -> bool {
        let last = self.steps.last();
        if last.is_some_and(|last| (last.quarters, last.passes) == (quarters, passes)) {
            return false;
        }
        self.steps.push(Step { at, quarters, passes });
        let over = self.steps.len().saturating_sub(MOST);
        self.steps.drain(..over);
        true
    }

    fn read(text: &str) -> Self {
        let step = |line: &str| {
            let mut words = line.split(' ');
            Some(Step {
                at: words.next()?.parse().ok()?,
                quarters: words
                    .next()?
                    .parse()
                    .ok()
                    .filter(|quarters| f64::from(*quarters) <= ALL)?,
                passes: words.next()? == "passes",
            })
        };
        Self {
            steps: text.lines().filter_map(step).collect(),
        }
    }

    fn written(&self) -> String {
        let line = |step: &Step| {
            let verdict = if step.passes { "passes" } else { "not-yet" };
            format!("{} {} {verdict}\n", step.at, step.quarters)
        };
        self.steps.iter().map(line).collect()
    }

    /// Where each move lies in a picture that ends at `now`.
    pub(super) fn corners(&self, now: f64) -> Vec<(f64, f64)> {
        let from = self.steps.first().map_or(now, |step| step.at);
        let span = (now - from).max(LEAST_MS);
        let corner = |step: &Step| {
            let x = (step.at - from).max(0.0) / span * WIDTH;
            let y = HEIGHT - RIM - f64::from(step.quarters) / ALL * (HEIGHT - 2.0 * RIM);
            (x.round(), y.round())
        };
        self.steps.iter().map(corner).collect()
    }

    /// The line in that picture: level, and up or down where it moved.
    pub(super) fn line(&self, now: f64) -> String {
        let corners = self.corners(now);
        let Some((_, first)) = corners.first() else {
            return String::new();
        };
        let steps = corners.iter().skip(1).map(|(x, y)| format!("H{x}V{y}"));
        format!("M0 {first}{}H{WIDTH}", steps.collect::<String>())
    }
}

/// The board that is open, by the id under which it is stored.
pub(super) fn board(store: &Store) -> Option<String> {
    store.with_journal(|journal: &Journal| journal.id().as_str().to_owned())
}

/// How the score of the open board moved so far; nothing where this browser keeps nothing.
pub(super) fn of(store: &Store) -> Option<Course> {
    let kept = tab()?.get_item(&key(store)?).ok()?;
    Some(Course::read(&kept.unwrap_or_default()))
}

/// Keeps what the score is from `at` on.
pub(super) fn note(store: &Store, at: f64, quarters: u32, passes: bool) {
    let (Some(mut course), Some(key), Some(tab)) = (of(store), key(store), tab()) else {
        return;
    };
    if course.step(at, quarters, passes) {
        // What is not kept is missing from the course, and from nothing else.
        tab.set_item(&key, &course.written()).ok();
    }
}

fn key(store: &Store) -> Option<String> {
    board(store).map(|board| format!("sketchlint score {board}"))
}

fn tab() -> Option<Storage> {
    web_sys::window()?.session_storage().ok()?
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_kept_is_read_again_and_nothing_else() {
        let mut course = Course::default();
        assert!(course.step(1_000.0, 8, false));
        assert!(!course.step(2_000.0, 8, false), "no move");
        assert!(course.step(3_000.0, 80, true));
        assert_eq!(Course::read(&course.written()), course);
        assert_eq!(
            Course::read("a b c\n7\n5 101 passes\n9 4 not-yet\n").steps.len(),
            1
        );
        for number in 0..500 {
            course.step(4_000.0, number % 3, false);
        }
        assert_eq!(course.steps.len(), MOST);
    }

    #[test]
    fn the_line_is_level_between_moves() {
        let mut course = Course::default();
        assert_eq!(course.line(5.0), "");
        course.step(0.0, 0, false);
        assert_eq!(course.line(10.0), "M0 67H280");
        course.step(30_000.0, 50, false);
        course.step(45_000.0, 100, true);
        assert_eq!(course.line(60_000.0), "M0 67H140V36H210V5H280");
    }
}
