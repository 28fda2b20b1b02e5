// What if, as a person asks it: by key, by mouse and from the menu of a box; played, scrubbed, and led to what is missing.
import assert from "node:assert/strict";
import test from "node:test";
import { withPage } from "./harness.mjs";
import { field, openExample, press, selectBox, takesKeyboard, writeText } from "./person.mjs";

const drawer = (page) => page.getByRole("region", { name: "What if" });
const tab = (page, name) => drawer(page).getByRole("tab", { name });
const slider = (page) => drawer(page).getByRole("slider", { name: "Moment" });
const figures = (page) => drawer(page).locator(".what-if-figures");
const heap = (page) => page.locator("[data-heap]");
const slip = (page, words) => page.locator("[data-marked]", { hasText: words });

/** The senior board with the drawer open by its key, on the tab with this name. */
async function open(page, name) {
  await openExample(page, "fraud-50k", "senior");
  await page.locator("#canvas").press("Shift+W");
  await takesKeyboard(tab(page, "Spike"));
  if (name) await tab(page, name).click();
  await figures(page).waitFor();
}

test("a spike is chosen by key, swells at its box, breaks a promise, and drains as one scrubs", () =>
  withPage({ height: 1000 }, async (page) => {
    await open(page);
    await figures(page).getByText("Nothing is known to wait").waitFor();
    const times = drawer(page).getByRole("spinbutton", { name: "Times" });
    assert.equal(await times.inputValue(), "10", "as the board says");
    await times.fill("40");
    await times.press("Enter");
    await heap(page).first().waitFor({ state: "attached" });
    await slip(page, "too late").first().waitFor({ state: "attached" });
    await page.locator(".stress-way").first().waitFor({ state: "attached" });
    const most = await heap(page).first().textContent();
    assert.match(most, /events wait/);
    await slider(page).focus();
    await press(page, "Home");
    await heap(page).first().waitFor({ state: "detached" });
    assert.match(await slider(page).getAttribute("aria-valuetext"), /^0 s: /);
    await press(page, "PageUp");
    await heap(page).first().waitFor({ state: "attached" });
    assert.notEqual(await heap(page).first().textContent(), most);
    await press(page, "Escape");
    await takesKeyboard(page.locator("#canvas"));
  }));

test("arrows walk the tabs, and a box that is down says so as long as it is", () =>
  withPage({ height: 1000 }, async (page) => {
    await open(page);
    await press(page, "ArrowRight");
    await takesKeyboard(tab(page, "Box down"));
    const box = drawer(page).getByRole("combobox", { name: "Box" });
    await box.selectOption({ label: "Inline scorer" });
    await slip(page, "down").waitFor({ state: "attached" });
    await drawer(page).getByRole("combobox", { name: "For" }).selectOption({ label: "1 h" });
    await slider(page).focus();
    await press(page, "End");
    await slip(page, "down").waitFor({ state: "detached" });
  }));

test("the menu of a box takes it down, and edits are answered anew", () =>
  withPage({ height: 1000 }, async (page) => {
    await openExample(page, "fraud-50k", "senior");
    await page.locator("#canvas").focus();
    await selectBox(page, "Card features (Flink)");
    await press(page, "Shift+F10");
    await page.getByRole("menuitem", { name: "What if this goes down" }).click();
    await takesKeyboard(tab(page, "Box down"));
    await slip(page, "down").waitFor({ state: "attached" });
    const box = drawer(page).getByRole("combobox", { name: "Box" });
    assert.equal(await box.evaluate((select) => select.selectedOptions[0].textContent), "Card features (Flink)");
    await page.locator("#canvas").focus();
    await writeText(page, "k", "constraints", "500k ev/s, restarts in 3 min");
    await drawer(page).getByRole("combobox", { name: "For" }).locator("option", { hasText: "3 min" }).first().waitFor({ state: "attached" });
    assert.equal(await box.evaluate((select) => select.selectedOptions[0].textContent), "Card features (Flink)");
  }));

