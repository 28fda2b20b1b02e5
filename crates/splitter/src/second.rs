//! Writes the part that comes behind, which works with the memory, the tables and the functions of the first.

use std::collections::BTreeMap;

use wasm_encoder::reencode::{Error, Reencode};
use wasm_encoder::{
    CodeSection, ConstExpr, ElementSection, Elements, EntityType, Function as Code, FunctionSection,
    ImportSection, Module, StartSection, TypeSection,
};

use crate::cut::Cut;
use crate::fault::Fault;
use crate::first::{FLAG, NAMESPACE};
use crate::program::{Function, Program};

/// The second part of `program`.
///
/// # Errors
///
/// [`Fault::Unreadable`] and [`Fault::Unwritable`].
pub(crate) fn written(program: &Program<'_>, cut: &Cut) -> Result<Vec<u8>, Fault> {
    let functions = cut.shared.iter().chain(&cut.second).copied();
    let mut second = Second {
        program,
        cut,
        places: functions.zip(0..).collect(),
    };
    let mut module = Module::new();
    module
        .section(&second.types()?)
        .section(&second.imports()?)
        .section(&second.functions())
        .section(&StartSection {
            function_index: second.places.len() as u32,
        })
        .section(&second.slots())
        .section(&second.codes()?)
        .section(&cut.data.second());
    Ok(module.finish())
}

struct Second<'p> {
    program: &'p Program<'p>,
    cut: &'p Cut,
    /// Where each function of the program is in this part.
    places: BTreeMap<Function, u32>,
}

impl Reencode for Second<'_> {
    type Error = Fault;

    fn function_index(&mut self, function: u32) -> Result<u32, Error<Fault>> {
        let place = self.places.get(&function).copied();
        place.ok_or(Error::UserError(Fault::Unwritable("a function has no place")))
    }

    /// The flag is imported before all.
    fn global_index(&mut self, global: u32) -> Result<u32, Error<Fault>> {
        Ok(global + 1)
    }
}

impl Second<'_> {
    fn types(&mut self) -> Result<TypeSection, Fault> {
        let mut types = TypeSection::new();
        if let Some(section) = self.program.types.clone() {
            self.parse_type_section(&mut types, section)?;
        }
        types.ty().function([], []);
        Ok(types)
    }

    fn kind(&self, function: Function) -> u32 {
        self.program
            .type_of
            .get(function as usize)
            .copied()
            .unwrap_or_default()
    }

    /// Everything that the first part exports, in its order.
    fn imports(&mut self) -> Result<ImportSection, Fault> {
        let memory = self.program.memory.ok_or(Fault::Unfit("no memory"))?;
        let mut all = vec![
            EntityType::Global(FLAG),
            EntityType::Memory(self.memory_type(memory)?),
        ];
        for (index, table) in self.program.tables.iter().enumerate() {
            let mut kind = self.table_type(table.ty)?;
            if index == 0 {
                kind.minimum = u64::from(self.cut.slots);
                kind.maximum = None;
            }
            all.push(EntityType::Table(kind));
        }
        for global in &self.program.globals {
            all.push(EntityType::Global(self.global_type(global.ty)?));
        }
        let shared = self.cut.shared.iter();
        all.extend(shared.map(|function| EntityType::Function(self.kind(*function))));
        let mut imports = ImportSection::new();
        for (name, kind) in all.into_iter().enumerate() {
            imports.import(NAMESPACE, &name.to_string(), kind);
        }
        Ok(imports)
    }

    fn functions(&self) -> FunctionSection {
        let mut functions = FunctionSection::new();
        for function in &self.cut.second {
            functions.function(self.kind(*function));
        }
        functions.function(self.program.parameters.len() as u32);
        functions
    }

    /// Puts the functions behind gates where the first part looks for them, each run of slots at once.
    fn slots(&self) -> ElementSection {
        let gates = self.cut.gates.iter();
        let places = gates.filter_map(|(function, slot)| Some((*slot, *self.places.get(function)?)));
        let by_slot: BTreeMap<u32, u32> = places.collect();
        let mut runs: Vec<(u32, Vec<u32>)> = Vec::new();
        for (slot, place) in by_slot {
            match runs.last_mut() {
                Some((from, run)) if *from + run.len() as u32 == slot => run.push(place),
                _ => runs.push((slot, vec![place])),
            }
        }
        let mut elements = ElementSection::new();
        for (from, run) in runs {
            elements.active(
                None,
                &ConstExpr::i32_const(from.cast_signed()),
                Elements::Functions(run.into()),
            );
        }
        elements
    }

    fn codes(&mut self) -> Result<CodeSection, Fault> {
        let mut codes = CodeSection::new();
        for function in &self.cut.second {
            if let Some(body) = self.program.body(*function) {
                self.parse_function_body(&mut codes, body.clone())?;
            }
        }
        let mut enter = Code::new([]);
        enter.instructions().i32_const(1).global_set(0).end();
        codes.function(&enter);
        Ok(codes)
    }
}
