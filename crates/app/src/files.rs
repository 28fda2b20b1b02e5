//! Files in and out: picking, reading what was dropped, downloads, pictures.

use exchange::svg::{self, Drawing, Fonts, SvgOptions};
use gloo::file::futures::read_as_text;
use gloo::file::{Blob, ObjectUrl};
use gloo::utils::{document, window};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{
    CanvasRenderingContext2d, HtmlAnchorElement, HtmlCanvasElement, HtmlElement, HtmlImageElement,
};

use crate::lint_job;
use crate::opening;
use crate::painting::theme_of;
use crate::storage::Journal;
use crate::store::Store;

/// The id of the hidden file input.
pub(crate) const PICKER: &str = "file-picker";

/// Lets a person pick a file; the input's change event brings it.
pub(crate) fn pick() {
    let picker = document().get_element_by_id(PICKER);
    if let Some(picker) = picker.and_then(|picker| picker.dyn_into::<HtmlElement>().ok()) {
        picker.click();
    }
}

/// Reads `file` and opens it as a board.
pub(crate) fn open(store: &Store, file: web_sys::File) {
    let store = store.clone();
    let name = file.name();
    spawn_local(async move {
        match read_as_text(&Blob::from(web_sys::Blob::from(file))).await {
            Ok(text) => opening::open_text(&store, &name, &text),
            Err(error) => store.change_panels(|panels| {
                panels.tell_error(format!("{name} could not be read from this machine: {error}"));
            }),
        }
    });
}

/// Writes the board to a file.
pub(crate) fn download_board(store: &Store) {
    let log = store.with_journal(Journal::log).unwrap_or_default();
    let text = board::file::write(store.editor().board(), &log);
    download(
        &file_name(store, "board.json"),
        &Blob::new_with_options(text.as_str(), Some("application/json")),
    );
}

/// Writes the findings to a file, in the bytes of the command line's `lint --format json` for `path`.
pub(crate) fn download_findings(store: &Store) {
    lint_job::in_words(store, save_findings);
}

fn save_findings(store: &Store) {
    let name = file_name(store, "board.json");
    let report = store.judged().report;
    let text = lint::json::document(&[(name.as_str(), &*report)]);
    download(
        &file_name(store, "findings.json"),
        &Blob::new_with_options(text.as_str(), Some("application/json")),
    );
}

/// Writes the annotated board to an SVG file.
pub(crate) fn download_svg(store: &Store) {
    lint_job::in_words(store, save_svg);
}

fn save_svg(store: &Store) {
    let store = store.clone();
    spawn_local(async move {
        let drawing = draw(&store, None).await;
        let blob = Blob::new_with_options(drawing.text.as_str(), Some("image/svg+xml"));
        download(&file_name(&store, "svg"), &blob);
    });
}

/// Writes the annotated board to a PNG file.
pub(crate) fn download_png(store: &Store) {
    lint_job::in_words(store, save_png);
}

fn save_png(store: &Store) {
    let store = store.clone();
    spawn_local(async move {
        let drawing = draw(&store, None).await;
        match rasterise(&drawing).await {
            Ok(blob) => download(&file_name(&store, "png"), &blob),
            Err(_) => store.change_panels(|panels| {
                panels.tell_error("The browser could not draw the picture. Export it as SVG instead.");
            }),
        }
    });
}

fn file_name(store: &Store, extension: &str) -> String {
    let title = store.editor().board().brief().title.clone();
    let stem = board::BoxId::fresh(if title.trim().is_empty() { "board" } else { &title }, |_| false);
    format!("{stem}.{extension}")
}

fn download(name: &str, blob: &Blob) {
    let url = ObjectUrl::from(blob.clone());
    let link = document()
        .create_element("a")
        .ok()
        .and_then(|link| link.dyn_into::<HtmlAnchorElement>().ok());
    if let Some(link) = link {
        link.set_href(&url);
        link.set_download(name);
        link.click();
    }
    // The browser reads the blob after the click has returned.
    gloo::timers::callback::Timeout::new(10_000, move || drop(url)).forget();
}

/// The board drawn with its annotations; or `part` of it, without.
pub(crate) async fn draw(store: &Store, part: Option<&board::Board>) -> Drawing {
    let files = [
        shipped("fonts/hand.woff2").await,
        shipped("fonts/hand-bold.woff2").await,
        shipped("fonts/plain.woff2").await,
        shipped("fonts/plain-bold.woff2").await,
    ];
    let fonts = match &files {
        [Some(hand), Some(hand_bold), Some(plain), Some(plain_bold)] => Some(Fonts {
            hand,
            hand_bold,
            plain,
            plain_bold,
        }),
        _ => None,
    };
    let settings = store.panels().settings;
    let options = SvgOptions {
        theme: theme_of(settings),
        look: settings.look(),
        embed_fonts: fonts,
        annotations: part.is_none(),
        ..SvgOptions::default()
    };
    let board = part.cloned().unwrap_or_else(|| store.editor().board().clone());
    svg::draw(&board, Some(&store.judged().report), &options)
}

/// The bytes of a file that comes with the page, from the browser's cache.
pub(crate) async fn shipped(path: &str) -> Option<Vec<u8>> {
    let response = JsFuture::from(window().fetch_with_str(path)).await.ok()?;
    let response: web_sys::Response = response.dyn_into().ok()?;
    if !response.ok() {
        return None;
    }
    let bytes = JsFuture::from(response.array_buffer().ok()?).await.ok()?;
    Some(js_sys::Uint8Array::new(&bytes).to_vec())
}

/// The drawing as a picture of points.
pub(crate) async fn rasterise(drawing: &Drawing) -> Result<Blob, JsValue> {
    let svg = Blob::new_with_options(drawing.text.as_str(), Some("image/svg+xml"));
    let url = ObjectUrl::from(svg);
    let image = HtmlImageElement::new()?;
    image.set_src(&url);
    JsFuture::from(image.decode()).await?;
    let (width, height) = drawing.pixels(2.0);
    let canvas: HtmlCanvasElement = document().create_element("canvas")?.dyn_into()?;
    canvas.set_width(width);
    canvas.set_height(height);
    let context: CanvasRenderingContext2d = canvas.get_context("2d")?.ok_or(JsValue::NULL)?.dyn_into()?;
    context.draw_image_with_html_image_element_and_dw_and_dh(
        &image,
        0.0,
        0.0,
        width.into(),
        height.into(),
    )?;
    let drawn = js_sys::Promise::new(&mut |resolve, reject| {
        let done = Closure::once_into_js(move |blob: JsValue| resolve.call1(&JsValue::NULL, &blob));
        if canvas.to_blob(done.unchecked_ref()).is_err() {
            // Rejecting a promise cannot fail.
            reject.call0(&JsValue::NULL).ok();
        }
    });
    let blob: web_sys::Blob = JsFuture::from(drawn).await?.dyn_into()?;
    Ok(Blob::from(blob))
}
