//! Text edited in place: which field, what it says, and the one-line notation.

use board::line::Line;
use board::{
    Because, Board, BoxId, BoxRecord, EdgeRecord, Edit, FrameRecord, NoteRecord, Question, RecordId,
    Rejected, Role,
};

use crate::commands::naming::{edge_name, name_of};
use crate::commands::structure::{change_box, change_edge, keep};
use crate::commands::{place, reaching};
use crate::context::Context;
use crate::history::Run;
use crate::{Editing, Field, Item};

/// Starts editing a text, and selects whose it is.
pub(crate) fn edit(context: &mut Context<'_>, on: RecordId, field: Field) {
    let Some(item) = Item::of(&on) else { return };
    reaching::select(context, vec![item], false);
    context.begin_text(on, field);
}

/// Starts editing a text of the primary thing; a note and a frame have but one.
pub(crate) fn edit_selected(context: &mut Context<'_>, field: Field) {
    match context.selection().primary.as_ref().map(Item::record_id) {
        Some(on @ (RecordId::Note(_) | RecordId::Frame(_))) => edit(context, on, Field::Label),
        Some(on) => edit(context, on, field),
        None => context.announce("Select something first."),
    }
}

/// On to the next text of the same record, or back to the one before; off the end editing is over.
pub(crate) fn walk(context: &mut Context<'_>, back: bool) {
    let Some(editing) = context.session.editing.clone() else {
        return;
    };
    let fields = match editing.on {
        RecordId::Edge(_) => &Field::WALK[..Field::WALK.len() - 1],
        _ => &Field::WALK[..],
    };
    let place = fields.iter().position(|field| *field == editing.field);
    let next = match (place, back) {
        // Beside the label, where only those go who mean to.
        (None, false) if editing.field == Field::Component => fields.get(1),
        (None, true) if editing.field == Field::Component => fields.first(),
        (Some(place), false) => fields.get(place + 1),
        (Some(place), true) => place.checked_sub(1).and_then(|place| fields.get(place)),
        (None, _) => None,
    };
    match next {
        Some(field) => context.begin_text(editing.on, *field),
        None => {
            context.end_text();
        }
    }
}

/// Makes a text what was typed.
pub(crate) fn set_text(context: &mut Context<'_>, on: RecordId, field: Field, text: &str) {
    let board = context.board();
    let mut edit = Edit::new();
    let label = match &on {
        RecordId::Box(id) => {
            change_box(&mut edit, board, id, |record| write_box(record, field, text));
            format!("Edit {}", name_of(board, id))
        }
        RecordId::Edge(id) => {
            change_edge(&mut edit, board, id, |record| write_edge(record, field, text));
            board
                .get_edge(id)
                .map(|edge| format!("Edit {}", edge_name(board, edge)))
                .unwrap_or_default()
        }
        RecordId::Note(id) => {
            if let (Some(note), Field::Label) = (board.get_note(id).filter(|note| !note.hold.locked), field) {
                let note = NoteRecord {
                    text: text.to_owned(),
                    ..NoteRecord::clone(note)
                };
                edit.put(board, on.clone(), note.into());
            }
            "Edit note".to_owned()
        }
        RecordId::Frame(id) => {
            if let (Some(frame), Field::Label) =
                (board.get_frame(id).filter(|frame| !frame.hold.locked), field)
            {
                let frame = FrameRecord {
                    title: text.to_owned(),
                    ..FrameRecord::clone(frame)
                };
                edit.put(board, on.clone(), frame.into());
            }
            "Edit the frame's title".to_owned()
        }
        _ => return,
    };
    keep(context, &label, edit, Some(Run::Typing(on, Some(field))));
}

/// Applies a line of the one-line notation to a box, or makes a new box of it.
pub(crate) fn write_line(context: &mut Context<'_>, on: Option<BoxId>, text: &str) {
    match on {
        Some(id) => set_text(context, RecordId::Box(id), Field::Line, text),
        None => {
            let line = Line::read(text);
            if line.label.is_empty() && line.constraints.is_empty() {
                return context.announce("Write a label first.");
            }
            place::place_line(context, &line, line.role.unwrap_or(Role::Process));
        }
    }
}

/// Gives a label that says the whole line of a box, such as `Kafka: 500k ev/s @Payments`, to the box's texts, a step
/// after the typing: who writes on after the name is not asked which text comes next. A label that says but a name, and a
/// box that has such texts, stay as they are.
pub(crate) fn spread_label(context: &mut Context<'_>) {
    let Some(Editing {
        on,
        field: Field::Label,
    }) = context.session.editing.clone()
    else {
        return;
    };
    let RecordId::Box(id) = &on else { return };
    let Some(record) = context.board().get_box(id) else {
        return;
    };
    let says_more = Line::of(record)
        != Line {
            role: Some(record.role),
            label: record.label.clone(),
            ..Line::default()
        };
    if says_more || !context.history.is_typing(&on, Field::Label) || !is_line(&Line::read(&record.label)) {
        return;
    }
    let text = record.label.clone();
    set_text(context, on, Field::Line, &text);
}

