// Takes screenshots of the main states of the page, in both themes.
// Run by `cargo xtask shots`; its one argument is the folder to put them in. `--only WORD` takes the
// states whose name holds the word; `--readme` writes the pictures that the README shows to
// `www/shots/` instead.
import { mkdir } from "node:fs/promises";
import path from "node:path";
import { parseArgs } from "node:util";
import { boardText, drop, hold } from "./boards.mjs";
import { assertNoProblems, launch, newPage, serveDist } from "./harness.mjs";
import { pressPen } from "./person.mjs";

const DESK = { width: 1440, height: 900 };
const PHONE = { width: 390, height: 844, deviceScaleFactor: 2, hasTouch: true, isMobile: true };

/** The states: on which screen, and how to get there from the empty page. */
const STATES = {
  empty: { screen: DESK, reach: async () => {} },
  scoping: { screen: DESK, reach: scope },
  "fraud-senior": { screen: DESK, reach: wholeSenior },
  "fraud-junior": { screen: DESK, reach: juniorFinding },
  card: { screen: DESK, reach: card },
  "card-typed": { screen: DESK, reach: typed },
  "card-component": { screen: DESK, reach: component },
  outline: { screen: DESK, reach: outline },
  "outline-empty": { screen: DESK, reach: (page) => page.keyboard.press("Shift+O") },
  menu: { screen: DESK, reach: menu },
  search: { screen: DESK, reach: search },
  "phone-search": { screen: PHONE, reach: search },
  line: { screen: DESK, reach: line },
  "line-completed": { screen: DESK, reach: completed },
  numbers: { screen: DESK, reach: (page) => sum(page, senior, "Latency") },
  "numbers-cost": { screen: DESK, reach: (page) => sum(page, senior, "Cost") },
  "numbers-missing": { screen: DESK, reach: (page) => sum(page, junior, "Latency") },
  palette: { screen: DESK, reach: palette },
  keys: { screen: DESK, reach: keys },
  rule: { screen: DESK, reach: rule },
  far: { screen: DESK, reach: far },
  remarks: { screen: DESK, reach: remarks },
  pen: { screen: DESK, reach: pen },
  pressed: { screen: DESK, reach: pressed },
  held: { screen: DESK, reach: held },
  square: { screen: DESK, reach: square },
  lanes: { screen: DESK, reach: lanes },
  frames: { screen: DESK, reach: frames },
  "remarks-written": { screen: DESK, reach: written },
  "dots-and-map": { screen: DESK, reach: dotsAndMap },
  contrast: { screen: { ...DESK, contrast: "more" }, reach: juniorFinding },
  "few-colours": { screen: { ...DESK, forcedColors: "active" }, reach: juniorFinding },
  printed: { screen: { width: 1000, height: 700 }, reach: printed },
  "phone-empty": { screen: PHONE, reach: async () => {} },
  "phone-board": { screen: PHONE, reach: junior },
  "phone-card": { screen: PHONE, reach: typedByFinger },
  "phone-findings": { screen: PHONE, reach: (page) => junior(page).then(() => tab(page, "Findings")) },
  "phone-numbers": { screen: PHONE, reach: (page) => senior(page).then(() => tab(page, "Numbers")) },
  "phone-outline": { screen: PHONE, reach: (page) => junior(page).then(() => tab(page, "Outline")) },
  "phone-brief": { screen: PHONE, reach: (page) => junior(page).then(() => tab(page, "Brief")) },
};

/** What the README shows: light, and small enough to be kept. */
const README = {
  "fraud-senior": { ...STATES["fraud-senior"], theme: "light" },
  "fraud-junior": { ...STATES["fraud-junior"], theme: "dark" },
  phone: { ...STATES["phone-findings"], theme: "light" },
};

const { values: options, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    only: { type: "string", default: "" },
    readme: { type: "boolean", default: false },
  },
});

const folder = options.readme
  ? path.resolve(import.meta.dirname, "../../www/shots")
  : path.resolve(positionals[0] ?? "shots");
