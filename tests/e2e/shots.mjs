// Takes screenshots of the main states of the page, each in both themes and at phone width.
// Run by `cargo xtask shots`; its one argument is the folder to put them in.
import { mkdir } from "node:fs/promises";
import path from "node:path";
import { assertNoProblems, launch, newPage, serveDist } from "./harness.mjs";

const SCREENS = {
  light: { theme: "light" },
  dark: { theme: "dark" },
  phone: { theme: "light", width: 390, height: 844, deviceScaleFactor: 2, hasTouch: true },
};

/** The states: a name, and how to get there from the empty page. */
const STATES = {
  empty: async () => {},
};

const folder = path.resolve(process.argv[2] ?? "shots");
await mkdir(folder, { recursive: true });
const server = await serveDist();
const browser = await launch();
try {
  for (const [state, reach] of Object.entries(STATES)) {
    for (const [screen, options] of Object.entries(SCREENS)) {
      const page = await newPage(browser, server.url, options);
      await page.waitForFunction(() => document.body.childElementCount > 0);
      await reach(page);
      const file = path.join(folder, `${state}-${screen}.png`);
      await page.screenshot({ path: file });
      assertNoProblems(page);
      await page.context().close();
      console.log(file);
    }
  }
} finally {
  await browser.close();
  await server.close();
}
