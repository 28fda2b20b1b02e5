// What the command line writes is read by programs of others: Microsoft's SARIF Multitool, GitHub's own writer of
// workflow commands, junitparser, and pre-commit. `cargo xtask soak` installs and runs them.
import assert from "node:assert/strict";
import { execFileSync, spawnSync } from "node:child_process";
import { chmodSync, copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import test from "node:test";

const ROOT = path.resolve(import.meta.dirname, "../..");
const SKETCHLINT = path.resolve(process.env.SKETCHLINT ?? path.join(ROOT, "target/debug/sketchlint"));
const PYTHON = path.resolve(process.env.READERS ?? path.join(ROOT, "target/readers"), "bin");

const folder = mkdtempSync(path.join(tmpdir(), "sketchlint-readers-"));
test.after(() => rmSync(folder, { recursive: true }));

/** What a run says of the boards of this repository. */
function lint(format, ...more) {
  const { stdout } = spawnSync(SKETCHLINT, ["lint", "--format", format, ...more, "diagrams"], {
    cwd: ROOT,
    encoding: "utf8",
    maxBuffer: 1e9,
  });
  return stdout;
}

test("the SARIF Multitool finds no error and no warning", () => {
  const [log, answer] = ["log.sarif", "answer.sarif"].map((name) => path.join(folder, name));
  writeFileSync(log, lint("sarif", "--rule-book", "https://example.org/rules.html"));
  const tool = path.join(import.meta.dirname, "node_modules/@microsoft/sarif-multitool-linux/Sarif.Multitool");
  chmodSync(tool, 0o755);
  const flags = ["--rule-kind", "Sarif;Ghas", "--level", "Error;Warning", "--output", answer];
  const { stdout } = spawnSync(tool, ["validate", log, ...flags], {
    encoding: "utf8",
    env: { ...process.env, DOTNET_SYSTEM_GLOBALIZATION_INVARIANT: "1" },
  });
  assert.match(stdout, /1 files? scanned/);
  const [run] = JSON.parse(readFileSync(answer, "utf8")).runs;
  assert.deepEqual((run.results ?? []).map((result) => [result.ruleId, result.message]), []);
});

test("annotations are what GitHub's own writer would have written", async () => {
  const lines = lint("github").split("\n").filter((line) => line.startsWith("::"));
  assert.ok(lines.length > 100, `${lines.length} annotations`);
  const plain = (text) => text.replaceAll("%0D", "\r").replaceAll("%0A", "\n").replaceAll("%25", "%");
  const property = (text) => plain(text.replaceAll("%3A", ":").replaceAll("%2C", ","));
  const asked = lines.map((line) => {
    const [, command, properties, message] = /^::(\w+) (.*?)::(.*)$/.exec(line);
    const pairs = properties.split(",").map((pair) => pair.split("="));
    return [command, Object.fromEntries(pairs.map(([key, value]) => [key, property(value)])), plain(message)];
  });
  const script = `
    import { issueCommand } from "./node_modules/@actions/core/lib/command.js";
    for (const asked of JSON.parse(await new Response(process.stdin).text())) issueCommand(...asked);`;
  const written = execFileSync("node", ["--input-type=module", "-e", script], {
    cwd: import.meta.dirname,
    input: JSON.stringify(asked),
    encoding: "utf8",
    maxBuffer: 1e9,
  });
  assert.deepEqual(written.trimEnd().split(/\r?\n/), lines);
});

test("junitparser counts what we count", () => {
  const report = path.join(folder, "junit.xml");
  writeFileSync(report, lint("junit"));
  const script = `
import json, sys, junitparser
suites = junitparser.JUnitXml.fromfile(sys.argv[1])
told = [suites.tests, suites.failures, suites.errors, suites.skipped]
cases = [case for suite in suites for case in suite]
suites.update_statistics()
print(json.dumps([told, [suites.tests, suites.failures, suites.errors, suites.skipped], len(cases)]))`;
  const said = execFileSync(path.join(PYTHON, "python"), ["-c", script, report], { encoding: "utf8" });
  const [told, counted, cases] = JSON.parse(said);
  assert.deepEqual(told, counted);
  assert.equal(told[0], cases);
  assert.ok(told[1] > 50, `${told[1]} failures`);
});

test("pre-commit runs the hooks on what is committed", () => {
  const git = (cwd, ...words) =>
    execFileSync("git", ["-c", "user.name=x", "-c", "user.email=x@example.org", "-c", "commit.gpgsign=false", ...words], {
      cwd,
      encoding: "utf8",
    });
  const [hooks, boards] = ["hooks", "boards"].map((name) => path.join(folder, name));
  for (const repository of [hooks, boards]) {
    mkdirSync(repository);
    git(repository, "init", "-q");
  }
  copyFileSync(path.join(ROOT, ".pre-commit-hooks.yaml"), path.join(hooks, ".pre-commit-hooks.yaml"));
  git(hooks, "add", ".");
  git(hooks, "commit", "-qm", "hooks");
  const rev = git(hooks, "rev-parse", "HEAD").trim();
  const config = `repos:\n- repo: ${hooks}\n  rev: ${rev}\n  hooks:\n  - id: sketchlint-fix\n  - id: sketchlint\n`;
  writeFileSync(path.join(boards, ".pre-commit-config.yaml"), config);
  const board = path.join(boards, "a.board.json");
  const run = () => {
    git(boards, "add", ".");
    return spawnSync(path.join(PYTHON, "pre-commit"), ["run", "--all-files", "--verbose"], {
      cwd: boards,
      encoding: "utf8",
      env: {
        ...process.env,
        PATH: `${path.dirname(SKETCHLINT)}${path.delimiter}${process.env.PATH}`,
        PRE_COMMIT_HOME: path.join(folder, "cache"),
      },
    });
  };
  copyFileSync(path.join(ROOT, "diagrams/fraud-50k/junior.board.json"), board);
  const junior = run();
  assert.equal(junior.status, 1, junior.stdout + junior.stderr);
  assert.match(junior.stdout, /error\[OWN001 unowned-edge\]/);
  copyFileSync(path.join(ROOT, "diagrams/fraud-50k/senior.board.json"), board);
  const senior = run();
  assert.equal(senior.status, 0, senior.stdout + senior.stderr);
  assert.match(senior.stdout, /sketchlint fix\.+Passed[\s\S]*sketchlint\.+Passed/);
});
