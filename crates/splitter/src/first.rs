//! Writes the part that the page starts: the whole program, but for gates where functions of the second part were.

use std::collections::BTreeMap;

use wasm_encoder::reencode::{Error, Reencode, utils};
use wasm_encoder::{
    BlockType, CodeSection, ConstExpr, DataSection, ExportKind, ExportSection, Function as Code,
    FunctionSection, GlobalSection, GlobalType, ImportSection, Module, TableSection, TypeSection, ValType,
};
use wasmparser::{
    CodeSectionReader, CustomSectionReader, DataSectionReader, Export, ExportSectionReader,
    FunctionSectionReader, GlobalSectionReader, ImportSectionReader, Parser, Table, TypeSectionReader,
};

use crate::cut::Cut;
use crate::fault::Fault;
use crate::program::{Function, Program};

/// Says that the second part is there.
pub(crate) const FLAG: GlobalType = GlobalType {
    val_type: ValType::I32,
    mutable: true,
    shared: false,
};

/// What the first part is called by the second: exported are, by number, the flag, the memory, then in the program's order
/// its tables, its globals and the functions that both use.
pub(crate) const NAMESPACE: &str = "page";

/// The first part of the program in `bytes`.
///
/// # Errors
///
/// [`Fault::Unreadable`] and [`Fault::Unwritable`].
pub(crate) fn written(bytes: &[u8], program: &Program<'_>, cut: &Cut) -> Result<Vec<u8>, Fault> {
    let imported = 0..program.imported;
    let own = imported.chain(cut.first.iter().copied());
    let places: BTreeMap<Function, u32> = own.zip(0..).collect();
    let guard = places.len() as u32;
    let gates = cut.gates.keys().copied().zip(guard + 1..);
    let fetch = places.get(&cut.fetch).copied();
    let mut first = First {
        fetch: fetch.ok_or(Fault::Unfit("nothing that fetches its second part"))?,
        program,
        cut,
        guard,
        places: places.into_iter().chain(gates).collect(),
    };
    let mut module = Module::new();
    first.parse_core_module(&mut module, Parser::new(0), bytes)?;
    Ok(module.finish())
}

struct First<'p> {
    program: &'p Program<'p>,
    cut: &'p Cut,
    /// What fetches the second part.
    fetch: u32,
    /// The function that has the second part fetched if it is not there.
    guard: u32,
    /// Where each function of the program, or its gate, is now.
    places: BTreeMap<Function, u32>,
}

impl First<'_> {
    fn flag(&self) -> u32 {
        self.program.globals.len() as u32
    }

    fn short<'n>(&'n self, name: &'n str) -> &'n str {
        self.cut.names.get(name).map_or(name, String::as_str)
    }

    /// Goes on if the second part is there, and fetches it otherwise.
    fn guarding(&self) -> Code {
        let mut code = Code::new([]);
        let mut steps = code.instructions();
        steps.global_get(self.flag()).i32_eqz().if_(BlockType::Empty);
        steps.call(self.fetch).end().end();
        code
    }

    /// Stands where a function of the second part stood.
    fn gate(&self, kind: u32, slot: u32) -> Code {
        let mut code = Code::new([]);
        let mut steps = code.instructions();
        steps.call(self.guard);
        for parameter in 0..self
            .program
            .parameters
            .get(kind as usize)
            .copied()
            .unwrap_or_default()
        {
            steps.local_get(parameter);
        }
        steps.i32_const(slot.cast_signed()).call_indirect(0, kind).end();
        code
    }
}

