//! What comes later, by the names of modules, types and functions: what answers a request and has no part in bringing
//! back a board, drawing it, changing it by hand, or keeping it.

/// In front of what a name is of: a closure, or a component with its state.
const WRAPPINGS: [&str; 4] = ["<", "&", "mut ", "app::components::part::Of<"];

const LATER: &[&str] = &[
    // Files, and what leaves the page.
    "app::files::download_board",
    "app::files::download_findings",
    "app::files::download_svg",
    "app::files::download_png",
    "app::files::draw",
    "app::files::open",
    "app::files::rasterise",
    "app::picturing",
    "app::printing",
    "board::file::read",
    "exchange",
    // What opens over the board, or beside it.
    "app::components::bar::file_menu::Entries",
    "app::components::boards",
    "app::components::canvas::minimap",
    "app::components::context_menu",
    "app::components::dialog",
    "app::components::modal",
    "app::components::numbers",
    "app::components::outline",
    "app::components::palette",
    "app::components::rule_page",
    "app::components::search",
    "app::components::shortcuts",
    "app::components::slide",
    // What is chosen by key or from a menu, or written.
    "app::components::brief::wrap_up",
    "app::components::completion",
    "app::components::line_entry",
    "app::components::note_entry",
    "app::components::text_card",
    "board::line",
    "board::sketch",
    "editor::commands::arrange",
    "editor::commands::clipboard",
    "editor::commands::join",
    "editor::commands::perform",
    "editor::commands::reaching",
    "editor::commands::structure",
    // What is read from words, and what the linter says of them, which comes later itself.
    "app::components::findings",
    "app::components::prose",
    "app::components::reading",
    "app::lint_job::start::{closure#0}",
    "lint::rule",
    "lint::wire",
    "quantity",
];

/// Whether the function called `name` comes later.
pub(crate) fn comes_later(name: &str) -> bool {
    LATER.iter().any(|later| is_of(name, later))
}

/// What is to come later, and no name is of.
pub(crate) fn idle<'n>(
    names: impl IntoIterator<Item = &'n String> + Clone,
) -> impl Iterator<Item = &'static str> {
    let is_idle = move |later: &&&str| !names.clone().into_iter().any(|name| is_of(name, later));
    LATER.iter().filter(is_idle).copied()
}

fn is_of(name: &str, later: &str) -> bool {
    let rest = bare(name).strip_prefix(later);
    rest.is_some_and(|rest| !rest.starts_with(|next: char| next.is_alphanumeric() || next == '_'))
}

fn bare(name: &str) -> &str {
    let mut bare = name;
    while let Some(rest) = WRAPPINGS.iter().find_map(|wrapping| bare.strip_prefix(wrapping)) {
        bare = rest;
    }
    bare
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
    use super::{is_of, plain};

    #[test]
    fn a_name_is_of_the_module_that_holds_it() {
        let list = "app::components::palette";
        for name in [
            "app::components::palette::run",
            "<app::components::palette::Palette as core::fmt::Debug>::fmt",
            "<&mut app::components::palette::{closure#0} as core::ops::function::FnOnce<()>>::call_once",
            "<app::components::part::Of<app::components::palette::Palette> as app::components::part::Drawn>::run",
        ] {
            assert!(is_of(name, list), "{name}");
        }
        for name in [
            "app::components::palettes::run",
            "core::ptr::drop_in_place::<app::components::palette::Palette>",
            "app::components::part::draw",
        ] {
            assert!(!is_of(name, list), "{name}");
        }
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
