// The outline: the whole board as a tree. Three boxes with their words and owners are made, joined, moved and taken
// away through it alone, and the keyboard always comes back to it.
import assert from "node:assert/strict";
import test from "node:test";
import { boardText, drop, hold } from "./boards.mjs";
import { withPage } from "./harness.mjs";
import { awake, boardFile, field, finding, hasKeyboard, openExample, placeOf, press, takesKeyboard } from "./person.mjs";

/** The row of the outline that begins with these words. */
const row = (page, words) => page.getByRole("treeitem", { name: words });

/** Waits until the row has the keyboard. */
const isAt = (page, words) => takesKeyboard(row(page, words).first());

/** Writes one text of the current row; the keyboard comes back to the outline. */
async function write(page, key, name, text) {
  await page.keyboard.press(key);
  await takesKeyboard(field(page, name));
  await page.keyboard.press("Control+a");
  await page.keyboard.insertText(text);
  await page.keyboard.press("Enter");
  await page.locator(".card").waitFor({ state: "detached" });
}

/** Writes the label of a box that was just made. */
async function label(page, text) {
  await takesKeyboard(field(page, "label"));
  await page.keyboard.insertText(text);
  await page.keyboard.press("Enter");
  await page.locator(".card").waitFor({ state: "detached" });
}

/** Picks a box by name in the dialog that is open. */
async function pick(page, name) {
  await takesKeyboard(page.getByRole("combobox"));
  await page.keyboard.type(name);
  await page.getByRole("option", { name, selected: true }).waitFor();
  await page.keyboard.press("Enter");
}

test("three boxes are made, described and joined through the outline alone", async () => {
  await withPage({}, async (page) => {
    await awake(page);
    await press(page, "Shift+O");
    await takesKeyboard(page.getByRole("button", { name: "Add", exact: true }));
    await press(page, "i");
    await label(page, "Kafka");
    await isAt(page, /^Kafka, ingest/);
    await write(page, "k", "constraints", "500k ev/s");
    await isAt(page, /^Kafka, ingest, 500k ev\/s/);
    await write(page, "w", "owner", "Payments");
    await isAt(page, /^Kafka, ingest, 500k ev\/s, owned by Payments/);
    await write(page, "b", "because", "volume - it absorbs the spike");
    await write(page, "x", "rejected", "Kinesis (lock-in)");
    await isAt(page, /owned by Payments, because volume - it absorbs the spike, not Kinesis \(lock-in\)/);
    await press(page, "Control+Enter");
    await label(page, "Scoring");
    await isAt(page, /^Scoring, process, owned by nobody/);
    await write(page, "k", "constraints", "p99 80 ms");
    await write(page, "w", "owner", "Risk");
    await press(page, "v");
    await label(page, "Decisions");
    await write(page, "w", "owner", "Risk");
    await press(page, "ArrowUp");
    await isAt(page, /^Scoring/);
    await press(page, "j");
    await pick(page, "Decisions");
    await takesKeyboard(field(page, "label"));
    await page.keyboard.insertText("verdicts");
    await press(page, "Enter");
    await isAt(page, /^to Decisions, data, verdicts/);
    await write(page, "w", "owner", "Risk");
    await isAt(page, /^to Decisions, data, verdicts, owned by Risk/);
    await followTheFlow(page);
    await moveAndTakeAway(page);
    await press(page, "Escape");
    await takesKeyboard(page.locator("#canvas"));
    const { boxes, edges } = JSON.parse(await boardFile(page));
    const owners = Object.values(boxes).map(({ label, owner }) => `${label} @${owner}`);
    assert.deepEqual(owners.sort(), ["Decisions @Risk", "Kafka @Payments", "Scoring @Risk"]);
    assert.equal(Object.keys(edges).length, 2);
  });
});

/** From the edge to its other end, back along the incoming edge, and to the first box. */
async function followTheFlow(page) {
  await press(page, "ArrowRight");
  await isAt(page, /^Decisions/);
  await press(page, "ArrowRight");
  await page.getByRole("treeitem", { name: /^Decisions/, expanded: true }).waitFor();
  await row(page, /^from Scoring/).waitFor();
  for (let step = 0; step < 6 && !(await hasKeyboard(row(page, /^from Scoring/))); step += 1) await press(page, "ArrowDown");
  await press(page, "ArrowRight");
  await isAt(page, /^Scoring/);
  await press(page, "Home");
  await isAt(page, /^Kafka/);
}

