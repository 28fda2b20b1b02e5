// One interview without a mouse: a prompt, questions, eight boxes until no error is left, and the same findings from
// the command line.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import test from "node:test";
import { withPage } from "./harness.mjs";
import {
  awake,
  boardFile,
  boxCalled,
  counts,
  downloads,
  endText,
  errors,
  field,
  fillCard,
  finding,
  isSilentOn,
  press,
  raises,
  saved,
  selectBox,
  takesKeyboard,
  walkTo,
  writeLine,
  writeText,
} from "./person.mjs";

/** The linter's program, where `cargo xtask test` builds it. */
const SKETCHLINT = path.resolve(
  process.env.SKETCHLINT ?? path.join(import.meta.dirname, "../../target/debug/sketchlint"),
);

/** What is answered, in the order of the questions. */
const ANSWERS = [
  ["persona", "card holders at the till, and the fraud operations team"],
  ["job", "stop a stolen card before the sale completes; today a nightly batch finds it a day late"],
  ["latency", "p99 ≤ 300 ms from swipe to decision"],
  ["cost", "≤ $60k/month"],
  ["failure", "no event lost, 7-day replay, RTO 15 min"],
];

const KAFKA = "100k ev/s, p99 20 ms, 7-day replay, at-least-once, ×3, 99.95 %, $6k/mo";
const FLINK =
  "[process] Flink: 100k ev/s, p99 40 ms, exactly-once, $9k/mo @Risk because latency, volume not Spark (micro-batches wait)";

test("eight boxes by keyboard, until no error is left", async () => {
  await withPage({}, async (page) => {
    await awake(page);
    await pickPrompt(page);
    await drawTooEarly(page);
    await answerFirst(page);
    await drawIngest(page);
    await drawProcess(page);
    await drawTheRest(page);
    await lintTheSame(page);
    assert.deepEqual(await errors(page), ["NUM001", "OWN001"]);
    await nameTheOwners(page);
    await mendTheSlowHop(page);
    assert.deepEqual(await errors(page), []);
    await saved(page);
    const before = await boardFile(page);
    await page.reload();
    await awake(page);
    await takesKeyboard(page.locator("#canvas"));
    await counts(page, 8, 8);
    assert.deepEqual(withoutLog(await boardFile(page)), withoutLog(before));
    await lintTheSame(page);
  });
});

/** The prompts are a few Tabs away from the empty board. */
async function pickPrompt(page) {
  await walkTo(page, page.locator('[data-prompt="fraud-50k"] .prompt-pick'));
  await press(page, "Enter");
  await page.getByRole("heading", { name: "Near-real-time fraud detection" }).waitFor();
  await press(page, "Escape");
  await takesKeyboard(page.locator("#canvas"));
}

/** The prompt has answered one question, which is not enough for a first box. */
async function drawTooEarly(page) {
  await press(page, "u");
  await raises(page, "FLO009");
  await fillCard(page, { label: "Card switch", constraints: "50k ev/s peak, 1 KB each" });
  await isSilentOn(page, "FLO009");
  await raises(page, "SCO001");
  await raises(page, "SCO002");
}

/** One key leads to the questions, Enter from answer to answer; the third one makes the board scoped. */
async function answerFirst(page) {
  await press(page, "q");
  await takesKeyboard(page.locator(`#answer-${ANSWERS[0][0]}`));
  for (const [question, text] of ANSWERS) {
    await walkTo(page, page.locator(`#answer-${question}`), "Enter");
    await page.keyboard.insertText(text);
    if (question === "persona") {
      await isSilentOn(page, "SCO002");
      await raises(page, "SCO001");
    }
    if (question === "job") await isSilentOn(page, "SCO001");
  }
  await raises(page, "SCO005");
  await press(page, "Escape");
  await takesKeyboard(page.locator("#canvas"));
}

