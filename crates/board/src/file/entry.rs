//! From the journal's documents to edits.

use super::format::*;
use super::reading::Reader;
use super::value::Id;
use crate::fault::Place;
use crate::journal::Entry;
use crate::{
    BoxId, Change, EdgeId, Edit, FrameId, IdError, NoteId, PinId, Question, Record, RecordId, StrokeId,
};

impl Reader {
    /// The entry, if every record in it has its id.
    pub(super) fn entry(&mut self, doc: EntryDoc, place: &Place<'_>) -> Option<Entry> {
        self.unknown(&doc.unknown, EntryDoc::KEYS, false, place);
        self.faults.text(&doc.label.0, &place.key("label"));
        let list = place.key("edit");
        let mut changes = Vec::with_capacity(doc.edit.len());
        for (index, change) in doc.edit.into_iter().enumerate() {
            changes.push(self.change(change, &list.item(index))?);
        }
        Some(Entry {
            at_ms: doc.at_ms,
            label: doc.label.0,
            edit: Edit::from_changes(changes),
        })
    }

    fn change(&mut self, doc: ChangeDoc, place: &Place<'_>) -> Option<(RecordId, Change)> {
        match doc {
            ChangeDoc::Brief(pair) => {
                let change = self.both(*pair, &place.key("brief"), |reader, doc, place| {
                    reader.brief(doc, place)
                });
                Some((RecordId::Brief, change))
            }
            ChangeDoc::Answer(pair) => self.answer_change(*pair, &place.key("answer")),
            ChangeDoc::Box(pair) => self.box_change(*pair, &place.key("box")),
            ChangeDoc::Edge(pair) => self.edge_change(*pair, &place.key("edge")),
            ChangeDoc::Wrap(pair) => {
                let change = self.both(*pair, &place.key("wrap"), |reader, doc, place| {
                    reader.wrap(doc, place)
                });
                Some((RecordId::Wrap, change))
            }
            ChangeDoc::Allow(pair) => {
                let change = self.both(
                    *pair,
                    &place.key("allow"),
                    |reader, docs: Vec<AllowDoc>, place| {
                        let docs = docs.into_iter().enumerate();
                        docs.map(|(index, doc)| reader.allow(doc, &place.item(index)))
                            .collect::<Vec<_>>()
                    },
                );
                Some((RecordId::Allows, change))
            }
            ChangeDoc::Pin(pair) => {
                let id = self.shared_id(&pair, |doc: &PinDoc| &doc.id, PinId::new, place)?;
                let change = self.both(*pair, &place.key("pin"), |reader, doc, place| {
                    reader.pin(doc, place)
                });
                Some((RecordId::Pin(id), change))
            }
            ChangeDoc::Note(pair) => self.note_change(*pair, &place.key("note")),
            ChangeDoc::Frame(pair) => self.frame_change(*pair, &place.key("frame")),
            ChangeDoc::Stroke(pair) => self.stroke_change(*pair, &place.key("stroke")),
            ChangeDoc::Score(pair) => {
                let change = self.both(*pair, &place.key("score"), |reader, doc, place| {
                    reader.score(doc, place)
                });
                Some((RecordId::Score, change))
            }
            ChangeDoc::Extras(pair) => {
                let change = self.both(*pair, &place.key("extras"), |reader, extras, place| {
                    Record::Extras(reader.extras(extras, place))
                });
                Some((RecordId::Extras, change))
            }
        }
    }

    fn answer_change(&mut self, doc: AnswerPair, place: &Place<'_>) -> Option<(RecordId, Change)> {
        self.unknown(&doc.unknown, AnswerPair::KEYS, false, place);
        let question = match doc.question {
            super::value::Word::Known(question) => question,
            super::value::Word::Unknown(word) => {
                self.unknown_word::<Question>(&word, &place.key("question"));
                return None;
            }
        };
        let mut read = |doc: Option<AnswerDoc>, key| doc.map(|doc| self.answer(doc, &place.key(key)).into());
        let change = Change {
            before: read(doc.before, "before"),
            after: read(doc.after, "after"),
        };
        Some((RecordId::Answer(question), change))
    }

