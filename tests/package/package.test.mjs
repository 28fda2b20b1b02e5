// The package of npm as people get it: packed, installed into an empty folder with no network, and held to the command line.
// `cargo xtask package` builds it; SKETCHLINT names the command line.
import assert from "node:assert/strict";
import { execFileSync, spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import test from "node:test";
import { launch, newPage, assertNoProblems, serveDist } from "../e2e/harness.mjs";

const ROOT = path.resolve(import.meta.dirname, "../..");
const SKETCHLINT = path.resolve(process.env.SKETCHLINT ?? path.join(ROOT, "target/debug/sketchlint"));
const SKETCH = "[ingest] Kafka: 500k ev/s\n[process] Scoring\nKafka -> Scoring";

const folder = mkdtempSync(path.join(tmpdir(), "sketchlint-package-"));
test.after(() => rmSync(folder, { recursive: true }));
const { lint, rules, SketchlintError } = await import(installed());

/** Packs and installs it; the address of what node would import. */
function installed() {
  const npm = (...words) =>
    execFileSync("npm", [...words, "--offline", "--no-audit", "--no-fund", "--loglevel=error"], {
      cwd: folder,
      encoding: "utf8",
    });
  const [{ filename }] = JSON.parse(npm("pack", path.join(ROOT, "target/npm"), "--json"));
  writeFileSync(path.join(folder, "package.json"), `{ "private": true, "type": "module" }`);
  npm("install", `./${filename}`);
  const script = `console.log(import.meta.resolve("sketchlint"))`;
  return execFileSync("node", ["--input-type=module", "-e", script], { cwd: folder, encoding: "utf8" }).trim();
}

const boards = readdirSync(path.join(ROOT, "diagrams"), { recursive: true })
  .filter((file) => file.endsWith(".board.json"))
  .map((file) => path.join("diagrams", file));
const text = (board) => readFileSync(path.join(ROOT, board), "utf8");

/** What the command line says of all boards, by path. */
function told(...flags) {
  const words = ["lint", "--no-config", "--format", "json", ...flags, "diagrams"];
  const { stdout } = spawnSync(SKETCHLINT, words, { cwd: ROOT, encoding: "utf8", maxBuffer: 1e9 });
  return JSON.parse(stdout).files;
}

test("it says of every board what the command line says", () => {
  for (const [flags, options] of [
    [[], {}],
    [["--profile", "product-manager", "--rule", "OWN=error,FLR=off"], { profile: "product-manager", rules: { OWN: "error", FLR: "off" } }],
  ]) {
    const files = told(...flags);
    assert.equal(files.length, boards.length);
    for (const { path: board, ...said } of files) {
      const { fails, left_out, ...here } = lint(text(board), options);
      assert.deepEqual(here, said, board);
      assert.deepEqual([fails, left_out], [said.summary.errors > 0, []], board);
    }
  }
});

test("it takes a sketch, and what JSON.parse makes of a file", () => {
  assert.ok(lint(SKETCH).findings.some(({ rule }) => rule === "OWN001"));
  assert.deepEqual(lint(JSON.parse(text(boards[0]))), lint(text(boards[0])));
  assert.ok(rules().some(({ name }) => name === "unowned-edge"));
});

test("an allow ends on the day that is told, or today", () => {
  const allow = (until) => `${SKETCH}\nallow OWN001 on e1 until ${until}: agreed by both teams`;
  const owned = (report) => !report.findings.some(({ rule }) => rule === "OWN001");
  assert.ok(owned(lint(allow("2026-06-30"), { today: "2026-06-30" })));
  assert.ok(!owned(lint(allow("2020-01-01"))));
  assert.ok(owned(lint(allow("9999-12-31"))));
});

test("what is wrong is thrown with its place and remedy", () => {
  const problem = (...asked) => {
    try {
      lint(...asked);
    } catch (error) {
      assert.ok(error instanceof SketchlintError && error instanceof Error, error);
      assert.equal(error.name, "SketchlintError");
      for (const { what, remedy } of error.problems) {
        assert.ok(error.message.includes(what) && error.message.includes(remedy), error.message);
      }
      return error.problems[0];
    }
    assert.fail(`${asked} is taken`);
  };
  assert.equal(problem('{\n"sketchlint": 1,').line, 2);
  assert.equal(problem({ sketchlint: 1, boxes: [{ id: "a" }] }).place, "boxes[0]");
  assert.equal(problem("Kafka -> Nowhere").line, 1);
  assert.equal(problem(SKETCH, { rules: { OWNS: "off" } }).place, "options.rules");
  for (const nothing of [undefined, null, 7, []]) assert.ok(problem(nothing).remedy, nothing);
});

test("the types are those of every finding", () => {
  const source = path.join(folder, "typed");
  mkdirSync(source);
  const findings = boards.map((board) => lint(text(board)));
  writeFileSync(
    path.join(source, "reports.ts"),
    `import type { Report, Rule } from "sketchlint";
export const reports: Report[] = ${JSON.stringify(findings)};
export const rows: Rule[] = ${JSON.stringify(rules())};`,
  );
  writeFileSync(
    path.join(source, "use.ts"),
    `import { lint, rules, SketchlintError, type Finding, type Options } from "sketchlint";
const options: Options = { profile: "strict", "fail-on": "never", rules: { OWN: "off" }, today: "2026-06-30" };
const first: Finding | undefined = lint("[ingest] Kafka", options).findings[0];
const place: string | null | undefined = first?.where.id;
const grave: boolean = lint({ sketchlint: 1 }).fails && rules().length > 0;
try { lint(""); } catch (error) { if (error instanceof SketchlintError) { const at: number | null = error.problems[0].line; } }
// @ts-expect-error
lint("", { failOn: "error" });
// @ts-expect-error
lint("", { rules: { OWN: "eror" } });`,
  );
  const tsc = path.join(ROOT, "tests/node_modules/typescript/bin/tsc");
  const flags = ["--strict", "--noEmit", "--target", "es2022", "--lib", "es2022,dom", "--types", ""];
  const files = ["reports.ts", "use.ts"].map((file) => path.join(source, file));
  for (const module of [["--module", "nodenext"], ["--module", "esnext", "--moduleResolution", "bundler"]]) {
    const { stdout, status } = spawnSync(process.execPath, [tsc, ...flags, ...module, ...files], { encoding: "utf8" });
    assert.equal(status, 0, stdout.slice(0, 2000));
  }
});

test("a browser takes it as it is, under a strict content security policy", async () => {
  writeFileSync(
    path.join(folder, "index.html"),
    `<!doctype html><link rel="icon" href="data:,"><meta http-equiv="Content-Security-Policy"
  content="default-src 'self'; script-src 'self' 'wasm-unsafe-eval'; img-src data:"><script type="module" src="page.js"></script>`,
  );
  writeFileSync(
    path.join(folder, "page.js"),
    `import { lint } from "./node_modules/sketchlint/web.js";
document.body.textContent = JSON.stringify(lint(${JSON.stringify(SKETCH)}));`,
  );
  const server = await serveDist({ folder });
  const browser = await launch();
  try {
    const page = await newPage(browser, `${server.url}index.html`);
    await page.getByText("findings").waitFor();
    assert.deepEqual(JSON.parse(await page.locator("body").textContent()), lint(SKETCH));
    assertNoProblems(page);
  } finally {
    await browser.close();
    await server.close();
  }
});

test("it brings its licences, its version, and nothing that is not its own", () => {
  const home = path.join(folder, "node_modules/sketchlint");
  const told = JSON.parse(readFileSync(path.join(home, "package.json"), "utf8"));
  assert.ok(readFileSync(path.join(ROOT, "Cargo.toml"), "utf8").includes(`\nversion = "${told.version}"\n`));
  assert.equal(told.dependencies, undefined);
  const files = ["LICENSE-APACHE", "LICENSE-MIT", "README.md", "engine.js", "engine_bg.wasm", "index.d.ts"];
  assert.deepEqual(readdirSync(home).sort(), [...files, "lint.js", "node.js", "package.json", "web.js"]);
  assert.deepEqual(readdirSync(path.dirname(home)).filter((name) => !name.startsWith(".")), ["sketchlint"]);
});
