//! What a record may not hold, whoever made it: an edit is refused for the same faults as a file.

use std::fmt;

use geometry::{Page, Point, Size};
use serde_json::Value;

use crate::file::limits;
use crate::{
    Allow, Answer, Because, BoxRecord, Brief, EdgeRecord, Extras, FrameRecord, NoteRecord, Pin, Record,
    Score, StrokeRecord, Wrap,
};

/// A place in a document, told from the inside out, so that no text is made unless something is wrong there.
#[derive(Clone, Copy)]
pub(crate) enum Place<'p> {
    /// The document itself.
    Root,
    /// What stands under a key.
    Key(&'p Place<'p>, &'p str),
    /// An item of a list.
    Item(&'p Place<'p>, usize),
}

/// One step down a document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Step {
    /// To what stands under a key.
    Key(String),
    /// To an item of a list.
    Item(usize),
}

/// A fault with its place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Fault {
    pub(crate) place: Vec<Step>,
    pub(crate) what: String,
    pub(crate) remedy: String,
}

/// The faults found so far.
#[derive(Debug, Default)]
pub(crate) struct Faults(pub(crate) Vec<Fault>);

impl<'p> Place<'p> {
    pub(crate) fn key(&'p self, key: &'p str) -> Place<'p> {
        Place::Key(self, key)
    }

    pub(crate) fn item(&'p self, index: usize) -> Place<'p> {
        Place::Item(self, index)
    }

    pub(crate) fn steps(&self) -> Vec<Step> {
        let (mut steps, last) = match self {
            Self::Root => return Vec::new(),
            Self::Key(outer, key) => (outer.steps(), Step::Key((*key).to_owned())),
            Self::Item(outer, index) => (outer.steps(), Step::Item(*index)),
        };
        steps.push(last);
        steps
    }
}

/// `boxes[3].at` for the steps.
pub(crate) struct Steps<'s>(pub(crate) &'s [Step]);

impl fmt::Display for Steps<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (number, step) in self.0.iter().enumerate() {
            match step {
                Step::Key(key) if number == 0 => write!(f, "{}", key.escape_debug())?,
                Step::Key(key) => write!(f, ".{}", key.escape_debug())?,
                Step::Item(index) => write!(f, "[{index}]")?,
            }
        }
        Ok(())
    }
}

impl Faults {
    pub(crate) fn add(&mut self, place: &Place<'_>, what: impl Into<String>, remedy: impl Into<String>) {
        self.0.push(Fault {
            place: place.steps(),
            what: what.into(),
            remedy: remedy.into(),
        });
    }

    /// Checks a record of any kind.
    pub(crate) fn check(&mut self, record: &Record, place: &Place<'_>) {
        match record {
            Record::Brief(brief) => self.check_brief(brief, place),
            Record::Answer(answer) => self.check_answer(answer, place),
            Record::Box(record) => self.check_box(record, place),
            Record::Edge(edge) => self.check_edge(edge, place),
            Record::Wrap(wrap) => self.check_wrap(wrap, place),
            Record::Allows(allows) => {
                self.count(allows.len(), limits::ALLOWS, "allows", place);
                for (index, allow) in allows.iter().enumerate() {
                    self.check_allow(allow, &place.item(index));
                }
            }
            Record::Pin(pin) => self.check_pin(pin, place),
            Record::Note(note) => self.check_note(note, place),
            Record::Frame(frame) => self.check_frame(frame, place),
            Record::Stroke(stroke) => self.check_stroke(stroke, place),
            Record::Score(score) => self.check_score(score, place),
            Record::Extras(extras) => self.check_extras(extras, place),
        }
    }

    pub(crate) fn check_brief(&mut self, brief: &Brief, place: &Place<'_>) {
        self.text(&brief.title, &place.key("title"));
        self.some_text(brief.prompt.as_deref(), &place.key("prompt"));
    }

    pub(crate) fn check_answer(&mut self, answer: &Answer, place: &Place<'_>) {
        self.text(&answer.text, &place.key("text"));
    }

