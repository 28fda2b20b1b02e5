//! Recovery from stores in every state of disrepair.

use board::{BoxId, BoxRecord, Edit, Role};
use board::{Record as BoardRecord, RecordId};
use geometry::Point;
use proptest::prelude::*;

use super::*;

fn id() -> DocumentId {
    DocumentId::new("board-1")
}

/// A board that is edited `count` times: boards before each entry and after the last, and the entries.
fn session(count: usize) -> (Vec<Board>, Vec<Entry>) {
    let mut boards = vec![Board::default()];
    let mut entries = Vec::new();
    for number in 0..count {
        let mut board = boards[number].clone();
        let entry = edit(&board, number);
        board.apply(&entry.edit).unwrap();
        boards.push(board);
        entries.push(entry);
    }
    (boards, entries)
}

/// Adds a box, and at every fourth number removes the one before.
fn edit(board: &Board, number: usize) -> Entry {
    let box_id = |number: usize| RecordId::Box(BoxId::new(&format!("box-{number}")).unwrap());
    let mut edit = Edit::new();
    if number % 4 == 3 {
        edit.remove(board, box_id(number - 1));
    }
    let mut record = BoxRecord::new(Role::Process, Point::new(number as f64 / 3.0, 0.0));
    record.label = format!("Box {number}");
    edit.put(board, box_id(number), BoardRecord::Box(record.into()));
    Entry {
        at_ms: number as u64,
        label: format!("Edit {number}"),
        edit,
    }
}

fn snapshot_of(boards: &[Board], log: &[Entry], seq: usize) -> Record {
    let text = snapshot::write(&boards[seq], &log[..seq]);
    Record::seal(&id(), Kind::Snapshot, seq as u64, &text)
}

fn sealed(entries: &[Entry]) -> Vec<Record> {
    let numbered = (1..).zip(entries);
    numbered
        .map(|(seq, entry)| Record::seal(&id(), Kind::Entry, seq, &entry.to_json()))
        .collect()
}

/// Snapshots at these numbers, and all entries from `first`, counted from 1.
fn stored(boards: &[Board], entries: &[Entry], snapshots: &[usize], first: usize) -> Stored {
    Stored {
        snapshots: snapshots
            .iter()
            .map(|&seq| snapshot_of(boards, entries, seq))
            .collect(),
        entries: sealed(entries).split_off(first - 1),
        tails: Vec::new(),
    }
}

fn damage(record: &mut Record) {
    record.sealed.truncate(record.sealed.len() / 2);
}

#[test]
fn the_newest_snapshot_and_what_follows_make_the_board() {
    let (boards, entries) = session(12);
    let recovered = recover(&id(), &stored(&boards, &entries, &[4, 8], 5)).unwrap();
    assert_eq!((&recovered.board, &recovered.log), (&boards[12], &entries));
    assert_eq!(
        (recovered.seq, recovered.replayed, recovered.baseless),
        (12, 4, false)
    );
    assert_eq!(recovered.notes, Vec::<String>::new());
    assert_eq!(recovered.rescued, []);
}

#[test]
fn the_snapshot_before_stands_in_for_an_unreadable_one() {
    let (boards, entries) = session(12);
    let mut stored = stored(&boards, &entries, &[4, 8], 5);
    damage(&mut stored.snapshots[1]);
    let recovered = recover(&id(), &stored).unwrap();
    assert_eq!((&recovered.board, &recovered.log), (&boards[12], &entries));
    assert_eq!((recovered.bad_snapshots, recovered.baseless), (vec![8], true));
    assert_eq!(recovered.rescued[0].text, stored.snapshots[1].sealed);
    assert!(recovered.notes[0].starts_with("The last full save could not be read"));
}

#[test]
fn without_any_snapshot_all_entries_make_the_board() {
    let (boards, entries) = session(6);
    let recovered = recover(&id(), &stored(&boards, &entries, &[], 1)).unwrap();
    assert_eq!((recovered.board, recovered.baseless), (boards[6].clone(), true));
}

