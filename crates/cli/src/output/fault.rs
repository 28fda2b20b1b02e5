//! A fault of a file of settings: what is wrong, the place in its text, and what to do.

use annotate_snippets::{AnnotationKind, Level, Origin, Renderer, Snippet};

use super::printable;
use crate::configuration::Fault;

/// As it is said on standard error.
pub(crate) fn said(fault: &Fault, coloured: bool) -> String {
    let renderer = match coloured {
        true => Renderer::styled(),
        false => Renderer::plain(),
    };
    let title = Level::ERROR.primary_title(printable(&fault.message));
    let path = printable(&fault.path);
    let group = match fault.range.clone() {
        Some(range) => title.element(
            Snippet::source(printable(&fault.text))
                .path(path)
                .fold(true)
                .annotation(AnnotationKind::Primary.span(range)),
        ),
        None => title.element(Origin::path(path)),
    };
    let remedy = fault.remedy.as_deref();
    let group = group.elements(remedy.map(|remedy| Level::HELP.message(printable(remedy))));
    format!("{}\n", renderer.render(&[group]))
}
