//! From the board's records to the file's documents.

use geometry::{Page, Point, Size};

use super::VERSION;
use super::format::*;
use super::value::{Entries, Id, Number, Reason, Text, Word};
use crate::journal::Entry;
use crate::{
    Allow, Answer, Because, Board, BoxId, BoxRecord, Brief, Change, EdgeId, EdgeKind, EdgeRecord, EdgeWay,
    FrameId, FrameRecord, Hold, NoteId, NoteLook, NoteRecord, Pin, PinId, Record, RecordId, Score, StrokeId,
    StrokeRecord, Wrap,
};

/// The document of a whole board, positions rounded.
pub(super) fn board_doc(board: &Board, log: &[Entry]) -> BoardDoc {
    let brief = brief_doc(board.brief());
    let boxes = board.boxes_in_order().into_iter();
    let edges = board.edges_in_order().into_iter();
    let answers = board
        .scope()
        .map(|(id, answer)| (id.as_str().to_owned(), answer_doc(answer)));
    BoardDoc {
        version: VERSION,
        title: brief.title,
        track: brief.track,
        prompt: brief.prompt,
        scope: Entries(answers.collect()),
        boxes: boxes
            .map(|(id, record)| rounded_box(box_doc(id, record)))
            .collect(),
        edges: edges.map(|(id, record)| edge_doc(id, record)).collect(),
        notes: board
            .notes_in_order()
            .into_iter()
            .map(|(id, note)| rounded_note(note_doc(id, note), note.look))
            .collect(),
        frames: board
            .frames_in_order()
            .into_iter()
            .map(|(id, frame)| rounded_frame(frame_doc(id, frame)))
            .collect(),
        strokes: board
            .strokes_in_order()
            .into_iter()
            .map(|(id, stroke)| rounded_stroke(stroke_doc(id, stroke)))
            .collect(),
        wrap: wrap_doc(board.wrap()),
        allow: board.allows().iter().map(allow_doc).collect(),
        pins: board
            .pins()
            .map(|(id, pin)| rounded_pin(pin_doc(id, pin)))
            .collect(),
        score: score_doc(board.score()),
        log: log.iter().map(entry_doc).collect(),
        extras: (**board.extras()).clone(),
        unknown: Vec::new(),
    }
}

fn rounded_box(mut doc: BoxDoc) -> BoxDoc {
    doc.at = doc.at.map(rounded);
    doc.size = rounded_size(doc.size, BoxRecord::DEFAULT_SIZE);
    doc
}

fn rounded_note(mut doc: NoteDoc, look: NoteLook) -> NoteDoc {
    doc.at = doc.at.map(rounded);
    doc.size = rounded_size(doc.size, look.size());
    doc
}

fn rounded_frame(mut doc: FrameDoc) -> FrameDoc {
    doc.at = doc.at.map(rounded);
    doc.size = doc.size.map(rounded);
    doc
}

fn rounded_stroke(mut doc: StrokeDoc) -> StrokeDoc {
    doc.points = doc.points.into_iter().map(|point| point.map(rounded)).collect();
    doc
}

/// The size, unless it is the one that is meant where none is written.
fn rounded_size(size: Option<[Number; 2]>, usual: Size) -> Option<[Number; 2]> {
    let size = size.map(|size| size.map(rounded));
    size.filter(|&size| size != pair(usual))
}

fn rounded_pin(mut doc: PinDoc) -> PinDoc {
    doc.at = doc.at.map(|at| at.map(rounded));
    doc
}

/// To hundredths: finer than any screen, and stable in a diff.
fn rounded(number: Number) -> Number {
    Number((number.0 * 100.0).round() / 100.0)
}

/// The document of an entry, exact.
pub(super) fn entry_doc(entry: &Entry) -> EntryDoc {
    EntryDoc {
        at_ms: entry.at_ms,
        label: text(&entry.label),
        edit: entry
            .edit
            .changes()
            .map(|(id, change)| change_doc(id, change))
            .collect(),
        ..EntryDoc::default()
    }
}