#[test]
fn what_cannot_be_read_is_set_aside_with_all_that_follows() {
    let (boards, entries) = session(9);
    let mut stored = stored(&boards, &entries, &[3], 4);
    damage(&mut stored.entries[2]);
    let recovered = recover(&id(), &stored).unwrap();
    assert_eq!(recovered.board, boards[5]);
    assert_eq!(recovered.bad_entries, [6, 7, 8, 9]);
    assert_eq!(recovered.rescued[0].text.lines().count(), 4);
    assert_eq!(
        recovered.notes,
        [
            "After 2 changes that came back, the next could not be read (it is not what was written). It and 3 after \
          it are kept aside for download."
        ]
    );
}

#[test]
fn a_gap_ends_the_replay() {
    let (boards, entries) = session(5);
    let mut stored = stored(&boards, &entries, &[], 1);
    stored.entries.remove(2);
    let recovered = recover(&id(), &stored).unwrap();
    assert_eq!(
        (recovered.board, recovered.bad_entries),
        (boards[2].clone(), vec![4, 5])
    );
}

#[test]
fn the_tail_brings_what_the_store_lacks() {
    let (boards, entries) = session(8);
    let mut stored = stored(&boards, &entries, &[2], 3);
    let late = stored.entries.split_off(4);
    // The first of the tail reached the store after all.
    let tail = Tail {
        entries: [&stored.entries[3..], &late].concat(),
        ..Tail::default()
    };
    stored.tails.push(tail);
    let recovered = recover(&id(), &stored).unwrap();
    assert_eq!((&recovered.board, &recovered.log), (&boards[8], &entries));
    assert_eq!(recovered.pending, late);
    assert_eq!(recovered.rescued, []);
    assert_eq!(
        recovered.notes,
        ["2 changes made just before the page closed were brought back."]
    );
}

#[test]
fn the_tail_mends_a_torn_last_entry() {
    let (boards, entries) = session(3);
    let mut stored = stored(&boards, &entries, &[], 1);
    stored.tails.push(Tail {
        entries: stored.entries[2..].to_vec(),
        ..Tail::default()
    });
    damage(&mut stored.entries[2]);
    let recovered = recover(&id(), &stored).unwrap();
    assert_eq!(
        (recovered.board, recovered.bad_entries),
        (boards[3].clone(), vec![3])
    );
    assert_eq!(recovered.pending.len(), 1);
}

#[test]
fn a_tail_that_another_tab_went_past_is_set_aside() {
    let (boards, entries) = session(4);
    let mut stored = stored(&boards, &entries, &[], 1);
    let other = Record::seal(&id(), Kind::Entry, 4, &edit(&boards[3], 9).to_json());
    stored.tails.push(Tail {
        entries: vec![other.clone()],
        unread: vec!["torn".to_owned()],
        ..Tail::default()
    });
    let recovered = recover(&id(), &stored).unwrap();
    assert_eq!(recovered.board, boards[4]);
    assert_eq!(recovered.rescued[0].text, format!("torn\n{}\n", other.sealed));
}

#[test]
fn a_board_that_only_a_tail_has_comes_back() {
    let (boards, entries) = session(4);
    let all = sealed(&entries);
    let stored = Stored {
        tails: vec![Tail {
            snapshot: Some(snapshot_of(&boards, &entries, 2)),
            entries: all[2..].to_vec(),
            unread: Vec::new(),
        }],
        ..Stored::default()
    };
    let recovered = recover(&id(), &stored).unwrap();
    assert_eq!((&recovered.board, &recovered.log), (&boards[4], &entries));
    assert_eq!(
        (recovered.origin, recovered.baseless),
        (stored.tails[0].snapshot.clone(), true)
    );
}

#[test]
fn what_a_later_version_wrote_is_not_half_read() {
    let (boards, entries) = session(4);
    for late in 0..2 {
        let mut stored = stored(&boards, &entries, &[2], 3);
        let newer = match late {
            0 => &mut stored.snapshots[0],
            _ => &mut stored.entries[1],
        };
        let kind = [Kind::Snapshot, Kind::Entry][late];
        *newer = Record::of_a_later_version(&id(), kind, newer.seq, "{}");
        assert_eq!(recover(&id(), &stored).unwrap_err(), Unrecoverable::Newer);
    }
}

#[test]
fn nothing_and_nothing_readable_are_told_apart() {
    assert_eq!(
        recover(&id(), &Stored::default()).unwrap_err(),
        Unrecoverable::Nothing
    );
    let (boards, entries) = session(4);
    let mut stored = stored(&boards, &entries, &[2], 3);
    damage(&mut stored.snapshots[0]);
    assert_eq!(recover(&id(), &stored).unwrap_err(), Unrecoverable::Unreadable);
}

