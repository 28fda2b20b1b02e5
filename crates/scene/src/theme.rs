//! Themes: every ink as an sRGB colour, readable on the ground that it is used on.

use board::Role;

use crate::Ink;

/// The colours of one appearance.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Theme {
    /// What people call it: `light` or `dark`.
    pub name: &'static str,
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
        paper: "#fbfaf6",
        ink: "#23262b",
        muted: "#63676f",
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
        for theme in [&Theme::LIGHT, &Theme::DARK] {
            let grounds = Role::ALL.iter().map(|&role| Ink::RoleFill(role));
            for ground in grounds.chain([Ink::Paper, Ink::Chip, Ink::Note]) {
                for ink in [Ink::Ink, Ink::Muted, Ink::Error, Ink::Warning] {
                    holds(theme, ink, ground, 4.5);
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
                holds(theme, ink, Ink::Paper, 4.5);
                holds(theme, ink, Ink::Chip, 4.5);
            }
            for &role in Role::ALL {
                holds(theme, Ink::Role(role), Ink::RoleFill(role), 4.5);
                holds(theme, Ink::Role(role), Ink::Paper, 4.5);
            }
            holds(theme, Ink::NoteRim, Ink::Paper, 3.0);
            for mark in [Ink::Error, Ink::Warning, Ink::Info] {
                holds(theme, Ink::OnMark, mark, 4.5);
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
            for theme in [&Theme::LIGHT, &Theme::DARK] {
                assert!(theme.color(ink).len() == 7 && luminance(theme.color(ink)) >= 0.0);
            }
        }
    }
}
