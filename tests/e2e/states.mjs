// The states of the page that pictures are taken of, and how a person gets there from the empty page.
import {
  aligned,
  dotsAndMap,
  far,
  frames,
  held,
  lanes,
  laser,
  pen,
  pressed,
  printed,
  remarks,
  slide,
  square,
  tidy,
  tooMuch,
  written,
} from "./states/drawn.mjs";
import { choose, fraud, judged, junior, senior, wholeSenior } from "./states/examples.mjs";
import { bill, down, onPhone, spike, unsaid, walk } from "./states/stressed.mjs";
import { costPressed, juniorScore, scoreMoved, seniorScore } from "./states/score.mjs";

const DESK = { width: 1440, height: 900 };
const PHONE = { width: 390, height: 844, deviceScaleFactor: 2, hasTouch: true, isMobile: true };

/** On which screen, and how to get there. */
export const STATES = {
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
  "menu-beside": { screen: DESK, reach: (page) => menu(page).then(() => menuBeside(page)) },
  "menu-of-edge": { screen: DESK, reach: menuOfEdge },
  "menu-of-board": { screen: DESK, reach: menuOfBoard },
  "phone-menu": { screen: PHONE, reach: menu },
  search: { screen: DESK, reach: search },
  "phone-search": { screen: PHONE, reach: search },
  line: { screen: DESK, reach: line },
  "line-completed": { screen: DESK, reach: completed },
  numbers: { screen: DESK, reach: (page) => sum(page, senior, "Latency") },
  "numbers-cost": { screen: DESK, reach: (page) => sum(page, senior, "Cost") },
  "numbers-missing": { screen: DESK, reach: (page) => sum(page, junior, "Latency") },
  "score-senior": { screen: DESK, reach: seniorScore },
  "score-junior": { screen: DESK, reach: juniorScore },
  "score-cost": { screen: DESK, reach: costPressed },
  "score-moved": { screen: DESK, reach: scoreMoved },
  "score-contrast": { screen: { ...DESK, contrast: "more" }, reach: juniorScore },
  "score-few-colours": { screen: { ...DESK, forcedColors: "active" }, reach: juniorScore },
  "phone-score": { screen: PHONE, reach: juniorScore },
  palette: { screen: DESK, reach: palette },
  keys: { screen: DESK, reach: keys },
  rule: { screen: DESK, reach: rule },
  far: { screen: DESK, reach: far },
  tidy: { screen: DESK, reach: tidy },
  aligned: { screen: DESK, reach: aligned, isUnderWay: true },
  laser: { screen: DESK, reach: laser, isUnderWay: true },
  slide: { screen: DESK, reach: slide },
  "slide-marked": { screen: DESK, reach: (page) => slide(page).then(() => page.keyboard.press("f")) },
  notice: { screen: DESK, reach: tooMuch },
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
  "what-if": { screen: DESK, reach: spike },
  "what-if-down": { screen: DESK, reach: down },
  "what-if-bill": { screen: DESK, reach: bill },
  "what-if-walk": { screen: DESK, reach: walk },
  "what-if-unsaid": { screen: DESK, reach: unsaid },
  "what-if-contrast": { screen: { ...DESK, contrast: "more" }, reach: down },
  "phone-what-if": { screen: PHONE, reach: onPhone },
  printed: { screen: { width: 1000, height: 700 }, reach: printed },
  "phone-note": { screen: PHONE, reach: noteByFinger },
  "phone-slide": { screen: PHONE, reach: (page) => junior(page).then(() => page.keyboard.press("Shift+P")) },
  "phone-empty": { screen: PHONE, reach: async () => {} },
  "phone-board": { screen: PHONE, reach: junior },
  "phone-card": { screen: PHONE, reach: typedByFinger },
  "phone-findings": { screen: PHONE, reach: (page) => junior(page).then(() => tab(page, "Findings")) },
  "phone-numbers": { screen: PHONE, reach: (page) => senior(page).then(() => tab(page, "Numbers")) },
  "phone-outline": { screen: PHONE, reach: (page) => junior(page).then(() => tab(page, "Outline")) },
  "phone-brief": { screen: PHONE, reach: (page) => junior(page).then(() => tab(page, "Brief")) },
};

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

/** What stands in the menu beside. */
async function menuBeside(page) {
  await page.getByRole("menuitem", { name: "Role" }).click();
}

async function menuOfEdge(page) {
  await senior(page);
  await page.locator("#canvas").press("e");
  await page.keyboard.press("Shift+F10");
  await page.getByRole("menuitem", { name: "Kind of edge" }).click();
}

async function menuOfBoard(page) {
  await senior(page);
  await page.mouse.click(520, 200, { button: "right" });
  await page.getByRole("menu").waitFor();
}

async function noteByFinger(page) {
  await junior(page);
  await page.getByRole("toolbar", { name: "Tools" }).getByRole("button", { name: "note" }).tap();
  await page.locator(".note-entry").waitFor();
  await page.keyboard.type("Ask who may unblock a card");
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

async function tab(page, name) {
  await page.getByRole("navigation", { name: "Panels" }).getByRole("button", { name }).tap();
}