fn change_doc(id: &RecordId, change: &Change) -> ChangeDoc {
    match id {
        RecordId::Brief => ChangeDoc::Brief(both(change, |record| match record {
            Record::Brief(brief) => Some(brief_doc(brief)),
            _ => None,
        })),
        RecordId::Answer(question) => {
            let doc = |record: &Option<Record>| match record {
                Some(Record::Answer(answer)) => Some(answer_doc(answer)),
                _ => None,
            };
            ChangeDoc::Answer(Box::new(AnswerPair {
                question: Word::Known(*question),
                before: doc(&change.before),
                after: doc(&change.after),
                ..AnswerPair::default()
            }))
        }
        RecordId::Box(id) => ChangeDoc::Box(both(change, |record| match record {
            Record::Box(record) => Some(placed(record.order, box_doc(id, record))),
            _ => None,
        })),
        RecordId::Edge(id) => ChangeDoc::Edge(both(change, |record| match record {
            Record::Edge(edge) => Some(placed(edge.order, edge_doc(id, edge))),
            _ => None,
        })),
        RecordId::Wrap => ChangeDoc::Wrap(both(change, |record| match record {
            Record::Wrap(wrap) => Some(wrap_doc(wrap)),
            _ => None,
        })),
        RecordId::Allows => ChangeDoc::Allow(both(change, |record| match record {
            Record::Allows(allows) => Some(allows.iter().map(allow_doc).collect()),
            _ => None,
        })),
        RecordId::Pin(id) => ChangeDoc::Pin(both(change, |record| match record {
            Record::Pin(pin) => Some(pin_doc(id, pin)),
            _ => None,
        })),
        RecordId::Note(id) => ChangeDoc::Note(both(change, |record| match record {
            Record::Note(note) => Some(placed(note.order, note_doc(id, note))),
            _ => None,
        })),
        RecordId::Frame(id) => ChangeDoc::Frame(both(change, |record| match record {
            Record::Frame(frame) => Some(placed(frame.order, frame_doc(id, frame))),
            _ => None,
        })),
        RecordId::Stroke(id) => ChangeDoc::Stroke(both(change, |record| match record {
            Record::Stroke(stroke) => Some(placed(stroke.order, stroke_doc(id, stroke))),
            _ => None,
        })),
        RecordId::Score => ChangeDoc::Score(both(change, |record| match record {
            Record::Score(score) => Some(score_doc(score)),
            _ => None,
        })),
        RecordId::Extras => ChangeDoc::Extras(both(change, |record| match record {
            Record::Extras(extras) => Some((**extras).clone()),
            _ => None,
        })),
    }
}

fn both<T>(change: &Change, doc: impl Fn(&Record) -> Option<T>) -> Box<Pair<T>> {
    Box::new(Pair {
        before: change.before.as_ref().and_then(&doc),
        after: change.after.as_ref().and_then(&doc),
        unknown: Vec::new(),
    })
}

fn placed<T>(order: u32, record: T) -> Placed<T> {
    Placed {
        order,
        record,
        unknown: Vec::new(),
    }
}

fn brief_doc(brief: &Brief) -> BriefDoc {
    BriefDoc {
        title: text(&brief.title),
        track: Some(Word::Known(brief.track)),
        prompt: brief.prompt.as_deref().map(text),
        ..BriefDoc::default()
    }
}

fn answer_doc(answer: &Answer) -> AnswerDoc {
    AnswerDoc {
        text: text(&answer.text),
        status: Some(Word::Known(answer.status)),
        ..AnswerDoc::default()
    }
}

fn box_doc(id: &BoxId, record: &BoxRecord) -> BoxDoc {
    let rejected = record.rejected.iter().map(|rejected| RejectedDoc {
        option: text(&rejected.option),
        why: text(&rejected.why),
        ..RejectedDoc::default()
    });
    BoxDoc {
        id: Id::from(id.as_str()),
        role: Word::Known(record.role),
        label: text(&record.label),
        component: record.component.as_deref().map(text),
        constraints: text(&record.constraints),
        because: because_doc(&record.because),
        rejected: rejected.collect(),
        owner: text(&record.owner),
        at: point(record.at),
        size: (record.size != BoxRecord::DEFAULT_SIZE).then(|| pair(record.size)),
        group: group(&record.hold),
        locked: record.hold.locked,
        extras: record.extras.clone(),
        unknown: Vec::new(),
    }
}

