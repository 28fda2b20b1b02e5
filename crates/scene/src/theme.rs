//! Themes: every ink as an sRGB colour, readable on the ground that it is used on.

use board::Role;

use crate::Ink;

/// The colours of one appearance.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Theme {
    /// What people call it: `light`, `dark`, or either with more contrast.
    pub name: &'static str,
    /// Light on dark.
    pub is_dark: bool,
    /// With more contrast than reading needs.
    pub is_stark: bool,
    paper: &'static str,
    ink: &'static str,
    muted: &'static str,
    faint: &'static str,
    accent: &'static str,
    error: &'static str,
    warning: &'static str,
    info: &'static str,
    ok: &'static str,
    on_mark: &'static str,
    data: &'static str,
    failure: &'static str,
    control: &'static str,
    chip: &'static str,
    note: (&'static str, &'static str),
    roles: Roles,
}

/// Outline and ground of a box, by role.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Roles {
    outside: (&'static str, &'static str),
    ingest: (&'static str, &'static str),
    process: (&'static str, &'static str),
    store: (&'static str, &'static str),
    serve: (&'static str, &'static str),
    govern: (&'static str, &'static str),
    observe: (&'static str, &'static str),
}

impl Theme {
    /// Ink on warm white.
    pub const LIGHT: Self = Self {
        name: "light",
        is_dark: false,
        is_stark: false,
        paper: "#fbfaf6",
        ink: "#23262b",
        muted: "#5a5e66",
        faint: "#c9c6bb",
        accent: "#2f5fd0",
        error: "#c3272b",
        warning: "#9a5200",
        info: "#2f6690",
        ok: "#2b7a3f",
        on_mark: "#ffffff",
        data: "#4a505a",
        failure: "#b8383c",
        control: "#6d6a92",
        chip: "#fffefa",
        note: ("#a07a12", "#fdf1b8"),
        roles: Roles {
            outside: ("#5f6570", "#f1f0ea"),
            ingest: ("#2565a8", "#e4eff9"),
            process: ("#6b46a8", "#efe8f8"),
            store: ("#8a5a00", "#fbf0d6"),
            serve: ("#1d7048", "#e0f3e7"),
            govern: ("#7a4a5e", "#f7eaef"),
            observe: ("#226d74", "#e2f2f3"),
        },
    };

    /// Chalk on slate.
    pub const DARK: Self = Self {
        name: "dark",
        is_dark: true,
        is_stark: false,
        paper: "#1b1e23",
        ink: "#eceae4",
        muted: "#a4a9b3",
        faint: "#474c55",
        accent: "#86aaff",
        error: "#ff8a84",
        warning: "#f0b14d",
        info: "#8dc3ee",
        ok: "#82d29a",
        on_mark: "#1b1e23",
        data: "#b4bac4",
        failure: "#f0837f",
        control: "#aea9dd",
        chip: "#22262c",
        note: ("#c4a956", "#3d3719"),
        roles: Roles {
            outside: ("#a9afba", "#272b31"),
            ingest: ("#7fb5ee", "#1d2c3c"),
            process: ("#bda0f0", "#2b2540"),
            store: ("#e6b657", "#362c18"),
            serve: ("#77cf9e", "#1b3327"),
            govern: ("#dea1b8", "#38252d"),
            observe: ("#74c6cd", "#193235"),
        },
    };

    /// Black on white: words have seven times the luminance of their ground, or the other way round.
    pub const STARK_LIGHT: Self = Self {
        name: "light with more contrast",
        is_dark: false,
        is_stark: true,
        paper: "#ffffff",
        ink: "#000000",
        muted: "#3d3d3d",
        faint: "#6b6b6b",
        accent: "#0a3bb0",
        error: "#9b0006",
        warning: "#5f3300",
        info: "#063c66",
        ok: "#0a4a1d",
        on_mark: "#ffffff",
        data: "#111111",
        failure: "#8c0a12",
        control: "#35307a",
        chip: "#ffffff",
        note: ("#5a4300", "#fff6c9"),
        roles: Roles {
            outside: ("#333333", "#f4f4f4"),
            ingest: ("#073f78", "#edf5fd"),
            process: ("#46217d", "#f5effd"),
            store: ("#573800", "#fdf5df"),
            serve: ("#0b4a2b", "#eaf8ef"),
            govern: ("#57263b", "#fbf0f4"),
            observe: ("#0a4a50", "#eaf7f8"),
        },
    };

    /// White on black, likewise.
    pub const STARK_DARK: Self = Self {
        name: "dark with more contrast",
        is_dark: true,
        is_stark: true,
        paper: "#000000",
        ink: "#ffffff",
        muted: "#d6d6d6",
        faint: "#8a8a8a",
        accent: "#a9c4ff",
        error: "#ff9d98",
        warning: "#ffc864",
        info: "#a9d4ff",
        ok: "#98e6ad",
        on_mark: "#000000",
        data: "#e6e6e6",
        failure: "#ff9a94",
        control: "#ccc8ff",
        chip: "#0d0d0d",
        note: ("#ffe27a", "#2a2503"),
        roles: Roles {
            outside: ("#dddddd", "#141414"),
            ingest: ("#a3cffd", "#0b1a2a"),
            process: ("#d6c1ff", "#1a1130"),
            store: ("#ffd37a", "#241a02"),
            serve: ("#97e8b9", "#08200f"),
            govern: ("#f5c3d4", "#260f19"),
            observe: ("#97e2e8", "#062224"),
        },
    };

