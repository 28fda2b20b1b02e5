//! Which function goes to which part.

use std::collections::{BTreeMap, BTreeSet};

use crate::data::{Data, Place};
use crate::fault::Fault;
use crate::glue::{Short, short_names};
use crate::later::comes_later;
use crate::program::{Function, Program};

/// A program cut in two.
pub(crate) struct Cut {
    /// The functions of the first part, without the imported ones.
    pub(crate) first: BTreeSet<Function>,
    /// The functions of the second.
    pub(crate) second: BTreeSet<Function>,
    /// Those of the second that the first may call, and where they stand in the table of functions.
    pub(crate) gates: BTreeMap<Function, u32>,
    /// Those of the first, and of the imported ones, that the second calls.
    pub(crate) shared: BTreeSet<Function>,
    /// How long the table of functions has to be.
    pub(crate) slots: u32,
    /// What the memory begins with.
    pub(crate) data: Data,
    /// What program and glue call each other by.
    pub(crate) names: Short,
    /// What fetches the second part.
    pub(crate) fetch: Function,
}

impl Cut {
    /// Has everything stay that is not named to [come later](comes_later), nor called by such functions alone. What both look at of
    /// the pieces of data that lie at `pieces`, stays too.
    ///
    /// # Errors
    ///
    /// [`Fault::Unfit`] if the program does not know how to fetch its second part, or has no table.
    pub(crate) fn of(program: &Program<'_>, pieces: &[Place]) -> Result<Self, Fault> {
        let table = program.tables.first().ok_or(Fault::Unfit("no table"))?;
        let stays = staying(program);
        let (first, second): (BTreeSet<_>, BTreeSet<_>) =
            program.functions().partition(|function| stays.contains(function));
        let called = |from: &BTreeSet<Function>| -> BTreeSet<Function> {
            from.iter()
                .flat_map(|function| program.called(*function))
                .collect()
        };
        let in_table = program.slots.keys().copied().collect();
        let entered: BTreeSet<Function> = called(&first).union(&in_table).copied().collect();
        let mut slots = table.ty.initial as u32;
        let mut gates = BTreeMap::new();
        for function in entered.intersection(&second) {
            let slot = program.slots.get(function).copied().unwrap_or_else(|| {
                slots += 1;
                slots - 1
            });
            gates.insert(*function, slot);
        }
        let shared = called(&second).difference(&second).copied().collect();
        Ok(Self {
            names: short_names(program),
            data: Data::of(program, &first, pieces),
            first,
            second,
            gates,
            shared,
            slots,
            fetch: program
                .fetch
                .ok_or(Fault::Unfit("nothing exported as needLater"))?,
        })
    }
}

/// What is called from outside, stands in the table of functions or is called by what stays, unless it comes later.
fn staying(program: &Program<'_>) -> BTreeSet<Function> {
    let comes_later = |function: &Function| {
        let name = program.names.get(function);
        let size = program.body(*function).map_or(0, |body| body.as_bytes().len());
        !program.roots.contains(function) && name.is_some_and(|name| comes_later(name, size))
    };
    let mut stays = BTreeSet::new();
    let mut open: Vec<Function> = program
        .roots
        .iter()
        .chain(program.slots.keys())
        .copied()
        .collect();
    while let Some(function) = open.pop() {
        if !comes_later(&function) && stays.insert(function) {
            open.extend(program.called(function));
        }
    }
    stays
}
