//! The documents of the file and of the journal: the only types that say how a board is written.

use std::borrow::Cow;

use super::document::{Document, document, fields_of, misplaced};
use super::tree::Tree;
use super::value::{Entries, Id, Number, Reason, Text, Word};
use crate::fault::{Faults, Place};
use crate::{AnswerStatus, EdgeKind, EdgeWay, NoteLook, PinKind, Question, Role, Track};

document! {
    /// A board: one drawing with its scope, boxes, edges, wrap-up, pins and session log.
    BoardDoc ("a board", keeps extras) {
        /// The format version.
        required version ("sketchlint"): u32,
        /// The title.
        optional title ("title"): Text,
        /// The interview track that the board is judged under.
        optional track ("track"): Option<Word<Track>>,
        /// The id of the prompt that the board answers.
        optional prompt ("prompt"): Option<Text>,
        /// The answers to the scoping questions, by question.
        optional scope ("scope"): Entries<AnswerDoc>,
        /// The boxes, lowest in the pile first.
        optional boxes ("boxes"): Vec<BoxDoc>,
        /// The edges.
        optional edges ("edges"): Vec<EdgeDoc>,
        /// The notes: remarks that no rule judges, lowest in the pile first.
        optional notes ("notes"): Vec<NoteDoc>,
        /// The frames, lowest in the pile first.
        optional frames ("frames"): Vec<FrameDoc>,
        /// The lines drawn by hand, lowest in the pile first.
        optional strokes ("strokes"): Vec<StrokeDoc>,
        /// The wrap-up: the last five minutes.
        optional wrap ("wrap"): WrapDoc,
        /// The findings set aside on purpose.
        optional allow ("allow"): Vec<AllowDoc>,
        /// A coach's remarks.
        optional pins ("pins"): Vec<PinDoc>,
        /// The marks.
        optional score ("score"): ScoreDoc,
        /// The journal: every committed edit with its time, oldest first.
        optional log ("log"): Vec<EntryDoc>,
    }

    /// The answer to a scoping question.
    AnswerDoc ("an answer") {
        /// The answer as a person writes it; quantities are read from it.
        optional text ("text"): Text,
        /// How the answer came about; `stated` where it is left out.
        optional status ("status"): Option<Word<AnswerStatus>>,
    }

    /// A component on the board.
    BoxDoc ("a box", keeps extras) {
        /// The id, unique among boxes.
        required id ("id"): Id,
        /// What it is for.
        required role ("role"): Word<Role>,
        /// What it is called.
        optional label ("label"): Text,
        /// The catalogue's id of the component, or `none`; recognised from the label where it is left out.
        optional component ("component"): Option<Text>,
        /// The text beside the box; quantities are read from it.
        optional constraints ("constraints"): Text,
        /// The scoping answers that ask for this box.
        optional because ("because"): BecauseDoc,
        /// The alternatives considered.
        optional rejected ("rejected"): Vec<RejectedDoc>,
        /// The team that answers for it.
        optional owner ("owner"): Text,
        /// The top left corner: x, y.
        required at ("at"): [Number; 2],
        /// Width and height; 176 by 96 where they are left out.
        optional size ("size"): Option<[Number; 2]>,
        /// The group that it is selected and moved with.
        optional group ("group"): Option<Id>,
        /// Whether gestures leave it alone.
        optional locked ("locked"): bool,
    }

    /// An arrow between two boxes.
    EdgeDoc ("an edge", keeps extras) {
        /// The id, unique among edges.
        required id ("id"): Id,
        /// The id of the box where it starts.
        required from ("from"): Id,
        /// The id of the box that it points to.
        required to ("to"): Id,
        /// What travels: `data` where it is left out.
        optional kind ("kind"): Option<Word<EdgeKind>>,
        /// How it runs: `curved` where it is left out.
        optional way ("way"): Option<Word<EdgeWay>>,
        /// What travels, in words.
        optional label ("label"): Text,
        /// The text beside the edge; quantities are read from it.
        optional constraints ("constraints"): Text,
        /// The scoping answers that ask for this edge.
        optional because ("because"): BecauseDoc,
        /// Who answers for it: a team, or a hand-off `Producer -> Consumer`.
        optional owner ("owner"): Text,
    }

    /// A sticky note, or words on the board itself.
    NoteDoc ("a note", keeps extras) {
        /// The id, unique among notes.
        required id ("id"): Id,
        /// On a sheet of its own or plain; `sticky` where it is left out.
        optional look ("look"): Option<Word<NoteLook>>,
        /// What it says.
        optional text ("text"): Text,
        /// The top left corner: x, y.
        required at ("at"): [Number; 2],
        /// Width and least height; 168 by 128 where they are left out, of plain words 400 by 28.
        optional size ("size"): Option<[Number; 2]>,
        /// The group that it is selected and moved with.
        optional group ("group"): Option<Id>,
        /// Whether gestures leave it alone.
        optional locked ("locked"): bool,
    }

    /// A titled rectangle behind what it holds together.
    FrameDoc ("a frame", keeps extras) {
        /// The id, unique among frames.
        required id ("id"): Id,
        /// What stands above it.
        optional title ("title"): Text,
        /// The top left corner: x, y.
        required at ("at"): [Number; 2],
        /// Width and height.
        required size ("size"): [Number; 2],
        /// The group that it is selected and moved with.
        optional group ("group"): Option<Id>,
        /// Whether gestures leave it alone.
        optional locked ("locked"): bool,
    }

    /// A line drawn by hand.
    StrokeDoc ("a stroke", keeps extras) {
        /// The id, unique among strokes.
        required id ("id"): Id,
        /// The points that it goes through, each x, y.
        required points ("points"): Vec<[Number; 2]>,
        /// How hard the pen was pressed at each point, from 0 to 100; as thick everywhere where it is left out.
        optional pressure ("pressure"): Vec<u32>,
        /// The group that it is selected and moved with.
        optional group ("group"): Option<Id>,
        /// Whether gestures leave it alone.
        optional locked ("locked"): bool,
    }

    /// The scoping answers that ask for something, and a few words.
    BecauseDoc ("a justification") {
        /// The questions whose answers ask for it.
        optional answers ("answers"): Vec<Word<Question>>,
        /// A few words.
        optional text ("text"): Text,
    }

    /// An alternative that was considered.
    RejectedDoc ("a rejected alternative") {
        /// What was considered.
        optional option ("option"): Text,
        /// Why not.
        optional why ("why"): Text,
    }

    /// The last five minutes.
    WrapDoc ("a wrap-up") {
        /// The design in one sentence.
        optional summary ("summary"): Text,
        /// Two or three features to build first.
        optional mvp ("mvp"): Vec<Text>,
        /// The one major risk.
        optional risk ("risk"): RiskDoc,
        /// What was chosen over what.
        optional tradeoffs ("tradeoffs"): Vec<TradeoffDoc>,
        /// What was left out on purpose.
        optional left_out ("left_out"): Vec<Text>,
    }

    /// A risk with its mitigation.
    RiskDoc ("a risk") {
        /// What may go wrong.
        optional what ("what"): Text,
        /// What is done about it.
        optional mitigation ("mitigation"): Text,
    }

    /// A choice with its price.
    TradeoffDoc ("a trade-off") {
        /// What was chosen.
        optional chose ("chose"): Text,
        /// What it was chosen over.
        optional over ("over"): Text,
        /// What it costs.
        optional cost ("cost"): Text,
        /// What it brings to the business.
        optional impact ("impact"): Text,
    }

    /// A finding set aside on purpose.
    AllowDoc ("an allow") {
        /// The rule's code or name.
        required rule ("rule"): Reason,
        /// The id of the box, edge or question; the whole board where it is left out.
        optional on ("on"): Option<Text>,
        /// Why the finding is set aside.
        required why ("why"): Reason,
        /// The last day on which it is set aside, such as `2026-12-31`; for good where it is left out.
        optional until ("until"): Option<Text>,
    }

    /// A coach's remark.
    PinDoc ("a pin") {
        /// The id, unique among pins.
        required id ("id"): Id,
        /// The id of the box or edge that it is pinned to.
        optional on ("on"): Option<Text>,
        /// The spot that it is pinned to: x, y.
        optional at ("at"): Option<[Number; 2]>,
        /// What it is; `note` where it is left out.
        optional kind ("kind"): Option<Word<PinKind>>,
        /// The remark.
        optional text ("text"): Text,
        /// Who made it.
        optional by ("by"): Text,
    }

    /// Marks, each by the id of what is marked.
    ScoreDoc ("a score") {
        /// The coach's marks.
        optional rubric ("rubric"): Entries<Number>,
        /// The candidate's own.
        optional own ("self"): Entries<Number>,
    }

    /// A committed edit.
    EntryDoc ("an entry of the journal") {
        /// Milliseconds since the session began.
        required at_ms ("at_ms"): u64,
        /// What was done.
        optional label ("label"): Text,
        /// The records that changed.
        optional edit ("edit"): Vec<ChangeDoc>,
    }

    /// What a record was and what it became; left out for not there.
    Pair<T> ("a record before and after") {
        /// The record before the edit.
        optional before ("before"): Option<T>,
        /// The record after it.
        optional after ("after"): Option<T>,
    }

    /// An answer before and after.
    AnswerPair ("an answer before and after") {
        /// The question.
        required question ("question"): Word<Question>,
        /// The answer before the edit.
        optional before ("before"): Option<AnswerDoc>,
        /// The answer after it.
        optional after ("after"): Option<AnswerDoc>,
    }

    /// A record with its place in the file.
    Placed<T> ("a record with its place") {
        /// Its place in the file and in the pile.
        required order ("order"): u32,
        /// The record.
        required record ("record"): T,
    }

    /// Title, track and prompt, as the journal keeps them.
    BriefDoc ("a brief") {
        /// The title.
        optional title ("title"): Text,
        /// The interview track that the board is judged under.
        optional track ("track"): Option<Word<Track>>,
        /// The id of the prompt that the board answers.
        optional prompt ("prompt"): Option<Text>,
    }
}

