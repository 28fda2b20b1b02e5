//! From text to board.

use geometry::Point;
use sorted::Set;

use super::SketchError;
use super::arrow::{ARROWS, Fault, arrow, fault, target};
use super::columns::columns;
use super::wrap_up;
use crate::line::{Line, unescaped};
use crate::words::{Vocabulary, choices, find, nearest};
use crate::{
    Allow, Answer, AnswerStatus, Board, BoxId, BoxRecord, Brief, EdgeId, EdgeKind, EdgeRecord, Edit,
    Question, Record, RecordId, Role, Track, Wrap,
};

/// Reads a sketch. A byte order mark and line ends of any kind are taken.
///
/// # Errors
/// [`SketchError`] with the first line that cannot be read, and what to do about it.
pub fn read(text: &str) -> Result<Board, SketchError> {
    let mut sketch = Sketch::default();
    let text = text.strip_prefix('\u{FEFF}').unwrap_or(text);
    for (number, line) in (1..).zip(text.lines()) {
        let told = sketch.line(number, line.trim());
        told.map_err(|(what, remedy)| SketchError {
            line: number,
            what,
            remedy,
        })?;
    }
    sketch.board()
}

/// An edge whose ends are not yet looked up.
struct Arrow {
    number: usize,
    id: Option<EdgeId>,
    from: String,
    to: String,
    kind: EdgeKind,
    label: String,
    line: Line,
}

#[derive(Default)]
struct Sketch {
    brief: Brief,
    answers: Vec<(Question, Answer)>,
    boxes: Vec<(BoxId, BoxRecord)>,
    taken: Set<BoxId>,
    arrows: Vec<Arrow>,
    allows: Vec<Allow>,
    wrap: Wrap,
}

impl Sketch {
    fn line(&mut self, number: usize, line: &str) -> Result<(), Fault> {
        if line.is_empty() || line.starts_with('#') {
            return Ok(());
        }
        let (head, tail) = line.split_once(':').unwrap_or((line, ""));
        if is_keyword(head) {
            return self.keyword(head, unescaped(tail.trim()));
        }
        let (id, rest) = own_id(line);
        if rest.starts_with('[') {
            return self.boxed(id, rest);
        }
        match arrow(rest) {
            Some((from, kind, tail)) => self.arrow(number, id, from, kind, tail),
            None => fault(
                format!("`{}` is neither a box nor an edge", shorten(line)),
                "begin a box with its role, such as `[store] Orders: 2 TB`, and join boxes by ` -> `",
            ),
        }
    }

    fn keyword(&mut self, head: &str, text: String) -> Result<(), Fault> {
        let words: Vec<_> = head.split_whitespace().collect();
        match words.as_slice() {
            ["title"] => self.brief.title = text,
            ["prompt"] => self.brief.prompt = Some(text),
            ["track"] => self.brief.track = word::<Track>(&text)?,
            ["scope", question] => self.answer(question, AnswerStatus::Stated, text)?,
            ["scope", question, status] => self.answer(question, word(status)?, text)?,
            ["allow", rule, place_and_day @ ..] => self.allow(rule, place_and_day, text)?,
            [word] if wrap_up::take(&mut self.wrap, word, text).is_some() => {}
            [word] => {
                return fault(
                    format!("`{word}:` belongs to a trade-off"),
                    "write `tradeoff: …`, which says what was chosen, in a line above it",
                );
            }
            _ => {
                return fault(
                    format!("`{}:` cannot be read", shorten(head)),
                    "write `scope QUESTION: …` or `scope QUESTION STATUS: …`",
                );
            }
        }
        Ok(())
    }

    fn answer(&mut self, question: &str, status: AnswerStatus, text: String) -> Result<(), Fault> {
        let question = word::<Question>(question)?;
        if self.answers.iter().any(|(answered, _)| *answered == question) {
            return fault(format!("{question} is answered twice"), "keep one of the two");
        }
        self.answers.push((question, Answer { text, status }));
        Ok(())
    }

