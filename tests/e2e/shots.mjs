// Takes screenshots of the states of the page (`states.mjs`), in both themes.
// Run by `cargo xtask shots`; its one argument is the folder to put them in. `--only WORD` takes the
// states whose name holds the word; `--readme` writes the pictures that the README shows to
// `www/shots/` instead.
import { mkdir } from "node:fs/promises";
import path from "node:path";
import { parseArgs } from "node:util";
import { assertNoProblems, launch, newPage, serveDist } from "./harness.mjs";
import { STATES } from "./states.mjs";

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

async function shoot(file, { screen, theme, reach, isUnderWay }) {
  const page = await newPage(browser, server.url, { ...screen, theme });
  await page.getByRole("button", { name: "Senior board" }).first().waitFor();
  await reach(page);
  if (!isUnderWay) await page.mouse.move(0, 0);
  await page.evaluate(() => document.fonts.ready);
  await page.waitForTimeout(400);
  await page.screenshot({ path: file });
  assertNoProblems(page);
  await page.context().close();
  console.log(file);
}
