// Measures the built page in a headless Chromium, by CPU time of its main thread: start, load, drag,
// pan, zoom, typing, memory, bytes. Run by `cargo xtask bench`; `--json FILE` also writes the figures,
// `--rounds N` is how often each is taken (the middle counts).
import assert from "node:assert/strict";
import { readFile, readdir, writeFile } from "node:fs/promises";
import path from "node:path";
import { parseArgs } from "node:util";
import { brotliCompressSync, gzipSync } from "node:zlib";
import { boardText, drop, hold } from "./boards.mjs";
import { assertNoProblems, launch, newPage, openBoard, serveDist } from "./harness.mjs";
import { median, meter } from "./metering.mjs";
import { along, boxNearMiddle, drawn, liftedPlace, paced } from "./moving.mjs";
import { DIST } from "./server.mjs";

const SENIOR = path.resolve(import.meta.dirname, "../../diagrams/fraud-50k/senior.board.json");
const SIZES = [40, 1000, 5000];

const { values: options } = parseArgs({
  options: {
    json: { type: "string" },
    rounds: { type: "string", default: "3" },
  },
});

const server = await serveDist();
const browser = await launch();
const figures = {};
try {
  await taken("cold start, fraud board", "ms", coldStart);
  for (const boxes of SIZES) await measureBoard(boxes);
  await taken("a key in a constraint, 1,000 boxes", "ms", () => typing(1000));
} finally {
  await browser.close();
  await server.close();
}
await weigh(DIST);
if (options.json) await writeFile(options.json, `${JSON.stringify(figures, null, 2)}\n`);

/** Takes a measurement several times and prints the middle of each of its figures. */
async function taken(title, unit, measure) {
  const rounds = [];
  for (let round = 0; round < Number(options.rounds); round += 1) rounds.push(await measure());
  for (const name of Object.keys(rounds[0])) {
    note(`${title}: ${name}`, median(rounds.map((round) => round[name])), unit);
  }
}

function note(name, value, unit) {
  figures[name] = { value: Number(value.toPrecision(3)), unit };
  console.log(`${name.padEnd(64)} ${value.toFixed(1).padStart(9)} ${unit}`);
}

/** A second visit: the board of the last one is drawn again. */
async function coldStart() {
  const first = await newPage(browser, server.url, { width: 1280, height: 800 });
  await openBoard(first, SENIOR);
  await drawn(first);
  await (await meter(first)).quiet();
  await first.waitForTimeout(300);
  const context = first.context();
  await first.close();
  const page = await context.newPage();
  const gauge = await meter(page);
  await page.goto(server.url);
  await drawn(page);
  const toDrawn = (await gauge.read()).cpu;
  await gauge.quiet();
  const toQuiet = (await gauge.read()).cpu;
  await context.close();
  return { "until drawn": toDrawn, "until quiet": toQuiet };
}

async function measureBoard(boxes) {
  const text = boardText(boxes);
  const name = `${boxes.toLocaleString("en")} boxes`;
  await taken(name, "ms", () => withBoard(text, looking));
  const { heap, elements } = await withBoard(text, async (page, gauge) => gauge.read());
  note(`${name}: JavaScript heap`, heap, "MB");
  note(`${name}: nodes of the document`, elements, "");
}

/** What it costs to load a board, and then to move about in it, seen whole and at one to one. */
async function looking(page, gauge, load) {
  const whole = await moving(page, gauge, "seen whole");
  await page.keyboard.press("1");
  await page.keyboard.press("0");
  await gauge.quiet();
  return { ...load, ...whole, ...(await moving(page, gauge, "at 100 %")) };
}

async function moving(page, gauge, view) {
  return {
    [`a move of a drag, ${view}`]: await drag(page, gauge),
    [`a turn of the wheel that pans, ${view}`]: await wheel(page, gauge, (turn) => (turn < 20 ? [5, 12] : [-5, -12])),
    [`a turn of the wheel that zooms, ${view}`]: await zoom(page, gauge),
  };
}