    fn box_change(&mut self, pair: Pair<Placed<BoxDoc>>, place: &Place<'_>) -> Option<(RecordId, Change)> {
        let id = self.shared_id(&pair, |doc| &doc.record.id, BoxId::new, place)?;
        let change = self.both(pair, place, |reader, doc, place| {
            reader.unknown(&doc.unknown, Placed::<BoxDoc>::KEYS, false, place);
            reader.boxed(doc.record, doc.order, &place.key("record"))
        });
        Some((RecordId::Box(id), change))
    }

    fn note_change(&mut self, pair: Pair<Placed<NoteDoc>>, place: &Place<'_>) -> Option<(RecordId, Change)> {
        let id = self.shared_id(&pair, |doc| &doc.record.id, NoteId::new, place)?;
        let change = self.both(pair, place, |reader, doc, place| {
            reader.unknown(&doc.unknown, Placed::<NoteDoc>::KEYS, false, place);
            reader.note(doc.record, doc.order, &place.key("record"))
        });
        Some((RecordId::Note(id), change))
    }

    fn frame_change(
        &mut self,
        pair: Pair<Placed<FrameDoc>>,
        place: &Place<'_>,
    ) -> Option<(RecordId, Change)> {
        let id = self.shared_id(&pair, |doc| &doc.record.id, FrameId::new, place)?;
        let change = self.both(pair, place, |reader, doc, place| {
            reader.unknown(&doc.unknown, Placed::<FrameDoc>::KEYS, false, place);
            reader.frame(doc.record, doc.order, &place.key("record"))
        });
        Some((RecordId::Frame(id), change))
    }

    fn stroke_change(
        &mut self,
        pair: Pair<Placed<StrokeDoc>>,
        place: &Place<'_>,
    ) -> Option<(RecordId, Change)> {
        let id = self.shared_id(&pair, |doc| &doc.record.id, StrokeId::new, place)?;
        let change = self.both(pair, place, |reader, doc, place| {
            reader.unknown(&doc.unknown, Placed::<StrokeDoc>::KEYS, false, place);
            reader.stroke(doc.record, doc.order, &place.key("record"))
        });
        Some((RecordId::Stroke(id), change))
    }

    fn edge_change(&mut self, pair: Pair<Placed<EdgeDoc>>, place: &Place<'_>) -> Option<(RecordId, Change)> {
        let id = self.shared_id(&pair, |doc| &doc.record.id, EdgeId::new, place)?;
        self.unknown(&pair.unknown, Pair::<Placed<EdgeDoc>>::KEYS, false, place);
        let mut read = |doc: Option<Placed<EdgeDoc>>, key| {
            let Some(doc) = doc else { return Some(None) };
            let place = place.key(key);
            self.unknown(&doc.unknown, Placed::<EdgeDoc>::KEYS, false, &place);
            self.edge(doc.record, doc.order, &place.key("record"))
                .map(|edge| Some(Record::from(edge)))
        };
        let change = Change {
            before: read(pair.before, "before")?,
            after: read(pair.after, "after")?,
        };
        Some((RecordId::Edge(id), change))
    }

    fn both<T, R: Into<Record>>(
        &mut self,
        pair: Pair<T>,
        place: &Place<'_>,
        read: impl Fn(&mut Self, T, &Place<'_>) -> R,
    ) -> Change {
        self.unknown(&pair.unknown, Pair::<T>::KEYS, false, place);
        let mut side = |doc: Option<T>, key| doc.map(|doc| read(self, doc, &place.key(key)).into());
        Change {
            before: side(pair.before, "before"),
            after: side(pair.after, "after"),
        }
    }

    /// The id that both sides of a change have.
    fn shared_id<T, I: PartialEq>(
        &mut self,
        pair: &Pair<T>,
        id: impl Fn(&T) -> &Id,
        new: fn(&str) -> Result<I, IdError>,
        place: &Place<'_>,
    ) -> Option<I> {
        let mut ids = [&pair.before, &pair.after].into_iter().flatten().map(id);
        let Some(first) = ids.next() else {
            self.faults.add(
                place,
                "the change has neither a before nor an after",
                "take it out",
            );
            return None;
        };
        if ids.any(|other| other != first) {
            self.faults.add(
                place,
                "before and after have different ids",
                "make it two changes",
            );
            return None;
        }
        self.id(first, new, place)
    }
}
