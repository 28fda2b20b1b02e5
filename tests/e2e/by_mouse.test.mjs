// The same work with a mouse: placing, joining, moving, selecting, looking around, undoing, and following findings.
import assert from "node:assert/strict";
import test from "node:test";
import { withPage } from "./harness.mjs";
import {
  awake,
  boardFile,
  boxCalled,
  clickTool,
  counts,
  description,
  drag,
  field,
  finding,
  isSilentOn,
  openExample,
  placeOf,
  raises,
  takesKeyboard,
} from "./person.mjs";

/** A spot of the board with nothing on it. */
const NOWHERE = { x: 420, y: 160 };
/** How far outside a box its rim is grabbed. */
const RIM = 5;

test("a sketch by mouse: place, join, move, delete, and all the way back", async () => {
  await withPage({}, async (page) => {
    await awake(page);
    await placeByTool(page, "ingest", "Kafka");
    await placeByTool(page, "process", "Flink");
    await counts(page, 2, 0);
    await joinByRim(page);
    await dropOnNothing(page);
    await moveABox(page);
    await deleteABox(page);
    await backAndForth(page);
  });
});

/** A click on a tool makes a box and asks for its label; a click elsewhere keeps every word. */
async function placeByTool(page, tool, label) {
  await clickTool(page, tool);
  await takesKeyboard(field(page, "label"));
  await page.keyboard.type(label);
  await page.keyboard.press("Tab");
  await takesKeyboard(field(page, "constraints"));
  await page.keyboard.type("p99 20 ms, and");
  await page.mouse.click(NOWHERE.x, NOWHERE.y);
  await page.locator(".card").waitFor({ state: "detached" });
  await boxCalled(page, label).getByText("p99 20 ms, and").waitFor();
}

/** From the rim of one box to another: an arrow, whose card opens. */
async function joinByRim(page) {
  const from = await placeOf(page, "Kafka");
  const to = await placeOf(page, "Flink");
  await drag(page, { x: from.x, y: from.bottom + RIM }, to, () =>
    page.locator(".joining").waitFor({ state: "attached" }),
  );
  await takesKeyboard(field(page, "label"));
  await page.keyboard.type("card events");
  await page.mouse.click(NOWHERE.x, NOWHERE.y);
  await counts(page, 2, 1);
  await page.locator("svg.layer text", { hasText: "card" }).waitFor();
}

/** From the rim to nowhere: the next box downstream, joined. */
async function dropOnNothing(page) {
  const from = await placeOf(page, "Flink");
  await drag(page, { x: from.x, y: from.bottom + RIM }, { x: from.x, y: from.bottom + 150 });
  await takesKeyboard(field(page, "label"));
  await page.keyboard.type("Redis");
  await page.mouse.click(NOWHERE.x, NOWHERE.y);
  await counts(page, 3, 2);
  const redis = await placeOf(page, "Redis");
  assert.ok(redis.top > from.bottom, "the box is where it was dropped");
}

/** What is dragged moves in a layer of its own, with the pointer. */
async function moveABox(page) {
  const before = await placeOf(page, "Kafka");
  const lifted = page.locator(".layer-lifted g[data-box]");
  assert.equal(await lifted.count(), 0);
  await drag(page, before, { x: before.x, y: before.y + 160 }, async () => {
    await lifted.filter({ hasText: "Kafka" }).waitFor();
    assert.equal(await lifted.count(), 1);
    assert.equal(await page.locator(".layer-lifted g[data-edge]").count(), 1);
  });
  await lifted.waitFor({ state: "detached" });
  const after = await placeOf(page, "Kafka");
  assert.ok(Math.abs(after.x - before.x) <= 12, `${after.x} is below ${before.x}`);
  assert.ok(Math.abs(after.y - before.y - 160) <= 12, `${after.y} is 160 below ${before.y}`);
}

/** Deleting a box takes its arrows along. */
async function deleteABox(page) {
  const { x, y } = await placeOf(page, "Redis");
  await page.mouse.dblclick(x, y);
  await takesKeyboard(field(page, "label"));
  await page.getByRole("group", { name: "Texts" }).getByRole("button", { name: "Delete" }).click();
  await counts(page, 2, 1);
}

/** Undo leads back to the empty board, step by step, and redo to the same board. */
async function backAndForth(page) {
  await page.mouse.click(NOWHERE.x, NOWHERE.y);
  const before = JSON.parse(await boardFile(page));
  const undo = page.getByRole("button", { name: "Undo", exact: true });
  const redo = page.getByRole("button", { name: "Redo", exact: true });
  const steps = await pressOut(undo);
  assert.ok(steps >= 9, `${steps} steps led here`);
  await page.getByRole("heading", { name: "Ask first, then draw." }).waitFor();
  assert.equal(await page.locator("g[data-box]").count(), 0);
  assert.equal(await pressOut(redo), steps);
  await page.mouse.click(NOWHERE.x, NOWHERE.y);
  const after = JSON.parse(await boardFile(page));
  delete before.log;
  delete after.log;
  assert.deepEqual(after, before);
}

/** Clicks a button for as long as it can be clicked; how often that was. */
async function pressOut(button, most = 100) {
  for (let times = 0; times < most; times += 1) {
    if (await button.isDisabled()) return times;
    await button.click();
  }
  assert.fail("there is no end to it");
}

