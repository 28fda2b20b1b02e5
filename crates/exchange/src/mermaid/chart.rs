//! What the statements of a chart add up to: nodes, links and frames by number.

use sorted::Map;

use super::link::{Link, Stroke};
use super::shape::Shape;
use super::words::plain;

/// More nodes, links or frames than these are not read.
const MOST: usize = 2000;

/// Which way a chart runs.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub(super) enum Direction {
    #[default]
    Down,
    Up,
    Right,
    Left,
}

/// A node, as far as the statements tell.
#[derive(Clone, Debug, Default)]
pub(super) struct Node {
    /// Its words, with a line break where the chart has one.
    pub(super) words: String,
    pub(super) shape: Shape,
    /// The innermost frame that it was named in first.
    pub(super) frame: Option<usize>,
}

/// A link between two nodes.
#[derive(Clone, Debug)]
pub(super) struct Joint {
    pub(super) from: usize,
    pub(super) to: usize,
    pub(super) dotted: bool,
    pub(super) crossed: bool,
    pub(super) words: String,
}

/// A subgraph.
#[derive(Clone, Debug)]
pub(super) struct Frame {
    pub(super) title: String,
    pub(super) within: Option<usize>,
}

/// A chart.
#[derive(Clone, Debug, Default)]
pub(super) struct Chart {
    pub(super) direction: Direction,
    pub(super) nodes: Vec<Node>,
    pub(super) joints: Vec<Joint>,
    pub(super) frames: Vec<Frame>,
    ids: Map<String, usize>,
    frame_ids: Map<String, usize>,
    /// The frames that are begun and not ended, the innermost last.
    open: Vec<usize>,
}

impl Chart {
    /// An empty chart that runs this way.
    pub(super) fn toward(direction: Direction) -> Self {
        Self {
            direction,
            ..Self::default()
        }
    }

    /// The number of the node `id`; where a shape is given, that and its words are its own from now on.
    pub(super) fn node(&mut self, id: &str, shaped: Option<(Shape, &str)>) -> Result<usize, String> {
        if self.frame_ids.get(id).is_some() {
            return Err(format!("`{id}` is a subgraph, which no edge can join"));
        }
        let at = match self.ids.get(id) {
            Some(at) => *at,
            None if self.nodes.len() >= MOST => return Err(format!("there are more than {MOST} nodes")),
            None => {
                self.nodes.push(Node {
                    words: id.to_owned(),
                    frame: self.open.last().copied(),
                    ..Node::default()
                });
                self.ids.insert(id.to_owned(), self.nodes.len() - 1);
                self.nodes.len() - 1
            }
        };
        if let (Some(node), Some((shape, words))) = (self.nodes.get_mut(at), shaped) {
            node.shape = shape;
            let words = plain(words);
            if !words.is_empty() {
                node.words = words;
            }
        }
        Ok(at)
    }

    /// Joins two nodes.
    pub(super) fn join(&mut self, from: usize, to: usize, link: &Link<'_>) -> Result<(), String> {
        if link.line == Stroke::Unseen {
            return Ok(());
        }
        if from == to {
            return Err("an edge from a box to itself has no place on a board".to_owned());
        }
        if self.joints.len() >= MOST {
            return Err(format!("there are more than {MOST} links"));
        }
        let joint = |from, to| Joint {
            from,
            to,
            dotted: link.line == Stroke::Dotted,
            crossed: link.crossed,
            words: plain(link.words).replace('\n', " "),
        };
        self.joints.push(joint(from, to));
        if link.both_ways {
            self.joints.push(joint(to, from));
        }
        Ok(())
    }

    /// What follows lies in a new frame.
    pub(super) fn begin_frame(&mut self, id: &str, title: String) -> Result<(), String> {
        if self.frames.len() >= MOST {
            return Err(format!("there are more than {MOST} subgraphs"));
        }
        self.frames.push(Frame {
            title,
            within: self.open.last().copied(),
        });
        let at = self.frames.len() - 1;
        self.open.push(at);
        self.frame_ids.insert(id.trim_matches('"').to_owned(), at);
        Ok(())
    }

    /// The innermost frame ends.
    pub(super) fn end_frame(&mut self) -> Result<(), String> {
        self.open
            .pop()
            .map(|_| ())
            .ok_or_else(|| "there is no subgraph to end".to_owned())
    }
}
