// The built page starts, from a sub-path, in both themes and on a phone, without a complaint.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import path from "node:path";
import test from "node:test";
import { withPage } from "./harness.mjs";
import { awake } from "./person.mjs";
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