    fn allow(&mut self, rule: &str, place_and_day: &[&str], why: String) -> Result<(), Fault> {
        if why.is_empty() {
            return fault(
                "no finding is set aside without a reason",
                "write why after the colon",
            );
        }
        let (place, until) = match place_and_day {
            [place @ .., "until", day] => match day.parse() {
                Ok(day) => (place, Some(day)),
                Err(_) => return fault(format!("`{day}` is no day"), "write it as in `until 2026-12-31`"),
            },
            place => (place, None),
        };
        let on = match place {
            [] => None,
            ["on", on @ ..] if !on.is_empty() => Some(on.join(" ")),
            _ => {
                return fault(
                    format!("`allow {rule} {}:` cannot be read", place.join(" ")),
                    "write `allow RULE: …`, `allow RULE on ID: …` or `allow RULE on ID until 2026-12-31: …`",
                );
            }
        };
        let rule = rule.to_owned();
        self.allows.push(Allow { rule, on, why, until });
        Ok(())
    }

    fn boxed(&mut self, id: Option<&str>, text: &str) -> Result<(), Fault> {
        let line = Line::read(text);
        if line.role.is_none() {
            let role = text.trim_start_matches('[').split(']').next().unwrap_or_default();
            word::<Role>(role)?;
        }
        let id = match id {
            None => BoxId::fresh(&line.label, |id| self.taken.contains(id)),
            Some(text) => {
                BoxId::new(text).or_else(|error| fault(error.to_string(), "type a shorter, plain id"))?
            }
        };
        if !self.taken.insert(id.clone()) {
            return fault(
                format!("there is already a box `{id}`"),
                "give one of the two another id",
            );
        }
        let mut record = BoxRecord::new(Role::Process, Point::new(0.0, 0.0));
        line.apply_to(&mut record);
        record.order = order(self.boxes.len());
        self.boxes.push((id, record));
        Ok(())
    }

    fn arrow(
        &mut self,
        number: usize,
        id: Option<&str>,
        from: &str,
        kind: EdgeKind,
        tail: &str,
    ) -> Result<(), Fault> {
        let id = match id.map(EdgeId::new).transpose() {
            Ok(id) => id,
            Err(error) => return fault(error.to_string(), "type a shorter, plain id"),
        };
        let (to, label, rest) = target(tail)?;
        let line = Line::read(rest);
        if !line.rejected.is_empty() {
            return fault(
                "an edge has no alternatives",
                "say what was rejected on a box, or write `\\not`",
            );
        }
        if !line.label.is_empty() || line.role.is_some() {
            return fault(
                format!("`{}` cannot stand behind the label of the edge", shorten(rest)),
                "write constraints behind a colon and the owner behind an @",
            );
        }
        self.arrows.push(Arrow {
            number,
            id,
            from: unescaped(from.trim()),
            to,
            kind,
            label,
            line,
        });
        Ok(())
    }

    fn board(self) -> Result<Board, SketchError> {
        let mut edges = Vec::with_capacity(self.arrows.len());
        let mut taken = Set::new();
        let explicit: Vec<_> = self.arrows.iter().filter_map(|arrow| arrow.id.clone()).collect();
        for (index, arrow) in self.arrows.iter().enumerate() {
            let refuse = |(what, remedy)| SketchError {
                line: arrow.number,
                what,
                remedy,
            };
            let from = self.end(&arrow.from).map_err(refuse)?;
            let to = self.end(&arrow.to).map_err(refuse)?;
            let id = match &arrow.id {
                Some(id) => id.clone(),
                None => EdgeId::fresh(&format!("e{}", index + 1), |id| {
                    explicit.contains(id) || taken.contains(id)
                }),
            };
            let mut edge = EdgeRecord::new(from, to, arrow.kind);
            edge.label.clone_from(&arrow.label);
            edge.constraints.clone_from(&arrow.line.constraints);
            edge.owner.clone_from(&arrow.line.owner);
            edge.because.clone_from(&arrow.line.because);
            edge.order = order(index);
            if edge.from == edge.to {
                let told = fault(
                    format!("the edge joins `{}` to itself", edge.from),
                    "name another box",
                );
                return told.map_err(refuse);
            }
            if !taken.insert(id.clone()) {
                let told = fault(
                    format!("there is already an edge `{id}`"),
                    "give one of the two another id",
                );
                return told.map_err(refuse);
            }
            edges.push((id, edge));
        }
        self.assemble(edges)
    }

