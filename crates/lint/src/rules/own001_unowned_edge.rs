//! OWN001: an edge that nobody answers for.

use board::graph::EdgeLink;
use board::owner::Owner;
use board::{EdgeKind, Edit, Record, RecordId};
use sorted::{Map, Set, ranked};

use crate::context::{Context, at_edge};
use crate::findings::Findings;
use crate::phrase::edge_name;
use crate::rule::rule;

rule! {
    /// # Unowned edge
    ///
    /// ## What it looks at
    /// Every data and failure edge: whether it names an owner, one team or a hand-off `Producer -> Consumer`. Control
    /// edges belong to whoever runs the platform and are not judged.
    ///
    /// What is the same question is asked once: once for each pair of teams that meet at such edges, and once for all
    /// edges of which an end has no owner. The finding stands at the first of them, the others are folded under it and
    /// keep their marks, and one fix names them all. An edge that an allow names by its id is judged alone.
    ///
    /// ## Why an interviewer minds
    /// Pipelines break at the seams. When a schema changes or events stop, two teams look at each other unless the
    /// board says who is called, and that is the question that follows every arrow.
    ///
    /// ## Bad board
    /// ```bad
    /// [ingest] Kafka: 500k ev/s @Payments
    /// [process] Scoring: p99 140 ms @Risk
    /// Kafka -> Scoring
    /// ```
    ///
    /// ## Good board
    /// ```good
    /// [ingest] Kafka: 500k ev/s @Payments
    /// [process] Scoring: p99 140 ms @Risk
    /// Kafka -> Scoring @Payments -> Risk
    /// ```
    ///
    /// ## Fix
    /// Name the team, or the hand-off from producer to consumer. Where both ends have an owner, the fix names the
    /// hand-off between them (or the one team that owns both); otherwise it would have to invent a team, and there is
    /// no fix: name the owners of the boxes, and the edges between them follow.
    ///
    /// ## Source
    /// Interview guide, preparation list: a one-page diagram with the ownership at each edge.
    "OWN001" "unowned-edge" Ownership Error
    "a data or failure edge has no owner"
    check
}

fn check(context: &Context<'_>, findings: &mut Findings<'_>) {
    let apart = named_by_allows(context);
    let mut points: Map<Point<'_>, Vec<&EdgeLink<'_>>> = Map::new();
    for link in context.graph.edges().filter(|link| is_unowned(link)) {
        points.get_or_default(point(context, link, &apart)).push(link);
    }
    let by_first = |(_, links): &(&Point<'_>, &Vec<&EdgeLink<'_>>)| links.first().map_or(0, |link| link.slot.index() as u64);
    for (point, links) in ranked(points.iter(), by_first) {
        let Some((first, rest)) = links.split_first() else {
            continue;
        };
        let said = findings.say(at_edge(first), || message(context, first, rest.len()));
        let said = said.path(|| links.iter().map(|link| at_edge(link)).collect());
        if let Some((producer, consumer)) = point.teams {
            let owner = owner_between(producer, consumer);
            said.fix(|| (title(&owner, rest.len()), name_owner(context, links, &owner)), true);
        }
        for link in rest {
            let said = findings.say(at_edge(link), || message(context, link, 0));
            said.follows(RULE.code, at_edge(first));
        }
    }
}

/// What is one question to an interviewer: the teams at both ends, where both are on the board.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
struct Point<'b> {
    teams: Option<(&'b str, &'b str)>,
    /// The edge, where it is judged alone.
    alone: Option<&'b str>,
}

fn point<'b>(context: &Context<'b>, link: &EdgeLink<'b>, apart: &Set<&str>) -> Point<'b> {
    let producer = Owner::read(&context.graph.get_box(link.from).record.owner).teams().last();
    let consumer = Owner::read(&context.graph.get_box(link.to).record.owner).teams().next();
    Point {
        teams: producer.zip(consumer),
        alone: apart.contains(link.id.as_str()).then(|| link.id.as_str()),
    }
}

