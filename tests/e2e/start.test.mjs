// The built page starts, from a sub-path, in both themes and on a phone, without a complaint.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import path from "node:path";
import test from "node:test";
import { assertNoProblems, launch, newPage, serveDist, withPage } from "./harness.mjs";
import { DIST } from "./server.mjs";

const SCREENS = [
  { theme: "light" },
  { theme: "dark" },
  { theme: "light", width: 390, height: 844, hasTouch: true, isMobile: true },
];

for (const screen of SCREENS) {
  test(`the page starts: ${screen.theme}, ${screen.width ?? 1280} wide`, async () => {
    await withPage(screen, async (page) => {
      await page.waitForFunction(() => document.body.childElementCount > 0);
      assert.equal(await page.title(), "Sketchlint");
    });
  });
}

test("no address in the page is absolute", async () => {
  const html = await readFile(path.join(DIST, "index.html"), "utf8");
  const addresses = [...html.matchAll(/(?:href|src)="([^"]*)"/g)].map(([, address]) => address);
  assert.ok(addresses.length > 0);
  for (const address of addresses) {
    assert.doesNotMatch(address, /^(\/|https?:)/);
  }
});

test("a request that leaves the page, an error and a missing file are all noticed", async () => {
  const server = await serveDist();
  const browser = await launch();
  try {
    const page = await newPage(browser, server.url);
    assertNoProblems(page);
    await page.evaluate(async () => {
      await fetch("http://example.invalid/").catch(() => {});
      await fetch("no-such-file.json");
      setTimeout(() => {
        throw new Error("on purpose");
      });
    });
    await page.waitForFunction(() => new Promise((resolve) => setTimeout(resolve, 50, true)));
    for (const sign of ["outside: http://example.invalid/", "404: ", "on purpose"]) {
      assert.ok(
        page.problems.some((problem) => problem.includes(sign)),
        `${sign} in ${page.problems}`,
      );
    }
  } finally {
    await browser.close();
    await server.close();
  }
});