/** The next box downstream of the source, its texts one after the other in the card. */
async function drawIngest(page) {
  await selectBox(page, "Card switch");
  await press(page, "Tab");
  await fillCard(page, { label: "Kafka" });
  for (const code of ["CON001", "FLR001", "JUS001", "OWN001"]) await raises(page, code);
  await writeText(page, "k", "constraints", KAFKA);
  await isSilentOn(page, "CON001", "Kafka");
  await isSilentOn(page, "FLR001", "Kafka");
  await writeText(page, "w", "owner", "Payments");
  await writeText(page, "b", "because", "volume, failure - replays a week");
  await isSilentOn(page, "JUS001", "Kafka");
  await writeText(page, "x", "rejected", "Kinesis (lock-in)");
  await press(page, "f");
  await boxCalled(page, "Dead letter").waitFor();
}

/** A box in one line, and its failure path by one key. */
async function drawProcess(page) {
  await press(page, "Tab");
  await endText(page);
  await writeLine(page, FLINK);
  await raises(page, "FLR001", "Flink");
  await isSilentOn(page, "CON001");
  await press(page, "f");
  await boxCalled(page, "Quarantine").waitFor();
  await isSilentOn(page, "FLR001");
}

/** Store, serve and consumer down the stream; one hop is too slow for the promise. */
async function drawTheRest(page) {
  await press(page, "Tab");
  await fillCard(page, {
    label: "Redis",
    constraints: "100k rps, p99 5 ms, keep 24 h, failover, $5k/mo",
    owner: "Risk",
    because: "latency",
    rejected: "Delta Lake (reads take seconds)",
  });
  await press(page, "Tab");
  await fillCard(page, {
    label: "Scorer",
    constraints: "100k rps, p99 500 ms, 99.95 %, fallback to rules, $8k/mo",
    owner: "Risk",
    because: "latency, job",
    rejected: "scoring in batches (too late)",
  });
  await press(page, "Tab");
  await fillCard(page, {
    label: "Card authorisation",
    constraints: "asks once per swipe",
    owner: "Payments",
    because: "persona",
  });
  await raises(page, "NUM001");
  await selectBox(page, "Flink");
  await press(page, "j", "s", "c", "o", "Enter");
  await takesKeyboard(field(page, "label"));
  await page.keyboard.insertText("events to score");
  await endText(page);
  await press(page, "Escape");
  await counts(page, 8, 8);
}

/** Every arrow needs somebody who answers for it. */
async function nameTheOwners(page) {
  await press(page, "Escape");
  for (let edge = 0; edge < 8; edge += 1) {
    await press(page, "e");
    await writeText(page, "w", "owner", "Payments -> Risk");
  }
  await isSilentOn(page, "OWN001");
}

/** The finding leads to its place; with a faster hop it is gone. */
async function mendTheSlowHop(page) {
  await press(page, "Escape");
  await walkTo(page, finding(page, "NUM001").locator(".finding-head"));
  await press(page, "Enter");
  await page.locator(".lit-box, .lit").first().waitFor({ state: "attached" });
  await press(page, "Escape");
  await takesKeyboard(page.locator("#canvas"));
  await selectBox(page, "Scorer");
  await writeText(page, "k", "constraints", "100k rps, p99 50 ms, 99.95 %, fallback to rules, $8k/mo");
  await isSilentOn(page, "NUM001");
}

/** The board without its journal, whose times go on. */
function withoutLog(text) {
  const { log, ...board } = JSON.parse(text);
  assert.ok(Array.isArray(log));
  return board;
}

/** The program says of the saved file, byte for byte, what the page says. */
async function lintTheSame(page) {
  const folder = await mkdtemp(path.join(tmpdir(), "sketchlint-"));
  try {
    const file = await downloads(page, () => page.keyboard.press("Control+s"));
    await writeFile(path.join(folder, file.name), file.bytes);
    const { stdout, error } = spawnSync(SKETCHLINT, ["lint", "--format", "json", file.name], { cwd: folder });
    assert.ifError(error);
    await press(page, "Escape");
    const findings = await downloads(page, async () => {
      await walkTo(page, page.getByRole("button", { name: "File", exact: true }), "Shift+Tab");
      await press(page, "Enter");
      await walkTo(page, page.getByRole("menuitem", { name: "Download findings as JSON" }), "ArrowDown");
      await press(page, "Enter");
    });
    assert.equal(findings.bytes.toString("utf8"), stdout.toString("utf8"));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
