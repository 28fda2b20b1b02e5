//! From the file's documents to the board's records, with every fault and every key that was not understood.

use std::sync::Arc;

use geometry::{Page, Point, Rect, Size};

use super::format::*;
use super::value::{Id, Number, Text, Word};
use crate::fault::{Faults, Place};
use crate::words::{Vocabulary, choices, nearest};
use crate::{
    Allow, Answer, AnswerStatus, Because, BoxRecord, Brief, Date, EdgeKind, EdgeRecord, EdgeWay, Extras,
    FrameRecord, GroupId, Hold, IdError, NoteLook, NoteRecord, Pin, PinKind, Question, Rejected, Risk, Role,
    Score, StrokeRecord, Track, Tradeoff, Wrap,
};

/// Turns documents into records. What cannot be read is noted, and something harmless stands in its place.
#[derive(Debug, Default)]
pub(super) struct Reader {
    /// What makes the document unreadable.
    pub(super) faults: Faults,
    /// What was left out.
    pub(super) dropped: Faults,
}

impl Reader {
    /// Notes the keys that mean nothing.
    pub(super) fn unknown(&mut self, keys: &[String], known: &[&str], keeps: bool, place: &Place<'_>) {
        for key in keys {
            let remedy = match nearest(key, known.iter().copied()) {
                Some(meant) => format!("did you mean `{meant}`?"),
                None if keeps => format!("call it `x-{key}` to keep it"),
                None => {
                    "leave it out, or keep it under an `x-` key of the board, a box or an edge".to_owned()
                }
            };
            self.dropped.add(
                &place.key(key),
                "this key means nothing here and was left out",
                remedy,
            );
        }
    }

    /// The value of a word, or `instead` where the vocabulary does not have it.
    pub(super) fn word<T: Vocabulary>(&mut self, word: Word<T>, instead: T, place: &Place<'_>) -> T {
        match word {
            Word::Known(value) => value,
            Word::Unknown(word) => {
                self.unknown_word::<T>(&word, place);
                instead
            }
        }
    }

    /// Notes a word that the vocabulary does not have.
    pub(super) fn unknown_word<T: Vocabulary>(&mut self, word: &str, place: &Place<'_>) {
        let word: String = word.chars().take(60).collect();
        let known = T::all().iter().map(|value| value.word());
        let remedy = match nearest(&word, known) {
            Some(meant) => format!("did you mean `{meant}`?"),
            None => format!("use one of {}", choices::<T>()),
        };
        self.faults
            .add(place, format!("`{word}` is no {}", T::WHAT), remedy);
    }

    /// The id, if it can be one.
    pub(super) fn id<T>(
        &mut self,
        id: &Id,
        new: fn(&str) -> Result<T, IdError>,
        place: &Place<'_>,
    ) -> Option<T> {
        let refused = match new(&id.0) {
            Ok(id) => return Some(id),
            Err(refused) => refused,
        };
        let remedy = match refused {
            IdError::Empty => "give it a short word of its own",
            IdError::TooLong(_) => "shorten it, also where edges and allows name it",
            IdError::Invisible(_) => "type it anew, also where edges and allows name it",
        };
        self.faults.add(place, refused.to_string(), remedy);
        None
    }

    pub(super) fn brief(&mut self, doc: BriefDoc, place: &Place<'_>) -> Brief {
        self.unknown(&doc.unknown, BriefDoc::KEYS, false, place);
        let brief = Brief {
            title: doc.title.0,
            track: self.word_or(doc.track, Track::DataEngineer, &place.key("track")),
            prompt: some(doc.prompt),
        };
        self.faults.check_brief(&brief, place);
        brief
    }

    pub(super) fn answer(&mut self, doc: AnswerDoc, place: &Place<'_>) -> Answer {
        self.unknown(&doc.unknown, AnswerDoc::KEYS, false, place);
        let answer = Answer {
            text: doc.text.0,
            status: self.word_or(doc.status, AnswerStatus::Stated, &place.key("status")),
        };
        self.faults.check_answer(&answer, place);
        answer
    }