await mkdir(folder, { recursive: true });
const server = await serveDist();
const browser = await launch();
try {
  for (const [name, state] of wanted()) {
    await shoot(path.join(folder, `${name}.png`), state);
  }
} finally {
  await browser.close();
  await server.close();
}

/** Names of files and their states. */
function wanted() {
  const all = options.readme
    ? Object.entries(README)
    : Object.entries(STATES).flatMap(([name, state]) =>
        ["light", "dark"].map((theme) => [`${name}-${theme}`, { ...state, theme }]),
      );
  return all.filter(([name]) => name.includes(options.only));
}

async function shoot(file, { screen, theme, reach }) {
  const page = await newPage(browser, server.url, { ...screen, theme });
  await page.getByRole("button", { name: "Senior board" }).first().waitFor();
  await reach(page);
  await page.mouse.move(0, 0);
  await page.evaluate(() => document.fonts.ready);
  await page.waitForTimeout(400);
  await page.screenshot({ path: file });
  assertNoProblems(page);
  await page.context().close();
  console.log(file);
}

/** The prompt, three answers, and the first boxes, by keyboard. */
async function scope(page) {
  await fraud(page).locator("button").first().click();
  for (const about of ["latency", "volume", "failure"]) {
    await page.getByRole("button", { name: `Ask the interviewer about ${about}` }).click();
  }
  await page.keyboard.press("Escape");
  for (const [key, label, constraints] of [
    ["i", "Kafka", "500k ev/s, p99 20 ms, 7-day replay"],
    ["Tab", "Flink features", "p99 60 ms, exactly-once"],
    ["Tab", "Feature store", "p99 5 ms"],
  ]) {
    await page.keyboard.press(key);
    await page.keyboard.type(label);
    await page.keyboard.press("Tab");
    await page.keyboard.type(constraints);
    await page.keyboard.press("Enter");
  }
  await judged(page);
}

function fraud(page) {
  return page.locator('[data-prompt="fraud-50k"]');
}

async function senior(page) {
  await fraud(page).getByRole("button", { name: "Senior board" }).click();
  await judged(page);
}

/** With both panels folded, so that the board has the room that it has on a large screen. */
async function wholeSenior(page) {
  await senior(page);
  for (const panel of ["Brief", "Findings"]) {
    await page.getByRole("button", { name: panel, exact: true, pressed: true }).first().click();
  }
  await page.locator("#canvas").focus();
  await page.waitForTimeout(200);
  await page.keyboard.press("1");
  await page.evaluate(() => document.activeElement.blur());
}

async function junior(page) {
  await fraud(page).getByRole("button", { name: "Junior board" }).click();
  await judged(page);
}

/** A board whose edges are all square. */
async function square(page) {
  await wholeSenior(page);
  await page.keyboard.press("Shift+R");
}

async function juniorFinding(page) {
  await junior(page);
  await page.locator(".finding-head", { hasText: /FLR|NUM|OWN/ }).first().click();
}

async function card(page) {
  await senior(page);
  await page.keyboard.press("0");
  await choose(page, "Card features");
  await page.keyboard.press("k");
}

/** The grid of dots, and the minimap of a board with a few dozen boxes. */
async function dotsAndMap(page) {
  await hold(page, boardText(120));
  await drop(page);
  await page.getByRole("button", { name: "File", exact: true }).click();
  await page.getByRole("menuitem", { name: "Grid of dots" }).click();
  for (let step = 0; step < 5; step += 1) await page.keyboard.press("+");
  await judged(page);
}

/** The sheet that is printed. */
async function printed(page) {
  await senior(page);
  await page.evaluate(() => window.dispatchEvent(new Event("beforeprint")));
  await page.emulateMedia({ media: "print" });
}

/** The third hit of a few. */
async function search(page) {
  await senior(page);
  await page.locator("#canvas").press("/");
  await page.keyboard.type("risk");
  for (let hit = 0; hit < 2; hit += 1) await page.keyboard.press("Enter");
}

