//! A course as a line of blocks, as high as the backlog is.

use analysis::stress::Corner;

/// How charts are drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Charts {
    /// In eighths of a block.
    Blocks,
    /// In letters that every terminal has.
    Plain,
}

/// How many columns a chart has.
pub(super) const COLUMNS: usize = 56;

/// One letter for each column of `seconds`, each the highest that the straight lines between the corners are in it;
/// behind the last corner it goes on by `grows` a second.
pub(super) fn drawn(corners: &[Corner], grows: f64, seconds: f64, charts: Charts) -> String {
    let steps = COLUMNS as f64;
    let at = |column: usize| value(corners, grows, seconds * column as f64 / steps);
    let turns = |column: usize| {
        let (from, until) = (
            seconds * column as f64 / steps,
            seconds * (column + 1) as f64 / steps,
        );
        let inside = corners
            .iter()
            .filter(move |corner| corner.at >= from && corner.at < until);
        inside.map(|corner| corner.value).fold(0.0, f64::max)
    };
    let heights: Vec<f64> = (0..COLUMNS)
        .map(|column| at(column).max(at(column + 1)).max(turns(column)))
        .collect();
    let most = heights.iter().copied().fold(0.0, f64::max);
    let letters: &[char] = match charts {
        Charts::Blocks => &['▁', '▂', '▃', '▄', '▅', '▆', '▇', '█'],
        Charts::Plain => &['.', ':', '-', '=', '+', '*', '#', '@'],
    };
    let letter = |height: &f64| {
        if *height <= most * 1e-9 {
            return if charts == Charts::Blocks { ' ' } else { '_' };
        }
        let eighth = (height / most * letters.len() as f64).ceil() as usize;
        letters
            .get(eighth.clamp(1, letters.len()) - 1)
            .copied()
            .unwrap_or(' ')
    };
    heights.iter().map(letter).collect()
}

fn value(corners: &[Corner], grows: f64, at: f64) -> f64 {
    let after = corners.partition_point(|corner| corner.at <= at);
    let before = after.checked_sub(1).and_then(|last| corners.get(last));
    match (before, corners.get(after)) {
        (Some(before), Some(next)) if next.at > before.at => {
            before.value + (next.value - before.value) * (at - before.at) / (next.at - before.at)
        }
        (Some(before), _) => before.value + grows * (at - before.at),
        (None, _) => 0.0,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_chart_rises_and_falls_with_its_corners() {
        let corners = [(0.0, 0.0), (10.0, 80.0), (50.0, 0.0)].map(|(at, value)| Corner { at, value });
        let plain = drawn(&corners, 0.0, 56.0, Charts::Plain);
        assert_eq!(
            (plain.chars().count(), plain.matches('@').count() > 0),
            (COLUMNS, true)
        );
        assert!(plain.starts_with('.') && plain.ends_with("______"), "{plain}");
        let blocks = drawn(&corners, 0.0, 56.0, Charts::Blocks);
        assert!(blocks.contains('█') && blocks.ends_with("      "), "{blocks}");
        let grows = drawn(&[Corner { at: 0.0, value: 0.0 }], 2.0, 10.0, Charts::Blocks);
        assert!(grows.starts_with('▁') && grows.ends_with('█'), "{grows}");
    }
}
