//! What if: which stress is chosen, at which moment of it one looks, and whether it plays.
//!
//! The choice is a question to the linter, which stands as long as the drawer is open; its answer is a [`Play`]. Playing is a
//! chain of timers that moves the moment; only those are told who follow it.

mod clock;
mod play;

use board::BoxId;
use gloo::timers::callback::Timeout;
use gloo::utils::{document, window};

use crate::effects::{focus, focus_canvas};
use crate::panels::Sheet;
use crate::questions;
use crate::store::{Store, now};

pub(crate) use clock::clock;
pub(crate) use play::{Mark, Play};

/// What the linter is asked by.
pub(crate) const ASKED: &str = "stress";

/// How long a whole play takes, in milliseconds.
const WHOLE_MS: f64 = 14_000.0;
/// Milliseconds from picture to picture.
const STEP_MS: u32 = 33;
/// The same where a person wants nothing to move: from turn to turn.
const STILL_STEP_MS: u32 = 1_600;

/// What is chosen, and how far it has been played.
#[derive(Clone, Debug, PartialEq, Default)]
pub(crate) struct WhatIf {
    /// What is asked.
    pub choice: Choice,
    /// The second at which one looks; none for the worst one.
    pub moment: Option<f64>,
    /// The play that runs, by when it began.
    pub playing: Option<Playing>,
}

/// A play that runs.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Playing {
    /// By the page's clock, in milliseconds.
    since: f64,
    /// The second from which on.
    from: f64,
}

/// A question. What is not chosen is as the board says.
#[derive(Clone, Debug, PartialEq, Default)]
pub(crate) struct Choice {
    /// What happens.
    pub kind: Kind,
    /// To which box, or who waits.
    pub at: Option<BoxId>,
    /// Where the event begins.
    pub from: Option<BoxId>,
    /// How many times.
    pub factor: Option<f64>,
    /// For so many seconds.
    pub lasts: Option<f64>,
}

/// What may happen.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub(crate) enum Kind {
    /// Many times the load.
    #[default]
    Spike,
    /// A box stands still.
    Outage,
    /// A box is slow.
    Slow,
    /// A box is stopped and started again.
    Deploy,
    /// Half of the costs have to go.
    HalfTheBill,
    /// Nothing: one event is followed.
    Walk,
}

impl Kind {
    /// All of them, in the order of the tabs.
    pub(crate) const ALL: [Self; 6] = [
        Self::Spike,
        Self::Outage,
        Self::Slow,
        Self::Deploy,
        Self::HalfTheBill,
        Self::Walk,
    ];

    /// What its tab is called, what it means, and how the linter calls it.
    pub(crate) fn words(self) -> [&'static str; 3] {
        match self {
            Self::Spike => ["Spike", "many times the load", "spike"],
            Self::Outage => ["Box down", "it stands still", "outage"],
            Self::Slow => ["Box slow", "it takes longer", "slow"],
            Self::Deploy => ["Deploy", "stopped and started", "deploy"],
            Self::HalfTheBill => ["Half the bill", "what to cut first", "half-the-bill"],
            Self::Walk => ["One event", "hop by hop", "walk"],
        }
    }

    /// It happens to a box.
    pub(crate) fn has_box(self) -> bool {
        matches!(self, Self::Outage | Self::Slow | Self::Deploy)
    }

    /// It has a factor.
    pub(crate) fn has_factor(self) -> bool {
        matches!(self, Self::Spike | Self::Slow)
    }

    /// It takes some time.
    pub(crate) fn lasts(self) -> bool {
        !matches!(self, Self::HalfTheBill | Self::Walk)
    }
}

impl Choice {
    /// The question as the linter reads it.
    pub(crate) fn question(&self) -> String {
        let [.., kind] = self.kind.words();
        let mut question = serde_json::json!({ "kind": kind });
        let walks = self.kind == Kind::Walk;
        if let (true, Some(at)) = (self.kind.has_box() || walks, &self.at) {
            question["at"] = at.as_str().into();
        }
        if let (true, Some(from)) = (walks, &self.from) {
            question["from"] = from.as_str().into();
        }
        if let (true, Some(factor)) = (self.kind.has_factor(), self.factor) {
            question["factor"] = factor.into();
        }
        if let (true, Some(lasts)) = (self.kind.lasts(), self.lasts) {
            question["lasts"] = lasts.into();
        }
        question.to_string()
    }
}

/// The id of the tab of a kind.
pub(crate) fn tab_id(kind: Kind) -> String {
    format!("what-if-{kind:?}")
}

