// What a label is taken for, as a person sees and corrects it, and what completes the words that are typed.
import assert from "node:assert/strict";
import test from "node:test";
import { withPage } from "./harness.mjs";
import { awake, boxCalled, field, openExample, press, takesKeyboard } from "./person.mjs";

const offers = (page) => page.getByRole("listbox", { name: "Suggestions" }).getByRole("option");
const offered = (page, name) => offers(page).filter({ hasText: name }).first();
const line = (page) => page.locator(".line-entry .input");

/** Waits until the label is said to be taken for `name`, in this way. */
async function isTakenFor(page, name, how) {
  await page.locator(`.taken .read-chip[data-how="${how}"]`, { hasText: name }).waitFor();
}

/** A new process whose label is being typed. */
async function label(page, words) {
  await awake(page);
  await page.locator("#canvas").press("p");
  await takesKeyboard(field(page, "label"));
  await page.keyboard.type(words);
}

test("a person sees what DLT is taken for, takes it for another component by key, and takes that back", () =>
  withPage({}, async (page) => {
    await label(page, "DLT");
    await isTakenFor(page, "Lakeflow Declarative Pipelines", "read");
    await press(page, "Enter", "m");
    await takesKeyboard(field(page, "component"));
    await page.keyboard.type("snowflake dyn");
    await offered(page, "Snowflake dynamic tables").waitFor();
    await page.keyboard.press("Enter");
    await takesKeyboard(field(page, "label"));
    await isTakenFor(page, "Snowflake dynamic tables", "chosen");
    assert.equal(await field(page, "label").inputValue(), "DLT");
    await press(page, "Enter", "Control+z", "Enter");
    await isTakenFor(page, "Lakeflow Declarative Pipelines", "read");
  }));

test("by mouse it is taken for none, and again for what the label says", () =>
  withPage({}, async (page) => {
    await label(page, "Kafka");
    await isTakenFor(page, "Apache Kafka", "read");
    const change = page.locator(".taken").getByRole("button", { name: "Change" });
    await change.click();
    await takesKeyboard(field(page, "component"));
    await offered(page, "No component").click();
    await isTakenFor(page, "No component, as you chose", "none");
    await takesKeyboard(field(page, "label"));
    await change.click();
    await offered(page, "What the label says").click();
    await isTakenFor(page, "Apache Kafka", "read");
    await change.click();
    await takesKeyboard(field(page, "component"));
    await page.keyboard.press("Tab");
    await takesKeyboard(field(page, "constraints"));
    await press(page, "Shift+Tab", "Control+a");
    await page.keyboard.type("Ledger of trades");
    await isTakenFor(page, "No known component", "none");
  }));

test("arrows and Enter complete a label; without them Enter ends it as it was typed", () =>
  withPage({}, async (page) => {
    await label(page, "Raw ms");
    await offered(page, "Amazon MSK").waitFor();
    assert.equal(await field(page, "label").getAttribute("aria-expanded"), "true");
    await page.keyboard.press("ArrowDown");
    const row = await field(page, "label").getAttribute("aria-activedescendant");
    assert.equal(await page.locator(`#${row}`).getAttribute("aria-selected"), "true");
    await page.keyboard.press("Enter");
    assert.equal(await field(page, "label").inputValue(), "Raw Amazon MSK");
    await page.keyboard.press("Control+a");
    await page.keyboard.type("kaf");
    await offered(page, "Apache Kafka").waitFor();
    await page.keyboard.press("Escape");
    assert.equal(await offers(page).count(), 0);
    await page.keyboard.type("k");
    await press(page, "Backspace");
    await offered(page, "Apache Kafka").waitFor();
    await page.keyboard.press("Enter");
    await page.locator(".card").waitFor({ state: "detached" });
    await boxCalled(page, "kaf").waitFor();
  }));

test("Tab takes the chosen component or owner and goes on to the next text", () =>
  withPage({}, async (page) => {
    await openExample(page, "fraud-50k", "senior");
    await page.locator("#canvas").press("Escape");
    await page.locator("#canvas").press("p");
    await takesKeyboard(field(page, "label"));
    await page.keyboard.type("unity");
    await offered(page, "Unity Catalog").waitFor();
    await press(page, "ArrowDown", "Tab");
    await takesKeyboard(field(page, "constraints"));
    assert.equal(await field(page, "label").inputValue(), "Unity Catalog");
    await page.keyboard.press("Tab");
    await page.keyboard.type("ris");
    await offered(page, "Risk engineering").click();
    assert.equal(await field(page, "owner").inputValue(), "Risk engineering");
    await takesKeyboard(field(page, "owner"));
  }));

test("a line is completed by component, owner, question and alternative", () =>
  withPage({}, async (page) => {
    await openExample(page, "fraud-50k", "senior");
    await page.locator("#canvas").press("Escape");
    await page.locator("#canvas").press("p");
    await takesKeyboard(field(page, "label"));
    await press(page, "Enter", "l");
    await takesKeyboard(line(page));
    await page.keyboard.press("Control+a");
    const steps = [
      ["msk", "Amazon MSK"],
      [": 50k ev/s @ris", "Risk engineering"],
      [" because vol", "volume"],
      [", fai", "failure"],
      [" not kines", "Amazon Kinesis Data Streams"],
    ];
    for (const [words, name] of steps) {
      await page.keyboard.type(words);
      await offered(page, name).waitFor();
      await press(page, "ArrowDown", "Enter");
      assert.equal(await offers(page).count(), 0);
    }
    const whole =
      "Amazon MSK: 50k ev/s @Risk engineering because volume, failure not Amazon Kinesis Data Streams";
    assert.equal(await line(page).inputValue(), whole);
    await page.locator(".line-parts", { hasText: "taken for Amazon MSK" }).waitFor();
    await page.keyboard.press("Enter");
    await page.locator(".line-entry").waitFor({ state: "detached" });
    await boxCalled(page, "Amazon MSK").waitFor();
  }));

test("what is completed before the caret leaves what is behind it", () =>
  withPage({}, async (page) => {
    await label(page, "Stream: 5k ev/s");
    await press(page, "Enter", "l");
    await takesKeyboard(line(page));
    await page.keyboard.press("Control+a");
    await page.keyboard.type(": 5k ev/s");
    await page.keyboard.press("Home");
    await page.keyboard.type("msk");
    await offered(page, "Amazon MSK").waitFor();
    await press(page, "ArrowDown", "Tab");
    assert.equal(await line(page).inputValue(), "Amazon MSK: 5k ev/s");
    await page.keyboard.type("!");
    assert.equal(await line(page).inputValue(), "Amazon MSK!: 5k ev/s");
  }));
