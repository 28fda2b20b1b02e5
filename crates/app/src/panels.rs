//! What the panels show: view state of the page, never part of the document.

use editor::Pick;
use geometry::{Page, Point};
use gloo::storage::{LocalStorage, Storage as _};
use lint::Place;
use scene::Look;
use serde::Serialize;
use serde_json::Value;

use crate::components::told::Told;
use crate::library::Library;
use crate::what_if::WhatIf;

/// Everything about the page that is not the board.
#[derive(Clone, Debug, PartialEq, Default)]
pub(crate) struct Panels {
    /// Kept between visits.
    pub settings: Settings,
    /// The dialog over the page.
    pub dialog: Option<Dialog>,
    /// Counts the times that the words to look for were asked for; none while nothing is looked for.
    pub search: Option<u32>,
    /// The menu of what can be done, where it is open.
    pub menu: Option<Spot>,
    /// The panel that a narrow screen shows over the board.
    pub sheet: Option<Sheet>,
    /// The path of the finding that a person looks at.
    pub lit: Vec<Place>,
    /// Which finding that is, by its index in the report.
    pub lit_finding: Option<usize>,
    /// Something to be told once.
    pub notice: Option<Notice>,
    /// The newest sentence for the live region.
    pub spoken: String,
    /// The outline had the keyboard before a text or a dialog took it.
    pub in_outline: bool,
    /// A file is being dragged over the page.
    pub file_over: bool,
    /// The line that makes a new box is open.
    pub new_line: bool,
    /// Counts the times that the text being edited wants the keyboard.
    pub caret_calls: u32,
    /// The stored boards, for the empty page.
    pub recent: Vec<crate::storage::BoardSummary>,
    /// What is looked up, as far as it is here.
    pub library: Library,
    /// What the label that is being typed is taken for, and what may be meant, as the linter told last.
    pub named: Told,
    /// What stress is played on the board.
    pub what_if: WhatIf,
    /// The stored board is still being brought back.
    pub opening: bool,
}

/// What a person chose, kept between visits.
#[derive(Clone, Copy, Debug, PartialEq, Default, Serialize)]
pub(crate) struct Settings {
    /// Light, dark, or as the system says.
    pub appearance: Appearance,
    /// More contrast than the system asks for.
    pub contrast: bool,
    /// A grid of dots, which boxes keep to.
    pub dots: bool,
    /// The minimap: shown, not shown, or as the board's size asks for.
    pub minimap: Option<bool>,
    /// Straight lines in place of drawn ones.
    pub plain: bool,
    /// The brief is folded away.
    pub brief_folded: bool,
    /// The findings are folded away.
    pub findings_folded: bool,
    /// The numbers are shown below the board.
    pub numbers_open: bool,
    /// The outline stands in place of the brief.
    pub outline_open: bool,
    /// What stress would do to the board is shown below it.
    pub what_if_open: bool,
    /// The score stands in place of the brief.
    pub score_open: bool,
    /// Which of the numbers.
    pub sum: Sum,
}

impl Settings {
    /// The settings as they were stored; what is missing or unknown is as at first.
    fn stored(value: &Value) -> Self {
        let is_set = |key: &str| value[key].as_bool().unwrap_or_default();
        Self {
            appearance: match value["appearance"].as_str() {
                Some("Light") => Appearance::Light,
                Some("Dark") => Appearance::Dark,
                _ => Appearance::System,
            },
            contrast: is_set("contrast"),
            dots: is_set("dots"),
            minimap: value["minimap"].as_bool(),
            plain: is_set("plain"),
            brief_folded: is_set("brief_folded"),
            findings_folded: is_set("findings_folded"),
            numbers_open: is_set("numbers_open"),
            outline_open: is_set("outline_open"),
            what_if_open: is_set("what_if_open"),
            score_open: is_set("score_open"),
            sum: Sum::stored(&value["sum"]),
        }
    }

    /// How the board is drawn.
    pub(crate) fn look(self) -> Look {
        if self.plain { Look::Plain } else { Look::HandDrawn }
    }
}

/// Which theme.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default, Serialize)]
pub(crate) enum Appearance {
    /// As the system says.
    #[default]
    System,
    /// Light.
    Light,
    /// Dark.
    Dark,
}