/// Shows the drawer and gives it the keyboard, or folds it away and gives it back to the board.
pub(crate) fn toggle(store: &Store) {
    let is_shown = store.panels().shows_what_if();
    set_open(store, !is_shown);
    if is_shown {
        return focus_canvas();
    }
    focus_tab(store);
}

/// Shows what happens when the selected box goes down.
pub(crate) fn take_down(store: &Store) {
    set_open(store, true);
    choose_kind(store, Kind::Outage);
}

/// Shows the drawer or folds it away; the keyboard stays where it is.
pub(crate) fn set_open(store: &Store, is_open: bool) {
    let at = selected(store);
    store.change_panels(|panels| {
        panels.set(|settings| {
            settings.what_if_open = is_open;
            settings.numbers_open &= !is_open;
        });
        panels.sheet = is_open.then_some(Sheet::WhatIf);
        panels.what_if.playing = None;
        if at.is_some() {
            panels.what_if.choice.at = at;
        }
    });
}

/// Asks for this kind, of the selected box where it is of one, and gives its tab the keyboard.
pub(crate) fn choose_kind(store: &Store, kind: Kind) {
    let at = selected(store);
    choose(store, |choice| {
        *choice = Choice {
            kind,
            at: at.or(choice.at.take()),
            ..Choice::default()
        };
    });
    focus_tab(store);
}

/// Changes the question, and looks at the worst moment of the answer.
pub(crate) fn choose(store: &Store, change: impl FnOnce(&mut Choice)) {
    store.change_panels(|panels| {
        change(&mut panels.what_if.choice);
        panels.what_if.moment = None;
        panels.what_if.playing = None;
    });
}

/// The selected box, if it may be hit.
fn selected(store: &Store) -> Option<BoxId> {
    let editor = store.editor();
    let id = editor.selection().primary_box()?;
    let record = editor.board().get_box(id)?;
    record.role.is_stage().then(|| id.clone())
}

fn focus_tab(store: &Store) {
    let kind = store.panels().what_if.choice.kind;
    // The tab may only now be drawn.
    Timeout::new(0, move || {
        if let Some(tab) = document().get_element_by_id(&tab_id(kind)) {
            focus(&tab);
        }
    })
    .forget();
}

/// What is played, where the drawer is open and there is something to play.
pub(crate) fn play(store: &Store) -> Option<Play> {
    if !store.panels().shows_what_if() {
        return None;
    }
    Play::read(&questions::answered(store, ASKED)?.answer)
}

/// The second of `play` at which one looks.
pub(crate) fn moment(store: &Store, play: &Play) -> f64 {
    let moment = store.panels().what_if.moment;
    moment.unwrap_or(play.worst).clamp(0.0, play.ends)
}

/// Looks at this second; what plays stops.
pub(crate) fn seek(store: &Store, moment: f64) {
    store.change_play(|what_if| {
        what_if.moment = Some(moment);
        what_if.playing = None;
    });
}

/// Plays from here on, from the beginning where nothing is left; stops what plays.
pub(crate) fn play_or_pause(store: &Store) {
    let Some(play) = play(store).filter(|play| play.ends > 0.0) else {
        return;
    };
    let here = store.panels().what_if.moment;
    let is_playing = store.panels().what_if.playing.is_some();
    store.change_play(|what_if| {
        let from = here.filter(|here| *here < play.ends).unwrap_or(0.0);
        let playing = Playing { since: now(), from };
        what_if.playing = (!is_playing).then_some(playing);
        what_if.moment = if is_playing { here } else { Some(from) };
    });
    if let Some(playing) = store.panels().what_if.playing {
        go_on(store.clone(), playing);
    }
}

/// Moves the moment on in a while, as long as `playing` is what plays.
fn go_on(store: Store, playing: Playing) {
    let wait = if wants_stillness() { STILL_STEP_MS } else { STEP_MS };
    let step = move || {
        let plays = store.panels().what_if.playing == Some(playing);
        let Some(play) = play(&store).filter(|_| plays) else {
            return;
        };
        let here = moment(&store, &play);
        let next = if wants_stillness() {
            play.turn_after(here).unwrap_or(play.ends)
        } else {
            playing.from + (now() - playing.since) * play.ends / WHOLE_MS
        };
        let is_over = next >= play.ends;
        store.change_play(|what_if| {
            what_if.moment = Some(next.min(play.ends));
            what_if.playing = what_if.playing.filter(|_| !is_over);
        });
        if !is_over {
            go_on(store, playing);
        }
    };
    Timeout::new(wait, step).forget();
}

fn wants_stillness() -> bool {
    let asked = window().match_media("(prefers-reduced-motion: reduce)");
    asked.ok().flatten().is_some_and(|asked| asked.matches())
}