/** What can be done with a box. */
async function menu(page) {
  await senior(page);
  await page.locator("#canvas").press("]");
  await page.keyboard.press("Shift+F10");
  await page.getByRole("menu").waitFor();
}

/** The board as a tree, with one box unfolded. */
async function outline(page) {
  await junior(page);
  await page.keyboard.press("Shift+O");
  await page.getByRole("treeitem").first().waitFor();
  for (const key of ["ArrowDown", "ArrowDown", "ArrowRight"]) await page.keyboard.press(key);
}

async function line(page) {
  await senior(page);
  await choose(page, "Card events");
  await page.keyboard.press("l");
}

/** A label that is taken for something, and goes on in several ways. */
async function typed(page) {
  await scope(page);
  await page.locator("#canvas").press("Enter");
  await page.locator('.card [data-field="Label"]').fill("DL");
  await page.keyboard.type("T");
  await page.locator(".offers li").first().waitFor();
  await page.keyboard.press("ArrowDown");
}

async function typedByFinger(page) {
  await senior(page);
  await page.locator("#canvas").press("]");
  await page.keyboard.press("Enter");
  await page.locator('.card [data-field="Label"]').fill("Kaf");
  await page.locator(".offers li").first().waitFor();
}

/** What it could be taken for instead. */
async function component(page) {
  await typed(page);
  await page.keyboard.press("Escape");
  await page.locator(".taken .button").click();
  await page.locator(".offers li").first().waitFor();
}

async function completed(page) {
  await line(page);
  await page.keyboard.press("Control+a");
  await page.keyboard.type("MSK: 50k ev/s, p99 20 ms @Payments because ");
  await page.locator(".offers li").first().waitFor();
  await page.keyboard.press("ArrowDown");
}

/** Clicks the box with this label; only the board itself takes pointers. */
async function choose(page, label) {
  const { x, y } = await page.locator("[data-box]", { hasText: label }).first().boundingBox();
  await page.mouse.click(x + 24, y + 14);
}

/** The board of `draw` with one of its sums below it. */
async function sum(page, draw, name) {
  await draw(page);
  await page.locator("#canvas").press("n");
  await page.getByRole("tab", { name }).click();
  await page.locator("#canvas").focus();
  await page.keyboard.press("1");
}

async function palette(page) {
  await senior(page);
  await page.keyboard.press("Control+k");
  await page.keyboard.type("edge");
}

async function keys(page) {
  await senior(page);
  await page.keyboard.press("?");
}

async function rule(page) {
  await juniorFinding(page);
  await page.getByRole("button", { name: /Why\?/ }).click();
}

async function far(page) {
  await hold(page, boardText(1000));
  await drop(page);
  await judged(page);
}

/** What stands beside boxes and edges. */
async function remarks(page) {
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
async function pen(page) {
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
async function pressed(page) {
  await frames(page);
  await page.keyboard.press("Escape");
  await page.keyboard.press("d");
  await pressPen(page);
  await page.keyboard.press("Escape");
}

/** A box, a note and a frame that are locked, and a group that is selected. */
async function held(page) {
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
async function lanes(page) {
  await wholeSenior(page);
  await page.keyboard.press("Control+k");
  await page.keyboard.type("lanes by owner");
  await page.keyboard.press("Enter");
  await page.keyboard.press("Escape");
}

/** Boxes held together, one frame selected. */
async function frames(page) {
  await remarks(page);
  await page.keyboard.press("Escape");
  for (const [from, to, title] of [
    [[250, 120], [660, 440], "Speed layer"],
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

async function written(page) {
  await remarks(page);
  await page.mouse.move(120, 600);
  await page.keyboard.press("Shift+N");
  await page.keyboard.insertText("Two regions? A second Kafka costs $12k/mo, and nobody asked for it");
}

async function tab(page, name) {
  await page.getByRole("navigation", { name: "Panels" }).getByRole("button", { name }).tap();
}

/** The linter has spoken: it does so once typing pauses for a blink. */
async function judged(page) {
  await page.waitForTimeout(700);
}