    /// Every theme.
    pub const ALL: [&'static Self; 4] = [&Self::LIGHT, &Self::DARK, &Self::STARK_LIGHT, &Self::STARK_DARK];

    /// The colour of `ink`, as `#rrggbb`.
    pub fn color(&self, ink: Ink) -> &'static str {
        match ink {
            Ink::Paper => self.paper,
            Ink::Ink => self.ink,
            Ink::Muted => self.muted,
            Ink::Faint => self.faint,
            Ink::Accent => self.accent,
            Ink::Error => self.error,
            Ink::Warning => self.warning,
            Ink::Info => self.info,
            Ink::Ok => self.ok,
            Ink::OnMark => self.on_mark,
            Ink::Data => self.data,
            Ink::Failure => self.failure,
            Ink::Control => self.control,
            Ink::Chip => self.chip,
            Ink::Note => self.note.1,
            Ink::NoteRim => self.note.0,
            Ink::Role(role) => self.role(role).0,
            Ink::RoleFill(role) => self.role(role).1,
        }
    }

    fn role(&self, role: Role) -> (&'static str, &'static str) {
        match role {
            Role::Source | Role::Consumer => self.roles.outside,
            Role::Ingest => self.roles.ingest,
            Role::Process => self.roles.process,
            Role::Store => self.roles.store,
            Role::Serve => self.roles.serve,
            Role::Govern => self.roles.govern,
            Role::Observe => self.roles.observe,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn luminance(color: &str) -> f64 {
        let channel = |at: usize| {
            let byte = u8::from_str_radix(&color[at..at + 2], 16).unwrap();
            let value = f64::from(byte) / 255.0;
            if value <= 0.04045 {
                value / 12.92
            } else {
                ((value + 0.055) / 1.055).powf(2.4)
            }
        };
        0.2126 * channel(1) + 0.7152 * channel(3) + 0.0722 * channel(5)
    }

    fn contrast(a: &str, b: &str) -> f64 {
        let (a, b) = (luminance(a), luminance(b));
        (a.max(b) + 0.05) / (a.min(b) + 0.05)
    }

    #[track_caller]
    fn holds(theme: &Theme, ink: Ink, ground: Ink, least: f64) {
        let ratio = contrast(theme.color(ink), theme.color(ground));
        assert!(
            ratio >= least,
            "{}: {ink:?} on {ground:?} has {ratio:.2}, wants {least}",
            theme.name
        );
    }

    #[test]
    fn words_are_readable_on_every_ground() {
        for theme in Theme::ALL {
            // WCAG 2.2 wants 4.5 of words (1.4.3) and 3 of signs (1.4.11); with more contrast, 7 of words (1.4.6).
            let words = if theme.is_stark { 7.0 } else { 4.5 };
            let grounds = Role::ALL.iter().map(|&role| Ink::RoleFill(role));
            for ground in grounds.chain([Ink::Paper, Ink::Chip, Ink::Note]) {
                for ink in [Ink::Ink, Ink::Muted, Ink::Error, Ink::Warning] {
                    holds(theme, ink, ground, words);
                }
            }
            for ink in [
                Ink::Accent,
                Ink::Info,
                Ink::Ok,
                Ink::Failure,
                Ink::Control,
                Ink::Data,
            ] {
                holds(theme, ink, Ink::Paper, words);
                holds(theme, ink, Ink::Chip, words);
            }
            for &role in Role::ALL {
                holds(theme, Ink::Role(role), Ink::RoleFill(role), words);
                holds(theme, Ink::Role(role), Ink::Paper, words);
            }
            holds(theme, Ink::NoteRim, Ink::Paper, 3.0);
            for ground in Role::ALL.iter().map(|&role| Ink::RoleFill(role)) {
                for sign in [
                    Ink::Info,
                    Ink::Accent,
                    Ink::Ok,
                    Ink::Data,
                    Ink::Failure,
                    Ink::Control,
                ] {
                    holds(theme, sign, ground, 3.0);
                }
            }
            for mark in [Ink::Error, Ink::Warning, Ink::Info] {
                holds(theme, Ink::OnMark, mark, words);
            }
        }
    }

    #[test]
    fn every_ink_has_a_colour_and_a_name_of_its_own() {
        let mut names: Vec<_> = Ink::all().map(Ink::name).collect();
        names.sort_unstable();
        names.dedup();
        assert_eq!(names.len(), Ink::all().count());
        for ink in Ink::all() {
            for theme in Theme::ALL {
                assert!(theme.color(ink).len() == 7 && luminance(theme.color(ink)) >= 0.0);
            }
        }
    }
}
