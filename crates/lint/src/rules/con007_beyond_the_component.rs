//! CON007: a figure that the component does not reach.

use board::graph::BoxNode;
use catalog::{Component, Family, Figure};
use quantity::{Compare, Dimension, Quantity};

use crate::context::{Context, at_box};
use crate::finding::Field;
use crate::findings::Findings;
use crate::known::{built_for, called, high, is_below, low};
use crate::phrase::{duration, opening, quote};
use crate::rule::rule;

rule! {
    /// # Beyond the component
    ///
    /// ## What it looks at
    /// Ingest, process, store and serve boxes of a component that the catalogue knows: whether the latency, the freshness
    /// or the interval that they state is below what the component reaches at best, or an event log is to keep events for
    /// longer than it can. Of several latencies of a box the longest counts.
    ///
    /// However small the gap, it counts, and the page that the catalogue has the figure from is named. Nothing is said
    /// where the box answers from a cache, since that is not the component's own figure.
    ///
    /// ## Why an interviewer minds
    /// A figure beside a box is a claim about a product, and the interviewer may have run that product. Five milliseconds
    /// on an engine that starts a batch every few seconds shows that the figure was chosen to fit the sum.
    ///
    /// ## Bad board
    /// ```bad
    /// [process] Spark Structured Streaming: p99 5 ms
    /// ```
    ///
    /// ## Good board
    /// ```good
    /// [process] Spark Structured Streaming: p99 4 s
    /// [process] Apache Flink: p99 60 ms
    /// ```
    ///
    /// ## Fix
    /// Hold the box to what the component does, or take a component that is built for the figure.
    ///
    /// ## Source
    /// Interview guide on components: use each for what it is. The figures are the catalogue's, each with its page and the
    /// month in which it was checked.
    "CON007" "beyond-the-component" Constraint Warning
    "a constraint is tighter than what its component reaches"
    check
}

/// A figure of a component that a figure of the box is beyond.
struct Limit<'q> {
    figure: &'static Figure,
    stated: &'q Quantity,
    asked: f64,
    kind: Kind,
}

#[derive(Clone, Copy)]
enum Kind {
    Latency,
    Freshness,
    Retention,
}

impl Kind {
    fn of(self, component: &Component) -> Option<&'static Figure> {
        match self {
            Self::Latency => component.latency,
            Self::Freshness => component.freshness,
            Self::Retention => component.retention.filter(|_| component.family == Family::EventLog),
        }
    }

    const fn dimension(self) -> Dimension {
        match self {
            Self::Latency => Dimension::Latency,
            Self::Freshness => Dimension::Freshness,
            Self::Retention => Dimension::Retention,
        }
    }

    const fn what(self) -> &'static str {
        match self {
            Self::Latency => "of latency",
            Self::Freshness => "until data can be read behind it",
            Self::Retention => "of retention",
        }
    }

    fn is_beyond(self, figure: &Figure, asked: f64) -> bool {
        match self {
            Self::Retention => is_below(high(figure), asked),
            _ => is_below(asked, low(figure)),
        }
    }

    /// What it reaches: the shortest time, or the longest that it keeps.
    fn reach(self, figure: &Figure) -> String {
        match self {
            Self::Retention => format!("{} at most", duration(high(figure))),
            _ => format!("{} at best", duration(low(figure))),
        }
    }
}

fn check(context: &Context<'_>, findings: &mut Findings<'_>) {
    for node in context.stages() {
        let Some(component) = context.component(node.slot) else { continue };
        if let Some(limit) = limit(context, node, component) {
            speak(context, node, component, &limit, findings);
        }
    }
}

fn limit<'c>(context: &'c Context<'_>, node: &BoxNode<'_>, component: &Component) -> Option<Limit<'c>> {
    let quantities = &context.reading(node.slot).quantities;
    let kinds = [Kind::Latency, Kind::Freshness, Kind::Retention];
    let beyond = kinds.into_iter().find_map(|kind| {
        let figure = kind.of(component)?;
        let of_kind = |it: &&Quantity| it.dimension == kind.dimension() && it.compare != Compare::AtLeast;
        let stated = quantities.iter().filter(of_kind);
        let stated = stated.filter_map(|it| Some((it, it.number()?)));
        let (stated, asked) = stated.reduce(|worst, it| if it.1 > worst.1 { it } else { worst })?;
        kind.is_beyond(figure, asked).then_some(Limit {
            figure,
            stated,
            asked,
            kind,
        })
    });
    beyond.filter(|_| component.family == Family::KeyValue || !context.box_mentions(node, &["cach"]))
}

fn speak(context: &Context<'_>, node: &BoxNode<'_>, component: &'static Component, limit: &Limit<'_>, findings: &mut Findings<'_>) {
    let Limit {
        figure,
        stated,
        kind,
        ..
    } = limit;
    let (text, reach) = (&node.record.constraints, kind.reach(figure));
    let message = || format!(
        "{} is held to {}, and {} reaches {reach}. Hold it to what it does, or take one that is built for that.",
        opening(node),
        quote(stated.span.of(text)),
        called(context, node, component),
    );
    let less = matches!(kind, Kind::Retention);
    let passing = duration(if less { high(figure) } else { low(figure) });
    let direction = if less { "less" } else { "more" };
    let mut said = findings
        .say(at_box(node), message)
        .figure(component, figure, kind.what())
        .words(|| "More than it reaches", Field::Constraints, text, stated.span)
        .clears(|| format!("{} at {passing} or {direction} would pass", opening(node)))
        .follows("JUS005", at_box(node));
    let reaches = |figure: &Figure| match kind {
        Kind::Retention => high(figure) >= limit.asked,
        _ => low(figure) <= limit.asked,
    };
    for (other, figure) in built_for(component, node.record.role, &|it| kind.of(it), &reaches) {
        said = said.figure(other, figure, kind.what());
    }
}

#[cfg(test)]
mod tests {
    #[test]
    fn fixtures() {
        crate::fixtures::hold(&super::RULE, &[
            (&["spark-structured-streaming"], "[process] Spark Structured Streaming: p99 5 ms"),
            (&["s3"], "[store] S3: p99 1 ms, keep 1 year"),
            (&["kinesis"], "[ingest] Kinesis: 5k ev/s, keep 2 years"),
            (&["loader"], "loader = [ingest] Auto Loader: every 100 ms"),
            (&[], "[process] Spark Structured Streaming: p99 100 ms\n[ingest] Kinesis: keep 30 days"),
            (&[], "[ingest] Kafka: p99 1 ms\n[store] Redis: p99 5 ms"),
            (&[], "[serve] Databricks SQL: p95 20 ms from the result cache"),
            (&[], "[process] Our own job: p99 1 ms"),
        ]);
    }
}