    pub(crate) fn check_box(&mut self, record: &BoxRecord, place: &Place<'_>) {
        self.text(&record.label, &place.key("label"));
        self.some_text(record.component.as_deref(), &place.key("component"));
        self.text(&record.constraints, &place.key("constraints"));
        self.because(&record.because, &place.key("because"));
        self.text(&record.owner, &place.key("owner"));
        let rejected = place.key("rejected");
        self.count(record.rejected.len(), limits::ITEMS, "alternatives", &rejected);
        for (index, alternative) in record.rejected.iter().enumerate() {
            let item = rejected.item(index);
            self.text(&alternative.option, &item.key("option"));
            self.text(&alternative.why, &item.key("why"));
        }
        self.point(record.at, &place.key("at"));
        self.size(record.size, &place.key("size"));
        self.check_extras(&record.extras, place);
    }

    pub(crate) fn check_edge(&mut self, edge: &EdgeRecord, place: &Place<'_>) {
        self.text(&edge.label, &place.key("label"));
        self.text(&edge.constraints, &place.key("constraints"));
        self.because(&edge.because, &place.key("because"));
        self.text(&edge.owner, &place.key("owner"));
        self.check_extras(&edge.extras, place);
    }

    pub(crate) fn check_wrap(&mut self, wrap: &Wrap, place: &Place<'_>) {
        self.text(&wrap.summary, &place.key("summary"));
        self.texts(&wrap.mvp, &place.key("mvp"));
        let risk = place.key("risk");
        self.text(&wrap.risk.what, &risk.key("what"));
        self.text(&wrap.risk.mitigation, &risk.key("mitigation"));
        let tradeoffs = place.key("tradeoffs");
        self.count(wrap.tradeoffs.len(), limits::ITEMS, "trade-offs", &tradeoffs);
        for (index, tradeoff) in wrap.tradeoffs.iter().enumerate() {
            let item = tradeoffs.item(index);
            self.text(&tradeoff.chose, &item.key("chose"));
            self.text(&tradeoff.over, &item.key("over"));
            self.text(&tradeoff.cost, &item.key("cost"));
            self.text(&tradeoff.impact, &item.key("impact"));
        }
        self.texts(&wrap.left_out, &place.key("left_out"));
    }

    pub(crate) fn check_allow(&mut self, allow: &Allow, place: &Place<'_>) {
        let (rule, why) = (place.key("rule"), place.key("why"));
        if allow.rule.trim().is_empty() {
            self.add(
                &rule,
                "the rule is not named",
                "write the code of the rule to set aside, such as `FLR010`",
            );
        }
        if allow.why.trim().is_empty() {
            self.add(
                &why,
                "no finding is set aside without a reason",
                "write why it does not apply here",
            );
        }
        self.text(&allow.rule, &rule);
        self.some_text(allow.on.as_deref(), &place.key("on"));
        self.text(&allow.why, &why);
    }

    pub(crate) fn check_pin(&mut self, pin: &Pin, place: &Place<'_>) {
        self.some_text(pin.on.as_deref(), &place.key("on"));
        if let Some(at) = pin.at {
            self.point(at, &place.key("at"));
        }
        self.text(&pin.text, &place.key("text"));
        self.text(&pin.by, &place.key("by"));
    }

    pub(crate) fn check_note(&mut self, note: &NoteRecord, place: &Place<'_>) {
        self.text(&note.text, &place.key("text"));
        self.point(note.at, &place.key("at"));
        self.size(note.size, &place.key("size"));
        self.check_extras(&note.extras, place);
    }

    pub(crate) fn check_frame(&mut self, frame: &FrameRecord, place: &Place<'_>) {
        self.text(&frame.title, &place.key("title"));
        self.point(frame.at, &place.key("at"));
        self.size(frame.size, &place.key("size"));
        self.check_extras(&frame.extras, place);
    }