    fn assemble(self, edges: Vec<(EdgeId, EdgeRecord)>) -> Result<Board, SketchError> {
        let mut board = Board::default();
        let mut edit = Edit::new();
        edit.put(&board, RecordId::Brief, self.brief.into());
        edit.put(&board, RecordId::Wrap, self.wrap.into());
        edit.put(&board, RecordId::Allows, self.allows.into());
        for (question, answer) in self.answers {
            edit.put(&board, RecordId::Answer(question), answer.into());
        }
        for (id, record) in self.boxes {
            edit.put(&board, RecordId::Box(id), record.into());
        }
        for (id, edge) in edges {
            edit.put(&board, RecordId::Edge(id), edge.into());
        }
        apply(&mut board, &edit)?;
        let mut placing = Edit::new();
        for (id, at) in columns(&board) {
            if let Some(record) = board.get_box(&id) {
                let placed = BoxRecord {
                    at,
                    ..(**record).clone()
                };
                placing.put(&board, RecordId::Box(id), Record::from(placed));
            }
        }
        apply(&mut board, &placing)?;
        Ok(board)
    }

    /// The box that an end of an edge names: by id, or by label where just one box has it.
    fn end(&self, name: &str) -> Result<BoxId, Fault> {
        if let Some(id) = BoxId::new(name).ok().filter(|id| self.taken.contains(id)) {
            return Ok(id.clone());
        }
        let labelled = |case: fn(&str) -> String| {
            let name = case(name);
            let mut named = self
                .boxes
                .iter()
                .filter(move |(_, record)| case(&record.label) == name);
            (named.next(), named.next())
        };
        match (labelled(str::to_owned), labelled(str::to_ascii_lowercase)) {
            ((Some((id, _)), None), _) | ((None, _), (Some((id, _)), None)) => Ok(id.clone()),
            ((Some(_), _), _) | (_, (Some(_), _)) => fault(
                format!("more than one box is called `{name}`"),
                "name the box by its id",
            ),
            _ => {
                let known = self
                    .boxes
                    .iter()
                    .flat_map(|(id, record)| [id.as_str(), record.label.as_str()]);
                match nearest(name, known) {
                    Some(meant) => fault(
                        format!("there is no box `{name}`"),
                        format!("did you mean `{meant}`?"),
                    ),
                    None => fault(
                        format!("there is no box `{name}`"),
                        "name a box by its id or its label",
                    ),
                }
            }
        }
    }
}

/// What no line is to blame for is told of the first.
fn apply(board: &mut Board, edit: &Edit) -> Result<(), SketchError> {
    board.apply(edit).map_err(|error| SketchError {
        line: 1,
        what: error.to_string(),
        remedy: "make the sketch smaller".to_owned(),
    })
}

/// The line is none of a box or an edge: its first word says what it is.
fn is_keyword(head: &str) -> bool {
    let mut words = head.split_whitespace();
    let (first, second) = (words.next().unwrap_or_default(), words.next());
    let is_edge = second.is_some_and(|second| ARROWS.iter().any(|(arrow, _)| *arrow == second));
    match first {
        "title" | "track" | "prompt" => second.is_none(),
        word if wrap_up::WORDS.contains(&word) => second.is_none(),
        "scope" | "allow" => second.is_some() && !is_edge,
        _ => false,
    }
}

/// `id = ` in front of a box or an edge.
fn own_id(line: &str) -> (Option<&str>, &str) {
    match line.split_once(" = ") {
        Some((id, rest)) if !id.starts_with('[') && !id.contains(char::is_whitespace) => {
            (Some(id), rest.trim_start())
        }
        _ => (None, line),
    }
}

fn word<T: Vocabulary>(text: &str) -> Result<T, Fault> {
    let text = text.trim();
    find(text).map_or_else(
        || {
            let remedy = match nearest(text, T::all().iter().map(|value| value.word())) {
                Some(meant) => format!("did you mean `{meant}`?"),
                None => format!("use one of {}", choices::<T>()),
            };
            fault(format!("`{}` is no {}", shorten(text), T::WHAT), remedy)
        },
        Ok,
    )
}

fn shorten(text: &str) -> String {
    text.chars().take(60).collect()
}

fn order(index: usize) -> u32 {
    u32::try_from(index).unwrap_or(u32::MAX)
}