async function withBoard(text, work) {
  const page = await newPage(browser, server.url, { width: 1280, height: 800 });
  const gauge = await meter(page);
  await page.locator("#canvas").waitFor();
  await hold(page, text);
  await gauge.quiet();
  const before = (await gauge.read()).cpu;
  await drop(page);
  await drawn(page);
  const toDrawn = (await gauge.read()).cpu - before;
  await gauge.quiet();
  const toQuiet = (await gauge.read()).cpu - before;
  const result = await work(page, gauge, {
    "load, until drawn": toDrawn,
    "load, until judged and stored": toQuiet,
  });
  assertNoProblems(page);
  await page.context().close();
  return result;
}

/** Drags the box that is nearest to the middle, and makes sure that it went along. */
async function drag(page, gauge) {
  const MOVES = 60;
  const [x, y] = await boxNearMiddle(page);
  await page.mouse.move(x, y);
  await gauge.quiet();
  await page.mouse.down();
  await page.mouse.move(x + 6, y + 6);
  await page.waitForTimeout(100);
  const before = await liftedPlace(page);
  const cost = await gauge.cost(async () => {
    for (let move = 1; move <= MOVES; move += 1) {
      await paced(() => page.mouse.move(...along([x, y], move, MOVES)));
    }
  });
  const after = await liftedPlace(page);
  assert.ok(before && after && before !== after, `the box did not move: ${before}, ${after}`);
  await page.keyboard.press("Escape");
  await page.mouse.up();
  await gauge.quiet();
  return cost / MOVES;
}

async function wheel(page, gauge, delta) {
  const TURNS = 40;
  const cost = await gauge.cost(async () => {
    for (let turn = 0; turn < TURNS; turn += 1) await paced(() => page.mouse.wheel(...delta(turn)));
  });
  await gauge.quiet();
  return cost / TURNS;
}

/** As far in as out again. */
async function zoom(page, gauge) {
  await page.keyboard.down("Control");
  const cost = await wheel(page, gauge, (turn) => [0, turn < 20 ? -4 : 4]);
  await page.keyboard.up("Control");
  return cost;
}

/** A key in a constraint: typed fast, when nothing is judged in between, and slowly, when it is. */
async function typing(boxes) {
  const KEYS = 20;
  return withBoard(boardText(boxes), async (page, gauge) => {
    await page.keyboard.press("0");
    const [x, y] = await boxNearMiddle(page);
    await page.mouse.click(x, y);
    await page.keyboard.press("k");
    await gauge.quiet();
    const type = async (pause) => {
      const cost = await gauge.cost(async () => {
        for (let key = 0; key < KEYS; key += 1) {
          await page.keyboard.type("1");
          await page.waitForTimeout(pause);
        }
      });
      return cost / KEYS;
    };
    await page.keyboard.type(", keep ");
    await gauge.quiet();
    const fast = await type(60);
    await gauge.quiet();
    const slow = await type(900);
    const text = await page.evaluate(() => document.activeElement?.value ?? "");
    assert.match(text, /keep 1{40}$/, "the keys went elsewhere");
    return { "main thread": fast, "with the judgement that follows": slow };
  });
}

/** What the files of the bundle weigh, without fonts. */
async function weigh(folder) {
  const sum = { raw: 0, gzip: 0, brotli: 0 };
  for (const file of (await readdir(folder, { recursive: true })).sort()) {
    if (!/\.(html|js|css|wasm|svg)$/.test(file)) continue;
    const bytes = await readFile(path.join(folder, file));
    const sizes = { raw: bytes.length, gzip: gzipSync(bytes, { level: 9 }).length, brotli: brotliCompressSync(bytes).length };
    for (const [kind, size] of Object.entries(sizes)) {
      sum[kind] += size;
      note(`${file.replace(/-[0-9a-f]{8,16}/, "")}: ${kind}`, size / 1000, "kB");
    }
  }
  for (const [kind, size] of Object.entries(sum)) note(`the page without fonts: ${kind}`, size / 1000, "kB");
}
