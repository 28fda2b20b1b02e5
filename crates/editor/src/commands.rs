//! What each command does, one function a command; `perform` only chooses.

pub(crate) mod aligning;
pub(crate) mod arrange;
pub(crate) mod clipboard;
pub(crate) mod copying;
pub(crate) mod frames;
pub(crate) mod holding;
pub(crate) mod join;
pub(crate) mod lanes;
pub(crate) mod looking;
pub(crate) mod looks;
pub(crate) mod naming;
pub(crate) mod notes;
pub(crate) mod place;
pub(crate) mod reaching;
pub(crate) mod sizing;
pub(crate) mod structure;
pub(crate) mod text;
pub(crate) mod ways;

use crate::context::Context;
use crate::{Command, Direction, Effect};

/// Does what `command` says.
pub(crate) fn perform(command: Command, context: &mut Context<'_>) {
    match command {
        Command::PlaceBox { role, at } => place::place(context, role, at),
        Command::PlaceNote { look } => notes::place(context, look),
        Command::Group => holding::group(context),
        Command::Ungroup => holding::ungroup(context),
        Command::Lock => holding::lock(context),
        Command::Lanes(by) => lanes::lay(context, by),
        Command::AddDownstream => place::add_toward(context, Direction::Right),
        Command::AddUpstream => place::add_upstream(context),
        Command::AddToward(Direction::Left) => place::add_upstream(context),
        Command::AddToward(toward) => place::add_toward(context, toward),
        Command::AddFailurePath => place::add_failure_path(context),
        Command::Join { from, to, kind } => join::join(context, &from, &to, Some(kind)),
        Command::JoinTo(to) => join::join_to(context, &to),
        Command::PlaceBeside { of, side } => arrange::place_beside(context, &of, side),
        Command::MoveEnd { of, end, to } => join::move_end(context, &of, end, &to),
        Command::Move { by } => arrange::shift(context, by),
        Command::Nudge { toward, far } => arrange::nudge(context, toward, far),
        Command::Stretch { toward } => sizing::stretch(context, toward),
        Command::Align(to) => aligning::align(context, to),
        Command::Distribute(axis) => aligning::distribute(context, axis),
        Command::FitToText => sizing::fit(context),
        Command::BringToFront => arrange::bring_to_front(context),
        Command::SendToBack => arrange::send_to_back(context),
        Command::Delete => structure::delete(context, "Delete"),
        Command::SetRole { on, role } => structure::set_role(context, on, role),
        Command::SetEdgeKind { on, kind } => structure::set_edge_kind(context, on, kind),
        Command::ReverseEdge { on } => structure::reverse(context, on),
        Command::TurnEdges => ways::turn(context),
        Command::SetBecause { on, because } => structure::set_because(context, &on, because),
        Command::SetRejected { on, rejected } => structure::set_rejected(context, &on, rejected),
        Command::SetAnswer {
            question,
            text,
            status,
        } => structure::set_answer(context, question, text, status),
        Command::SetTitle(title) => structure::set_title(context, title),
        Command::SetTrack(track) => structure::set_track(context, track),
        Command::SetBrief(brief) => structure::set_brief(context, brief),
        Command::SetWrap(wrap) => structure::set_wrap(context, wrap),
        Command::ApplyEdit { label, edit } => structure::apply_edit(context, &label, &edit),
        Command::SetText { on, field, text } => text::set_text(context, on, field, &text),
        Command::WriteLine { on, line } => text::write_line(context, on, &line),
        Command::Cut => clipboard::cut(context),
        Command::Paste { text } => clipboard::paste(context, &text),
        Command::PutDown { text, said } => clipboard::put_down_board(context, &text, said),
        Command::Duplicate => clipboard::duplicate(context),
        Command::PasteLook => looks::paste(context),
        Command::Undo => context.undo(),
        Command::Redo => context.redo(),
        other => perform_beside(other, context),
    }
}

/// The commands that leave the document as it is.
fn perform_beside(command: Command, context: &mut Context<'_>) {
    match command {
        Command::SelectAll => reaching::select_all(context),
        Command::SelectNone => context.select(crate::Selection::default()),
        Command::Select { items, additive } => reaching::select(context, items, additive),
        Command::SelectNext => reaching::select_box(context, false),
        Command::SelectPrevious => reaching::select_box(context, true),
        Command::SelectNextEdge => reaching::select_edge(context, false),
        Command::SelectPreviousEdge => reaching::select_edge(context, true),
        Command::SelectToward(direction) => reaching::select_toward(context, direction),
        Command::ZoomIn => looking::zoom(context, looking::STEP),
        Command::ZoomOut => looking::zoom(context, 1.0 / looking::STEP),
        Command::ZoomTo100 => looking::zoom_to_100(context),
        Command::ZoomToFit => looking::zoom_to_fit(context),
        Command::ZoomToSelection => looking::zoom_to_selection(context),
        Command::CentreOn(at) => looking::centre_on(context, at),
        Command::KeepToDots(dots) => context.session.dots = dots,
        Command::Reveal { items } => looking::reveal(context, &items),
        Command::Approach { items } => looking::approach(context, &items),
        Command::EditText { on, field } => text::edit(context, on, field),
        Command::EditSelected(field) => text::edit_selected(context, field),
        Command::NextField => text::walk(context, false),
        Command::PreviousField => text::walk(context, true),
        Command::EndEditing => {
            context.end_text();
        }
        Command::Copy => clipboard::copy(context),
        Command::CopyLook => looks::copy(context),
        Command::RequestPaste => context.effect(Effect::RequestPaste),
        Command::ShowNumbers => context.effect(Effect::ShowNumbers),
        Command::ShowWhatIf => context.effect(Effect::ShowWhatIf),
        Command::WhatIfDown => context.effect(Effect::WhatIfDown),
        Command::ShowScore => context.effect(Effect::ShowScore),
        Command::ShowPalette => context.effect(Effect::ShowPalette),
        Command::ShowShortcuts => context.effect(Effect::ShowShortcuts),
        Command::PickBox(pick) => context.effect(Effect::PickBox(pick)),
        Command::Search => context.effect(Effect::Search),
        Command::ShowMenu => context.effect(Effect::ShowMenu),
        Command::ShowOutline => context.effect(Effect::ShowOutline),
        Command::Tidy => context.effect(Effect::Tidy),
        Command::AskNext => context.effect(Effect::AskNext),
        Command::Mend => context.effect(Effect::Mend),
        Command::MendAll => context.effect(Effect::MendAll),
        Command::PickFile => context.effect(Effect::PickFile),
        Command::Save => context.effect(Effect::Save),
        _ => {}
    }
}
