// What stands beside boxes and edges, by mouse and keyboard.
import assert from "node:assert/strict";
import test from "node:test";
import { withPage } from "./harness.mjs";
import { awake, boardFile, boxCalled, clickTool, counts, description, drag, field, openExample, placeOf, pressPen, saved, takesKeyboard } from "./person.mjs";

const notes = (page) => page.locator('g[data-other="note"]');
const writing = (page) => page.locator(".note-entry");

/** Where something stands on the screen. */
async function middle(found) {
  const { x, y, width, height } = await found.boundingBox();
  return { x: x + width / 2, y: y + height / 2 };
}

/** Where the one of `found` stands that is farthest right and down. */
async function lowestRight(found) {
  await found.first().waitFor();
  const all = await Promise.all((await found.all()).map(middle));
  return all.reduce((one, other) => (other.x + other.y > one.x + one.y ? other : one));
}

/** A board with one box, and nothing selected. */
async function oneBox(page) {
  await awake(page);
  await page.keyboard.press("i");
  await field(page, "label").waitFor();
  await page.keyboard.insertText("Kafka");
  await page.keyboard.press("Enter");
  await page.keyboard.press("Escape");
  await counts(page, 1, 0);
}

test("a note is written where it stands, kept by a click elsewhere, moved, copied and taken back", async () => {
  await withPage({}, async (page) => {
    await oneBox(page);
    await page.mouse.move(420, 180);
    await page.keyboard.press("Shift+N");
    await writing(page).waitFor();
    await page.keyboard.type("who answers");
    await page.keyboard.press("Enter");
    await page.keyboard.type("at night?");
    const written = await writing(page).boundingBox();
    await page.mouse.click(800, 600);
    await writing(page).waitFor({ state: "detached" });
    await notes(page).getByText("at night?").waitFor();
    const stands = await notes(page).boundingBox();
    assert.ok(Math.abs(written.x - stands.x) < 4 && Math.abs(written.y - stands.y) < 4, "in its place");

    const from = await middle(notes(page));
    await drag(page, from, { x: from.x + 90, y: from.y + 60 });
    const moved = await middle(notes(page));
    assert.ok(Math.abs(moved.x - from.x - 90) < 10 && Math.abs(moved.y - from.y - 60) < 10);
    assert.equal(await description(page), "note who answers");
    await page.keyboard.press("Control+d");
    assert.equal(await notes(page).count(), 2);
    await page.keyboard.press("Delete");
    await page.keyboard.press("Control+z");
    await page.keyboard.press("Control+z");
    assert.equal(await notes(page).count(), 1);

    await saved(page);
    await page.reload();
    await boxCalled(page, "Kafka").waitFor();
    await notes(page).getByText("at night?").waitFor();
    const file = JSON.parse(await boardFile(page));
    assert.deepEqual(
      file.notes.map((note) => note.text),
      ["who answers\nat night?"],
    );
  });
});

test("words on the board are written anew by a double click, and gone when they say nothing", async () => {
  await withPage({}, async (page) => {
    await oneBox(page);
    await clickTool(page, "text");
    await writing(page).waitFor();
    await page.keyboard.type("speed first");
    await page.keyboard.press("Escape");
    const at = await middle(notes(page));
    await page.mouse.dblclick(at.x, at.y);
    await writing(page).waitFor();
    await page.keyboard.press("Control+a");
    await page.keyboard.press("Delete");
    await page.mouse.click(300, 700);
    await notes(page).waitFor({ state: "detached" });
    await page.keyboard.press("Control+z");
    await notes(page).getByText("speed first").waitFor();
  });
});

test("a frame is drawn, titled in its place, moved with what lies in it, and pulled by a corner", async () => {
  await withPage({}, async (page) => {
    await oneBox(page);
    const before = await placeOf(page, "Kafka");
    await clickTool(page, "frame");
    await drag(
      page,
      { x: before.left - 40, y: before.top - 60 },
      { x: before.right + 60, y: before.bottom + 60 },
    );
    await writing(page).waitFor();
    await page.keyboard.type("Ingest");
    await page.keyboard.press("Enter");
    await writing(page).waitFor({ state: "detached" });
    const frame = page.locator('g[data-other="frame"]');
    const title = await middle(frame.getByText("Ingest"));
    await drag(page, title, { x: title.x - 80, y: title.y + 40 });
    const after = await placeOf(page, "Kafka");
    assert.ok(Math.abs(after.x - before.x + 80) < 10 && Math.abs(after.y - before.y - 40) < 10);
    const size = await frame.boundingBox();
    const corner = await lowestRight(page.locator(".grip"));
    await drag(page, corner, { x: corner.x + 64, y: corner.y + 48 });
    const pulled = await frame.boundingBox();
    assert.ok(pulled.width > size.width + 50 && pulled.height > size.height + 36);
    assert.deepEqual(
      JSON.parse(await boardFile(page)).frames.map((frame) => frame.title),
      ["Ingest"],
    );
    await page.keyboard.press("Delete");
    await frame.waitFor({ state: "detached" });
    await boxCalled(page, "Kafka").waitFor();
  });
});

