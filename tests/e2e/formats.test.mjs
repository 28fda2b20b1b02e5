// What the command line writes for other programs holds to the official schemas, by a validator that is not ours.
import Ajv from "ajv";
import Ajv2019 from "ajv/dist/2019.js";
import Ajv2020 from "ajv/dist/2020.js";
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import path from "node:path";
import test from "node:test";
import { parse } from "yaml";

const ROOT = path.resolve(import.meta.dirname, "../..");
const SKETCHLINT = path.resolve(process.env.SKETCHLINT ?? path.join(ROOT, "target/debug/sketchlint"));
const read = (file) => JSON.parse(readFileSync(path.join(ROOT, file), "utf8"));

/** What a run says of the boards of this repository. */
function lint(format, ...more) {
  const { stdout, status } = spawnSync(SKETCHLINT, ["lint", "--format", format, ...more, "diagrams"], {
    cwd: ROOT,
    encoding: "utf8",
    maxBuffer: 1e9,
  });
  assert.equal(status, 1, "there are findings");
  return stdout;
}

function holds(validate, value) {
  assert.ok(validate(value), JSON.stringify(validate.errors?.slice(0, 5), null, 2));
}

test("SARIF holds to its official schema", () => {
  const schema = read("tests/schemas/sarif-2.1.0.json");
  // A pattern of the schema is no regular expression in the Unicode mode.
  const validate = new Ajv({ strict: false, validateFormats: false, unicodeRegExp: false }).compile(schema);
  const log = JSON.parse(lint("sarif", "--rule-book", "https://example.org/rules.html"));
  holds(validate, log);
  const [run] = log.runs;
  assert.ok(run.results.length > 100, `${run.results.length} results`);
  assert.ok(run.results.some((result) => result.kind === "open"));
  assert.ok(run.results.some((result) => result.fixes?.length));
  assert.equal(validate({ ...log, version: "2.0.0" }), false);
});

test("JSON holds to our schema, which names every key", () => {
  const schema = read("crates/lint/findings.schema.json");
  for (const object of [schema, ...Object.values(schema.$defs)]) object.additionalProperties = false;
  const validate = new Ajv2020({ strict: false, validateFormats: false }).compile(schema);
  const report = JSON.parse(lint("json"));
  holds(validate, report);
  assert.ok(report.files.length > 20);
  assert.equal(validate({ ...report, more: 1 }), false);
  delete report.files[0].findings;
  assert.equal(validate(report), false);
});

test("SARIF and JSON say the same", () => {
  const { files } = JSON.parse(lint("json"));
  const [run] = JSON.parse(lint("sarif")).runs;
  const of = (kind) => run.results.filter((result) => result.kind === kind && !result.suppressions).length;
  const count = (key) => files.reduce((sum, file) => sum + file[key].length, 0);
  assert.equal(of(undefined), count("findings"));
  assert.equal(of("open"), count("cannot_tell"));
});

test("the contract of every hand-off holds to the Open Data Contract Standard", () => {
  const schema = read("tests/schemas/odcs-3.1.0.json");
  const validate = new Ajv2019({ strict: false, validateFormats: false }).compile(schema);
  let blanks = 0;
  for (const prompt of ["fraud-50k", "medallion-2tb", "uc-metadata"]) {
    for (const answer of ["senior", "junior"]) {
      const board = `diagrams/${prompt}/${answer}.board.json`;
      const edges = read(board).edges.filter((edge) => (edge.kind ?? "data") === "data");
      for (const edge of edges) {
        const asked = ["export", "--format", "odcs", "--edge", edge.id, board];
        const { stdout, status } = spawnSync(SKETCHLINT, asked, { cwd: ROOT, encoding: "utf8" });
        assert.equal(status, 0, `${board} ${edge.id}`);
        const contract = parse(stdout);
        holds(validate, contract);
        blanks += contract.slaProperties.filter((level) => level.value === null).length;
        for (const key of ["apiVersion", "id"]) assert.equal(validate({ ...contract, [key]: 3 }), false);
      }
    }
  }
  assert.ok(blanks > 20, `${blanks} blanks`);
});