/// The ids that allows of this rule name.
fn named_by_allows<'b>(context: &Context<'b>) -> Set<&'b str> {
    let allows = context.board.allows().iter();
    let here = allows.filter(|allow| crate::rule(&allow.rule) == Some(&RULE));
    here.filter_map(|allow| allow.on.as_deref()).map(str::trim).collect()
}

fn is_unowned(link: &EdgeLink<'_>) -> bool {
    let is_judged = matches!(link.record.kind, EdgeKind::Data | EdgeKind::Failure);
    is_judged && Owner::read(&link.record.owner) == Owner::Nobody
}

fn message(context: &Context<'_>, link: &EdgeLink<'_>, others: usize) -> String {
    let travels = match link.record.kind {
        EdgeKind::Failure => "What fails from",
        _ => "The data from",
    };
    let others = match others {
        0 => String::new(),
        1 => ", and one more edge is like it".to_owned(),
        count => format!(", and {count} more edges are like it"),
    };
    format!(
        "{travels} {} belongs to nobody{others}: when it stops or changes, nobody is called. Name the team, or the \
         hand-off from one team to the other.",
        edge_name(context.graph, link),
    )
}

/// The one team that owns both ends, or the hand-off between two.
fn owner_between(producer: &str, consumer: &str) -> String {
    if producer == consumer {
        producer.to_owned()
    } else {
        format!("{producer} -> {consumer}")
    }
}

fn title(owner: &str, others: usize) -> String {
    match others {
        0 => format!("Name {owner}"),
        _ => format!("Name {owner} on {} edges", others + 1),
    }
}

fn name_owner(context: &Context<'_>, links: &[&EdgeLink<'_>], owner: &str) -> Edit {
    let mut edit = Edit::new();
    for link in links {
        let mut record = link.record.clone();
        record.owner = owner.to_owned();
        edit.put(
            context.board,
            RecordId::Edge(link.id.clone()),
            Record::from(record),
        );
    }
    edit
}

#[cfg(test)]
mod tests {
    use crate::{Options, check, example};

    #[test]
    fn what_is_the_same_question_is_one_finding_with_one_fix() {
        let text = "[ingest] K @Pay\n[process] Job @Risk\n[store] S @Risk\nK -> Job\nK -> S\nJob -> K\nallow OWN001 on e2: todo";
        let (mut board, _) = example::read(text).unwrap();
        let only = Options::alone(&super::RULE, None);
        let said = check(&board, &only);
        let places: Vec<_> = said.findings.iter().filter_map(|finding| finding.place.id()).collect();
        assert_eq!(places, ["e1", "e2", "e3"], "what an allow names is judged alone");
        let mut edit = board::Edit::new();
        edit.put(&board, board::RecordId::Allows, Vec::new().into());
        board.apply(&edit).unwrap();
        let said = check(&board, &only);
        let first = &said.findings[0];
        assert_eq!(first.fixes[0].title, "Name Pay -> Risk on 2 edges");
        assert_eq!(first.folded.len(), 1);
        assert!(first.message.contains("belongs to nobody, and one more edge is like it: "));
        board.apply(&first.fixes[0].edit).unwrap();
        assert_eq!(check(&board, &only).findings.len(), 1, "the edge back is another hand-off");
    }

    #[test]
    fn fixtures() {
        crate::fixtures::hold(&super::RULE, &[
            (&["e1"], "[ingest] K\n[process] Job\nK -> Job"),
            (&["e1"], "[process] Job\n[store] DLQ\nJob -failure-> DLQ"),
            (&["e1"], "[ingest] K\n[process] Job @Risk\n[store] S\nK -> Job\nJob -> S\nJob -failure-> K"),
            (&["e1", "e3"], "[ingest] K @Pay\n[process] Job @Risk\n[store] S @Risk\nK -> Job\nK -> S\nJob -> S"),
            (&[], "[ingest] K\n[process] Job\nK -> Job @Risk"),
            (&[], "[observe] Alerts\n[process] Job\nJob -control-> Alerts"),
        ]);
    }
}
