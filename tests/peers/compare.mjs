// Measures the page against other editors: the same graph in each, one after the other in one run, by CPU time of the
// main thread. Run by `cargo xtask bench`; prints tables in Markdown. `--sizes 100,1000`, `--views near` and `--rounds N`
// change what is taken, `--json FILE` also writes the figures, and `--write FILE` puts the tables into a file of Markdown,
// between the lines `<!-- editors -->` and `<!-- /editors -->`.
import assert from "node:assert/strict";
import { readFile, writeFile } from "node:fs/promises";
import { parseArgs } from "node:util";
import { drop, hold } from "../e2e/boards.mjs";
import { assertNoProblems, launch, newPage, serveDist } from "../e2e/harness.mjs";
import { median, meter } from "../e2e/metering.mjs";
import { along, boxNearMiddle, drawn, liftedPlace, paced } from "../e2e/moving.mjs";
import { saved } from "../e2e/person.mjs";
import { bundle } from "./bundle.mjs";
import { WINDOW, boardText } from "./graph.mjs";

const { values: options } = parseArgs({
  options: {
    json: { type: "string" },
    rounds: { type: "string", default: "1" },
    sizes: { type: "string", default: "100,1000,5000" },
    views: { type: "string", default: "near,whole" },
    write: { type: "string" },
  },
});
const MOVES = 60;
const TURNS = 40;
/** An editor that needs longer to draw has no figures. */
const PATIENCE = 120_000;
const VIEWS = { near: "at 100 %", whole: "seen whole" };

/** Each editor with the name of its bundle, what its address says, and whether the wheel moves and zooms it. */
const EDITORS = [
  { name: "Sketchlint" },
  { name: "React Flow", folder: "react-flow", wheel: true },
  { name: "React Flow, culled", folder: "react-flow", query: "&culled", wheel: true },
  { name: "Excalidraw", folder: "excalidraw", wheel: true },
  { name: "maxGraph", folder: "maxgraph" },
  { name: "JointJS", folder: "jointjs" },
];

const figures = [];
const tables = [];
const ours = await serveDist();
const peers = await serveDist({ folder: await bundle() });
try {
  for (const boxes of options.sizes.split(",").map(Number)) {
    for (const view of options.views.split(",")) await compare(boxes, view);
  }
} finally {
  await Promise.all([ours.close(), peers.close()]);
}
if (options.json) await writeFile(options.json, `${JSON.stringify(figures, null, 2)}\n`);
if (options.write) await writeTables(options.write);

function say(line) {
  tables.push(line);
  console.log(line);
}

async function writeTables(file) {
  const [begin, end] = ["<!-- editors -->", "<!-- /editors -->"];
  const text = await readFile(file, "utf8");
  assert.ok(text.includes(begin) && text.includes(end), `${file} has no place for the tables`);
  const [before, after] = [text.slice(0, text.indexOf(begin)), text.slice(text.indexOf(end))];
  await writeFile(file, `${before}${begin}\n${tables.join("\n")}\n\n${after}`);
}

/** Prints one table: what the board of `boxes` boxes costs in each editor. */
async function compare(boxes, view) {
  const columns = ["load", "move of a drag", "pan", "zoom", "memory"];
  say(`\n${boxes.toLocaleString("en")} boxes, ${VIEWS[view]} (ms; MB of the page's process)\n`);
  say(`| editor | ${columns.join(" | ")} |\n|${"---|".repeat(columns.length + 1)}`);
  for (const editor of EDITORS) {
    const rounds = [];
    for (let round = 0; round < Number(options.rounds); round += 1) {
      rounds.push(await measured(editor, boxes, view));
    }
    const middle = Object.fromEntries(
      columns.map((column) => [column, median(rounds.map((figure) => figure[column] ?? null))]),
    );
    figures.push({ editor: editor.name, boxes, view, ...middle });
    const cells = columns.map((column) => middle[column]?.toPrecision(3) ?? "-");
    say(`| ${editor.name} | ${cells.join(" | ")} |`);
  }
}

/** One round in a browser of its own; an editor that does not draw the board in time has no figures. */
async function measured(editor, boxes, view) {
  const browser = await launch();
  try {
    return editor.folder ? await measuredPeer(browser, editor, boxes, view) : await measuredOurs(browser, boxes, view);
  } catch (error) {
    if (error.name !== "TimeoutError") throw error;
    return {};
  } finally {
    await browser.close();
  }
}

