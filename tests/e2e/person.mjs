// What a person does at the page and sees of it: keys, mouse, files, and the words of the panels.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";

/** Waits until the page is awake and has brought back what it keeps. */
export async function awake(page) {
  page.setDefaultTimeout(10_000);
  await page.locator("#canvas").waitFor();
  await page.locator('.save[data-save-state="saved"], .save[data-save-state="reader"]').waitFor();
  await page.locator(".start, .hint, g[data-box]").first().waitFor({ state: "attached" });
}

/** Waits until every change is stored. */
export async function saved(page) {
  await page.locator('.save[data-save-state="saved"]').waitFor();
}

/** Presses keys one after the other. */
export async function press(page, ...keys) {
  for (const key of keys) await page.keyboard.press(key);
}

/** Presses Tab, or another key, until `target` has the keyboard. */
export async function walkTo(page, target, key = "Tab", most = 150) {
  for (let step = 0; step < most; step += 1) {
    if (await hasKeyboard(target)) return;
    await page.keyboard.press(key);
  }
  assert.fail(`${most} times ${key} do not lead to ${target}`);
}

/** Whether the keyboard is `target`'s now. */
export function hasKeyboard(target) {
  return target.evaluateAll((found) => found.includes(document.activeElement));
}

/** Waits until the keyboard is `target`'s. */
export async function takesKeyboard(target) {
  const element = await target.elementHandle();
  await target.page().waitForFunction((it) => document.activeElement === it, element);
}

/** The field of the open card, such as `label` or `owner`. */
export const field = (page, name) => page.locator(`.card [data-field="${name}" i]`);

/**
 * Fills the open card by keyboard: from the label on with Tab, the alternatives by their own key. What is left out is
 * passed over, and Enter ends it.
 */
export async function fillCard(page, { rejected, ...texts }) {
  const order = ["label", "constraints", "owner", "because"];
  const last = order.findLastIndex((name) => texts[name] !== undefined);
  for (const [at, name] of order.slice(0, last + 1).entries()) {
    if (at > 0) await page.keyboard.press("Tab");
    await takesKeyboard(field(page, name));
    if (texts[name] !== undefined) await page.keyboard.insertText(texts[name]);
  }
  await endText(page);
  if (rejected !== undefined) await writeText(page, "x", "rejected", rejected);
}

/** Writes one text of what is selected: `key` opens its field, Enter ends it. */
export async function writeText(page, key, name, text) {
  await page.keyboard.press(key);
  await takesKeyboard(field(page, name));
  await page.keyboard.press("Control+a");
  await page.keyboard.insertText(text);
  await endText(page);
}

/** Ends a text with Enter; the board has the keyboard again. */
export async function endText(page) {
  await page.keyboard.press("Enter");
  await page.locator(".card, .line-entry").waitFor({ state: "detached" });
  await takesKeyboard(page.locator("#canvas"));
}

/** Writes the selected box as one line. */
export async function writeLine(page, line) {
  await page.keyboard.press("l");
  await takesKeyboard(page.locator(".line-entry .input"));
  await page.keyboard.press("Control+a");
  await page.keyboard.insertText(line);
  await endText(page);
}

/** The codes of the findings that would cost the round, each once, in order. */
export async function errors(page) {
  const all = await page.locator('.findings > .finding[data-severity="error"] .finding-code').allTextContents();
  return [...new Set(all)];
}

/** The finding of a rule, at a place where one is named. */
export function finding(page, code, place = "") {
  const of = page.locator(".findings > .finding").filter({
    has: page.locator(".finding-code", { hasText: code }),
  });
  return place ? of.filter({ has: page.locator(".finding-where", { hasText: place }) }) : of;
}

/** Waits until the page raises a finding of the rule. */
export async function raises(page, code, place) {
  await finding(page, code, place).first().waitFor({ state: "attached" });
}

/** Waits until it raises none. */
export async function isSilentOn(page, code, place) {
  await finding(page, code, place).first().waitFor({ state: "detached" });
}

/** The box whose label reads `label`, in one line or in several. */
export function boxCalled(page, label) {
  const words = new RegExp(label.split(" ").join("\\s*"));
  return page.locator("g[data-box]").filter({ hasText: words });
}