/// More than a label that has a colon in it: somebody answers for it, something speaks for it, or there is a number.
fn is_line(line: &Line) -> bool {
    !line.owner.is_empty()
        || line.because != Because::default()
        || !line.rejected.is_empty()
        || line.constraints.contains(|c: char| c.is_ascii_digit())
}

/// What a field says, as it is edited.
pub(crate) fn text_of(board: &Board, on: &RecordId, field: Field) -> Option<String> {
    match on {
        RecordId::Box(id) => board.get_box(id).map(|record| read_box(record, field)),
        RecordId::Edge(id) => board.get_edge(id).map(|record| read_edge(record, field)),
        RecordId::Note(id) => board.get_note(id).map(|note| note.text.clone()),
        RecordId::Frame(id) => board.get_frame(id).map(|frame| frame.title.clone()),
        _ => None,
    }
}

fn read_box(record: &BoxRecord, field: Field) -> String {
    match field {
        Field::Label => record.label.clone(),
        Field::Constraints => record.constraints.clone(),
        Field::Owner => record.owner.clone(),
        Field::Because => print_because(&record.because),
        Field::Rejected => print_rejected(&record.rejected),
        Field::Line => Line::of(record).to_string(),
        Field::Component => record.component.clone().unwrap_or_default(),
    }
}

fn read_edge(record: &EdgeRecord, field: Field) -> String {
    match field {
        Field::Label => record.label.clone(),
        Field::Constraints => record.constraints.clone(),
        Field::Owner => record.owner.clone(),
        Field::Because => print_because(&record.because),
        Field::Rejected | Field::Line | Field::Component => String::new(),
    }
}

fn write_box(record: &mut BoxRecord, field: Field, text: &str) {
    match field {
        Field::Label => text.clone_into(&mut record.label),
        Field::Constraints => text.clone_into(&mut record.constraints),
        Field::Owner => text.clone_into(&mut record.owner),
        Field::Because => record.because = read_because(text),
        Field::Rejected => record.rejected = read_rejected(text),
        Field::Line => Line::read(text).apply_to(record),
        Field::Component => record.component = (!text.is_empty()).then(|| text.to_owned()),
    }
}

fn write_edge(record: &mut EdgeRecord, field: Field, text: &str) {
    match field {
        Field::Label => text.clone_into(&mut record.label),
        Field::Constraints => text.clone_into(&mut record.constraints),
        Field::Owner => text.clone_into(&mut record.owner),
        Field::Because => record.because = read_because(text),
        Field::Rejected | Field::Line | Field::Component => {}
    }
}

/// Question ids, and after a dash a few words: `volume, failure - absorbs the spike`. What starts with anything else
/// is words altogether.
fn read_because(text: &str) -> Because {
    let (ids, words) = match text.split_once(" - ").or_else(|| text.split_once(": ")) {
        Some((ids, words)) => (ids, words),
        None => (text, ""),
    };
    let mut answers: Vec<Question> = Vec::new();
    for id in ids.split([',', ' ']).filter(|id| !id.is_empty()) {
        match id.to_ascii_lowercase().parse() {
            Ok(question) if answers.contains(&question) => {}
            Ok(question) => answers.push(question),
            Err(_) => {
                return Because {
                    answers: Vec::new(),
                    text: text.to_owned(),
                };
            }
        }
    }
    Because {
        answers,
        text: words.to_owned(),
    }
}

fn print_because(because: &Because) -> String {
    let ids: Vec<_> = because.answers.iter().map(|question| question.as_str()).collect();
    match (ids.is_empty(), because.text.is_empty()) {
        (true, _) => because.text.clone(),
        (false, true) => ids.join(", "),
        (false, false) => format!("{} - {}", ids.join(", "), because.text),
    }
}

/// Options with the reason in brackets, between commas that stand in no brackets.
fn read_rejected(text: &str) -> Vec<Rejected> {
    let mut depth = 0_u32;
    let parts = text.split(|c| {
        match c {
            '(' => depth += 1,
            ')' => depth = depth.saturating_sub(1),
            _ => {}
        }
        depth == 0 && matches!(c, ',' | ';' | '\n')
    });
    let options = parts.map(str::trim).filter(|part| !part.is_empty());
    options
        .map(
            |part| match part.strip_suffix(')').and_then(|part| part.split_once('(')) {
                Some((option, why)) => Rejected {
                    option: option.trim().to_owned(),
                    why: why.trim().to_owned(),
                },
                None => Rejected {
                    option: part.to_owned(),
                    why: String::new(),
                },
            },
        )
        .collect()
}

fn print_rejected(rejected: &[Rejected]) -> String {
    let print = |one: &Rejected| match one.why.as_str() {
        "" => one.option.clone(),
        why => format!("{} ({why})", one.option),
    };
    rejected.iter().map(print).collect::<Vec<_>>().join(", ")
}