/** The board is stored by a first visit; what counts is the second, from the address to the drawn board. */
async function measuredOurs(browser, boxes, view) {
  const first = await newPage(browser, ours.url, WINDOW);
  await first.locator("#canvas").waitFor();
  await hold(first, boardText(boxes));
  await drop(first);
  await drawn(first);
  await saved(first);
  const context = first.context();
  await first.close();
  const page = await context.newPage();
  const gauge = await meter(page);
  await page.goto(ours.url);
  await drawn(page);
  const load = (await gauge.read()).cpu;
  await gauge.quiet();
  const memory = await residentMegabytes(browser);
  await page.locator("#canvas").focus();
  await page.keyboard.press(view === "near" ? "0" : "1");
  await gauge.quiet();
  const at = await boxNearMiddle(page);
  const dragged = await drag(page, gauge, at, () => liftedPlace(page));
  const turned = await wheel(page, gauge);
  assertNoProblems(first);
  return { load, memory, "move of a drag": dragged, ...turned };
}

async function measuredPeer(browser, { folder, query = "", wheel: turns }, boxes, view) {
  const page = await offlinePage(browser);
  const gauge = await meter(page);
  await page.goto(`${peers.url}${folder}/index.html?boxes=${boxes}&view=${view}${query}`);
  await page.waitForFunction(() => window.peer, undefined, { polling: 50, timeout: PATIENCE });
  const load = (await gauge.read()).cpu;
  await gauge.quiet();
  const memory = await residentMegabytes(browser);
  const at = await page.evaluate(() => window.peer.centre());
  const dragged = await drag(page, gauge, at, () => page.evaluate(() => window.peer.place().join()));
  const turned = turns ? await wheel(page, gauge) : {};
  return { load, memory, "move of a drag": dragged, ...turned };
}

/** A page that reaches its own server alone, and whose faults end the run. */
async function offlinePage(browser) {
  const context = await browser.newContext({ viewport: WINDOW });
  await context.route(
    (address) => !address.href.startsWith(peers.url),
    (route) => route.abort(),
  );
  const page = await context.newPage();
  page.on("pageerror", (fault) => {
    throw fault;
  });
  return page;
}

/** Milliseconds a move of dragging the box at `at`; without figure where the editor takes the press for something else. */
async function drag(page, gauge, at, place) {
  await page.mouse.move(...at);
  await gauge.quiet();
  await page.mouse.down();
  await page.mouse.move(at[0] + 6, at[1] + 6);
  await page.waitForTimeout(100);
  const before = await place();
  const cost = await gauge.cost(async () => {
    for (let move = 1; move <= MOVES; move += 1) {
      await paced(() => page.mouse.move(...along(at, move, MOVES)));
    }
  });
  const held = await place();
  await page.mouse.up();
  await gauge.quiet();
  // Some show where a box goes, and put it there at the end.
  const moved = [held, await place()].some((now) => now && now !== before);
  return before && moved ? cost / MOVES : undefined;
}

/** Milliseconds a turn of the wheel that pans, there and back, and of one that zooms, in and out. */
async function wheel(page, gauge) {
  const turn = async (way) => {
    const cost = await gauge.cost(async () => {
      for (let turn = 0; turn < TURNS; turn += 1) await paced(() => page.mouse.wheel(...way(turn < TURNS / 2)));
    });
    await gauge.quiet();
    return cost / TURNS;
  };
  const pan = await turn((there) => (there ? [5, 12] : [-5, -12]));
  await page.keyboard.down("Control");
  const zoom = await turn((inward) => [0, inward ? -4 : 4]);
  await page.keyboard.up("Control");
  return { pan, zoom };
}

/** What the process that draws the page holds for itself, its workers and programs included. */
async function residentMegabytes(browser) {
  const session = await browser.newBrowserCDPSession();
  const { processInfo } = await session.send("SystemInfo.getProcessInfo");
  await session.detach();
  const sizes = await Promise.all(
    processInfo.filter(({ type }) => type === "renderer").map(({ id }) => anonymousMegabytes(id)),
  );
  assert.ok(sizes.length > 0, "the browser has no process that draws");
  return Math.max(...sizes);
}

async function anonymousMegabytes(process) {
  const status = await readFile(`/proc/${process}/status`, "utf8").catch(() => "");
  return Number(/^RssAnon:\s+(\d+)/m.exec(status)?.[1] ?? 0) / 1000;
}
