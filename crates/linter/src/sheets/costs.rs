//! Cost: what boxes and owners cost a month, and what that is for what they carry.

use analysis::numbers::{OwnerCost, Spending};
use board::Question;
use quantity::spoken::money;

use super::{Bar, Chart, Missing, Names, Sheet, Tone, held, said, scale, verdict};

/// What the board costs a month.
pub(super) fn cost(cost: &Spending, names: Names<'_>) -> Sheet {
    let print = |amount| money(amount, cost.currency.as_deref());
    let mut missing = Vec::new();
    if cost.ceiling.is_open() {
        missing.push(Missing::answer("The scope gives no ceiling.", Question::Cost));
    }
    missing.extend(Missing::boxes(
        "No cost, so that the sum is a floor:",
        &cost.unstated,
        names,
    ));
    let facts = [
        ("Together", Some(held(cost.total, cost.ceiling, print))),
        ("A million events", cost.million_events.number().map(print)),
        ("A gigabyte", cost.gigabyte.number().map(print)),
        (
            "Not added up",
            Some(cost.apart.count())
                .filter(|count| *count > 0)
                .map(|count| format!("{count} in another currency or unit")),
        ),
    ];
    let is_open = !cost.unstated.is_empty() || !cost.apart.is_empty();
    Sheet {
        verdict: verdict(cost.total, cost.ceiling, is_open),
        figure: held(cost.total, cost.ceiling, print),
        charts: vec![by_box(cost, names), by_owner(cost)],
        facts: facts
            .into_iter()
            .filter_map(|(name, words)| Some((name, words?)))
            .filter(|_| !cost.total.is_open())
            .collect(),
        missing,
        empty: cost
            .items
            .is_empty()
            .then_some("Nothing says what it costs: write `$5k/month` beside each box."),
    }
}

fn by_box(cost: &Spending, names: Names<'_>) -> Chart {
    let print = |amount| money(amount, cost.currency.as_deref());
    let scale = scale(cost.items.rows.iter().filter_map(|item| item.amount.number()));
    let items = cost.items.rows.iter().map(|item| {
        let (place, name) = names.of(&item.at);
        Bar {
            tone: names.tone(&place),
            place: Some(place),
            name,
            from: 0.0,
            length: item.amount.number().unwrap_or_default() * scale,
            figure: said(item.amount, print),
            note: item.product.clone().unwrap_or_default(),
        }
    });
    Chart {
        title: "By box, a month".to_owned(),
        heads: ["Box", "How much", "Cost a month"],
        bars: items.collect(),
        limit: None,
        more: cost.items.more,
    }
}

fn by_owner(cost: &Spending) -> Chart {
    let print = |amount| money(amount, cost.currency.as_deref());
    let scale = scale(cost.owners.rows.iter().map(|owner| owner.amount));
    let bar = |owner: &OwnerCost| Bar {
        place: None,
        name: match owner.owner.as_str() {
            "" => "Nobody".to_owned(),
            team => team.to_owned(),
        },
        tone: if owner.owner.is_empty() {
            Tone::Open
        } else {
            Tone::Edge
        },
        from: 0.0,
        length: owner.amount * scale,
        figure: print(owner.amount),
        note: String::new(),
    };
    Chart {
        title: "By owner, a month".to_owned(),
        heads: ["Owner", "How much", "Cost a month"],
        bars: cost.owners.rows.iter().map(bar).collect(),
        limit: None,
        more: cost.owners.more,
    }
}
