// Edges and tidying in the built page: an end is moved to another box, and new places are shown, taken and taken back.
import assert from "node:assert/strict";
import test from "node:test";
import { withPage } from "./harness.mjs";
import { awake, boardFile, drag, openExample, paste, placeOf } from "./person.mjs";

/** Boxes and edges as the page writes them to a file, without the journal. */
async function drawn(page) {
  const { boxes, edges } = JSON.parse(await boardFile(page));
  return JSON.stringify({ boxes, edges });
}

test("the end of an edge is dragged to another box, and let go over nothing it stays", async () => {
  await withPage({}, async (page) => {
    await awake(page);
    await openExample(page, "fraud-50k", "Junior");
    await page.locator("#canvas").focus();
    const before = await drawn(page);
    await page.keyboard.press("e");
    const ends = page.locator("circle.handle");
    await ends.nth(1).waitFor();
    const spot = await ends.nth(1).evaluate((end) => {
      const { x, y, width, height } = end.getBoundingClientRect();
      return { x: x + width / 2, y: y + height / 2 };
    });
    await drag(page, spot, { x: spot.x, y: spot.y - 130 });
    assert.equal(await drawn(page), before);
    const target = await placeOf(page, "Dashboard");
    await drag(page, spot, target, () => page.locator("rect.target").waitFor());
    assert.notEqual(await drawn(page), before);
    await page.keyboard.press("Control+z");
    assert.equal(await drawn(page), before);
  });
});

test("tidy places are shown, left with Escape, taken with Enter, and taken back in one step", async () => {
  await withPage({}, async (page) => {
    await awake(page);
    await openExample(page, "fraud-50k", "Senior");
    await page.locator("#canvas").focus();
    const before = await drawn(page);
    const ghosts = page.locator("rect.ghost");
    const asked = page.getByText("takes the new places");
    for (const key of ["Escape", "Enter"]) {
      await page.waitForTimeout(300);
      await page.keyboard.press("Shift+T");
      await ghosts.first().waitFor();
      await asked.waitFor();
      await page.keyboard.press(key);
      await ghosts.first().waitFor({ state: "detached" });
      assert.equal(await asked.count(), 0, "nothing is asked any more");
      assert.equal((await drawn(page)) === before, key === "Escape");
    }
    await page.keyboard.press("Control+z");
    assert.equal(await drawn(page), before);
  });
});

test("edges are made square by key and by menu, and a file keeps it", async () => {
  await withPage({}, async (page) => {
    await awake(page);
    await openExample(page, "fraud-50k", "Senior");
    await page.locator("#canvas").focus();
    const ways = async () => JSON.parse(await boardFile(page)).edges.map((edge) => edge.way);
    await page.keyboard.press("Shift+R");
    await page.getByText(/^Make \d+ edges square/).first().waitFor({ state: "attached" });
    assert.deepEqual(new Set(await ways()), new Set(["square"]));
    await page.keyboard.press("e");
    await page.keyboard.press("Shift+F10");
    await page.getByRole("menuitem", { name: "Kind of edge" }).click();
    await page.getByRole("menuitem", { name: "Square or curved edges" }).click();
    await page.getByText("Make the edge curved").first().waitFor({ state: "attached" });
    assert.equal((await ways()).filter((way) => way === undefined).length, 1);
    await page.keyboard.press("Control+z");
    await page.keyboard.press("Control+z");
    assert.deepEqual(new Set(await ways()), new Set([undefined]));
  });
});

test("tidying fills the screen with what nothing joins, and then all is tidy", async () => {
  await withPage({}, async (page) => {
    await awake(page);
    const lines = Array.from({ length: 24 }, (_, chain) => `Queue ${chain} -> Job ${chain}`);
    await paste(page, `${lines.join("\n")}\n`);
    // The linter, which tidies, is there once it has judged.
    await page.locator(".finding-head").first().waitFor();
    await page.locator("#canvas").focus();
    await page.keyboard.press("Escape");
    await page.keyboard.press("Shift+T");
    await page.locator("rect.ghost").first().waitFor();
    await page.keyboard.press("Enter");
    await page.locator("rect.ghost").first().waitFor({ state: "detached" });
    const at = JSON.parse(await boardFile(page)).boxes.map((box) => box.at);
    const [xs, ys] = [0, 1].map((axis) => at.map((place) => place[axis]));
    const wide = Math.max(...xs) - Math.min(...xs) + 176;
    const high = Math.max(...ys) - Math.min(...ys) + 96;
    const canvas = await page.locator("#canvas").boundingBox();
    const proportion = wide / high / (canvas.width / canvas.height);
    assert.ok(proportion > 0.45 && proportion < 2.2, `${wide} by ${high}`);
    await page.keyboard.press("Shift+T");
    await page.getByText("Everything is tidy already").first().waitFor({ state: "attached" });
  });
});

test("boxes glide to tidy places, and the next key ends that", async () => {
  await withPage({ reducedMotion: "no-preference" }, async (page) => {
    await awake(page);
    await openExample(page, "fraud-50k", "Senior");
    await page.locator("#canvas").focus();
    await page.waitForTimeout(300);
    await page.keyboard.press("Shift+T");
    await page.locator("rect.ghost").first().waitFor();
    const gliding = () =>
      page.evaluate(() => document.getAnimations().filter((one) => one.effect.target?.dataset?.box).length);
    // Slow enough to be caught at it.
    await page.evaluate(() => {
      const rule = "[data-glides] [data-box] { transition-duration: 30s !important; }";
      document.styleSheets[0].insertRule(rule, document.styleSheets[0].cssRules.length);
    });
    await page.keyboard.press("Enter");
    await page.locator("[data-glides]").waitFor({ state: "attached" });
    assert.ok((await gliding()) > 3, "boxes are on their way");
    const there = JSON.parse(await boardFile(page)).boxes;
    assert.ok(there.length > 3, "the board is what it will be");
    await page.keyboard.press("]");
    await page.locator("[data-glides]").waitFor({ state: "detached" });
    assert.equal(await gliding(), 0);
  });
});
