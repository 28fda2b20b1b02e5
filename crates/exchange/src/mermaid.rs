//! Mermaid's flowcharts as boards: what is pasted from a readme or a chat becomes boxes and edges.
//!
//! 1. The text is cut into statements, one a line or parted by `;`.
//! 2. Each is read onto a chart: nodes with their shapes, links with their words, subgraphs. What is about looks alone
//!    (`classDef`, `style`, `click`, …) is passed over; what cannot be read is kept, and told by line.
//! 3. The chart is laid out in layers and becomes a board. A cylinder is a store; else the product that a label names says
//!    the role, a word of it, or for pills and circles where they stand. Nothing is lost: what was not read stands in a
//!    note.
//!
//! The syntax is that of <https://mermaid.js.org/syntax/flowchart.html>.

mod chart;
mod cursor;
mod draft;
mod layout;
mod link;
mod reading;
mod shape;
#[cfg(test)]
mod tests;
mod words;

use board::{Board, Role};

use chart::Chart;

/// A chart that was read.
#[derive(Clone, Debug)]
pub struct Flowchart {
    /// The boxes and edges, frames for subgraphs, and a note with what was not read.
    pub board: Board,
    /// The lines that were not read, counted from 1, and why.
    pub left: Vec<(usize, String)>,
}

impl Flowchart {
    /// What was read and what was not, in a sentence or two.
    pub fn said(&self) -> String {
        let count = |number: usize, one: &str, many: &str| {
            format!("{number} {}", if number == 1 { one } else { many })
        };
        let boxes = count(self.board.boxes().len(), "box", "boxes");
        let edges = count(self.board.edges().len(), "edge", "edges");
        let of = |role: Role| {
            self.board
                .boxes()
                .filter(move |(_, record)| record.role == role)
                .count()
        };
        let roles = Role::ALL.iter().map(|role| (of(*role), role.as_str()));
        let roles: Vec<_> = roles
            .filter(|(number, _)| *number > 0)
            .map(|(number, role)| format!("{number} {role}"))
            .collect();
        let left: Vec<_> = self
            .left
            .iter()
            .take(5)
            .map(|(line, why)| format!("line {line}: {why}"))
            .collect();
        let left = match left.is_empty() {
            true => String::new(),
            false => format!(" Not read, and kept in a note: {}.", left.join("; ")),
        };
        format!(
            "Flowchart pasted: {boxes} ({}) and {edges}.{left}",
            roles.join(", ")
        )
    }
}

/// The text begins as a flowchart does.
pub fn is_flowchart(text: &str) -> bool {
    begin(text).is_some()
}

/// Reads a flowchart; nothing where the text is none. `known` says what the product that a label names is usually for.
pub fn read(text: &str, known: &dyn Fn(&str) -> Option<Role>) -> Option<Flowchart> {
    let (skipped, direction) = begin(text)?;
    let mut chart = Chart::toward(direction);
    let (mut left, mut kept) = (Vec::new(), String::new());
    for (line, number) in text.lines().zip(1..).skip(skipped) {
        let line = line.trim();
        if line.starts_with("```") {
            break;
        }
        // The first line may go on behind its direction.
        let head = usize::from(number == skipped + 1);
        for statement in statements(line).skip(head) {
            if let Err(why) = reading::statement(&mut chart, statement) {
                kept.push_str(&format!("{number}: {statement}\n"));
                left.push((number, why));
            }
        }
    }
    let kept = match kept.trim_end() {
        "" => String::new(),
        kept => format!("Not read:\n{}", kept.chars().take(2000).collect::<String>()),
    };
    let board = draft::board(&chart, known, &kept);
    Some(Flowchart { board, left })
}

/// How many lines stand before the first, and which way the chart runs by that.
fn begin(text: &str) -> Option<(usize, chart::Direction)> {
    let mut in_front = false;
    for (line, number) in text.lines().zip(0..) {
        let line = line.trim();
        if line == "---" {
            in_front = !in_front;
            continue;
        }
        if in_front || line.is_empty() || line.starts_with("%%") || line.starts_with("```") {
            continue;
        }
        let head = line.split(';').next().unwrap_or_default();
        return reading::header(head).map(|direction| (number, direction));
    }
    None
}

/// The statements of a line: parted by `;` outside of quotes, without comments.
fn statements(line: &str) -> impl Iterator<Item = &str> {
    let mut quoted = false;
    let parts = line.split(move |c| {
        quoted ^= c == '"';
        c == ';' && !quoted
    });
    let parts = parts.map(str::trim);
    parts.filter(|part| !part.is_empty() && !part.starts_with("%%"))
}
