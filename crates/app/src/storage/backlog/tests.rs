//! What a backlog has to do, and that a store that does it always gives the board back.

use board::{BoxId, BoxRecord, Edit, Role};
use board::{Record as BoardRecord, RecordId};
use geometry::Point;
use proptest::prelude::*;

use super::super::recovery::{Stored, recover};
use super::*;

fn id() -> DocumentId {
    DocumentId::new("board-1")
}

fn push(backlog: &mut Backlog, number: usize) {
    let mut board = backlog.board().clone();
    let mut edit = Edit::new();
    let box_id = RecordId::Box(BoxId::new(&format!("box-{number}")).unwrap());
    let record = BoxRecord::new(Role::Store, Point::new(number as f64, 0.5));
    edit.put(&board, box_id, BoardRecord::Box(record.into()));
    board.apply(&edit).unwrap();
    let label = format!("Edit {number}");
    let entry = Entry {
        at_ms: 0,
        label,
        edit,
    };
    backlog.push(entry, &board);
}

/// The store as one transaction after another makes it.
fn commit(stored: &mut Stored, work: &Work) {
    let repair = &work.repair;
    stored
        .snapshots
        .retain(|record| !repair.bad_snapshots.contains(&record.seq));
    stored
        .entries
        .retain(|record| !repair.bad_entries.contains(&record.seq));
    for record in &work.entries {
        assert!(stored.entries.iter().all(|other| other.seq != record.seq));
        stored.entries.push(record.clone());
    }
    stored.snapshots.extend(work.snapshot.clone());
}

fn store_all(backlog: &mut Backlog, stored: &mut Stored) {
    while let Some(work) = backlog.work() {
        commit(stored, &work);
        backlog.stored(&work);
    }
}

#[test]
fn an_empty_board_has_nothing_to_store_until_it_is_edited() {
    let mut backlog = Backlog::new(id(), Board::default(), Vec::new());
    assert_eq!(backlog.work(), None);
    assert_eq!(backlog.tail(), "");
    push(&mut backlog, 0);
    let work = backlog.work().unwrap();
    assert_eq!((work.entries[0].seq, work.snapshot.unwrap().seq), (1, 1));
}

#[test]
fn a_full_board_is_stored_at_once_and_its_tail_is_founded() {
    let mut first = Backlog::new(id(), Board::default(), Vec::new());
    push(&mut first, 0);
    let mut backlog = Backlog::new(id(), first.board().clone(), Vec::new());
    push(&mut backlog, 1);
    let tail = Tail::read(&id(), &backlog.tail());
    assert_eq!((tail.snapshot.is_some(), tail.entries.len()), (true, 1));
    let stored = Stored {
        tails: vec![tail],
        ..Stored::default()
    };
    assert_eq!(recover(&id(), &stored).unwrap().board, *backlog.board());
    let work = backlog.work().unwrap();
    backlog.stored(&work);
    assert_eq!((backlog.work(), backlog.tail()), (None, String::new()));
}

#[test]
fn snapshots_come_every_so_often_and_grow_rarer_with_the_log() {
    let mut backlog = Backlog::new(id(), Board::default(), Vec::new());
    let mut numbers = Vec::new();
    for number in 0..700 {
        push(&mut backlog, number);
        let work = backlog.work().unwrap();
        numbers.extend(work.snapshot.as_ref().map(|record| record.seq));
        backlog.stored(&work);
    }
    assert_eq!(numbers, [1, 65, 129, 193, 257, 342, 455, 606]);
}

#[test]
fn what_came_while_a_transaction_was_under_way_stays() {
    let mut backlog = Backlog::new(id(), Board::default(), Vec::new());
    push(&mut backlog, 0);
    let work = backlog.work().unwrap();
    push(&mut backlog, 1);
    backlog.stored(&work);
    assert_eq!(backlog.pending(), 1);
    assert_eq!(backlog.work().unwrap().entries[0].seq, 2);
}