impl Reencode for First<'_> {
    type Error = Fault;

    fn function_index(&mut self, function: u32) -> Result<u32, Error<Fault>> {
        let place = self.places.get(&function).copied();
        place.ok_or(Error::UserError(Fault::Unwritable("a function has no place")))
    }

    /// The names are only of use to the cut.
    fn parse_custom_section(
        &mut self,
        _: &mut Module,
        _: CustomSectionReader<'_>,
    ) -> Result<(), Error<Fault>> {
        Ok(())
    }

    fn parse_import_section(
        &mut self,
        imports: &mut ImportSection,
        section: ImportSectionReader<'_>,
    ) -> Result<(), Error<Fault>> {
        for import in section.into_imports() {
            let import = import?;
            let kind = self.entity_type(import.ty)?;
            imports.import(import.module, self.short(import.name), kind);
        }
        Ok(())
    }

    fn parse_export(&mut self, exports: &mut ExportSection, export: Export<'_>) -> Result<(), Error<Fault>> {
        let (kind, index) = (
            self.export_kind(export.kind)?,
            self.external_index(export.kind, export.index)?,
        );
        exports.export(self.short(export.name), kind, index);
        Ok(())
    }

    fn parse_type_section(
        &mut self,
        types: &mut TypeSection,
        section: TypeSectionReader<'_>,
    ) -> Result<(), Error<Fault>> {
        utils::parse_type_section(self, types, section)?;
        types.ty().function([], []);
        Ok(())
    }

    fn parse_function_section(
        &mut self,
        functions: &mut FunctionSection,
        _: FunctionSectionReader<'_>,
    ) -> Result<(), Error<Fault>> {
        let kind = |function: &Function| {
            self.program
                .type_of
                .get(*function as usize)
                .copied()
                .unwrap_or_default()
        };
        for function in &self.cut.first {
            functions.function(kind(function));
        }
        functions.function(self.program.parameters.len() as u32);
        for function in self.cut.gates.keys() {
            functions.function(kind(function));
        }
        Ok(())
    }

    /// The table of functions gets room for those that the first part calls by name.
    fn parse_table(&mut self, tables: &mut TableSection, table: Table<'_>) -> Result<(), Error<Fault>> {
        if !tables.is_empty() {
            return utils::parse_table(self, tables, table);
        }
        let mut kind = self.table_type(table.ty)?;
        kind.minimum = u64::from(self.cut.slots);
        kind.maximum = None;
        tables.table(kind);
        Ok(())
    }

    fn parse_global_section(
        &mut self,
        globals: &mut GlobalSection,
        section: GlobalSectionReader<'_>,
    ) -> Result<(), Error<Fault>> {
        utils::parse_global_section(self, globals, section)?;
        globals.global(FLAG, &ConstExpr::i32_const(0));
        Ok(())
    }

    fn parse_export_section(
        &mut self,
        exports: &mut ExportSection,
        section: ExportSectionReader<'_>,
    ) -> Result<(), Error<Fault>> {
        utils::parse_export_section(self, exports, section)?;
        let tables = (0..self.program.tables.len() as u32).map(|index| (ExportKind::Table, index));
        let globals = (0..self.flag()).map(|index| (ExportKind::Global, index));
        let shared = self
            .cut
            .shared
            .iter()
            .filter_map(|function| self.places.get(function));
        let shared = shared.map(|index| (ExportKind::Func, *index));
        let both = [(ExportKind::Global, self.flag()), (ExportKind::Memory, 0)];
        let all = both.into_iter().chain(tables).chain(globals).chain(shared);
        for (name, (kind, index)) in all.enumerate() {
            exports.export(&name.to_string(), kind, index);
        }
        Ok(())
    }

    fn parse_code_section(
        &mut self,
        codes: &mut CodeSection,
        _: CodeSectionReader<'_>,
    ) -> Result<(), Error<Fault>> {
        for function in &self.cut.first {
            if let Some(body) = self.program.body(*function) {
                self.parse_function_body(codes, body.clone())?;
            }
        }
        codes.function(&self.guarding());
        for (function, slot) in &self.cut.gates {
            let kind = self
                .program
                .type_of
                .get(*function as usize)
                .copied()
                .unwrap_or_default();
            codes.function(&self.gate(kind, *slot));
        }
        Ok(())
    }

    fn data_count(&mut self, _: u32) -> Result<u32, Error<Fault>> {
        Ok(self.cut.data.first().len())
    }

    fn parse_data_section(
        &mut self,
        data: &mut DataSection,
        _: DataSectionReader<'_>,
    ) -> Result<(), Error<Fault>> {
        *data = self.cut.data.first();
        Ok(())
    }
}
