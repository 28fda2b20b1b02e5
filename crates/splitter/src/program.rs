//! A program as it was read: what deciding on the cut, and writing its parts, has to know.

use std::collections::{BTreeMap, BTreeSet};

use wasm_encoder::MemArg;
use wasm_encoder::reencode::{Error, Reencode, utils};
use wasmparser::{
    ConstExpr, Data, DataKind, Element, ElementItems, ElementKind, Export, ExternalKind, FunctionBody,
    Global, KnownCustom, MemoryType, Name, NameSectionReader, Operator, Parser, Payload, Table, TypeRef,
    TypeSectionReader,
};

use crate::fault::Fault;
use crate::later::plain;

/// What fetches the second part is exported by this name.
const FETCH: &str = "needLater";

/// The index of a function: the imported ones come first.
pub(crate) type Function = u32;

/// The parts of a program.
#[derive(Default)]
pub(crate) struct Program<'a> {
    pub(crate) types: Option<TypeSectionReader<'a>>,
    /// How many parameters each type of functions has.
    pub(crate) parameters: Vec<u32>,
    /// How many functions are imported.
    pub(crate) imported: u32,
    /// What fetches the second part.
    pub(crate) fetch: Option<Function>,
    pub(crate) tables: Vec<Table<'a>>,
    pub(crate) memory: Option<MemoryType>,
    pub(crate) globals: Vec<Global<'a>>,
    /// What it calls things outside of it by, and what these call it by.
    pub(crate) outside: BTreeSet<&'a str>,
    /// What can be called from outside, without being asked for by name within.
    pub(crate) roots: BTreeSet<Function>,
    /// Where a function stands in the table of functions.
    pub(crate) slots: BTreeMap<Function, u32>,
    /// The type of each function.
    pub(crate) type_of: Vec<u32>,
    bodies: Vec<FunctionBody<'a>>,
    calls: Vec<BTreeSet<Function>>,
    constants: Vec<BTreeSet<u32>>,
    /// What the memory begins with, and where that lies.
    pub(crate) data: Vec<(u32, &'a [u8])>,
    /// The name of each function that has one, without the marks of the build.
    pub(crate) names: BTreeMap<Function, String>,
}

impl<'a> Program<'a> {
    /// Reads `bytes`.
    ///
    /// # Errors
    ///
    /// [`Fault::Unreadable`], or [`Fault::Unfit`] where it imports more than functions or has no names.
    pub(crate) fn read(bytes: &'a [u8]) -> Result<Self, Fault> {
        let mut program = Self::default();
        for payload in Parser::new(0).parse_all(bytes) {
            program.take(payload?)?;
        }
        if program.names.is_empty() {
            return Err(Fault::Unfit("no names"));
        }
        Ok(program)
    }

    /// Every function that it has itself.
    pub(crate) fn functions(&self) -> impl Iterator<Item = Function> {
        self.imported..self.type_of.len() as u32
    }