/// One of the sums that the numbers are made of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default, Serialize)]
pub(crate) enum Sum {
    /// The worst path of an event to whoever waits.
    #[default]
    Latency,
    /// How old data is for whoever reads it.
    Freshness,
    /// What reaches the boxes, and what they take.
    Capacity,
    /// What stores keep, and how far back it can be replayed.
    Storage,
    /// What boxes and owners cost.
    Cost,
    /// The share of time that whoever waits is served, and what they lose with a box.
    Availability,
}

impl Sum {
    /// Every sum, in the order of the tabs.
    pub(crate) const ALL: [Self; 6] = [
        Self::Latency,
        Self::Freshness,
        Self::Capacity,
        Self::Storage,
        Self::Cost,
        Self::Availability,
    ];

    /// What its tab is called.
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Latency => "Latency",
            Self::Freshness => "Freshness",
            Self::Capacity => "Capacity",
            Self::Storage => "Storage",
            Self::Cost => "Cost",
            Self::Availability => "Availability",
        }
    }

    fn stored(value: &Value) -> Self {
        let is_it = |sum: &Self| value.as_str() == Some(sum.name());
        Self::ALL.into_iter().find(is_it).unwrap_or_default()
    }
}

/// A dialog.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Dialog {
    /// Every command by name.
    Palette,
    /// Every key.
    Shortcuts,
    /// The page of the rule with this code.
    Rule(&'static str),
    /// Prompts, examples and stored boards.
    Boards,
    /// The boxes by name.
    Pick(Pick),
}

/// Where a menu is open, and of what it speaks.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Spot {
    /// Where on the page of the browser, in its pixels from the left and the top.
    pub at: (f64, f64),
    /// Of the board, whatever is selected.
    pub of_board: bool,
    /// Where new boxes go.
    pub place: Option<Point<Page>>,
}

/// A panel on a narrow screen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Sheet {
    /// Prompt, questions, wrap-up.
    Brief,
    /// What the linter says.
    Findings,
    /// What the board adds up to.
    Numbers,
    /// What stress would do to the board.
    WhatIf,
    /// The board as a list.
    Outline,
    /// What an interviewer would give.
    Score,
}

/// Something to be told once.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Notice {
    /// In sentences.
    pub text: String,
    /// Something went wrong.
    pub is_error: bool,
}

const SETTINGS_KEY: &str = "sketchlint settings";

impl Panels {
    /// As the last visit left them.
    pub(crate) fn remembered() -> Self {
        let stored: Value = LocalStorage::get(SETTINGS_KEY).unwrap_or_default();
        Self {
            settings: Settings::stored(&stored),
            opening: true,
            ..Self::default()
        }
    }

    /// The numbers are looked at, or would be on a screen of another width.
    pub(crate) fn shows_numbers(&self) -> bool {
        self.settings.numbers_open || self.sheet == Some(Sheet::Numbers)
    }

    /// What stress would do is looked at, or would be on a screen of another width.
    pub(crate) fn shows_what_if(&self) -> bool {
        self.settings.what_if_open || self.sheet == Some(Sheet::WhatIf)
    }

    /// The outline is looked at, or would be on a screen of another width.
    pub(crate) fn shows_outline(&self) -> bool {
        self.settings.outline_open || self.sheet == Some(Sheet::Outline)
    }

    /// The score is looked at, or would be on a screen of another width.
    pub(crate) fn shows_score(&self) -> bool {
        self.settings.score_open || self.sheet == Some(Sheet::Score)
    }

    /// Changes a setting and keeps it for the next visit; a browser that keeps nothing only forgets it.
    pub(crate) fn set(&mut self, change: impl FnOnce(&mut Settings)) {
        change(&mut self.settings);
        LocalStorage::set(SETTINGS_KEY, self.settings).ok();
    }

    /// Tells a person something.
    pub(crate) fn tell(&mut self, text: impl Into<String>) {
        self.notice = Some(Notice {
            text: text.into(),
            is_error: false,
        });
    }

    /// Tells a person that something went wrong, and what to do.
    pub(crate) fn tell_error(&mut self, text: impl Into<String>) {
        self.notice = Some(Notice {
            text: text.into(),
            is_error: true,
        });
    }
}