#[test]
fn a_store_that_lost_the_board_gets_all_of_it() {
    let mut backlog = Backlog::new(id(), Board::default(), Vec::new());
    let mut stored = Stored::default();
    (0..5).for_each(|number| push(&mut backlog, number));
    store_all(&mut backlog, &mut stored);
    stored = Stored::default();
    backlog.store_anew();
    push(&mut backlog, 5);
    store_all(&mut backlog, &mut stored);
    let recovered = recover(&id(), &stored).unwrap();
    assert_eq!((&recovered.board, recovered.log.len()), (backlog.board(), 6));
}

#[derive(Clone, Debug)]
enum Step {
    Push,
    Commit,
    /// A transaction that the store took and the page never heard of, as the page was gone.
    CommitUnheard,
    /// The page goes away, with or without its last words.
    Leave(bool),
    BreakNewestSnapshot,
}

fn step() -> impl Strategy<Value = Step> {
    prop_oneof![
        6 => Just(Step::Push),
        3 => Just(Step::Commit),
        1 => Just(Step::CommitUnheard),
        1 => any::<bool>().prop_map(Step::Leave),
        1 => Just(Step::BreakNewestSnapshot),
    ]
}

proptest! {
    #[test]
    fn whatever_happens_all_that_was_acknowledged_comes_back(
        steps in prop::collection::vec(step(), 1..120),
    ) {
        let mut backlog = Backlog::new(id(), Board::default(), Vec::new());
        let mut stored = Stored::default();
        let mut acknowledged = 0;
        for (number, step) in steps.iter().enumerate() {
            match step {
                Step::Push => push(&mut backlog, number),
                Step::Commit => {
                    if let Some(work) = backlog.work() {
                        commit(&mut stored, &work);
                        backlog.stored(&work);
                        stored.tails.clear();
                        acknowledged = backlog.log().len() - backlog.pending();
                    }
                }
                Step::BreakNewestSnapshot => {
                    if let Some(record) = stored.snapshots.last_mut() {
                        record.sealed.push('!');
                    }
                }
                Step::CommitUnheard | Step::Leave(_) => {
                    if matches!(step, Step::Leave(true)) {
                        stored.tails = vec![Tail::read(&id(), &backlog.tail())];
                        acknowledged = backlog.log().len();
                    }
                    if matches!(step, Step::CommitUnheard) && let Some(work) = backlog.work() {
                        commit(&mut stored, &work);
                    }
                    let before = backlog.log().to_vec();
                    backlog = match recover(&id(), &stored) {
                        Ok(recovered) => Backlog::resume(id(), recovered),
                        Err(_) => Backlog::new(id(), Board::default(), Vec::new()),
                    };
                    prop_assert!(backlog.log().len() >= acknowledged);
                    prop_assert_eq!(backlog.log(), &before[..backlog.log().len()]);
                }
            }
        }
        store_all(&mut backlog, &mut stored);
        stored.tails.clear();
        match recover(&id(), &stored) {
            Ok(recovered) => prop_assert_eq!(&recovered.board, backlog.board()),
            Err(_) => prop_assert!(backlog.log().is_empty()),
        }
    }
}

#[test]
fn a_run_that_ends_where_it_began_is_followed_by_the_way_back() {
    let empty = Board::default();
    let named = |title: &str| {
        let mut board = empty.clone();
        let brief = board::Brief {
            title: title.to_owned(),
            ..board::Brief::default()
        };
        let mut edit = Edit::new();
        edit.put(&empty, board::RecordId::Brief, board::Record::from(brief));
        board.apply(&edit).unwrap();
        board
    };
    let entry = |to: &Board| Entry {
        at_ms: 1,
        label: "Edit the title".to_owned(),
        edit: Edit::between(&empty, to),
    };
    for under_way in [false, true] {
        let mut backlog = Backlog::new(DocumentId::new("board-1"), empty.clone(), Vec::new());
        let typed = named("j");
        backlog.push(entry(&typed), &typed);
        backlog.amend(entry(&empty), &empty, under_way);
        let records = backlog.work().map(|work| work.entries).unwrap_or_default();
        let mut replayed = empty.clone();
        for record in records {
            let text = record
                .open(&DocumentId::new("board-1"), Kind::Entry)
                .unwrap()
                .to_owned();
            replayed.apply(&Entry::from_json(&text).unwrap().edit).unwrap();
        }
        assert_eq!(replayed, empty);
        assert_eq!(backlog.log().len(), 1);
    }
}