    pub(super) fn boxed(&mut self, doc: BoxDoc, order: u32, place: &Place<'_>) -> BoxRecord {
        self.unknown(&doc.unknown, BoxDoc::KEYS, true, place);
        let record = BoxRecord {
            role: self.word(doc.role, Role::Process, &place.key("role")),
            label: doc.label.0,
            component: some(doc.component),
            constraints: doc.constraints.0,
            because: self.because(doc.because, &place.key("because")),
            rejected: self.rejected(doc.rejected, &place.key("rejected")),
            owner: doc.owner.0,
            at: point(doc.at),
            size: size(doc.size, BoxRecord::DEFAULT_SIZE),
            hold: self.hold(doc.group, doc.locked, place),
            order,
            extras: doc.extras,
        };
        self.faults.check_box(&record, place);
        record
    }

    /// The edge, if its ends can be ids.
    pub(super) fn edge(&mut self, doc: EdgeDoc, order: u32, place: &Place<'_>) -> Option<EdgeRecord> {
        self.unknown(&doc.unknown, EdgeDoc::KEYS, true, place);
        let from = self.id(&doc.from, crate::BoxId::new, &place.key("from"));
        let to = self.id(&doc.to, crate::BoxId::new, &place.key("to"));
        let edge = EdgeRecord {
            kind: self.word_or(doc.kind, EdgeKind::Data, &place.key("kind")),
            way: self.word_or(doc.way, EdgeWay::Curved, &place.key("way")),
            from: from?,
            to: to?,
            label: doc.label.0,
            constraints: doc.constraints.0,
            because: self.because(doc.because, &place.key("because")),
            owner: doc.owner.0,
            order,
            extras: doc.extras,
        };
        self.faults.check_edge(&edge, place);
        if edge.from == edge.to {
            let what = format!("the edge joins `{}` to itself", edge.from);
            self.faults
                .add(&place.key("to"), what, "name another box, or take the edge out");
        }
        Some(edge)
    }

    pub(super) fn wrap(&mut self, doc: WrapDoc, place: &Place<'_>) -> Wrap {
        self.unknown(&doc.unknown, WrapDoc::KEYS, false, place);
        self.unknown(&doc.risk.unknown, RiskDoc::KEYS, false, &place.key("risk"));
        let tradeoffs = place.key("tradeoffs");
        for (index, tradeoff) in doc.tradeoffs.iter().enumerate() {
            self.unknown(
                &tradeoff.unknown,
                TradeoffDoc::KEYS,
                false,
                &tradeoffs.item(index),
            );
        }
        let tradeoff = |doc: TradeoffDoc| Tradeoff {
            chose: doc.chose.0,
            over: doc.over.0,
            cost: doc.cost.0,
            impact: doc.impact.0,
        };
        let wrap = Wrap {
            summary: doc.summary.0,
            mvp: texts(doc.mvp),
            risk: Risk {
                what: doc.risk.what.0,
                mitigation: doc.risk.mitigation.0,
            },
            tradeoffs: doc.tradeoffs.into_iter().map(tradeoff).collect(),
            left_out: texts(doc.left_out),
        };
        self.faults.check_wrap(&wrap, place);
        wrap
    }

    pub(super) fn allow(&mut self, doc: AllowDoc, place: &Place<'_>) -> Allow {
        self.unknown(&doc.unknown, AllowDoc::KEYS, false, place);
        let allow = Allow {
            rule: doc.rule.0,
            on: some(doc.on),
            why: doc.why.0,
            until: self.date(some(doc.until), &place.key("until")),
        };
        self.faults.check_allow(&allow, place);
        allow
    }

    fn date(&mut self, text: Option<String>, place: &Place<'_>) -> Option<Date> {
        let date = text?.parse();
        if date.is_err() {
            let remedy = "write a day as in `2026-12-31`, or take the key out";
            self.faults.add(place, "this is no day of the calendar", remedy);
        }
        date.ok()
    }

    pub(super) fn pin(&mut self, doc: PinDoc, place: &Place<'_>) -> Pin {
        self.unknown(&doc.unknown, PinDoc::KEYS, false, place);
        let pin = Pin {
            on: some(doc.on),
            at: doc.at.map(point),
            kind: self.word_or(doc.kind, PinKind::Note, &place.key("kind")),
            text: doc.text.0,
            by: doc.by.0,
        };
        self.faults.check_pin(&pin, place);
        pin
    }

