// The built page starts, from a sub-path, in both themes and on a phone, without a complaint.
import assert from "node:assert/strict";
import { readFile, readdir } from "node:fs/promises";
import path from "node:path";
import test from "node:test";
import { withPage } from "./harness.mjs";
import { awake, boxCalled, endText, field, openExample, press, saved } from "./person.mjs";
import { DIST } from "./server.mjs";

const SCREENS = [
  { theme: "light" },
  { theme: "dark" },
  { theme: "light", width: 390, height: 844, hasTouch: true, isMobile: true },
];

for (const screen of SCREENS) {
  test(`the page starts: ${screen.theme}, ${screen.width ?? 1280} wide`, async () => {
    await withPage(screen, async (page) => {
      await awake(page);
      await page.getByRole("heading", { name: "Ask first, then draw." }).waitFor();
      assert.match(await page.title(), /Sketchlint$/);
      const { scroll, view } = await page.evaluate(() => ({
        scroll: document.documentElement.scrollWidth,
        view: innerWidth,
      }));
      assert.ok(scroll <= view, `the page is ${scroll} wide on a screen of ${view}`);
    });
  });
}

test("no address in the page is absolute", async () => {
  const html = await readFile(path.join(DIST, "index.html"), "utf8");
  // A released page is written without the quotes that it can do without.
  const addresses = [...html.matchAll(/(?:href|src)="?([^"\s>]*)/g)].map(([, address]) => address);
  assert.ok(addresses.length > 0);
  for (const address of addresses) {
    assert.doesNotMatch(address, /^(\/|https?:)/);
  }
});

test("a fault that ends the program is said, and that the work is kept", async () => {
  await withPage({}, async (page) => {
    await awake(page);
    const notice = page.getByRole("alert").filter({ hasText: "Everything up to the last change is saved" });
    assert.equal(await notice.isVisible(), false);
    // A module that does nothing but trap.
    await page.evaluate(() => {
      const bytes = [0, 97, 115, 109, 1, 0, 0, 0, 1, 4, 1, 96, 0, 0, 3, 2, 1, 0, 8, 1, 0, 10, 5, 1, 3, 0, 0, 11];
      setTimeout(() => new WebAssembly.Instance(new WebAssembly.Module(new Uint8Array(bytes))));
    });
    await notice.waitFor();
    assert.match(page.problems.pop(), /unreachable/);
  });
});

// Only a release is cut in two.
const isCut = (await readdir(DIST)).some((name) => name.startsWith("later-"));

/** Holds back what the page needs later; the answer lets it come. */
async function holdLater(page) {
  let come;
  const held = new Promise((resolve) => (come = resolve));
  await page.route("**/later-*.wasm", async (route) => {
    await held;
    await route.continue();
  });
  return come;
}

test("a board is brought back, drawn, changed by hand and kept without what comes later", { skip: !isCut }, () =>
  withPage({}, async (page) => {
    await awake(page);
    await openExample(page, "fraud-50k", "Senior");
    await saved(page);
    const come = await holdLater(page);
    await page.reload();
    await awake(page);
    const box = page.locator("g[data-box]").first();
    const before = await box.boundingBox();
    await page.mouse.move(before.x + 5, before.y + 5);
    await page.mouse.down();
    await page.mouse.move(before.x + 45, before.y + 5, { steps: 4 });
    await page.mouse.up();
    const after = await page.locator("g[data-box]").first().boundingBox();
    assert.ok(after.x > before.x + 20, "the box follows the pointer");
    await saved(page);
    const waiting = page.locator('link[media="not all"]');
    assert.ok((await waiting.count()) > 0, "the styles of its panels hold nothing up");
    come();
    await waiting.first().waitFor({ state: "detached" });
  }));

const awaited = (page) => page.getByRole("status").filter({ hasText: "still on its way" });

test("what is pressed before what comes later is here is done then, in order", { skip: !isCut }, () =>
  withPage({}, async (page) => {
    await awake(page);
    const come = await holdLater(page);
    await page.reload();
    await awake(page);
    await press(page, "i", "K", "a", "f", "k", "x", "Backspace", "a", "Enter", "Tab");
    assert.equal(await page.locator("g[data-box]").count(), 0);
    await awaited(page).waitFor();
    come();
    // The second box has its field open.
    await field(page, "label").waitFor();
    await awaited(page).waitFor({ state: "hidden" });
    await page.locator("g[data-box]").nth(1).waitFor();
    await boxCalled(page, "Kafka").waitFor();
    await endText(page);
    await saved(page);
  }));

test("a press on a button before what comes later is here is done then", { skip: !isCut }, () =>
  withPage({}, async (page) => {
    await awake(page);
    const come = await holdLater(page);
    await page.reload();
    await awake(page);
    await page.locator("[data-prompt]").first().getByRole("button", { name: "Senior board" }).click();
    come();
    await page.locator("g[data-box]").first().waitFor();
  }));

test("where what comes later cannot be had, the page says so, keeps the board and tries again", { skip: !isCut }, () =>
  withPage({}, async (page) => {
    await awake(page);
    await openExample(page, "fraud-50k", "Senior");
    await saved(page);
    const boxes = await page.locator("g[data-box]").count();
    let isGone = true;
    await page.route("**/later-*.wasm", (route) => (isGone ? route.abort() : route.continue()));
    await page.reload();
    await awake(page);
    await awaited(page).waitFor();
    await press(page, "Control+k");
    assert.equal(await page.locator("g[data-box]").count(), boxes);
    isGone = false;
    await page.getByRole("dialog").waitFor();
    assert.equal(await page.locator("g[data-box]").count(), boxes);
    const others = page.problems.splice(0).filter((problem) => !/later-.*|ERR_FAILED/.test(problem));
    assert.deepEqual(others, []);
  }));

test("what needs what comes later all the same waits for it", { skip: !isCut }, () =>
  withPage({}, async (page) => {
    await awake(page);
    // What the page fetches by itself never comes; what it waits for does.
    await page.addInitScript(() => {
      const fetched = globalThis.fetch;
      globalThis.fetch = (name, ...more) => (`${name}`.startsWith("later-") ? new Promise(() => {}) : fetched(name, ...more));
    });
    await page.reload();
    await awake(page);
    // Not from a hand, so that it is not held.
    await page.evaluate(() => {
      const event = new KeyboardEvent("keydown", { key: "k", ctrlKey: true, bubbles: true, cancelable: true });
      document.getElementById("canvas").dispatchEvent(event);
    });
    await page.getByRole("dialog").waitFor();
  }));
