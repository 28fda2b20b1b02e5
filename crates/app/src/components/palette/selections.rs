//! Selections by what they have in common: a role, an owner, how grave what is found of them is. Made from the board, so
//! that only what selects something is offered.

use board::{Board, Role};
use editor::{Command, Item};
use scene::Level;
use sorted::Set;

use crate::marking::Marking;

use super::choice::{Choice, Made};

/// How many owners are offered.
const MOST_OWNERS: usize = 40;

/// The selections that `board` with these marks has a use for.
pub(super) fn selections(board: &Board, marking: &Marking) -> Vec<Choice> {
    let mut found = Vec::new();
    for &role in Role::ALL {
        let of_role = boxes(board, |_, record| record.role == role);
        offer(&mut found, format!("Select all {}", plural(role)), of_role);
    }
    let owners: Set<&str> = board
        .boxes()
        .map(|(_, record)| record.owner.trim())
        .chain(board.edges().map(|(_, edge)| edge.owner.trim()))
        .collect();
    for owner in owners.iter().take(MOST_OWNERS) {
        let mut owned = boxes(board, |_, record| record.owner.trim() == *owner);
        let edges = board.edges().filter(|(_, edge)| edge.owner.trim() == *owner);
        owned.extend(edges.map(|(id, _)| Item::Edge(id.clone())));
        let label = match *owner {
            "" => "Select what nobody owns".to_owned(),
            owner => format!("Select what {owner} owns"),
        };
        offer(&mut found, label, owned);
    }
    for (level, words) in [
        (Level::Error, "errors"),
        (Level::Warning, "warnings"),
        (Level::Info, "remarks"),
    ] {
        let marked = boxes(board, |id, _| marking.on_box(id).level == Some(level));
        offer(&mut found, format!("Select boxes with {words}"), marked);
    }
    found
}

fn boxes(board: &Board, is_meant: impl Fn(&board::BoxId, &board::BoxRecord) -> bool) -> Vec<Item> {
    let meant = board.boxes().filter(|(id, record)| is_meant(id, record));
    meant.map(|(id, _)| Item::Box(id.clone())).collect()
}

fn offer(found: &mut Vec<Choice>, label: String, items: Vec<Item>) {
    if !items.is_empty() {
        let tip = format!("{} on this board", items.len());
        found.push(Choice::Made(Made {
            label: label.into(),
            tip: tip.into(),
            command: Command::Select {
                items,
                additive: false,
            },
        }));
    }
}

fn plural(role: Role) -> &'static str {
    match role {
        Role::Source => "sources",
        Role::Ingest => "ingests",
        Role::Process => "processes",
        Role::Store => "stores",
        Role::Serve => "serves",
        Role::Consumer => "consumers",
        Role::Govern => "govern boxes",
        Role::Observe => "observe boxes",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_the_board_has_is_offered() {
        let sketch = "[ingest] Kafka: @Payments\n[store] Lake\n[store] Mart\nKafka -> Lake: @Payments";
        let board = board::sketch::read(sketch).expect("a sketch that reads");
        let offered = selections(&board, &Marking::default());
        let said: Vec<String> = offered
            .iter()
            .map(|choice| format!("{}: {}", choice.label(), choice.tip()))
            .collect();
        assert_eq!(
            said,
            [
                "Select all ingests: 1 on this board",
                "Select all stores: 2 on this board",
                "Select what nobody owns: 2 on this board",
                "Select what Payments owns: 2 on this board",
            ]
        );
    }
}
