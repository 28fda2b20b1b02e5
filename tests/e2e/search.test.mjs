// Searching the board, and selecting by what boxes have in common.
import assert from "node:assert/strict";
import test from "node:test";
import { withPage } from "./harness.mjs";
import { awake, description, finding, openExample, placeOf, press, takesKeyboard } from "./person.mjs";

const words = (page) => page.getByRole("textbox", { name: "Words to look for" });
const count = (page, said) => page.locator(".search-count", { hasText: said }).waitFor();

test("what is typed is found, hit by hit, and brought into view", async () => {
  await withPage({}, async (page) => {
    await awake(page);
    await openExample(page, "fraud-50k", "junior");
    await finding(page, "FLR001").first().waitFor();
    await press(page, "Control+f");
    await takesKeyboard(words(page));
    await page.keyboard.type("kafka");
    await count(page, "1 of 1");
    assert.match(await description(page), /^ingest Kafka/);
    await words(page).fill("FLR001");
    await count(page, /^1 of [2-9]/);
    const first = await description(page);
    await press(page, "Enter");
    await count(page, /^2 of/);
    assert.notEqual(await description(page), first);
    await press(page, "Shift+Enter");
    assert.equal(await description(page), first);
    await words(page).fill("KAFKA");
    await count(page, "1 of 1");
    await words(page).fill("no such thing");
    await count(page, "nothing");
    await press(page, "Escape");
    await takesKeyboard(page.locator("#canvas"));
  });
});

test("a hit outside of the view comes into it, and one too far away to read comes near", async () => {
  await withPage({}, async (page) => {
    await awake(page);
    await openExample(page, "fraud-50k", "senior");
    for (const zoom of ["+", "-"]) {
      for (let step = 0; step < 12; step += 1) await press(page, zoom);
      await press(page, "/");
      await takesKeyboard(words(page));
      await page.keyboard.type("Card switch");
      await count(page, /^1 of/);
      const board = await page.locator("#canvas").boundingBox();
      const { x, y } = await placeOf(page, "Card switch");
      assert.ok(x > board.x && x < board.x + board.width && y > board.y && y < board.y + board.height);
      const near = await page.locator(".zoom .percent").textContent();
      assert.ok(Number.parseInt(near, 10) >= 80, `${near} is near enough to read`);
      await press(page, "Escape", "Escape");
    }
  });
});

test("the palette selects by role, owner and severity", async () => {
  await withPage({}, async (page) => {
    await awake(page);
    await openExample(page, "fraud-50k", "junior");
    await finding(page, "FLR001").first().waitFor();
    for (const [query, label, said] of [
      ["all stores", "Select all stores", /^2 of 11 selected/],
      ["nobody owns", "Select what nobody owns", /^11 of 11 selected/],
      ["with errors", "Select boxes with errors", /^6 of 11 selected/],
    ]) {
      await press(page, "Control+k");
      await page.keyboard.type(query);
      await page.getByRole("option", { name: label, selected: true }).waitFor();
      await press(page, "Enter");
      await page.locator("#canvas-says", { hasText: said }).waitFor({ state: "attached" });
      await page.locator(".unseen[role=status]", { hasText: /\d+ selected\./ }).waitFor({ state: "attached" });
    }
  });
});
