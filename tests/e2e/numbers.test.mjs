// The numbers below the board as a person uses them: by key and by mouse, from a bar to its box, and as words change.
import assert from "node:assert/strict";
import test from "node:test";
import { withPage } from "./harness.mjs";
import { awake, boxCalled, field, openExample, press, selectBox, takesKeyboard, writeText } from "./person.mjs";

const drawer = (page) => page.getByRole("region", { name: "Numbers" });
const tab = (page, name) => drawer(page).getByRole("tab", { name });
const bar = (page, name) => drawer(page).locator(".bar-row").filter({ hasText: name }).first();
const selected = (page, name) => page.locator("#canvas-says", { hasText: name }).waitFor({ state: "attached" });

test("a key opens the numbers, arrows walk them, and Enter on a bar selects its box", () =>
  withPage({}, async (page) => {
    await openExample(page, "fraud-50k", "senior");
    await page.locator("#canvas").press("n");
    await takesKeyboard(tab(page, "Latency"));
    await tab(page, /190 ms of 300 ms/).waitFor();
    await press(page, "ArrowRight", "ArrowRight");
    await takesKeyboard(tab(page, "Capacity"));
    await press(page, "Home", "Tab", "Tab");
    await press(page, "ArrowDown", "ArrowDown");
    const name = await page.evaluate(() => document.activeElement.textContent);
    await page.keyboard.press("Enter");
    await selected(page, name);
    await page.locator(".lit-box, .lit, .selected").first().waitFor({ state: "attached" });
    await page.keyboard.press("Escape");
    await takesKeyboard(page.locator("#canvas"));
    await drawer(page).waitFor();
    await page.keyboard.press("n");
    await drawer(page).waitFor({ state: "detached" });
    await takesKeyboard(page.locator("#canvas"));
  }));

test("a bar lights its box under the pointer and selects it at a click", () =>
  withPage({ height: 1000 }, async (page) => {
    await openExample(page, "fraud-50k", "senior");
    await page.getByRole("button", { name: "Numbers", exact: true }).click();
    await tab(page, "Cost").click();
    await bar(page, "Card features").hover();
    await page.locator(".lit-box").waitFor({ state: "attached" });
    await bar(page, "Card features").locator(".bar-picture").click();
    await selected(page, "Card features");
    await page.mouse.move(700, 200);
    await page.locator(".lit-box").waitFor({ state: "detached" });
    assert.equal(await boxCalled(page, "Card features").count(), 1);
  }));

test("the figures follow the words, and the sum that no longer closes says so", () =>
  withPage({ height: 1000 }, async (page) => {
    await openExample(page, "fraud-50k", "senior");
    await page.locator("#canvas").press("n");
    await tab(page, /190 ms of 300 ms\s+holds/).waitFor();
    await page.keyboard.press("Escape");
    await selectBox(page, "Inline scorer");
    await writeText(page, "k", "constraints", "500k ev/s, p99 800 ms");
    await tab(page, /910 ms of 300 ms\s+does not hold/).waitFor();
    await page.keyboard.press("Control+z");
    await tab(page, /190 ms of 300 ms\s+holds/).waitFor();
  }));

test("what is missing says where it is written, and leads there", () =>
  withPage({ height: 1000 }, async (page) => {
    await openExample(page, "fraud-50k", "junior");
    await page.locator("#canvas").press("n");
    const chip = (name) => drawer(page).locator(".sum-missing").getByRole("button", { name });
    await chip("Kafka").first().click();
    await takesKeyboard(field(page, "constraints"));
    await page.keyboard.press("Escape");
    await chip("Answer: Latency").click();
    await page.waitForFunction(() => document.activeElement?.id === "answer-latency");
  }));

test("the numbers and their tab are there again after a reload", () =>
  withPage({}, async (page) => {
    await openExample(page, "fraud-50k", "senior");
    await page.locator("#canvas").press("n");
    await tab(page, "Cost").click();
    await page.reload();
    await awake(page);
    await drawer(page).locator('[role=tab][aria-selected=true]', { hasText: "Cost" }).waitFor();
    await bar(page, "Inline scorer").waitFor();
  }));

test("on a phone the numbers are a sheet, and a bar shows its box on the board", () =>
  withPage({ width: 390, height: 844, hasTouch: true }, async (page) => {
    await openExample(page, "fraud-50k", "senior");
    const panels = page.getByRole("navigation", { name: "Panels" });
    await panels.getByRole("button", { name: "Numbers" }).tap();
    await tab(page, "Availability").tap();
    await bar(page, "Inline scorer").tap();
    await selected(page, "Inline scorer");
    await drawer(page).waitFor({ state: "hidden" });
    assert.equal(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), true);
  }));