/** What the board says of itself to those who do not see it. */
export const description = (page) => page.locator("#canvas-says").textContent();

/** Goes from box to box by key until the one called `label` is selected. */
export async function selectBox(page, label, most = 40) {
  for (let step = 0; step < most; step += 1) {
    await page.keyboard.press("]");
    if ((await description(page)).includes(` ${label}, owned by`)) return;
  }
  assert.fail(`no box is called ${label}`);
}

/** Waits until so many boxes and edges are on the board and nothing is selected. */
export async function counts(page, boxes, edges) {
  const words = new RegExp(`^${boxes} box(es)?, ${edges} edges?\\.`);
  await page.locator("#canvas-says", { hasText: words }).waitFor({ state: "attached" });
}

/** Catches the file that `act` downloads: its name, its bytes, and where it lies. */
export async function downloads(page, act) {
  const [download] = await Promise.all([page.waitForEvent("download"), act()]);
  const path = await download.path();
  return { name: download.suggestedFilename(), bytes: await readFile(path), path };
}

/** The board as the page writes it to a file; the board has the keyboard. */
export async function boardFile(page) {
  const { bytes } = await downloads(page, () => page.keyboard.press("Control+s"));
  return bytes.toString("utf8");
}

/** Clicks a tool. */
export async function clickTool(page, name) {
  await page.getByRole("toolbar", { name: "Tools" }).getByRole("button", { name }).click();
}

/** Chooses a line of the file menu. */
export async function chooseInMenu(page, label) {
  await page.getByRole("button", { name: "File", exact: true }).click();
  await page.getByRole("menuitem", { name: label }).click();
}

/** Opens an example from the empty page. */
export async function openExample(page, prompt, by) {
  const card = page.locator(`[data-prompt="${prompt}"]`);
  await card.getByRole("button", { name: `${by} board` }).click();
  await page.locator("g[data-box]").first().waitFor();
}

/** Where a box stands on the screen: its middle and its sides. */
export async function placeOf(page, label) {
  const box = boxCalled(page, label);
  await box.waitFor();
  return box.evaluate((found) => {
    const { x, y, width, height, left, top, right, bottom } = found
      .querySelector("path")
      .getBoundingClientRect();
    return { x: x + width / 2, y: y + height / 2, left, top, right, bottom };
  });
}

/** Drags with the mouse from one spot to another; `during` may look at the page before the button is let go. */
export async function drag(page, from, to, during = async () => {}) {
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await page.mouse.move((from.x + to.x) / 2, (from.y + to.y) / 2, { steps: 4 });
  await page.mouse.move(to.x, to.y, { steps: 4 });
  await during();
  await page.mouse.up();
}

/** Moves fingers, each from one spot to another, all at the same time. */
export async function glide(page, fingers) {
  const session = await page.context().newCDPSession(page);
  const at = (part) =>
    fingers.map(([from, to], id) => ({
      id,
      x: from.x + (to.x - from.x) * part,
      y: from.y + (to.y - from.y) * part,
    }));
  const touch = (type, touchPoints) => session.send("Input.dispatchTouchEvent", { type, touchPoints });
  await touch("touchStart", at(0));
  for (let step = 1; step <= 6; step += 1) await touch("touchMove", at(step / 6));
  await touch("touchEnd", []);
  await session.detach();
}

/** Gives the page a text from the clipboard. */
export async function paste(page, text) {
  await page.evaluate((words) => {
    const data = new DataTransfer();
    data.setData("text/plain", words);
    const event = new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true });
    document.getElementById("canvas").dispatchEvent(event);
  }, text);
}

/** Draws a wave with a pen that is pressed more and less, as a browser tells it. */
export async function pressPen(page) {
  const devtools = await page.context().newCDPSession(page);
  const send = (type, step) =>
    devtools.send("Input.dispatchMouseEvent", {
      type,
      x: 480 + step * 6,
      y: 380 + 60 * Math.sin(step / 6),
      button: "left",
      buttons: 1,
      clickCount: 1,
      pointerType: "pen",
      force: 0.5 - 0.45 * Math.cos(step / 6),
    });
  await send("mousePressed", 0);
  for (let step = 1; step <= 48; step += 1) await send("mouseMoved", step);
  await send("mouseReleased", 48);
}