macro_rules! changes {
    ($($word:literal $name:ident ($type:ty);)+) => {
        /// One record's change in the journal, under the word for its kind.
        #[derive(Debug)]
        pub(super) enum ChangeDoc {
            $(
                #[doc = concat!("A change under `", $word, "`.")]
                $name(Box<$type>),
            )+
        }

        /// A change of nothing, until it is filled.
        impl Default for ChangeDoc {
            fn default() -> Self {
                Self::Extras(Box::default())
            }
        }

        impl Document for ChangeDoc {
            fn fill(&mut self, tree: Tree<'_>, place: &Place<'_>, faults: &mut Faults) {
                let Some((kind, tree)) = one_field(tree, place, faults) else {
                    return;
                };
                match &*kind {
                    $($word => {
                        let mut pair = Box::<$type>::default();
                        pair.fill(tree, &place.key($word), faults);
                        *self = Self::$name(pair);
                    })+
                    other => misplaced(&format_args!("the key `{other}`"), KIND, place, faults),
                }
            }

            fn write(&self) -> Tree<'_> {
                let (kind, tree) = match self {
                    $(Self::$name(pair) => ($word, pair.write()),)+
                };
                Tree::Object(vec![(kind.into(), tree)])
            }
        }

        #[cfg(test)]
        impl schemars::JsonSchema for ChangeDoc {
            fn schema_name() -> std::borrow::Cow<'static, str> {
                "change".into()
            }

            fn json_schema(generator: &mut schemars::SchemaGenerator) -> schemars::Schema {
                let kinds = [$(($word, generator.subschema_for::<$type>())),+];
                super::schema::one_key_of("One record's change, under the word for its kind.", kinds)
            }
        }
    };
}

changes! {
    "brief" Brief(Pair<BriefDoc>);
    "answer" Answer(AnswerPair);
    "box" Box(Pair<Placed<BoxDoc>>);
    "edge" Edge(Pair<Placed<EdgeDoc>>);
    "wrap" Wrap(Pair<WrapDoc>);
    "allow" Allow(Pair<Vec<AllowDoc>>);
    "pin" Pin(Pair<PinDoc>);
    "note" Note(Pair<Placed<NoteDoc>>);
    "frame" Frame(Pair<Placed<FrameDoc>>);
    "stroke" Stroke(Pair<Placed<StrokeDoc>>);
    "score" Score(Pair<ScoreDoc>);
    "extras" Extras(Pair<crate::Extras>);
}

const KIND: &str = "an object with one key, which is the word for a kind of record,";

fn one_field<'t>(tree: Tree<'t>, place: &Place<'_>, faults: &mut Faults) -> Option<(Cow<'t, str>, Tree<'t>)> {
    let mut fields = fields_of(tree, KIND, place, faults)?;
    if fields.len() != 1 {
        let found = format_args!("an object with {} keys", fields.len());
        misplaced(&found, KIND, place, faults);
        return None;
    }
    fields.pop()
}
