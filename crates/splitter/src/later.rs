//! What comes later, by the names of modules, types and functions: what answers a request and has no part in bringing
//! back a board, drawing it, changing it by hand, or keeping it.

/// In front of what a name is of: a closure, or a component with its state.
const WRAPPINGS: [&str; 4] = ["<", "&", "mut ", "app::components::part::Of<"];

/// What has fewer bytes than this is no larger than its gate, and stays.
const SMALL: usize = 24;

/// The bytes from which on a function made for a type is that type's own: `wasm-opt` keeps one of those that are equal, by
/// any of their names, and these are small.
const OWN: usize = 128;

/// In front of what a function drops. Many types are dropped alike, so that its name does not tell who needs it.
const DROPPING: &str = "core::ptr::drop_in_place";

/// What stays though it is named below: it leaves the place for what comes later, or is asked at the start.
const STAYS: &[&str] = &[
    "<app::components::notice::NoticeBar as yew::functional::FunctionProvider>::run",
    "app::asking::answer_id",
    "app::hooks::use_kept",
    "<app::library::Shelf>::text",
    "app::lint_job::schedule",
    "app::outline::note_keyboard",
    "editor::commands::text::spread_label",
];

const LATER: &[&str] = &[
    // Files, and what leaves the page or enters it.
    "app::clipboard",
    "app::files",
    "app::picturing",
    "app::printing",
    "board::file::read",
    "exchange",
    "gloo_file",
    // What opens over the board, or beside it.
    "app::components::bar::appearance::go_round",
    "app::components::bar::file_menu::Entries",
    "app::components::bar::file_menu::groups",
    "app::components::boards",
    "app::components::canvas::far_view",
    "app::components::canvas::minimap",
    "app::components::context_menu",
    "app::components::dialog",
    "app::components::drawer_tabs",
    "app::components::menu",
    "app::components::modal",
    "app::components::numbers",
    "app::components::outline",
    "app::components::palette",
    "app::components::rule_page",
    "app::components::score",
    "app::components::scrolling",
    "app::components::search",
    "app::components::shortcuts",
    "app::components::slide",
    "app::components::stops",
    "app::components::toolbar",
    "app::components::typing",
    "app::components::what_if",
    "app::components::canvas::stressed",
    "app::drawer",
    "app::menu",
    "app::outline",
    // What is chosen by key or from a menu, or written.
    "app::asking",
    "app::components::brief",
    "app::components::canvas::keys::drag_leave",
    "app::components::canvas::keys::drag_over",
    "app::components::canvas::keys::dropped",
    "app::components::canvas::keys::holder",
    "app::components::canvas::keys::key_down",
    "app::components::canvas::keys::paste",
    "app::components::completion",
    "app::components::line_entry",
    "app::components::note_entry",
    "app::components::notice",
    "app::components::recent",
    "app::components::text_card",
    "app::looks",
    "<gloo_storage::local_storage::LocalStorage as gloo_storage::Storage>::set",
    "app::opening::duplicate",
    "app::opening::open",
    "app::opening::open_example",
    "app::opening::open_stored",
    "app::opening::open_text",
    "app::opening::take_over",
    "app::tidying",
    "app::what_if",
    "board::line",
    "board::parting",
    "board::sketch",
    "editor::command",
    "editor::commands::arrange",
    "editor::commands::clipboard",
    "editor::commands::frames",
    "editor::commands::join",
    "editor::commands::place",
    "editor::commands::text",
    "editor::commands::perform",
    "editor::commands::reaching",
    "editor::commands::sizing",
    "editor::commands::structure",
    "<editor::editor::Editor>::command",
    "<editor::editor::Editor>::take_up",
    "editor::keymap",
    "editor::order",
    "editor::placement",
    "editor::tools::joining",
    "editor::tools::laser",
    "editor::tools::presenting",
    "editor::tools::resizing",
    "editor::tools::tidying",
    "geometry::polyline::simplified",
    // What is read from words, and what the linter says of them, which comes later itself.
    "app::components::findings",
    "app::components::prose",
    "app::components::reading",
    "app::library",
    "app::lint_job",
    "app::linter",
    "app::mending",
    "app::questions",
    "app::scoring",
    "lint::rule",
    "lint::wire",
    "quantity",
    // What went wrong, in words.
    "app::storage::failure",
    "<app::storage::journal::Desk>::step_back",
    "app::storage::shelf::rescued_text",
    "app::storage::recovery::counted",
    "app::storage::recovery::sentence",
    "board::edit::EditError",
    "board::fault::Place",
    "board::fault::Steps",
    "board::file::document::misplaced",
    "board::file::problem",
    "board::file::tree::NotGrown",
    "board::file::writing::pin_doc",
    "board::file::writing::score_doc",
    "board::file::writing::wrap_doc",
    "board::id::IdError",
    "board::words::distance",
    "board::words::nearest",
    "<char>::escape_debug_ext",
    "core::fmt::LowerExp",
    "core::str::iter::EscapeDebug",
    "core::fmt::builders::PadAdapter",
    "core::fmt::float::float_to_exponential_common_shortest",
    "core::num::flt2dec::digits_to_exp_str",
    "core::unicode::printable",
    "serde_json::error",
    "serde_json::read::error",
    // Numbers that lie halfway, and letters in words that are no letters.
    "serde_json::lexical::bhcomp",
    "serde_json::lexical::bignum",
    "serde_json::lexical::math",
    "<serde_json::read::SliceRead as serde_json::read::Read>::decode_hex_escape",
    "serde_json::read::push_wtf8_codepoint",
    // What no component of the page is.
    "yew::dom_bundle::braw",
    "yew::virtual_dom::vportal",
    "yew::virtual_dom::vraw",
    "yew::virtual_dom::vsuspense",
];

