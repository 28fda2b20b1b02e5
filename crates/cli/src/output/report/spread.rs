//! How a cohort is spread: histograms as pictures with the same numbers in a table.

use std::fmt::Write;

use quantity::spoken::figure;
use score::Dimension;

use super::{Marked, median};
use crate::output::text::plural;

/// In how many ranges points are counted.
const RANGES: usize = 10;
/// The size of a bar's place, and how high the highest bar is, in units of the picture.
const STEP: usize = 30;
const HEIGHT: usize = 96;
/// Above the bars for their numbers, below them for the axis, and beside them.
const TOP: usize = 18;
const BELOW: usize = 22;
const SIDE: usize = 12;

/// How many fall into each of some ranges of equal width, from 0.
struct Histogram {
    /// What is counted, which also names it in links.
    title: &'static str,
    id: &'static str,
    /// The width of a range.
    width: f64,
    /// Whether values are whole, so that a range is said as from one to another.
    is_whole: bool,
    counts: Vec<usize>,
    median: f64,
    /// What is needed to pass.
    needs: Option<f64>,
}

/// The pictures, and their tables.
pub(super) fn section(cohort: &[Marked<'_>]) -> String {
    let totals = cohort.iter().map(|marked| marked.score.total());
    let total = Histogram::of_points("All points", "all-points", 25.0, totals.collect(), None);
    let found = cohort.iter().map(|marked| marked.judged.report.findings.len());
    let found = Histogram::of_counts("Findings on a board", "findings-on-a-board", found.collect());
    let dimensions = Dimension::ALL.map(|dimension| {
        let points = cohort.iter().map(|marked| marked.score.points(dimension));
        Histogram::of_points(
            dimension.title(),
            dimension.as_str(),
            5.0,
            points.collect(),
            dimension.needs(),
        )
    });
    let mut html = "<h2 id=\"spread\">How it is spread</h2>\n<p class=\"summary\">How many boards have how many points. A \
                    dashed line is what passing needs.</p>\n<div class=\"plots\">\n"
        .to_owned();
    for histogram in [total].iter().chain(&dimensions).chain([&found]) {
        html.push_str(&histogram.figure());
    }
    html.push_str("</div>\n");
    html
}

impl Histogram {
    /// Of points out of `most`, in ten ranges.
    fn of_points(
        title: &'static str,
        id: &'static str,
        most: f64,
        points: Vec<f64>,
        needs: Option<f64>,
    ) -> Self {
        let width = most / RANGES as f64;
        Self {
            title,
            id,
            width,
            is_whole: false,
            counts: counted(&points, width, RANGES),
            median: median(&points).unwrap_or_default(),
            needs,
        }
    }

    /// Of whole numbers, in at most ten ranges of a width that is easily read.
    fn of_counts(title: &'static str, id: &'static str, counts: Vec<usize>) -> Self {
        let most = counts.iter().copied().max().unwrap_or_default();
        let widths = (0_u32..)
            .flat_map(|power| [1, 2, 5].map(|one: usize| one.saturating_mul(10_usize.saturating_pow(power))));
        let width = widths
            .take(60)
            .find(|width| most / width < RANGES)
            .unwrap_or(usize::MAX);
        let values: Vec<f64> = counts.into_iter().map(|count| count as f64).collect();
        Self {
            title,
            id,
            width: width as f64,
            is_whole: true,
            counts: counted(&values, width as f64, most / width + 1),
            median: median(&values).unwrap_or_default(),
            needs: None,
        }
    }

    /// What the range is called.
    fn range(&self, number: usize) -> String {
        let from = self.width * number as f64;
        let last = from + self.width - f64::from(u8::from(self.is_whole));
        if last <= from {
            figure(from)
        } else if self.is_whole || number + 1 == self.counts.len() {
            format!("{} to {}", figure(from), figure(last))
        } else {
            format!("{} to below {}", figure(from), figure(last))
        }
    }

    fn figure(&self) -> String {
        let Self { title, id, .. } = self;
        let (picture, rows) = (self.picture(), self.rows());
        format!(
            "<figure>\n<figcaption>{title} <small>in the middle {}</small></figcaption>\n{picture}<details \
             class=\"numbers\">\n<summary>As a table<span class=\"unseen\">: {title}</span></summary>\n<table \
             id=\"table-{id}\"><thead><tr><th scope=\"col\">{}</th><th scope=\"col\" \
             class=\"count\">Boards</th></tr></thead>\n<tbody>\n{rows}</tbody></table>\n</details>\n</figure>\n",
            figure(self.median),
            if self.is_whole { "Findings" } else { "Points" },
        )
    }

    fn rows(&self) -> String {
        let each = self.counts.iter().enumerate().map(|(number, count)| {
            let range = self.range(number);
            format!("<tr><th scope=\"row\">{range}</th><td class=\"count\">{count}</td></tr>\n")
        });
        each.collect()
    }

    /// What the picture shows, in a sentence.
    fn told(&self) -> String {
        let boards: usize = self.counts.iter().sum();
        let most = self.counts.iter().copied().max().unwrap_or_default();
        let at = self
            .counts
            .iter()
            .position(|count| *count == most)
            .unwrap_or_default();
        let needed = self
            .needs
            .map_or_else(String::new, |needs| format!("; {} is needed", figure(needs)));
        format!(
            "{}: most, {most}, at {}; half at or below {}{needed}.",
            plural(boards, "board", "boards"),
            self.range(at),
            figure(self.median)
        )
    }

    fn picture(&self) -> String {
        let Self { title, id, .. } = self;
        let (width, floor) = (RANGES * STEP, TOP + HEIGHT);
        let (whole, high) = (width + 2 * SIDE, floor + BELOW);
        let told = self.told();
        let mut svg = format!(
            "<svg class=\"plot\" role=\"img\" aria-labelledby=\"title-{id} told-{id}\" viewBox=\"0 0 {whole} \
             {high}\"><title id=\"title-{id}\">{title}</title><desc id=\"told-{id}\">{told}</desc>\n"
        );
        // Few ranges are as wide together as many.
        let step = width / self.counts.len().max(1);
        let most = self.counts.iter().copied().max().unwrap_or_default().max(1);
        for (number, count) in self.counts.iter().enumerate().filter(|(_, count)| **count > 0) {
            let (x, tall) = (SIDE + number * step, (count * HEIGHT).div_ceil(most));
            let (top, middle) = (floor - tall, x + step / 2);
            let _ = writeln!(
                svg,
                "<rect x=\"{}\" y=\"{top}\" width=\"{}\" height=\"{tall}\" rx=\"2\"/><text x=\"{middle}\" \
                 y=\"{}\">{count}</text>",
                x + 2,
                step - 4,
                top - 5
            );
        }
        let _ = writeln!(svg, "<path class=\"axis\" d=\"M{SIDE} {floor}h{width}\"/>");
        if let Some(needs) = self.needs {
            let x = SIDE as f64 + needs / self.width * step as f64;
            let _ = writeln!(svg, "<path class=\"needs\" d=\"M{x} 0v{floor}\"/>");
        }
        svg.push_str(&self.axis(step, high - 5));
        svg.push_str("</svg>\n");
        svg
    }

    /// The numbers below: at the bounds of ranges, or below each where values are whole.
    fn axis(&self, step: usize, y: usize) -> String {
        let all = self.counts.len();
        // Bounds between ranges, and names below them, are few enough to be read.
        let every = if self.is_whole { 1 } else { 2 };
        let last = if self.is_whole { all } else { all + 1 };
        let each = (0..last).step_by(every).map(|number| {
            let shift = if self.is_whole { step / 2 } else { 0 };
            let from = self.width * number as f64;
            format!(
                "<text class=\"tick\" x=\"{}\" y=\"{y}\">{}</text>",
                SIDE + number * step + shift,
                figure(from)
            )
        });
        each.collect()
    }
}

/// How many values fall into each range; the last takes its upper end, too.
fn counted(values: &[f64], width: f64, ranges: usize) -> Vec<usize> {
    let mut counts = vec![0; ranges];
    for value in values {
        #[expect(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "points and counts are small and not below zero"
        )]
        let number = ((value / width) as usize).min(ranges.saturating_sub(1));
        if let Some(count) = counts.get_mut(number) {
            *count += 1;
        }
    }
    counts
}

