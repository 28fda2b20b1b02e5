// What is drawn on a board, arranged, or shown to others.
import { boardText, drop, hold } from "../boards.mjs";
import { pressPen } from "../person.mjs";
import { choose, judged, senior, wholeSenior } from "./examples.mjs";

/** A board whose edges are all square. */
export async function square(page) {
  await wholeSenior(page);
  await page.keyboard.press("Shift+R");
}

/** The grid of dots, and the minimap of a board with a few dozen boxes. */
export async function dotsAndMap(page) {
  await hold(page, boardText(120));
  await drop(page);
  await page.getByRole("button", { name: "File", exact: true }).click();
  await page.getByRole("menuitem", { name: "Grid of dots" }).click();
  for (let step = 0; step < 5; step += 1) await page.keyboard.press("+");
  await judged(page);
}

/** The sheet that is printed. */
export async function printed(page) {
  await senior(page);
  await page.evaluate(() => window.dispatchEvent(new Event("beforeprint")));
  await page.emulateMedia({ media: "print" });
}

/** New places, shown and not yet taken. */
export async function tidy(page) {
  await senior(page);
  await choose(page, "Dead letters");
  await page.keyboard.press("Shift+ArrowLeft");
  await page.keyboard.press("Shift+ArrowDown");
  await page.keyboard.press("Escape");
  await page.keyboard.press("Shift+T");
  await page.locator(".ghost").first().waitFor({ state: "attached" });
}

/** A box on its way, in line with others. */
export async function aligned(page) {
  await wholeSenior(page);
  const { x, y, width, height } = await page.locator("[data-box]", { hasText: "Unity Catalog" }).boundingBox();
  const from = { x: x + width / 2, y: y + height / 3 };
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await page.mouse.move(from.x + 100, from.y - 30, { steps: 4 });
  await page.mouse.move(from.x + 240, from.y + 2, { steps: 8 });
}

/** The pointer's trail, which fades. */
export async function laser(page) {
  await wholeSenior(page);
  await page.locator("#canvas").focus();
  await page.keyboard.press("Shift+L");
  await page.mouse.move(300, 420);
  await page.mouse.down();
  for (let step = 0; step <= 40; step += 1) {
    await page.mouse.move(300 + step * 16, 420 + 40 * Math.sin(step / 4));
  }
}

/** A frame as a slide. */
export async function slide(page) {
  await frames(page);
  await page.keyboard.press("Escape");
  await page.keyboard.press("Shift+P");
}

/** A paste of which something was left out. */
export async function tooMuch(page) {
  await page.locator("#canvas").focus();
  await page.evaluate(() => {
    const data = new DataTransfer();
    const lines = Array.from({ length: 520 }, (_, nth) => `Job ${nth}: p99 20 ms`);
    data.setData("text/plain", lines.join("\n"));
    const paste = new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true });
    document.getElementById("canvas").dispatchEvent(paste);
  });
  await page.locator(".notice:not([hidden])").waitFor();
  await judged(page);
}

export async function far(page) {
  await hold(page, boardText(1000));
  await drop(page);
  await judged(page);
}

/** What stands beside boxes and edges. */
export async function remarks(page) {
  await wholeSenior(page);
  await page.locator("#canvas").focus();
  for (const [key, x, y, words] of [
    ["Shift+N", 1130, 470, "Ask: who may unblock a card at night?"],
    ["Shift+N", 1280, 510, "Replay drill\nevery quarter,\nwith Risk"],
    ["t", 60, 180, "Speed layer first, batch catches up"],
  ]) {
    await page.mouse.move(x, y);
    await page.keyboard.press(key);
    await page.keyboard.insertText(words);
    await page.keyboard.press("Escape");
  }
}

/** A ring drawn around a box, and the laser pointer on its way. */
export async function pen(page) {
  await frames(page);
  await page.keyboard.press("Escape");
  await page.keyboard.press("d");
  await page.mouse.move(1140, 350);
  await page.mouse.down();
  for (let step = 0; step <= 40; step += 1) {
    const turn = (step / 40) * 6.6;
    await page.mouse.move(1085 + 90 * Math.cos(turn) + step / 4, 350 + 62 * Math.sin(turn));
  }
  await page.mouse.up();
  await page.keyboard.press("Escape");
}

/** Lines of a pen that tells how hard it is pressed. */
export async function pressed(page) {
  await frames(page);
  await page.keyboard.press("Escape");
  await page.keyboard.press("d");
  await pressPen(page);
  await page.keyboard.press("Escape");
}

/** A box, a note and a frame that are locked, and a group that is selected. */
export async function held(page) {
  await frames(page);
  await page.keyboard.press("Control+Shift+l");
  for (const [x, y] of [[340, 350], [1190, 540]]) {
    await page.mouse.click(x, y);
    await page.keyboard.press("Control+Shift+l");
  }
  await page.mouse.click(840, 190);
  await page.keyboard.down("Shift");
  await page.mouse.click(1090, 350);
  await page.keyboard.up("Shift");
  await page.keyboard.press("Control+g");
}

/** All boxes in the lanes of their teams. */
export async function lanes(page) {
  await wholeSenior(page);
  await page.keyboard.press("Control+k");
  await page.keyboard.type("lanes by owner");
  await page.keyboard.press("Enter");
  await page.keyboard.press("Escape");
}

/** Boxes held together, one frame selected. */
export async function frames(page) {
  await remarks(page);
  await page.keyboard.press("Escape");
  for (const [from, to, title] of [
    [[240, 120], [712, 478], "Speed layer"],
    [[480, 600], [1400, 780], "Batch layer"],
  ]) {
    await page.keyboard.press("Shift+F");
    await page.mouse.move(...from);
    await page.mouse.down();
    await page.mouse.move(...to, { steps: 3 });
    await page.mouse.up();
    await page.keyboard.insertText(title);
    await page.keyboard.press("Enter");
    await page.keyboard.press("Escape");
  }
  await page.mouse.click(300, 108);
}

export async function written(page) {
  await remarks(page);
  await page.mouse.move(120, 600);
  await page.keyboard.press("Shift+N");
  await page.keyboard.insertText("Two regions? A second Kafka costs $12k/mo, and nobody asked for it");
}