test("looking around and selecting with the mouse", async () => {
  await withPage({}, async (page) => {
    await awake(page);
    await openExample(page, "fraud-50k", "junior");
    await page.getByRole("button", { name: "Zoom to fit" }).click();
    await panAndZoom(page);
    await page.getByRole("button", { name: "Zoom to fit" }).click();
    await selectMany(page);
    await editByDoubleClick(page);
  });
});

/** The wheel moves the view; with Ctrl it zooms at the pointer. */
async function panAndZoom(page) {
  const before = await placeOf(page, "Kafka");
  await page.mouse.move(before.x, before.y);
  await page.mouse.wheel(0, 60);
  await page.waitForFunction(moved, { label: "Kafka", top: before.top });
  const panned = await placeOf(page, "Kafka");
  assert.ok(Math.abs(panned.top - before.top + 60) <= 1, "as far as the wheel turned");
  const percent = page.locator(".zoom .percent");
  const shown = await percent.textContent();
  await page.mouse.move(panned.x, panned.y);
  await page.keyboard.down("Control");
  await page.mouse.wheel(0, -120);
  await page.keyboard.up("Control");
  await page.waitForFunction(
    (text) => document.querySelector(".zoom .percent").textContent !== text,
    shown,
  );
  const zoomed = await placeOf(page, "Kafka");
  assert.ok(zoomed.right - zoomed.left > panned.right - panned.left, "it is nearer");
  assert.ok(Math.hypot(zoomed.x - panned.x, zoomed.y - panned.y) <= 3, "under the pointer");
}

function moved({ label, top }) {
  const boxes = [...document.querySelectorAll("g[data-box]")];
  const box = boxes.find((it) => it.textContent.includes(label));
  return Math.abs(box.querySelector("path").getBoundingClientRect().top - top) > 1;
}

/** A rectangle selects what it touches; Shift adds and takes away. */
async function selectMany(page) {
  const kafka = await placeOf(page, "Kafka");
  const streaming = await placeOf(page, "Structured Streaming");
  const corner = { x: kafka.x, y: Math.min(kafka.top, streaming.top) - 30 };
  const other = { x: streaming.x, y: Math.max(kafka.bottom, streaming.bottom) + 15 };
  await drag(page, corner, other, () => page.locator(".marquee").waitFor({ state: "attached" }));
  await selected(page, 2);
  const dashboard = await placeOf(page, "Dashboard");
  await page.keyboard.down("Shift");
  await page.mouse.click(dashboard.x, dashboard.y);
  await selected(page, 3);
  await page.mouse.click(kafka.x, kafka.y);
  await selected(page, 2);
  await page.keyboard.up("Shift");
}

/** Waits until the frames of so many selected boxes are drawn. */
async function selected(page, boxes) {
  await page.waitForFunction((many) => document.querySelectorAll(".selected").length === many, boxes);
}

/** A double click on a box edits it, one on nothing makes a box there. */
async function editByDoubleClick(page) {
  const { x, y, bottom } = await placeOf(page, "Kafka");
  await page.mouse.dblclick(x, y);
  await takesKeyboard(field(page, "label"));
  assert.equal(await field(page, "label").inputValue(), "Kafka");
  await page.keyboard.press("Escape");
  const boxes = await page.locator("g[data-box]").count();
  await page.mouse.dblclick(x, bottom + 120);
  await takesKeyboard(field(page, "label"));
  assert.equal(await page.locator("g[data-box]").count(), boxes + 1);
  await page.keyboard.press("Escape");
}

test("a finding leads to its place, its fix mends it, and one undo takes that back", async () => {
  await withPage({}, async (page) => {
    await awake(page);
    await openExample(page, "fraud-50k", "junior");
    await raises(page, "FLR001", "Kafka");
    await page.mouse.move(600, 400);
    await page.mouse.wheel(3000, 2500);
    await boxCalled(page, "Kafka").waitFor({ state: "detached" });
    await finding(page, "FLR001", "Kafka").locator(".finding-head").click();
    await isInView(page, "Kafka");
    await page.locator(".lit-box").waitFor({ state: "attached" });
    assert.match(await description(page), /^ingest Kafka, owned by /);
    await finding(page, "OWN001", "Kafka → Structured Streaming").locator(".finding-head").click();
    await page.locator("path.lit").first().waitFor({ state: "attached" });
    assert.equal(await page.locator("path.lit").count(), 5, "every edge without an owner is lit");
    await isInView(page, "Structured Streaming");
    await mendAndUndo(page);
  });
});

/** Waits until a box stands within the board. */
async function isInView(page, label) {
  await boxCalled(page, label).waitFor();
  const box = await boxCalled(page, label).locator("path").first().elementHandle();
  await page.waitForFunction((path) => {
    const inner = path.getBoundingClientRect();
    const outer = document.querySelector("#canvas").getBoundingClientRect();
    const beside = inner.left < outer.left || inner.right > outer.right;
    return !beside && inner.top >= outer.top && inner.bottom <= outer.bottom;
  }, box);
}

/** The button of a fix makes the change; one click on undo unmakes it. */
async function mendAndUndo(page) {
  const row = finding(page, "FLR001", "Kafka");
  await row.locator(".finding-head").click();
  await row.getByRole("button", { name: "Set failures aside in a dead letter" }).click();
  await isSilentOn(page, "FLR001", "Kafka");
  await boxCalled(page, "Dead letter").waitFor();
  await page.getByRole("button", { name: "Undo", exact: true }).click();
  await raises(page, "FLR001", "Kafka");
  assert.equal(await boxCalled(page, "Dead letter").count(), 0);
  await page.getByRole("button", { name: "Undo", exact: true, disabled: true }).waitFor();
}
