//! MED003: figures from data that nobody has cleaned.

use board::graph::{BoxNode, EdgeLink};
use board::{EdgeKind, EdgeRecord, RecordId, Role};

use crate::context::{Context, at_box, at_edge};
use crate::findings::Findings;
use crate::layer::Layer;
use crate::mention::mentions;
use crate::phrase::{name, opening};
use crate::rule::rule;

/// How the words begin by which a process is known as one that makes a model.
const LEARNS: &[&str] = &["train", "model train", "fine tun", "retrain"];

rule! {
    /// # Reads raw
    ///
    /// ## What it looks at
    /// Boards laid out in layers: data edges from a bronze store straight into a serve box, a consumer, or a process
    /// that trains a model. A process between them is taken to clean. Edges that say audit, forensics, debugging or
    /// replay want the data as it came, and are fine.
    ///
    /// ## Why an interviewer minds
    /// Bronze holds repeats, broken rows and three spellings of each country. A figure taken from it is right until
    /// somebody compares it with the one from gold.
    ///
    /// ## Bad board
    /// ```bad
    /// [store] Bronze: keep 90 days
    /// [process] Clean: hourly, expectations drop
    /// [store] Silver: keep 2 years
    /// [serve] Dashboard: p95 5 s, fallback to the last result
    /// Bronze -> Clean @Data platform
    /// Clean -> Silver @Data platform
    /// Bronze -> Dashboard @Data platform
    /// ```
    ///
    /// ## Good board
    /// ```good
    /// [store] Bronze: keep 90 days
    /// [process] Clean: hourly, expectations drop
    /// [store] Silver: keep 2 years
    /// [serve] Dashboard: p95 5 s, fallback to the last result
    /// Bronze -> Clean @Data platform
    /// Clean -> Silver @Data platform
    /// Silver -> Dashboard @Data platform
    /// ```
    ///
    /// ## Fix
    /// Read from silver or gold. If the raw rows are what is wanted, say on the edge what for: audit, debugging.
    /// Where one gold store stands on the board, or else one silver, the fix leads the arrow from it.
    ///
    /// ## Source
    /// Databricks documentation, "What is the medallion lakehouse architecture?": bronze is not meant for access by
    /// analysts.
    "MED003" "reads-raw" Medallion Warning
    "a dashboard, model or consumer reads bronze"
    check
}

fn check(context: &Context<'_>, findings: &mut Findings<'_>) {
    if !context.has_medallion() {
        return;
    }
    for link in context.graph.edges().filter(|link| reads_raw(context, link)) {
        let (raw, reader) = (context.graph.get_box(link.from), context.graph.get_box(link.to));
        let message = || format!(
            "{} reads {} as it came: repeats, broken rows and all. Let it read silver or gold, or say on the edge what \
             the raw rows are for.",
            opening(reader),
            name(raw),
        );
        let path = || vec![at_box(raw), at_edge(link), at_box(reader)];
        let said = findings.say(at_edge(link), message).path(path);
        if let Some(refined) = refined_once(context) {
            let fix = || {
                let record = EdgeRecord {
                    from: refined.id.clone(),
                    ..EdgeRecord::clone(link.record)
                };
                let edit = context.put(RecordId::Edge(link.id.clone()), record);
                (format!("Let it read {}", name(refined)), edit)
            };
            said.fix(fix, false);
        }
    }
}

/// The one gold store of the board, or else the one silver store.
fn refined_once<'g, 'b>(context: &'g Context<'b>) -> Option<&'g BoxNode<'b>> {
    [Layer::Gold, Layer::Silver].into_iter().find_map(|layer| {
        let is_it = |node: &&BoxNode<'_>| node.record.role == Role::Store && context.layer(node) == Some(layer);
        let mut stores = context.graph.boxes().filter(is_it);
        stores.next().filter(|_| stores.next().is_none())
    })
}

fn reads_raw(context: &Context<'_>, link: &EdgeLink<'_>) -> bool {
    let reader = context.graph.get_box(link.to);
    let reads = match reader.record.role {
        Role::Serve | Role::Consumer => true,
        Role::Process => mentions(&reader.record.label, LEARNS),
        _ => false,
    };
    link.record.kind == EdgeKind::Data
        && reads
        && context.is_raw(context.graph.get_box(link.from))
        && !context.edge_mentions(link, &["audit", "forensic", "debug", "replay", "reprocess"])
}

#[cfg(test)]
mod tests {
    #[test]
    fn fixtures() {
        crate::fixtures::hold(&super::RULE, &[
            (&["e1"], "[store] Bronze\n[consumer] Analysts\nBronze -> Analysts"),
            (&["e1"], "[store] Raw events\n[process] Model training\n[store] Gold\nRaw events -> Model training"),
            (&[], "[store] Bronze\n[process] dbt models\n[consumer] C\nBronze -> dbt models\ndbt models -> C"),
            (&[], "[store] Bronze\n[consumer] Auditors\nBronze -> Auditors \"audit\""),
            (&[], "[store] Raw events\n[consumer] Analysts\nRaw events -> Analysts"),
        ]);
    }
}