    pub(crate) fn check_stroke(&mut self, stroke: &StrokeRecord, place: &Place<'_>) {
        let points = place.key("points");
        if stroke.points.is_empty() {
            self.add(
                &points,
                "the stroke goes nowhere",
                "give it a point, or take it out",
            );
        }
        self.count(stroke.points.len(), limits::STROKE_POINTS, "points", &points);
        for (index, point) in stroke.points.iter().enumerate() {
            self.point(*point, &points.item(index));
        }
        let hardest = stroke.pressures.iter().max().copied().unwrap_or_default();
        let counted = [0, stroke.points.len()].contains(&stroke.pressures.len());
        if !counted || hardest > StrokeRecord::HARDEST {
            self.add(
                &place.key("pressure"),
                "the pressure does not fit the points",
                "give one number from 0 to 100 for each point, or take it out",
            );
        }
        self.check_extras(&stroke.extras, place);
    }

    pub(crate) fn check_score(&mut self, score: &Score, place: &Place<'_>) {
        for (marks, key) in [(&score.rubric, "rubric"), (&score.own, "self")] {
            let place = place.key(key);
            self.count(marks.len(), limits::ITEMS, "marks", &place);
            for (id, mark) in marks {
                self.text(id, &place.key(id));
                if !mark.is_finite() {
                    self.add(
                        &place.key(id),
                        format!("{mark} is no mark"),
                        "make it a finite number",
                    );
                }
            }
        }
    }

    pub(crate) fn check_extras(&mut self, extras: &Extras, place: &Place<'_>) {
        for (key, value) in extras {
            let place = place.key(key);
            if !key.starts_with("x-") {
                self.add(
                    &place,
                    "only keys that begin with `x-` are kept",
                    "put `x-` in front of it",
                );
            }
            if is_deeper(value, limits::EXTRA_DEPTH) {
                let what = format!("the value is nested more than {} deep", limits::EXTRA_DEPTH);
                self.add(&place, what, "flatten it");
            }
        }
    }

    pub(crate) fn count(&mut self, found: usize, limit: usize, what: &str, place: &Place<'_>) {
        if found > limit {
            self.add(
                place,
                format!("{found} {what} are too many"),
                format!("keep at most {limit}"),
            );
        }
    }

    pub(crate) fn text(&mut self, text: &str, place: &Place<'_>) {
        if text.len() > limits::TEXT_CHARS {
            let count = text.chars().count();
            if count > limits::TEXT_CHARS {
                let what = format!("the text has {count} characters");
                self.add(
                    place,
                    what,
                    format!("shorten it to at most {}", limits::TEXT_CHARS),
                );
            }
        }
    }

    fn some_text(&mut self, text: Option<&str>, place: &Place<'_>) {
        self.text(text.unwrap_or_default(), place);
    }

    fn texts(&mut self, texts: &[String], place: &Place<'_>) {
        self.count(texts.len(), limits::ITEMS, "items", place);
        for (index, text) in texts.iter().enumerate() {
            self.text(text, &place.item(index));
        }
    }

    fn because(&mut self, because: &Because, place: &Place<'_>) {
        self.count(
            because.answers.len(),
            limits::ITEMS,
            "answers",
            &place.key("answers"),
        );
        self.text(&because.text, &place.key("text"));
    }

    fn size(&mut self, size: Size, place: &Place<'_>) {
        for (index, side) in [size.width, size.height].into_iter().enumerate() {
            // Written so that what is not a number fails.
            if !(0.0..=limits::COORDINATE).contains(&side) {
                let what = format!("{side} is no width or height");
                self.add(&place.item(index), what, "make it a number from 0 to 10000000");
            }
        }
    }

    fn point(&mut self, point: Point<Page>, place: &Place<'_>) {
        for (index, value) in [point.x, point.y].into_iter().enumerate() {
            if !(-limits::COORDINATE..=limits::COORDINATE).contains(&value) {
                let what = format!("{value} is off the page");
                self.add(
                    &place.item(index),
                    what,
                    "make it a number between -10000000 and 10000000",
                );
            }
        }
    }
}

/// Whether lists and objects nest more than `depth` levels. Stops at that depth, so that no value overflows the stack.
fn is_deeper(value: &Value, depth: usize) -> bool {
    match (value, depth) {
        (Value::Array(_) | Value::Object(_), 0) => true,
        (Value::Array(items), _) => items.iter().any(|item| is_deeper(item, depth - 1)),
        (Value::Object(map), _) => map.values().any(|item| is_deeper(item, depth - 1)),
        _ => false,
    }
}