test("it plays at a press, is paused, and moves nothing by itself", () =>
  withPage({ height: 1000, reducedMotion: "no-preference" }, async (page) => {
    await open(page, "Box down");
    const at = () => slider(page).inputValue().then(Number);
    const before = await at();
    await page.waitForTimeout(300);
    assert.equal(await at(), before, "nothing plays unasked");
    await slider(page).focus();
    await press(page, "Home");
    await drawer(page).getByRole("button", { name: "Play", exact: true }).click();
    const seen = await page.evaluate(watchSlider);
    assert.ok(seen.length > 4 && seen.every((value, at) => at === 0 || value >= seen[at - 1]), `${seen}`);
    await drawer(page).getByRole("button", { name: "Pause", exact: true }).click();
    const paused = await at();
    await page.waitForTimeout(200);
    assert.equal(await at(), paused);
    await slider(page).focus();
    await press(page, "End", "ArrowLeft");
    await drawer(page).getByRole("button", { name: "Play", exact: true }).click();
    await drawer(page).getByRole("button", { name: "Play", exact: true }).waitFor();
    await page.waitForFunction(() => Number(document.querySelector(".what-if-slider").value) === 200);
  }));

/** The different places at which the slider is seen within a second. */
async function watchSlider() {
  const seen = new Set();
  for (const until = performance.now() + 1000; performance.now() < until; ) {
    await new Promise(requestAnimationFrame);
    seen.add(Number(document.querySelector(".what-if-slider").value));
  }
  return [...seen];
}

test("who asks for less motion sees one turn after the other", () =>
  withPage({ height: 1000 }, async (page) => {
    await open(page, "Box down");
    await drawer(page).getByRole("button", { name: "Play", exact: true }).click();
    const seen = await page.evaluate(watchSlider);
    assert.ok(seen.length <= 2, `it does not run: ${seen}`);
    const [begin] = seen;
    await page.waitForFunction((begin) => Number(document.querySelector(".what-if-slider").value) > begin, begin);
  }));

test("a row leads to its box, and a blank to the field where it is written", () =>
  withPage({ height: 1000 }, async (page) => {
    await open(page, "Box down");
    await figures(page).getByRole("button", { name: /data for Fraud analysts/ }).click();
    await page.locator("#canvas-says", { hasText: "Fraud analysts" }).waitFor({ state: "attached" });
    await drawer(page).getByRole("combobox", { name: "Box" }).selectOption({ label: "Inline scorer" });
    await tab(page, "Spike").click();
    await figures(page).getByRole("button", { name: "Answer: Volume" }).click();
    await page.waitForFunction(() => document.activeElement?.id === "answer-volume");
    await tab(page, "Deploy").click();
    await drawer(page).getByRole("combobox", { name: "Box" }).selectOption({ label: "Inline scorer" });
    await figures(page).locator('.chip[data-kind="words"]', { hasText: "Inline scorer" }).first().click();
    await takesKeyboard(field(page, "constraints"));
  }));

test("half the bill numbers what goes first on the board", () =>
  withPage({ height: 1000 }, async (page) => {
    await open(page, "Half the bill");
    await figures(page).getByText("What to cut first").waitFor();
    await slip(page, "1. to").waitFor({ state: "attached" });
    assert.equal(await slider(page).count(), 0);
  }));

test("one event is followed with the clock running, and each box says what it adds", () =>
  withPage({ height: 1000 }, async (page) => {
    await open(page, "One event");
    await slip(page, "+60 ms").waitFor({ state: "attached" });
    const dot = page.locator("[data-event]");
    assert.equal(await dot.textContent(), "190 ms", "as the numbers add it up");
    await slider(page).focus();
    await press(page, "Home");
    await slip(page, "+60 ms").waitFor({ state: "detached" });
    assert.equal(await dot.textContent(), "0 s");
    await drawer(page).getByRole("button", { name: "Play", exact: true }).click();
    await slip(page, "+20 ms").waitFor({ state: "attached" });
    await drawer(page).getByRole("combobox", { name: "To" }).selectOption({ label: "Fraud analysts" });
    await page.locator("[data-event]", { hasText: "9 min" }).waitFor({ state: "attached" });
  }));

test("a board without figures says what to write first", () =>
  withPage({ height: 1000 }, async (page) => {
    await openExample(page, "fraud-50k", "junior");
    await page.locator("#canvas").press("Shift+W");
    await drawer(page).locator(".what-if-figures, .what-if-error").first().waitFor();
    assert.ok((await drawer(page).locator(".what-if-blank").count()) > 0);
  }));
