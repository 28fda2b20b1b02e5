// The pages that the command line writes stand alone in a browser: axe finds nothing, nothing is fetched or run.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import path from "node:path";
import test from "node:test";
import { launch } from "./browser.mjs";

const AXE = await readFile(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const ROOT = path.resolve(import.meta.dirname, "../..");
const SKETCHLINT = path.resolve(process.env.SKETCHLINT ?? path.join(ROOT, "target/debug/sketchlint"));

/** What a run writes. */
function written(...asked) {
  const { stdout, stderr } = spawnSync(SKETCHLINT, asked, { cwd: ROOT, encoding: "utf8", maxBuffer: 1e9 });
  assert.ok(stdout.startsWith("<!doctype html>"), stderr);
  return stdout;
}

/** Opens `html` on a screen, and keeps what it asks for and complains of. */
async function opened(browser, html, options) {
  const page = await browser.newPage(options);
  const heard = [];
  page.on("request", (request) => request.url() === "http://page.test/" || heard.push(request.url()));
  page.on("console", (message) => heard.push(message.text()));
  await page.route("http://page.test/", (route) => route.fulfill({ body: html, contentType: "text/html" }));
  await page.goto("http://page.test/");
  return { page, heard };
}

for (const [name, asked] of [
  ["the report on a cohort", ["report", "diagrams"]],
  ["the rule book", ["rulebook"]],
]) {
  test(`${name} is for everybody, light and dark, wide and narrow`, async () => {
    const html = written(...asked);
    const browser = await launch();
    try {
      for (const colorScheme of ["light", "dark"]) {
        for (const width of [1280, 390]) {
          const options = { colorScheme, viewport: { width, height: 900 } };
          const { page, heard } = await opened(browser, html, options);
          assert.deepEqual(heard, [], "it stands alone");
          const wide = await page.evaluate(() => document.documentElement.scrollWidth);
          assert.ok(wide <= width, `${wide} of ${width} pixels`);
          const violations = await page.evaluate(`${AXE}; axe.run().then((told) => told.violations)`);
          const told = violations.map(({ id, nodes }) => `${id}: ${nodes.length}: ${nodes[0].failureSummary}`);
          assert.deepEqual(told, [], `${colorScheme}, ${width}`);
          await page.close();
        }
      }
    } finally {
      await browser.close();
    }
  });
}

test("the row of a board leads to what was found, and that to the page of its rule", async () => {
  const browser = await launch();
  try {
    const { page } = await opened(browser, written("report", "diagrams"), {});
    const row = page.locator("table.marks tbody tr", { hasText: "fraud-50k/junior" });
    await row.getByRole("link").click();
    const found = page.locator("article:target");
    assert.match(await found.innerText(), /fraud-50k\/junior[^]*drew-before-scoping/);
    await found.getByRole("link", { name: "SCO001" }).first().click();
    assert.match(await page.locator("article:target").innerText(), /WHY AN INTERVIEWER MINDS/i);
  } finally {
    await browser.close();
  }
});