    pub(super) fn note(&mut self, doc: NoteDoc, order: u32, place: &Place<'_>) -> NoteRecord {
        self.unknown(&doc.unknown, NoteDoc::KEYS, true, place);
        let look = self.word_or(doc.look, NoteLook::Sticky, &place.key("look"));
        let note = NoteRecord {
            look,
            text: doc.text.0,
            at: point(doc.at),
            size: size(doc.size, look.size()),
            hold: self.hold(doc.group, doc.locked, place),
            order,
            extras: doc.extras,
        };
        self.faults.check_note(&note, place);
        note
    }

    pub(super) fn frame(&mut self, doc: FrameDoc, order: u32, place: &Place<'_>) -> FrameRecord {
        self.unknown(&doc.unknown, FrameDoc::KEYS, true, place);
        let area = Rect::new(point(doc.at), size(Some(doc.size), FrameRecord::DEFAULT_SIZE));
        let frame = FrameRecord {
            title: doc.title.0,
            hold: self.hold(doc.group, doc.locked, place),
            order,
            extras: doc.extras,
            ..FrameRecord::new(area)
        };
        self.faults.check_frame(&frame, place);
        frame
    }

    pub(super) fn stroke(&mut self, doc: StrokeDoc, order: u32, place: &Place<'_>) -> StrokeRecord {
        self.unknown(&doc.unknown, StrokeDoc::KEYS, true, place);
        let stroke = StrokeRecord {
            points: doc.points.into_iter().map(point).collect(),
            // What is too hard to be told is found below.
            pressures: doc
                .pressure
                .into_iter()
                .map(|hard| u8::try_from(hard).unwrap_or(u8::MAX))
                .collect(),
            hold: self.hold(doc.group, doc.locked, place),
            order,
            extras: doc.extras,
        };
        self.faults.check_stroke(&stroke, place);
        stroke
    }

    pub(super) fn score(&mut self, doc: ScoreDoc, place: &Place<'_>) -> Score {
        self.unknown(&doc.unknown, ScoreDoc::KEYS, false, place);
        let marks = |entries: Vec<(String, Number)>| {
            let mut marks = sorted::Map::new();
            marks.extend(entries.into_iter().map(|(id, mark)| (id, mark.0)));
            marks
        };
        let score = Score {
            rubric: marks(doc.rubric.0),
            own: marks(doc.own.0),
        };
        self.faults.check_score(&score, place);
        score
    }

    fn hold(&mut self, group: Option<Id>, locked: bool, place: &Place<'_>) -> Hold {
        let place = place.key("group");
        let group = group.and_then(|group| self.id(&group, GroupId::new, &place));
        Hold { group, locked }
    }

    /// The board's own `x-` fields.
    pub(super) fn extras(&mut self, extras: Extras, place: &Place<'_>) -> Arc<Extras> {
        self.faults.check_extras(&extras, place);
        Arc::new(extras)
    }

    fn word_or<T: Vocabulary>(&mut self, word: Option<Word<T>>, default: T, place: &Place<'_>) -> T {
        word.map_or(default, |word| self.word(word, default, place))
    }

    fn because(&mut self, doc: BecauseDoc, place: &Place<'_>) -> Because {
        self.unknown(&doc.unknown, BecauseDoc::KEYS, false, place);
        let list = place.key("answers");
        let mut answers = Vec::with_capacity(doc.answers.len());
        for (index, word) in doc.answers.into_iter().enumerate() {
            match word {
                Word::Known(question) => answers.push(question),
                Word::Unknown(word) => self.unknown_word::<Question>(&word, &list.item(index)),
            }
        }
        Because {
            answers,
            text: doc.text.0,
        }
    }

    fn rejected(&mut self, docs: Vec<RejectedDoc>, place: &Place<'_>) -> Vec<Rejected> {
        let mut rejected = Vec::with_capacity(docs.len());
        for (index, doc) in docs.into_iter().enumerate() {
            self.unknown(&doc.unknown, RejectedDoc::KEYS, false, &place.item(index));
            rejected.push(Rejected {
                option: doc.option.0,
                why: doc.why.0,
            });
        }
        rejected
    }
}

fn some(text: Option<Text>) -> Option<String> {
    text.map(|text| text.0)
}

fn texts(texts: Vec<Text>) -> Vec<String> {
    texts.into_iter().map(|text| text.0).collect()
}

fn size(size: Option<[Number; 2]>, instead: Size) -> Size {
    size.map_or(instead, |[width, height]| Size::new(width.0, height.0))
}

fn point([x, y]: [Number; 2]) -> Point<Page> {
    Point::new(x.0, y.0)
}
