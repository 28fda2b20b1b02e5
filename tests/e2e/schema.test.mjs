// Every board in diagrams/ holds to the published JSON Schema, by a validator that is not ours.
import Ajv2020 from "ajv/dist/2020.js";
import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import path from "node:path";
import test from "node:test";

const ROOT = path.resolve(import.meta.dirname, "../..");
const read = (file) => JSON.parse(readFileSync(path.join(ROOT, file), "utf8"));
const boards = readdirSync(path.join(ROOT, "diagrams"), { recursive: true })
  .filter((file) => file.endsWith(".board.json"))
  .map((file) => path.join("diagrams", file))
  .sort();

// Formats such as uint32 are a reader's limits and say nothing to this validator.
const compile = () =>
  new Ajv2020({ allErrors: true, strict: false, validateFormats: false }).compile(
    read("crates/board/board.schema.json"),
  );

test("there are boards to check", () => {
  assert.notEqual(boards.length, 0);
});

for (const file of boards) {
  test(`${file} holds to the schema`, () => {
    const validate = compile();
    assert.ok(validate(read(file)), JSON.stringify(validate.errors, null, 2));
  });
}

test("what is not a board does not hold to the schema", () => {
  const validate = compile();
  for (const wrong of [null, [], {}, "board", { version: "one" }]) {
    assert.equal(validate(wrong), false, JSON.stringify(wrong));
  }
});
