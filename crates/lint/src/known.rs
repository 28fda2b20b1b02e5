//! Figures of the catalogue: when they decide, and how they are printed.

use board::Role;
use board::graph::BoxNode;
use catalog::{Component, Figure};

use crate::context::Context;
use crate::phrase::duration;

/// How many alternatives a finding names.
const MOST_NAMED: usize = 2;

/// What could stand in the place of `component` in this role, and whose figure fits, with that figure.
pub(crate) fn built_for(
    component: &Component,
    role: Role,
    figure: &dyn Fn(&Component) -> Option<&'static Figure>,
    fits: &dyn Fn(&Figure) -> bool,
) -> Vec<(&'static Component, &'static Figure)> {
    let others = catalog::similar(component).filter(|other| other.can_be(role));
    let known = others.filter_map(|other| Some((other, figure(other)?)));
    known.filter(|(_, it)| fits(it)).take(MOST_NAMED).collect()
}

/// What to call the component of a box that was named already: `it` where the label says which it is.
pub(crate) fn called(
    context: &Context<'_>,
    node: &BoxNode<'_>,
    component: &'static Component,
) -> &'static str {
    let named = context.named(node.slot);
    let is_said = named.is_some_and(|named| named.component.id == component.id);
    if is_said { "it" } else { component.name }
}

/// Whether `asked` is less than `least` by more than rounding.
pub(crate) fn is_below(asked: f64, least: f64) -> bool {
    asked < least * (1.0 - 1e-6)
}

/// The lower end, as the number that it was written as: figures are kept in single precision.
pub(crate) fn low(figure: &Figure) -> f64 {
    written(figure.low)
}

/// The upper end.
pub(crate) fn high(figure: &Figure) -> f64 {
    written(figure.high)
}

fn written(number: f32) -> f64 {
    let number = f64::from(number);
    let size = 10f64.powi(6 - number.abs().max(1e-9).log10().ceil() as i32);
    (number * size).round() / size
}

/// A range of seconds: `10 s to 5 min`, `up to 50 ms`, `4 min`.
pub(crate) fn range(figure: &Figure) -> String {
    let high_end = duration(high(figure));
    match low(figure) {
        low if figure.low == figure.high => duration(low),
        0.0 => format!("up to {high_end}"),
        low => format!("{} to {high_end}", duration(low)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rounding_decides_nothing() {
        assert!(is_below(0.9, 1.0) && !is_below(1.0, 1.0) && !is_below(0.0, 0.0));
        assert!(!is_below(0.1 + 0.2, 0.3) && !is_below(0.3, 0.1 + 0.2));
    }

    #[test]
    fn ranges_read_as_they_were_written() {
        let of = |id: &str| catalog::component(id).unwrap();
        assert_eq!(range(of("redis").latency.unwrap()), "200 µs");
        assert_eq!(low(of("redis").latency.unwrap()), 0.000_2);
        assert_eq!(range(of("model-serving").latency.unwrap()), "up to 50 ms");
        assert_eq!(range(of("databricks-sql-pro").start_up.unwrap()), "4 min");
        assert_eq!(range(of("amazon-kinesis").retention.unwrap()), "24 h to 365 days");
    }
}