#[cfg(test)]
mod tests {
    use super::Histogram;

    #[test]
    fn ranges_hold_their_lower_end_and_the_last_both() {
        let points = vec![0.0, 0.25, 0.5, 4.25, 5.0];
        let histogram = Histogram::of_points("x", "x", 5.0, points, Some(4.0));
        assert_eq!(histogram.counts, [2, 1, 0, 0, 0, 0, 0, 0, 1, 1]);
        assert_eq!(histogram.range(0), "0 to below 0.5");
        assert_eq!(histogram.range(9), "4.5 to 5");
        assert_eq!(
            histogram.told(),
            "5 boards: most, 2, at 0 to below 0.5; half at or below 0.5; 4 is needed."
        );
    }

    #[test]
    fn whole_numbers_have_ranges_that_are_easily_read() {
        let few = Histogram::of_counts("x", "x", vec![0, 3, 3]);
        assert_eq!(
            (few.counts.as_slice(), few.range(3)),
            (&[1, 0, 0, 2][..], "3".to_owned())
        );
        let many = Histogram::of_counts("x", "x", vec![0, 19, 137]);
        assert_eq!((many.counts, many.width), (vec![2, 0, 0, 0, 0, 0, 1], 20.0));
        assert_eq!(
            Histogram::of_counts("x", "x", vec![usize::MAX])
                .counts
                .iter()
                .sum::<usize>(),
            1
        );
        assert_eq!(Histogram::of_counts("x", "x", Vec::new()).counts, [0]);
    }
}
