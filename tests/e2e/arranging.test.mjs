// Arranging what stands on the board: larger and smaller, in line, apart.
import assert from "node:assert/strict";
import { test } from "node:test";
import { withPage } from "./harness.mjs";
import { awake, counts, drag, paste, placeOf, press } from "./person.mjs";

/** How far outside the rim a grip stands, in pixels. */
const GRIP = 5;

const width = (place) => place.right - place.left;
const height = (place) => place.bottom - place.top;

/** Clicks the middle of a box. */
async function click(page, label, options) {
  const { x, y } = await placeOf(page, label);
  await page.mouse.click(x, y, options);
}

test("a box is made wider by its side, by keys, and fits its text again", async () => {
  await withPage({}, async (page) => {
    await awake(page);
    await paste(page, "Kafka\nFlink\n");
    await press(page, "Escape");
    await counts(page, 2, 0);
    await click(page, "Flink");
    assert.equal(await page.locator(".grip").count(), 8);
    const before = await placeOf(page, "Flink");
    await drag(page, { x: before.right + GRIP, y: before.y }, { x: before.right + 90, y: before.y });
    const wide = await placeOf(page, "Flink");
    assert.ok(width(wide) > width(before) + 60, `${width(wide)} after ${width(before)}`);
    assert.equal(Math.round(wide.left), Math.round(before.left), "the opposite side stays");
    await press(page, "Control+z");
    const back = await placeOf(page, "Flink");
    assert.equal(Math.round(width(back)), Math.round(width(before)));
    await press(page, "Alt+Shift+ArrowDown", "Alt+Shift+ArrowDown");
    const tall = await placeOf(page, "Flink");
    assert.ok(height(tall) > height(before) + 8, `${height(tall)} after ${height(before)}`);
    await page.mouse.dblclick(tall.right + GRIP, tall.bottom + GRIP);
    const fitting = await placeOf(page, "Flink");
    assert.ok(width(fitting) < width(before) && height(fitting) < height(tall));
  });
});

test("a pasted flowchart becomes boxes in frames, and what was not read stays in a note", async () => {
  await withPage({}, async (page) => {
    await awake(page);
    await paste(page, "Kinesis\n");
    // The linter, which reads the chart, is there once it has judged.
    await page.locator(".finding-head").first().waitFor();
    const chart = "flowchart LR\n  U([Terminals]) --> K[Kafka]\n  subgraph Speed layer\n    K --> F[Flink]\n  end\n  F >> D\n";
    await paste(page, chart);
    await page.locator("[data-box]", { hasText: "Flink" }).waitFor();
    await page.locator("svg text", { hasText: "Speed layer" }).waitFor();
    await page.locator("svg text", { hasText: "F >> D" }).waitFor();
    await press(page, "Escape");
    await counts(page, 4, 2);
    await press(page, "Control+z", "Escape");
    await counts(page, 1, 0);
  });
});

test("a drag with Alt copies and leaves the original", async () => {
  await withPage({}, async (page) => {
    await awake(page);
    await paste(page, "Flink\n");
    await press(page, "Escape");
    const from = await placeOf(page, "Flink");
    await page.keyboard.down("Alt");
    await drag(page, from, { x: from.x, y: from.y - 160 });
    await page.keyboard.up("Alt");
    await press(page, "Escape");
    await counts(page, 2, 0);
  });
});

test("the look of a box is copied and given to another", async () => {
  await withPage({}, async (page) => {
    await awake(page);
    await paste(page, "Kafka\nFlink\n");
    await press(page, "Escape");
    await counts(page, 2, 0);
    await click(page, "Kafka");
    await press(page, "Alt+Shift+ArrowDown", "Alt+Shift+ArrowDown", "Control+Alt+c");
    await page.getByText("Copied the look of Kafka.").first().waitFor({ state: "attached" });
    await click(page, "Flink");
    await press(page, "Control+Alt+v");
    await page.getByText("Give Flink the look of Kafka").first().waitFor({ state: "attached" });
    const [kafka, flink] = [await placeOf(page, "Kafka"), await placeOf(page, "Flink")];
    assert.equal(Math.round(height(flink)), Math.round(height(kafka)));
  });
});
