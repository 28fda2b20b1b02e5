//! Which boxes every path passes: the dominator tree of the groups, a virtual root above all entries.
//!
//! The groups are in topological order, so that one pass suffices: what every path to a group passes is what all edges
//! into it have in common. Each node keeps one long jump beside its parent, by which two nodes meet in log n steps;
//! the whole is n log n in boxes and edges, also on boards that are one long ladder.

/// The virtual root above all entries.
const ROOT: usize = 0;

/// The tree; nodes are the groups that are reached, in the order in which they were added.
#[derive(Clone, Debug)]
pub(crate) struct Dominators {
    nodes: Vec<Node>,
    /// The node of each group.
    of_group: Vec<Option<usize>>,
}

#[derive(Clone, Copy, Debug, Default)]
struct Node {
    parent: usize,
    jump: usize,
    depth: usize,
    group: usize,
}

impl Dominators {
    /// A tree of nothing but the root, for so many groups.
    pub(crate) fn new(groups: usize) -> Self {
        Self {
            nodes: vec![Node::default()],
            of_group: vec![None; groups],
        }
    }

    /// Adds a group that is fed by `feeding` (those that are not reached do not count), or is an entry.
    pub(crate) fn add(&mut self, group: usize, is_entry: bool, feeding: impl Iterator<Item = usize>) {
        let mut above = is_entry.then_some(ROOT);
        for from in feeding {
            let from = self.of_group.get(from).copied().flatten();
            above = match (above, from) {
                (Some(known), Some(from)) => Some(self.meet(known, from)),
                (known, from) => known.or(from),
            };
        }
        let Some(parent) = above else { return };
        let (up, over) = (self.node(parent), self.node(self.node(parent).jump));
        let is_even = up.depth - over.depth == over.depth - self.node(over.jump).depth;
        let node = Node {
            parent,
            jump: if is_even { over.jump } else { parent },
            depth: up.depth + 1,
            group,
        };
        if let Some(place) = self.of_group.get_mut(group) {
            *place = Some(self.nodes.len());
            self.nodes.push(node);
        }
    }

    /// Some path from an entry leads to the group.
    pub(crate) fn reaches(&self, group: usize) -> bool {
        self.of_group.get(group).copied().flatten().is_some()
    }

    /// The last group before `group` that every path to it passes; nothing where there is none, or it is not reached.
    pub(crate) fn above(&self, group: usize) -> Option<usize> {
        let parent = self.node(self.of_group.get(group).copied().flatten()?).parent;
        (parent != ROOT).then(|| self.node(parent).group)
    }

    /// Every path to `group` passes `before`, or is that itself.
    pub(crate) fn passes(&self, group: usize, before: usize) -> bool {
        let node = |group: usize| self.of_group.get(group).copied().flatten();
        let (Some(below), Some(above)) = (node(group), node(before)) else {
            return false;
        };
        self.meet(below, above) == above
    }

    /// The groups that every path to `group` passes, in order, itself the last; empty where it is not reached.
    pub(crate) fn chain(&self, group: usize) -> Vec<usize> {
        let mut chain: Vec<usize> = Vec::new();
        let mut at = self.reaches(group).then_some(group);
        while let Some(group) = at {
            chain.push(group);
            at = self.above(group);
        }
        chain.reverse();
        chain
    }

    fn node(&self, number: usize) -> Node {
        self.nodes.get(number).copied().unwrap_or_default()
    }

    /// Where the ways up from two nodes meet.
    fn meet(&self, one: usize, other: usize) -> usize {
        let (mut low, mut high) = (one, other);
        if self.node(low).depth < self.node(high).depth {
            (low, high) = (high, low);
        }
        let depth = self.node(high).depth;
        while self.node(low).depth > depth {
            let node = self.node(low);
            low = if self.node(node.jump).depth >= depth {
                node.jump
            } else {
                node.parent
            };
        }
        while low != high {
            let (one, other) = (self.node(low), self.node(high));
            (low, high) = if one.jump == other.jump {
                (one.parent, other.parent)
            } else {
                (one.jump, other.jump)
            };
        }
        low
    }
}