/// Whether the function called `name` comes later, whose body has `size` bytes.
pub(crate) fn comes_later(name: &str, size: usize) -> bool {
    let is_of_any =
        |list: &[&str], is_of: fn(&str, &str) -> bool| list.iter().any(|listed| is_of(name, listed));
    let is_own = size >= OWN && !name.starts_with(DROPPING);
    let comes = is_of_any(LATER, is_of) || (is_own && is_of_any(LATER, is_made_for));
    comes && size >= SMALL && !is_of_any(STAYS, is_made_for)
}

/// What is to come later, and no name is of.
pub(crate) fn idle<'n>(
    names: impl IntoIterator<Item = &'n String> + Clone,
) -> impl Iterator<Item = &'static str> {
    let is_idle = move |later: &&&str| !names.clone().into_iter().any(|name| is_made_for(name, later));
    LATER.iter().chain(STAYS).filter(is_idle).copied()
}

/// Whether `name` is that of `later`, or of something within it.
fn is_of(name: &str, later: &str) -> bool {
    let mut bare = name;
    while let Some(rest) = WRAPPINGS.iter().find_map(|wrapping| bare.strip_prefix(wrapping)) {
        bare = rest;
    }
    // A method that is named alone is named with its wrapping.
    [name, bare]
        .iter()
        .any(|name| places(name, later).any(|at| at == 0))
}

/// Whether `later` stands anywhere in `name`: what is made of a generic function for one of its types or closures.
fn is_made_for(name: &str, later: &str) -> bool {
    places(name, later).next().is_some()
}

/// Where `later` stands in `name` as a whole.
fn places(name: &str, later: &str) -> impl Iterator<Item = usize> {
    let is_part =
        |letter: Option<char>| letter.is_some_and(|letter| letter.is_alphanumeric() || letter == '_');
    let found = name.match_indices(later).map(|(at, _)| at);
    found.filter(move |at| {
        let before = name.get(..*at).and_then(|before| before.chars().next_back());
        let after = name
            .get(at + later.len()..)
            .and_then(|after| after.chars().next());
        !is_part(before) && before != Some(':') && !is_part(after)
    })
}

/// `name` without the marks that tell a build of a crate from another: `board[be8937ad60944f01]::line`.
pub(crate) fn plain(name: &str) -> String {
    let mut plain = String::with_capacity(name.len());
    let mut rest = name;
    while let Some((before, after)) = rest.split_once('[') {
        plain.push_str(before);
        let mark = after.split(']').next().unwrap_or_default();
        let is_mark = mark.len() > 12 && mark.bytes().all(|byte| byte.is_ascii_hexdigit());
        rest = match after.get(mark.len() + 1..) {
            Some(behind) if is_mark => behind,
            _ => {
                plain.push('[');
                after
            }
        };
    }
    plain.push_str(rest);
    plain
}

#[cfg(test)]
mod tests {
    use super::{is_made_for, is_of, plain};

    #[test]
    fn a_name_is_of_the_module_that_holds_it() {
        let later = "app::components::palette";
        for name in [
            "app::components::palette::run",
            "<app::components::palette::Palette as core::fmt::Debug>::fmt",
            "<&mut app::components::palette::{closure#0} as core::ops::function::FnOnce<()>>::call_once",
            "<app::components::part::Of<app::components::palette::Palette> as app::components::part::Drawn>::run",
        ] {
            assert!(is_of(name, later), "{name}");
        }
        let of_another = [
            "app::components::palettes::run",
            "other::app::components::palette::run",
        ];
        for name in of_another {
            assert!(!is_made_for(name, later), "{name}");
        }
        let made_for = "core::ptr::drop_in_place::<app::components::palette::Palette>";
        assert!(is_made_for(made_for, later) && !is_of(made_for, later));
        assert!(is_of(
            "<editor::editor::Editor>::command",
            "<editor::editor::Editor>::command"
        ));
    }

    #[test]
    fn marks_of_the_build_are_no_part_of_a_name() {
        assert_eq!(
            plain("<board[be8937ad60944f01]::Board>::set"),
            "<board::Board>::set"
        );
        assert_eq!(
            plain("core[641134fb57596b42]::f::<[u8]>[1]"),
            "core::f::<[u8]>[1]"
        );
    }
}