test("the pen draws line after line, a line is taken by itself, and the laser pointer leaves none", async () => {
  await withPage({}, async (page) => {
    await oneBox(page);
    const strokes = page.locator('g[data-other="stroke"]');
    await clickTool(page, "draw");
    await drag(page, { x: 320, y: 200 }, { x: 520, y: 200 }, () =>
      page.locator('path.pen[d^="M"]').waitFor({ state: "attached" }),
    );
    await drag(page, { x: 320, y: 300 }, { x: 520, y: 260 });
    assert.equal(await strokes.count(), 2);
    await page.keyboard.press("Escape");
    await page.mouse.click(420, 201);
    assert.equal(await description(page), "stroke");
    await page.keyboard.press("Delete");
    assert.equal(await strokes.count(), 1);
    await page.keyboard.press("Shift+L");
    await drag(page, { x: 320, y: 420 }, { x: 520, y: 440 }, () =>
      page.locator(".laser").first().waitFor({ state: "attached" }),
    );
    await page.keyboard.press("Escape");
    await page.locator(".laser").first().waitFor({ state: "detached" });
    const file = JSON.parse(await boardFile(page));
    assert.equal(file.strokes.length, 1);
    assert.equal(file.strokes[0].points.length, 2);
  });
});

test("a group moves as one until a second click reaches in, and what is locked stays", async () => {
  await withPage({}, async (page) => {
    await oneBox(page);
    await page.mouse.move(420, 180);
    await page.keyboard.press("Shift+N");
    await page.keyboard.type("why");
    await page.keyboard.press("Escape");
    await page.keyboard.press("Control+a");
    await page.keyboard.press("Control+g");
    await page.keyboard.press("Escape");
    const note = await middle(notes(page));
    const box = await placeOf(page, "Kafka");
    await drag(page, note, { x: note.x - 80, y: note.y + 40 });
    const moved = await placeOf(page, "Kafka");
    assert.ok(Math.abs(moved.x - box.x + 80) < 10 && Math.abs(moved.y - box.y - 40) < 10);
    const there = await middle(notes(page));
    await page.mouse.click(there.x, there.y);
    assert.equal(await description(page), "note why");
    await page.keyboard.press("Control+Shift+l");
    assert.equal(await description(page), "note why (locked)");
    await drag(page, there, { x: there.x + 120, y: there.y });
    const still = await middle(notes(page));
    assert.ok(Math.abs(still.x - there.x) < 4);
    const file = JSON.parse(await boardFile(page));
    assert.equal(file.notes[0].locked, true);
    assert.equal(file.notes[0].group, file.boxes[0].group);
  });
});

test("lanes by owner hold every box in the frame of its team, and one undo takes them back", async () => {
  await withPage({}, async (page) => {
    await awake(page);
    await openExample(page, "fraud-50k", "Senior");
    await page.locator("#canvas").focus();
    const before = JSON.parse(await boardFile(page));
    await page.keyboard.press("Control+k");
    await takesKeyboard(page.getByRole("combobox", { name: "Find a command" }));
    await page.keyboard.type("lanes by owner");
    await page.keyboard.press("Enter");
    const frames = page.locator('g[data-other="frame"]');
    await frames.first().waitFor();
    const { boxes, frames: lanes } = JSON.parse(await boardFile(page));
    assert.equal(lanes.length, new Set(boxes.map((box) => box.owner)).size);
    for (const { label, owner, at } of boxes) {
      const lane = lanes.find((frame) => frame.title === owner);
      const inside = at.map((place, axis) => place - lane.at[axis]);
      assert.ok(inside.every((place, axis) => place > 0 && place < lane.size[axis]), label);
    }
    await page.keyboard.press("Control+z");
    await frames.first().waitFor({ state: "detached" });
    assert.deepEqual(JSON.parse(await boardFile(page)).boxes, before.boxes);
  });
});

test("a pen that is pressed draws a line that is thicker there, and the board keeps it", async () => {
  await withPage({}, async (page) => {
    await oneBox(page);
    await clickTool(page, "draw");
    await pressPen(page);
    await page.keyboard.press("Escape");
    await page.locator('g[data-other="stroke"]').waitFor({ state: "attached" });
    const [stroke] = JSON.parse(await boardFile(page)).strokes;
    assert.equal(stroke.pressure.length, stroke.points.length);
    assert.ok(Math.max(...stroke.pressure) > 70 && Math.min(...stroke.pressure) < 30, stroke.pressure.join());
  });
});
