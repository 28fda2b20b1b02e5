// The same work with fingers on a phone: panels are sheets, a tap selects, one finger pans, two zoom.
import assert from "node:assert/strict";
import test from "node:test";
import { withPage } from "./harness.mjs";
import {
  awake,
  boxCalled,
  counts,
  description,
  field,
  finding,
  glide,
  openExample,
  placeOf,
  raises,
  takesKeyboard,
} from "./person.mjs";

const PHONE = { width: 390, height: 844, hasTouch: true, isMobile: true };

/** A spot of the board with nothing on it. */
const NOWHERE = { x: 60, y: 160 };

test("a sketch by finger: place, edit, move, look around", async () => {
  await withPage(PHONE, async (page) => {
    await awake(page);
    await page.getByRole("toolbar", { name: "Tools" }).getByRole("button", { name: "ingest" }).tap();
    await takesKeyboard(field(page, "label"));
    await page.keyboard.type("Kafka");
    await page.touchscreen.tap(NOWHERE.x, NOWHERE.y);
    await page.locator(".card").waitFor({ state: "detached" });
    await counts(page, 1, 0);
    const before = await placeOf(page, "Kafka");
    await page.touchscreen.tap(before.x, before.y);
    await page.locator(".selected").waitFor({ state: "attached" });
    assert.match(await description(page), /^ingest Kafka/);
    await dragABox(page, before);
    await panWithOne(page);
    await zoomWithTwo(page);
  });
});

test("the card stands below what it edits, and a sheet leaves the board in sight", async () => {
  await withPage(PHONE, async (page) => {
    await awake(page);
    await openExample(page, "fraud-50k", "senior");
    const low = await placeOf(page, "Analyst SQL");
    await page.touchscreen.tap(low.x, low.y);
    await page.keyboard.press("Enter");
    await takesKeyboard(field(page, "label"));
    await page.waitForFunction(() => {
      const box = document.querySelector("rect.selected").getBoundingClientRect();
      return box.top > 0 && box.bottom <= document.querySelector(".card").getBoundingClientRect().top;
    });
    await page.getByRole("button", { name: "Done" }).tap();
    await page.locator(".card").waitFor({ state: "detached" });
    await page.getByRole("navigation", { name: "Panels" }).getByRole("button", { name: /Findings/ }).tap();
    await page.locator(".panel-findings").waitFor();
    await page.waitForFunction(() => {
      const sheet = document.querySelector(".panel-findings").getBoundingClientRect();
      const boxes = [...document.querySelectorAll("g[data-box]")];
      return boxes.every((box) => box.getBoundingClientRect().bottom <= sheet.top);
    });
  });
});

/** A finger on a box moves it. */
async function dragABox(page, before) {
  await glide(page, [[before, { x: before.x, y: before.y - 120 }]]);
  const after = await placeOf(page, "Kafka");
  assert.ok(Math.abs(before.y - 120 - after.y) <= 12, `${after.y} is 120 above ${before.y}`);
}

/** A finger on the board moves the view, and nothing on it. */
async function panWithOne(page) {
  const before = await placeOf(page, "Kafka");
  await glide(page, [[NOWHERE, { x: NOWHERE.x + 40, y: NOWHERE.y + 70 }]]);
  const after = await placeOf(page, "Kafka");
  assert.ok(Math.hypot(after.x - before.x - 40, after.y - before.y - 70) <= 12, "the view follows the finger");
}

/** Two fingers that part zoom in. */
async function zoomWithTwo(page) {
  const before = await placeOf(page, "Kafka");
  const apart = (by) => [
    { x: 195 - by, y: 640 },
    { x: 195 + by, y: 640 },
  ];
  const [left, right] = apart(40);
  const [farLeft, farRight] = apart(80);
  await glide(page, [
    [left, farLeft],
    [right, farRight],
  ]);
  const after = await placeOf(page, "Kafka");
  const grown = (after.right - after.left) / (before.right - before.left);
  assert.ok(Math.abs(grown - 2) < 0.2, `twice as near, and not ${grown}`);
}

test("a finger that rests opens what can be done, and one that moves does not", async () => {
  await withPage(PHONE, async (page) => {
    await awake(page);
    await openExample(page, "fraud-50k", "junior");
    const kafka = await placeOf(page, "Kafka");
    const session = await page.context().newCDPSession(page);
    const touch = (type, ...touchPoints) => session.send("Input.dispatchTouchEvent", { type, touchPoints });
    await touch("touchStart", { x: kafka.x, y: kafka.y });
    await page.getByRole("menu").waitFor();
    await touch("touchEnd");
    assert.match(await description(page), /^ingest Kafka/);
    await page.getByRole("menuitem", { name: "Edit the constraints" }).tap();
    await takesKeyboard(field(page, "constraints"));
    await page.touchscreen.tap(NOWHERE.x, NOWHERE.y);
    await page.locator(".card").waitFor({ state: "detached" });
    await touch("touchStart", NOWHERE);
    await touch("touchMove", { x: NOWHERE.x + 30, y: NOWHERE.y });
    await page.waitForTimeout(700);
    await touch("touchEnd");
    assert.equal(await page.getByRole("menu").count(), 0);
  });
});

test("a menu that comes to lie under the finger takes no line as the finger leaves", async () => {
  await withPage(PHONE, async (page) => {
    await awake(page);
    await openExample(page, "fraud-50k", "senior");
    const low = await placeOf(page, "Analyst SQL");
    const session = await page.context().newCDPSession(page);
    await session.send("Input.dispatchTouchEvent", { type: "touchStart", touchPoints: [low] });
    await page.getByRole("menu").waitFor();
    const under = ({ x, y }) => document.elementFromPoint(x, y).closest("[role=menuitem]") !== null;
    assert.ok(await page.evaluate(under, low), "a line lies under the finger");
    await page.waitForTimeout(300);
    await session.send("Input.dispatchTouchEvent", { type: "touchEnd", touchPoints: [] });
    await page.waitForTimeout(300);
    assert.equal(await page.getByRole("menu").count(), 1);
    assert.match(await description(page), /^serve Analyst SQL/);
  });
});

test("panels are sheets over the board, and a finding leads back to it", async () => {
  await withPage(PHONE, async (page) => {
    await awake(page);
    await openExample(page, "fraud-50k", "junior");
    await raises(page, "FLR001");
    const tabs = page.getByRole("navigation", { name: "Panels" });
    await tabs.getByRole("button", { name: "Brief" }).tap();
    const answer = page.locator("#answer-persona");
    await answer.tap();
    await page.keyboard.type("card holders at the till");
    await tabs.getByRole("button", { name: /Findings/ }).tap();
    await finding(page, "FLR001", "Kafka").locator(".finding-head").tap();
    await page.getByRole("button", { name: "Show on the board" }).tap();
    await page.locator(".panel-findings").waitFor({ state: "hidden" });
    await boxCalled(page, "Kafka").waitFor();
    assert.match(await description(page), /^ingest Kafka/);
  });
});
