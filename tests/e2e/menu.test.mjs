// The menu of what can be done: by the right button, a key or a long press; of a box, an edge, or the board.
import assert from "node:assert/strict";
import test from "node:test";
import { withPage } from "./harness.mjs";
import { awake, counts, description, field, hasKeyboard, openExample, placeOf, press, takesKeyboard } from "./person.mjs";

const NOWHERE = { x: 620, y: 180 };

const menu = (page) => page.getByRole("menu");
const line = (page, name) => menu(page).getByRole("menuitem", { name });
const says = (page, words) =>
  page.locator("#canvas-says", { hasText: words }).waitFor({ state: "attached" });

test("the right button opens what can be done with a box, an edge and the board", async () => {
  await withPage({}, async (page) => {
    await awake(page);
    await openExample(page, "fraud-50k", "junior");
    const kafka = await placeOf(page, "Kafka");
    await page.mouse.click(kafka.x, kafka.y, { button: "right" });
    await menu(page).waitFor();
    assert.match(await description(page), /^ingest Kafka/);
    await line(page, "Edit the owner").waitFor();
    const lines = await page.getByRole("menuitem").allTextContents();
    assert.equal(new Set(lines).size, lines.length, "each line is there once");
    assert.equal(await line(page, "Reverse the edge").count(), 0);
    await line(page, "Edit the owner").click();
    await takesKeyboard(field(page, "owner"));
    await press(page, "Escape", "e", "Shift+F10");
    await line(page, "Reverse the edge").waitFor();
    assert.equal(await line(page, "Edit as one line").count(), 0);
    await press(page, "Escape");
    await menu(page).waitFor({ state: "detached" });
    await takesKeyboard(page.locator("#canvas"));
    await page.mouse.click(NOWHERE.x, NOWHERE.y, { button: "right" });
    await line(page, "Place a store").click();
    await takesKeyboard(field(page, "label"));
    await page.keyboard.insertText("Here");
    await press(page, "Enter");
    const here = await placeOf(page, "Here");
    assert.ok(Math.hypot(here.x - NOWHERE.x, here.y - NOWHERE.y) < 24, "it stands where the menu was opened");
  });
});

test("arrows, letters and Escape walk the menu, and no key goes on to the board", async () => {
  await withPage({}, async (page) => {
    await awake(page);
    await openExample(page, "fraud-50k", "junior");
    await press(page, "]", "Shift+F10");
    await takesKeyboard(line(page, "Edit the label"));
    await press(page, "ArrowDown");
    await takesKeyboard(line(page, "Edit as one line"));
    await press(page, "n");
    await takesKeyboard(line(page, "Next box downstream"));
    await press(page, "j");
    await takesKeyboard(line(page, "Join to…"));
    await press(page, "End");
    await takesKeyboard(line(page, "Zoom to the selection"));
    await press(page, "ArrowDown");
    await takesKeyboard(line(page, "Edit the label"));
    await press(page, "q", "Tab");
    await menu(page).waitFor({ state: "detached" });
    await takesKeyboard(page.locator("#canvas"));
    await press(page, "Escape");
    await counts(page, 6, 5);
  });
});

test("what is wanted less often is in menus beside, by key and by mouse", async () => {
  await withPage({}, async (page) => {
    await awake(page);
    await openExample(page, "fraud-50k", "junior");
    await press(page, "]", "Shift+F10", "a");
    await takesKeyboard(line(page, "Add the failure path"));
    await press(page, "a");
    const opener = line(page, "Align and place");
    await takesKeyboard(opener);
    await press(page, "ArrowRight");
    const more = page.getByRole("menu", { name: "Align and place" });
    await takesKeyboard(more.getByRole("menuitem").first());
    await press(page, "ArrowLeft");
    await more.waitFor({ state: "detached" });
    await takesKeyboard(opener);
    await line(page, "Role").hover();
    const roles = page.getByRole("menu", { name: "Role" });
    await roles.getByRole("menuitem", { name: "Make it a store" }).click();
    await menu(page).waitFor({ state: "detached" });
    await says(page, /^store Kafka/);
    await press(page, "e", "Shift+F10", "k", "Enter");
    await line(page, "Make it a failure edge").click();
    await says(page, /^failure edge Kafka to Structured/);
    await press(page, "Escape");
    await page.mouse.click(NOWHERE.x, NOWHERE.y, { button: "right" });
    await line(page, "Lanes").click();
    await line(page, "Lanes by owner").click();
    await page.locator("[role=status]", { hasText: /lanes?/i }).waitFor({ state: "attached" });
  });
});

test("a press beside a dialog or a menu closes it", async () => {
  await withPage({}, async (page) => {
    await awake(page);
    await openExample(page, "fraud-50k", "junior");
    await press(page, "Control+k");
    await page.getByRole("dialog").waitFor();
    await page.mouse.click(NOWHERE.x, 790);
    await page.getByRole("dialog").waitFor({ state: "detached" });
    await takesKeyboard(page.locator("#canvas"));
    await press(page, "]", "Shift+F10");
    await menu(page).waitFor();
    await page.mouse.click(20, 790);
    await menu(page).waitFor({ state: "detached" });
  });
});

test("the menu of a row of the outline gives the keyboard back to it", async () => {
  await withPage({}, async (page) => {
    await awake(page);
    await openExample(page, "fraud-50k", "junior");
    await press(page, "Shift+O");
    const rows = page.getByRole("treeitem");
    await takesKeyboard(rows.first());
    await press(page, "ArrowDown", "Shift+F10", "Escape");
    await takesKeyboard(rows.nth(1));
    await rows.nth(3).click({ button: "right" });
    await line(page, "Delete").click();
    await page.waitForFunction(() => document.querySelectorAll("[role=treeitem]").length === 5);
    assert.ok(await hasKeyboard(rows.nth(3)), "the row that moved up");
    await page.getByRole("button", { name: "Add", exact: true }).click();
    await line(page, "Place an ingest").click();
    await takesKeyboard(field(page, "label"));
  });
});
