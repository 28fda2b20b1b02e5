// Makes thousands of gestures that change nothing in the end, and fails if the page holds more afterwards: listeners,
// nodes, heap. Run by `cargo xtask soak`; `--gestures N` is how many.
import assert from "node:assert/strict";
import path from "node:path";
import { parseArgs } from "node:util";
import { assertNoProblems, launch, newPage, openBoard, serveDist } from "./harness.mjs";
import { boxNearMiddle } from "./moving.mjs";

const SENIOR = path.resolve(import.meta.dirname, "../../diagrams/fraud-50k/senior.board.json");
/** What may be held besides: caches fill while they are new. */
const MORE = { JSEventListeners: 0, Nodes: 0, JSHeapUsedSize: 0.1 };

/** Each leaves the board as it was. */
const GESTURES = [
  async (page, [x, y]) => {
    await page.mouse.down();
    await page.mouse.move(x + 60, y + 40, { steps: 3 });
    await page.keyboard.press("Escape");
    await page.mouse.up();
  },
  (page) => press(page, "Enter", "Escape"),
  (page) => press(page, "Control+k", "Escape"),
  (page) => press(page, "Shift+F10", "Escape"),
  (page) => press(page, "Shift+O", "Escape"),
  (page) => press(page, "+", "-"),
  async (page) => {
    await page.mouse.wheel(40, 30);
    await page.mouse.wheel(-40, -30);
  },
  (page) => press(page, "]", "Escape"),
  (page) => press(page, "?", "Escape"),
  (page) => press(page, "l", "Escape"),
];

const { values: options } = parseArgs({ options: { gestures: { type: "string", default: "10000" } } });
const server = await serveDist();
const browser = await launch();
try {
  const page = await newPage(browser, server.url, { width: 1280, height: 800 });
  await page.locator("#canvas").waitFor();
  await openBoard(page, SENIOR);
  const session = await page.context().newCDPSession(page);
  await session.send("Performance.enable");
  await session.send("HeapProfiler.enable");
  const at = await boxNearMiddle(page);
  const rounds = Math.ceil(Number(options.gestures) / GESTURES.length);
  for (let round = 0; round < rounds / 10; round += 1) await makeAll(page, at);
  const before = await held(page, session);
  for (let round = 0; round < rounds; round += 1) await makeAll(page, at);
  const after = await held(page, session);
  assertNoProblems(page);
  console.log(`${rounds * GESTURES.length} gestures`);
  for (const [name, more] of Object.entries(MORE)) {
    console.log(`${name.padEnd(18)} ${before[name]} before, ${after[name]} after`);
    assert.ok(after[name] <= before[name] * (1 + more), `${name} has grown`);
  }
} finally {
  await browser.close();
  await server.close();
}

async function makeAll(page, at) {
  for (const make of GESTURES) {
    await page.mouse.move(...at);
    await make(page, at);
  }
}

async function press(page, ...keys) {
  for (const key of keys) await page.keyboard.press(key);
}

/** What the page holds with the board whole in view, nothing selected, and everything gone that nobody needs. */
async function held(page, session) {
  await press(page, "Escape", "Escape", "1");
  await page.waitForTimeout(2000);
  for (let time = 0; time < 3; time += 1) await session.send("HeapProfiler.collectGarbage");
  const { metrics } = await session.send("Performance.getMetrics");
  return Object.fromEntries(metrics.map(({ name, value }) => [name, value]));
}