    /// What `function` does; nothing where it is imported.
    pub(crate) fn body(&self, function: Function) -> Option<&FunctionBody<'a>> {
        self.bodies.get(function.checked_sub(self.imported)? as usize)
    }

    /// What `function` calls by name.
    pub(crate) fn called(&self, function: Function) -> impl Iterator<Item = Function> {
        let at = function.checked_sub(self.imported);
        let calls = at.and_then(|at| self.calls.get(at as usize));
        calls.into_iter().flatten().copied()
    }

    /// The numbers that `function` has in its code: each may be the address of a piece of data.
    pub(crate) fn constants(&self, function: Function) -> impl Iterator<Item = u32> {
        let at = function.checked_sub(self.imported);
        let constants = at.and_then(|at| self.constants.get(at as usize));
        constants.into_iter().flatten().copied()
    }

    fn take(&mut self, payload: Payload<'a>) -> Result<(), Fault> {
        match payload {
            Payload::TypeSection(types) => {
                for group in types.clone() {
                    let types = group?.into_types();
                    self.parameters
                        .extend(types.map(|kind| kind.unwrap_func().params().len() as u32));
                }
                self.types = Some(types);
            }
            Payload::ImportSection(imports) => {
                for import in imports.into_imports() {
                    let import = import?;
                    let TypeRef::Func(kind) = import.ty else {
                        return Err(Fault::Unfit("an import that is no function"));
                    };
                    self.imported += 1;
                    self.outside.insert(import.name);
                    self.type_of.push(kind);
                }
            }
            Payload::FunctionSection(kinds) => {
                for kind in kinds {
                    self.type_of.push(kind?);
                }
            }
            Payload::TableSection(tables) => self.tables = tables.into_iter().collect::<Result<_, _>>()?,
            Payload::MemorySection(memories) => self.memory = memories.into_iter().next().transpose()?,
            Payload::GlobalSection(globals) => {
                self.globals = globals.into_iter().collect::<Result<_, _>>()?
            }
            Payload::ExportSection(exports) => {
                let exports: Vec<Export<'_>> = exports.into_iter().collect::<Result<_, _>>()?;
                self.outside.extend(exports.iter().map(|export| export.name));
                for export in exports.iter().filter(|export| export.kind == ExternalKind::Func) {
                    self.roots.insert(export.index);
                    if export.name == FETCH {
                        self.fetch = Some(export.index);
                    }
                }
            }
            Payload::StartSection { func, .. } => self.roots.extend([func]),
            Payload::ElementSection(elements) => {
                for element in elements {
                    self.take_slots(&element?)?;
                }
            }
            Payload::DataSection(data) => {
                for piece in data {
                    self.data.push(placed(&piece?)?);
                }
            }
            Payload::CodeSectionEntry(body) => self.take_body(body)?,
            Payload::CustomSection(section) => {
                if let KnownCustom::Name(names) = section.as_known() {
                    self.take_names(names)?;
                }
            }
            _ => {}
        }
        Ok(())
    }

    fn take_body(&mut self, body: FunctionBody<'a>) -> Result<(), Fault> {
        let mut calls = BTreeSet::new();
        let mut numbers = Numbers::default();
        for operator in body.get_operators_reader()? {
            let operator = operator?;
            if let Operator::Call { function_index } | Operator::RefFunc { function_index } = operator {
                calls.insert(function_index);
            }
            numbers.take(operator)?;
        }
        self.calls.push(calls);
        self.constants.push(numbers.0);
        self.bodies.push(body);
        Ok(())
    }

    fn take_slots(&mut self, element: &Element<'_>) -> Result<(), Fault> {
        let (ElementKind::Active { offset_expr, .. }, ElementItems::Functions(functions)) =
            (&element.kind, &element.items)
        else {
            return Err(Fault::Unfit(
                "a table of functions that is not filled at the start",
            ));
        };
        for (slot, function) in (constant(offset_expr)?..).zip(functions.clone()) {
            self.slots.insert(function?, slot);
        }
        Ok(())
    }

    fn take_names(&mut self, names: NameSectionReader<'_>) -> Result<(), Fault> {
        for names in names {
            if let Name::Function(names) = names? {
                for name in names {
                    let name = name?;
                    self.names.insert(name.index, plain(name.name));
                }
            }
        }
        Ok(())
    }
}

fn constant(expression: &ConstExpr<'_>) -> Result<u32, Fault> {
    match expression.get_operators_reader().read()? {
        Operator::I32Const { value } => Ok(value.cast_unsigned()),
        _ => Err(Fault::Unfit("a table, or data, whose place is worked out")),
    }
}

/// The numbers in the code of a function, and those that it adds to addresses.
#[derive(Default)]
struct Numbers(BTreeSet<u32>);

impl Numbers {
    fn take(&mut self, operator: Operator<'_>) -> Result<(), Fault> {
        match operator {
            Operator::I32Const { value } => self.0.extend([value.cast_unsigned()]),
            // An address and a length that are stored together.
            Operator::I64Const { value } => self.0.extend([value as u32, (value >> 32) as u32]),
            _ => {}
        }
        self.instruction(operator)?;
        Ok(())
    }
}

impl Reencode for Numbers {
    type Error = Fault;

    fn mem_arg(&mut self, argument: wasmparser::MemArg) -> Result<MemArg, Error<Fault>> {
        self.0.extend(u32::try_from(argument.offset));
        utils::mem_arg(self, argument)
    }
}

fn placed<'a>(data: &Data<'a>) -> Result<(u32, &'a [u8]), Fault> {
    match &data.kind {
        DataKind::Active { offset_expr, .. } => Ok((constant(offset_expr)?, data.data)),
        DataKind::Passive => Err(Fault::Unfit("data that is not there at the start")),
    }
}
