//! Where the boxes of a chart stand: in layers along its direction, each subgraph in a band of its own across it, so that
//! a frame holds nothing else.

use board::BoxRecord;
use geometry::{Page, Point, Rect};

use super::chart::{Chart, Direction};
use super::draft::around;

/// From one column to the next, in page units.
const COLUMN: f64 = 328.0;
/// From one row to the next.
const ROW: f64 = 200.0;
/// Between a frame and what it holds, and from there to what holds that.
const ROOM: f64 = 40.0;
const TITLE: f64 = 36.0;

/// Where everything stands.
pub(super) struct Places {
    pub(super) boxes: Vec<Point<Page>>,
    /// Nothing for a frame that holds nothing.
    pub(super) frames: Vec<Option<Rect<Page>>>,
}

/// Lays a chart out, in time about linear in nodes and links.
pub(super) fn places(chart: &Chart) -> Places {
    let depth = depths(chart);
    let bands = bands(chart);
    let levels = (0..chart.frames.len()).map(|frame| ancestors(chart, Some(frame)).count());
    let gap = (ROOM * 2.0 + TITLE) * levels.max().unwrap_or(0) as f64;
    let mut boxes = vec![Point::new(0.0, 0.0); chart.nodes.len()];
    let mut across = 0.0;
    let is_level = matches!(chart.direction, Direction::Left | Direction::Right);
    let step = if is_level { ROW } else { COLUMN };
    for band in bands.iter().filter(|band| !band.is_empty()) {
        let mut rows = vec![0_usize; chart.nodes.len() + 1];
        let mut most = 0;
        for &node in band {
            let layer = depth.get(node).copied().unwrap_or(0);
            let row = rows.get(layer).copied().unwrap_or(0);
            rows.get_mut(layer).into_iter().for_each(|row| *row += 1);
            most = most.max(row + 1);
            let beside = across + row as f64 * step;
            let at = match chart.direction {
                Direction::Right => Point::new(layer as f64 * COLUMN, beside),
                Direction::Left => Point::new(layer as f64 * -COLUMN, beside),
                Direction::Down => Point::new(beside, layer as f64 * ROW),
                Direction::Up => Point::new(beside, layer as f64 * -ROW),
            };
            boxes.get_mut(node).into_iter().for_each(|place| *place = at);
        }
        across += most as f64 * step + gap;
    }
    Places {
        frames: frames(chart, &boxes),
        boxes,
    }
}

/// How many links lead to each node at most, cycles aside: a link back to a node that is on the way counts for nothing.
fn depths(chart: &Chart) -> Vec<usize> {
    let mut next = vec![Vec::new(); chart.nodes.len()];
    let mut feeding = vec![0_usize; chart.nodes.len()];
    for joint in &chart.joints {
        next.get_mut(joint.from)
            .into_iter()
            .for_each(|next| next.push(joint.to));
        feeding
            .get_mut(joint.to)
            .into_iter()
            .for_each(|count| *count += 1);
    }
    let mut depth = vec![0; chart.nodes.len()];
    let mut done = vec![false; chart.nodes.len()];
    let mut ready: Vec<usize> = (0..chart.nodes.len())
        .filter(|at| feeding.get(*at) == Some(&0))
        .collect();
    let mut first_open = 0;
    loop {
        let Some(node) = ready.pop() else {
            // Only cycles are left: the node that was written first begins them.
            while done.get(first_open) == Some(&true) {
                first_open += 1;
            }
            if first_open >= done.len() {
                return depth;
            }
            ready.push(first_open);
            continue;
        };
        if done.get(node).copied().unwrap_or(true) {
            continue;
        }
        done.get_mut(node).into_iter().for_each(|done| *done = true);
        let here = depth.get(node).copied().unwrap_or(0);
        for &to in next.get(node).into_iter().flatten() {
            if done.get(to) == Some(&true) {
                continue;
            }
            depth
                .get_mut(to)
                .into_iter()
                .for_each(|depth| *depth = (*depth).max(here + 1));
            if let Some(count) = feeding.get_mut(to) {
                *count = count.saturating_sub(1);
                if *count == 0 {
                    ready.push(to);
                }
            }
        }
    }
}

/// The nodes of no frame, then those of each frame, so that frames within one follow it at once.
fn bands(chart: &Chart) -> Vec<Vec<usize>> {
    let mut bands = vec![Vec::new(); chart.frames.len() + 1];
    for (at, node) in chart.nodes.iter().enumerate() {
        let band = node.frame.map_or(0, |frame| frame + 1);
        bands.get_mut(band).into_iter().for_each(|band| band.push(at));
    }
    bands
}

/// A frame and all that it lies in, the innermost first.
fn ancestors(chart: &Chart, frame: Option<usize>) -> impl Iterator<Item = usize> {
    std::iter::successors(frame, |at| chart.frames.get(*at)?.within)
}

fn frames(chart: &Chart, boxes: &[Point<Page>]) -> Vec<Option<Rect<Page>>> {
    let mut held = vec![Vec::new(); chart.frames.len()];
    for (node, at) in chart.nodes.iter().zip(boxes) {
        let rect = Rect::new(*at, BoxRecord::DEFAULT_SIZE);
        if let Some(held) = node.frame.and_then(|frame| held.get_mut(frame)) {
            held.push(rect);
        }
    }
    // A frame lies in one that was begun before it.
    let mut areas = vec![None; chart.frames.len()];
    for at in (0..chart.frames.len()).rev() {
        let inside = held.get(at).cloned().unwrap_or_default();
        let area = around(inside.into_iter(), ROOM);
        let within = chart.frames.get(at).and_then(|frame| frame.within);
        if let (Some(area), Some(outer)) = (area, within.and_then(|outer| held.get_mut(outer))) {
            let title = Point::new(area.left(), area.top() - TITLE);
            outer.push(area.union(Rect::spanning(title, title)));
        }
        areas.get_mut(at).into_iter().for_each(|slot| *slot = area);
    }
    areas
}
