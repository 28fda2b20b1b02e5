//! What the page can do beside the editor's commands: exports, boards, appearance, panels.

use crate::panels::{Appearance, Dialog, Settings};
use crate::store::Store;
use crate::{files, looks, picturing, printing};

/// A command of the page.
#[derive(Debug)]
pub(crate) struct PageCommand {
    /// What it is called.
    pub label: &'static str,
    /// What it does, in a few words.
    pub tip: &'static str,
    /// Does it.
    pub perform: fn(&Store),
}

/// All commands of the page.
pub(crate) static PAGE_COMMANDS: &[PageCommand] = &[
    PageCommand {
        label: "Boards, prompts and examples",
        tip: "Start from a prompt, open an example or a board of yours",
        perform: |store| store.change_panels(|panels| panels.dialog = Some(Dialog::Boards)),
    },
    PageCommand {
        label: "Export as SVG",
        tip: "The annotated board as a drawing",
        perform: files::download_svg,
    },
    PageCommand {
        label: "Export as PNG",
        tip: "The annotated board as a picture",
        perform: files::download_png,
    },
    PageCommand {
        label: "Download the findings as JSON",
        tip: "As the command line prints them",
        perform: files::download_findings,
    },
    PageCommand {
        label: "Theme: light",
        tip: "Appearance: ink on paper",
        perform: |store| set(store, |settings| settings.appearance = Appearance::Light),
    },
    PageCommand {
        label: "Theme: dark",
        tip: "Appearance: chalk on slate",
        perform: |store| set(store, |settings| settings.appearance = Appearance::Dark),
    },
    PageCommand {
        label: "Theme: as the system says",
        tip: "Appearance: follow this machine's setting",
        perform: |store| set(store, |settings| settings.appearance = Appearance::System),
    },
    PageCommand {
        label: "Theme: more contrast, or the usual",
        tip: "Appearance: words seven times as bright as their ground",
        perform: |store| set(store, |settings| settings.contrast = !settings.contrast),
    },
    PageCommand {
        label: "Print the annotated board",
        tip: "Light, on one sheet, with all that is found",
        perform: |_| printing::print(),
    },
    PageCommand {
        label: "Grid of dots: on or off",
        tip: "Boxes that are moved keep to the dots",
        perform: looks::turn_dots,
    },
    PageCommand {
        label: "Minimap: on or off",
        tip: "The whole board in a corner; by itself on from thirty boxes on",
        perform: looks::turn_minimap,
    },
    PageCommand {
        label: "Copy as PNG",
        tip: "The selection, or the annotated board, as a picture for other programs",
        perform: picturing::copy_png,
    },
    PageCommand {
        label: "Copy as SVG",
        tip: "The selection, or the annotated board, as a drawing for other programs",
        perform: picturing::copy_svg,
    },
    PageCommand {
        label: "Look: hand-drawn or plain",
        tip: "Switch between drawn and straight lines",
        perform: |store| set(store, |settings| settings.plain = !settings.plain),
    },
    PageCommand {
        label: "Fold the brief",
        tip: "Hide or show the panel of prompt and questions",
        perform: |store| set(store, |settings| settings.brief_folded = !settings.brief_folded),
    },
    PageCommand {
        label: "Fold the findings",
        tip: "Hide or show the panel of findings",
        perform: |store| {
            set(store, |settings| {
                settings.findings_folded = !settings.findings_folded
            })
        },
    },
];

fn set(store: &Store, change: fn(&mut Settings)) {
    store.change_panels(|panels| panels.set(change));
}