/** Nudges a box, places it below another, takes it away, and takes that back. */
async function moveAndTakeAway(page) {
  const before = await placeOf(page, "Kafka");
  await press(page, "Control+ArrowDown", "Control+Shift+ArrowDown");
  const after = await placeOf(page, "Kafka");
  assert.ok(after.y > before.y + 40, "it went down");
  await page.locator(".unseen[role=status]", { hasText: "Move Kafka." }).waitFor({ state: "attached" });
  await press(page, "Control+k");
  await page.keyboard.type("place below");
  await press(page, "Enter");
  await pick(page, "Scoring");
  await isAt(page, /^Kafka/);
  const [kafka, scoring] = [await placeOf(page, "Kafka"), await placeOf(page, "Scoring")];
  assert.ok(kafka.top > scoring.bottom && Math.abs(kafka.x - scoring.x) < 8, "it stands below");
  await press(page, "Delete");
  await row(page, /^Kafka/).waitFor({ state: "detached" });
  await isAt(page, /^Scoring/);
  await press(page, "Control+z");
  await isAt(page, /^Kafka/);
}

test("findings hang on their boxes, and the keyboard comes back from their panel", async () => {
  await withPage({}, async (page) => {
    await awake(page);
    await openExample(page, "fraud-50k", "junior");
    await finding(page, "FLR001", "Kafka").waitFor();
    await press(page, "Shift+O");
    await row(page, /^Kafka/).waitFor();
    for (let step = 0; step < 20 && !(await hasKeyboard(row(page, /^Kafka/))); step += 1) await press(page, "ArrowDown");
    await press(page, "ArrowRight");
    await row(page, /FLR001/).first().waitFor();
    for (let step = 0; step < 20 && !(await hasKeyboard(row(page, /FLR001/).first())); step += 1) await press(page, "ArrowDown");
    await press(page, "Enter");
    await takesKeyboard(finding(page, "FLR001", "Kafka").locator(".finding-head"));
    await press(page, "Escape");
    await isAt(page, /FLR001/);
    await press(page, "ArrowLeft", "ArrowLeft");
    await row(page, /FLR001/).first().waitFor({ state: "detached" });
    await press(page, "Tab");
    assert.ok(!(await hasKeyboard(page.getByRole("treeitem"))), "Tab leaves the tree");
    await press(page, "Shift+Tab");
    await isAt(page, /^Kafka/);
    await press(page, "Shift+O");
    await takesKeyboard(page.locator("#canvas"));
    await page.locator(".panel-outline").waitFor({ state: "detached" });
  });
});

test("of a thousand boxes only those in view are drawn", async () => {
  await withPage({}, async (page) => {
    await awake(page);
    await hold(page, boardText(1000));
    await drop(page);
    await press(page, "Shift+O");
    await page.locator("[role=treeitem]:focus").waitFor();
    assert.ok((await page.getByRole("treeitem").count()) < 60);
    await press(page, "End");
    const last = page.locator("[role=treeitem][aria-posinset='1000']");
    await takesKeyboard(last);
    assert.equal(await last.getAttribute("aria-setsize"), "1000");
    await page.locator(".twigs").evaluate((tree) => tree.scrollTo(0, 0));
    await page.locator("[role=treeitem][aria-posinset='1']").waitFor();
    assert.ok(await hasKeyboard(last), "the keyboard stays where it is");
    await press(page, "Home");
    await takesKeyboard(page.locator("[role=treeitem][aria-posinset='1']"));
  });
});

test("the mouse folds, chooses and edits rows", async () => {
  await withPage({}, async (page) => {
    await awake(page);
    await openExample(page, "fraud-50k", "senior");
    await page.getByRole("button", { name: "Outline", exact: true }).click();
    const first = page.getByRole("treeitem").first();
    await first.locator(".twig-fold").click();
    await page.locator("[role=treeitem][aria-level='2']").first().waitFor();
    const third = page.locator("[role=treeitem][aria-level='1']").nth(2);
    await third.click();
    assert.equal(await third.getAttribute("aria-selected"), "true");
    await third.dblclick();
    await takesKeyboard(field(page, "label"));
    await press(page, "Escape");
    await takesKeyboard(third);
    await page.getByRole("button", { name: "Fold the outline away" }).click();
    await press(page, "Escape");
  });
});