fn edge_doc(id: &EdgeId, edge: &EdgeRecord) -> EdgeDoc {
    EdgeDoc {
        id: Id::from(id.as_str()),
        from: Id::from(edge.from.as_str()),
        to: Id::from(edge.to.as_str()),
        kind: (edge.kind != EdgeKind::Data).then_some(Word::Known(edge.kind)),
        way: (edge.way != EdgeWay::Curved).then_some(Word::Known(edge.way)),
        label: text(&edge.label),
        constraints: text(&edge.constraints),
        because: because_doc(&edge.because),
        owner: text(&edge.owner),
        extras: edge.extras.clone(),
        unknown: Vec::new(),
    }
}

fn note_doc(id: &NoteId, note: &NoteRecord) -> NoteDoc {
    NoteDoc {
        id: Id::from(id.as_str()),
        look: (note.look != NoteLook::Sticky).then_some(Word::Known(note.look)),
        text: text(&note.text),
        at: point(note.at),
        size: (note.size != note.look.size()).then(|| pair(note.size)),
        group: group(&note.hold),
        locked: note.hold.locked,
        extras: note.extras.clone(),
        unknown: Vec::new(),
    }
}

fn frame_doc(id: &FrameId, frame: &FrameRecord) -> FrameDoc {
    FrameDoc {
        id: Id::from(id.as_str()),
        title: text(&frame.title),
        at: point(frame.at),
        size: pair(frame.size),
        group: group(&frame.hold),
        locked: frame.hold.locked,
        extras: frame.extras.clone(),
        unknown: Vec::new(),
    }
}

fn stroke_doc(id: &StrokeId, stroke: &StrokeRecord) -> StrokeDoc {
    StrokeDoc {
        id: Id::from(id.as_str()),
        points: stroke.points.iter().copied().map(point).collect(),
        pressure: stroke.pressures.iter().copied().map(u32::from).collect(),
        group: group(&stroke.hold),
        locked: stroke.hold.locked,
        extras: stroke.extras.clone(),
        unknown: Vec::new(),
    }
}

fn because_doc(because: &Because) -> BecauseDoc {
    BecauseDoc {
        answers: because.answers.iter().copied().map(Word::Known).collect(),
        text: text(&because.text),
        ..BecauseDoc::default()
    }
}

fn wrap_doc(wrap: &Wrap) -> WrapDoc {
    let tradeoffs = wrap.tradeoffs.iter().map(|tradeoff| TradeoffDoc {
        chose: text(&tradeoff.chose),
        over: text(&tradeoff.over),
        cost: text(&tradeoff.cost),
        impact: text(&tradeoff.impact),
        ..TradeoffDoc::default()
    });
    WrapDoc {
        summary: text(&wrap.summary),
        mvp: wrap.mvp.iter().map(|item| text(item)).collect(),
        risk: RiskDoc {
            what: text(&wrap.risk.what),
            mitigation: text(&wrap.risk.mitigation),
            ..RiskDoc::default()
        },
        tradeoffs: tradeoffs.collect(),
        left_out: wrap.left_out.iter().map(|item| text(item)).collect(),
        ..WrapDoc::default()
    }
}

fn allow_doc(allow: &Allow) -> AllowDoc {
    AllowDoc {
        rule: Reason::from(allow.rule.as_str()),
        on: allow.on.as_deref().map(text),
        why: Reason::from(allow.why.as_str()),
        until: allow.until.map(|until| text(&until.to_string())),
        ..AllowDoc::default()
    }
}

fn pin_doc(id: &PinId, pin: &Pin) -> PinDoc {
    PinDoc {
        id: Id::from(id.as_str()),
        on: pin.on.as_deref().map(text),
        at: pin.at.map(point),
        kind: Some(Word::Known(pin.kind)),
        text: text(&pin.text),
        by: text(&pin.by),
        ..PinDoc::default()
    }
}

fn score_doc(score: &Score) -> ScoreDoc {
    let entries = |marks: &sorted::Map<String, f64>| {
        Entries(
            marks
                .iter()
                .map(|(id, &mark)| (id.clone(), Number(mark)))
                .collect(),
        )
    };
    ScoreDoc {
        rubric: entries(&score.rubric),
        own: entries(&score.own),
        ..ScoreDoc::default()
    }
}

fn group(hold: &Hold) -> Option<Id> {
    hold.group.as_ref().map(|group| Id::from(group.as_str()))
}

fn text(text: &str) -> Text {
    Text::from(text)
}

fn point(at: Point<Page>) -> [Number; 2] {
    [Number(at.x), Number(at.y)]
}

fn pair(size: Size) -> [Number; 2] {
    [Number(size.width), Number(size.height)]
}