#[derive(Clone, Debug)]
enum Harm {
    Flip(prop::sample::Index, u8),
    Cut(prop::sample::Index),
    Lose,
    SwapWithNext,
    Renumber(u64),
    Repeat,
}

fn harm() -> impl Strategy<Value = Harm> {
    prop_oneof![
        (any::<prop::sample::Index>(), 0_u8..7).prop_map(|(at, bit)| Harm::Flip(at, bit)),
        any::<prop::sample::Index>().prop_map(Harm::Cut),
        Just(Harm::Lose),
        Just(Harm::SwapWithNext),
        (0_u64..40).prop_map(Harm::Renumber),
        Just(Harm::Repeat),
    ]
}

/// Does `harm` to the record at `at`.
fn inflict(records: &mut Vec<Record>, at: usize, harm: &Harm) {
    let sealed = records[at].sealed.clone();
    match harm {
        Harm::Flip(index, bit) => {
            let mut bytes = sealed.into_bytes();
            let index = index.index(bytes.len());
            bytes[index] ^= 1 << bit;
            records[at].sealed = String::from_utf8_lossy(&bytes).into_owned();
        }
        Harm::Cut(index) => records[at].sealed = sealed[..index.index(sealed.len())].to_owned(),
        Harm::Lose => drop(records.remove(at)),
        Harm::SwapWithNext => {
            let next = (at + 1) % records.len();
            records[at].sealed = std::mem::replace(&mut records[next].sealed, sealed);
        }
        Harm::Renumber(seq) => records[at].seq = *seq,
        Harm::Repeat => records.push(records[at].clone()),
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn every_intact_prefix_comes_back(
        count in 2_usize..16,
        harms in prop::collection::vec((any::<prop::sample::Index>(), harm()), 0..4),
        with_snapshots: bool,
    ) {
        let (boards, entries) = session(count);
        let snapshots: &[usize] = if with_snapshots { &[1, 2] } else { &[] };
        let mut stored = stored(&boards, &entries, snapshots, 1);
        let whole = stored.entries.clone();
        for (at, harm) in &harms {
            if !stored.entries.is_empty() {
                let at = at.index(stored.entries.len());
                inflict(&mut stored.entries, at, harm);
            }
        }
        let intact = whole.iter().take_while(|record| {
            let same: Vec<_> = stored.entries.iter().filter(|other| other.seq == record.seq).collect();
            same == [*record]
        });
        let intact = intact.count().max(snapshots.last().copied().unwrap_or(0));
        match recover(&id(), &stored) {
            Ok(recovered) => {
                let seq = usize::try_from(recovered.seq).unwrap();
                prop_assert!(seq >= intact);
                prop_assert_eq!(&recovered.board, &boards[seq]);
                prop_assert_eq!(&recovered.log, &entries[..seq]);
                // Whatever is not in the board is in the rescue, word for word.
                let rescued: String = recovered.rescued.iter().map(|rescue| rescue.text.as_str()).collect();
                for record in stored.entries.iter().filter(|record| record.seq > recovered.seq) {
                    prop_assert!(rescued.contains(&record.sealed));
                }
            }
            Err(_) => prop_assert_eq!(intact, 0),
        }
    }

    #[test]
    fn snapshots_may_break_while_one_is_left(
        breaks in prop::collection::vec((0_usize..3, harm()), 0..6),
    ) {
        let (boards, entries) = session(12);
        let mut stored = stored(&boards, &entries, &[3, 6, 9], 4);
        for (at, harm) in &breaks {
            if *at < stored.snapshots.len() {
                inflict(&mut stored.snapshots, *at, harm);
            }
        }
        let whole = [3, 6, 9].map(|seq| snapshot_of(&boards, &entries, seq));
        if whole.iter().any(|record| stored.snapshots.contains(record)) {
            let recovered = recover(&id(), &stored).unwrap();
            prop_assert_eq!(&recovered.board, &boards[12]);
            prop_assert_eq!(&recovered.log, &entries);
        } else {
            prop_assert!(recover(&id(), &stored).is_err());
        }
    }
}
