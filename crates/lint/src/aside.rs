//! Where failures are set aside: how a dead letter or a quarantine is known, and how a fix adds one.

use analysis::Stop;
use board::graph::BoxNode;
use board::owner::Owner;
use board::{EdgeKind, Edit, Role};
use quantity::Guarantee;

use crate::addition::Addition;
use crate::context::Context;
use crate::mention::mentions;
use crate::vacancy::Side;

/// How the names of such boxes begin.
const NAMES: &[&str] = &[
    "dead letter",
    "deadletter",
    "dlq",
    "quarantine",
    "poison",
    "rejected",
    "bad ",
    "broken ",
    "invalid ",
    "malformed ",
    "unparsed ",
];

/// Another copy takes over there; nothing is set aside.
const TAKES_OVER: &[Guarantee] = &[Guarantee::Failover, Guarantee::Fallback, Guarantee::Backup];

impl Context<'_> {
    /// The box is where failures wait: a store or ingest box that is called so, or a store on the failure path alone.
    pub(crate) fn is_aside(&self, node: &BoxNode<'_>) -> bool {
        let may_hold = matches!(node.record.role, Role::Store | Role::Ingest);
        if may_hold
            && self.sieve(Stop::Box(node.slot)).may_mention(NAMES)
            && mentions(&node.record.label, NAMES)
        {
            return true;
        }
        node.record.role == Role::Store
            && self.is_failure_side(node)
            && !self.box_promises(node, TAKES_OVER)
            && !self
                .graph
                .incoming(node.slot, EdgeKind::Failure)
                .any(|link| self.edge_promises(link, TAKES_OVER))
    }
}

/// A box below `node` that failures go to, of whoever owns `node` last, and what it is called within a sentence.
pub(crate) fn set_aside(context: &Context<'_>, node: &BoxNode<'_>) -> (&'static str, Edit) {
    let (label, called) = match node.record.role {
        Role::Ingest => ("Dead letter", "dead letter"),
        _ => ("Quarantine", "quarantine"),
    };
    let aside = Addition {
        role: Role::Store,
        label,
        constraints: "",
        kind: EdgeKind::Failure,
        owner: Owner::read(&node.record.owner).teams().last().unwrap_or_default(),
    };
    (called, aside.to(context, node, Side::Below))
}
