//! What the board does not say, and the way to where it would be written.

use board::Question;
use editor::{Command, Field};
use lint::Place;
use yew::prelude::*;

use crate::components::button::Button;
use crate::components::findings::lighting;
use crate::components::glyph::{Glyph, glyph};
use crate::store::Store;

use super::sheet::Missing;

/// How many boxes are named before the rest is counted.
const MOST_NAMED: usize = 12;

/// A sentence, and a button for each place that would say it.
pub(super) fn missing(store: &Store, missing: &Missing) -> Html {
    let more = missing.more + missing.boxes.len().saturating_sub(MOST_NAMED);
    html! {
        <p class="sum-missing">
            { glyph(Glyph::Open) } <span>{ missing.words }</span>
            { for missing.ask.map(|question| ask(store, question)) }
            { for missing.boxes.iter().take(MOST_NAMED).map(|(place, name)| write(store, place, name)) }
            if more > 0 { <span>{ format!("and {more} more") }</span> }
        </p>
    }
}

fn ask(store: &Store, question: Question) -> Html {
    let title = catalog::question(question).map_or("", |card| card.title);
    let button = Button::plain("chip", format!("Answer: {title}")).tip("To the question in the brief");
    button.acts(store, move |store| lighting::ask(store, question))
}

/// Leads into the constraints of a box.
fn write(store: &Store, place: &Place, name: &str) -> Html {
    let place = place.clone();
    let button = Button::plain("chip", name.to_owned()).tip("Write it in the constraints");
    button.acts(store, move |store| {
        lighting::show(store, &place);
        store.command(Command::EditSelected(Field::Constraints));
    })
}
