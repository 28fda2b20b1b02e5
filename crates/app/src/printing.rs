//! Printing: a sheet with the annotated board stands on the page while it is printed, and the style sheet prints that alone.

use exchange::svg::{self, SvgOptions};
use gloo::events::EventListener;
use gloo::utils::{document, window};
use scene::Theme;
use web_sys::{DomParser, Element, SupportedType};

use crate::painting::theme_of;
use crate::store::Store;

/// The class of the sheet.
const SHEET: &str = "print-sheet";

/// Puts the sheet on the page whenever that is printed, for as long as the page lives.
pub(crate) fn prepare(store: &Store) {
    let store = store.clone();
    EventListener::new(&window(), "beforeprint", move |_| {
        clear();
        // Without a sheet the page prints the board as it is seen.
        put(&store);
    })
    .forget();
    EventListener::new(&window(), "afterprint", |_| clear()).forget();
}

/// Asks the browser to print.
pub(crate) fn print() {
    // A browser that does not print says so itself.
    window().print().ok();
}

fn put(store: &Store) -> Option<()> {
    let settings = store.panels().settings;
    let theme = if theme_of(settings).is_stark {
        &Theme::STARK_LIGHT
    } else {
        &Theme::LIGHT
    };
    let options = SvgOptions {
        theme,
        look: settings.look(),
        ..SvgOptions::default()
    };
    let board = store.editor().board().clone();
    let drawing = svg::draw(&board, Some(&store.judged().report), &options);
    let parsed = DomParser::new()
        .ok()?
        .parse_from_string(&drawing.text, SupportedType::ImageSvgXml);
    let picture = parsed.ok()?.document_element()?;
    // The page has the fonts and the rules of its own; a strict policy allows no others.
    if let Some(style) = picture.query_selector("style").ok().flatten() {
        style.remove();
    }
    picture
        .set_attribute("preserveAspectRatio", "xMidYMin meet")
        .ok()?;
    let sheet: Element = document().create_element("div").ok()?;
    sheet.set_class_name(SHEET);
    let is_wide = drawing.size.width > drawing.size.height;
    sheet
        .set_attribute("data-way", if is_wide { "wide" } else { "high" })
        .ok()?;
    sheet.append_child(&picture).ok()?;
    document().body()?.append_child(&sheet).ok()?;
    Some(())
}

fn clear() {
    while let Some(sheet) = document().query_selector(".print-sheet").ok().flatten() {
        sheet.remove();
    }
}
