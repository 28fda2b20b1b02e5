// What every end-to-end test stands on: the built page in a real browser, where anything that the
// console complains about, and any address outside the page's own, fails the test.
import assert from "node:assert/strict";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { launch, launchProfile } from "./browser.mjs";
import { serveDist } from "./server.mjs";

export { launch, serveDist };

/**
 * Opens `url` in a page with nothing stored; `theme` is "light" or "dark", further options go to
 * Playwright's context (`hasTouch`, `isMobile`, …). `page.problems` gathers what went wrong.
 */
export async function newPage(
  browser,
  url,
  { theme = "light", width = 1280, height = 800, ...options } = {},
) {
  const context = await browser.newContext({
    viewport: { width, height },
    colorScheme: theme,
    reducedMotion: "reduce",
    locale: "en-GB",
    timezoneId: "UTC",
    ...options,
  });
  return openPage(context, url);
}

/** Opens `url` in a context that is there already, such as that of `launchProfile`. */
export async function openPage(context, url) {
  const page = await context.newPage();
  await watch(page, url);
  await page.goto(url);
  return page;
}

/** Gathers in `page.problems` all complaints, and every request that leaves the page's origin. */
async function watch(page, url) {
  const { origin } = new URL(url);
  const problems = [];
  page.problems = problems;
  page.on("pageerror", (error) => problems.push(`uncaught: ${error.stack ?? error}`));
  page.on("console", (message) => {
    if (message.type() === "error") problems.push(`console: ${message.text()}`);
  });
  page.on("requestfailed", (request) => {
    const reason = request.failure()?.errorText;
    // A page that goes away takes its requests with it.
    if (reason !== "net::ERR_ABORTED") problems.push(`failed: ${request.url()} (${reason})`);
  });
  page.on("response", (response) => {
    if (response.status() >= 400) problems.push(`${response.status()}: ${response.url()}`);
  });
  await page.context().route(
    (address) => /^(https?|wss?):/.test(address.protocol) && address.origin !== origin,
    (route) => {
      problems.push(`outside: ${route.request().url()}`);
      return route.abort();
    },
  );
}

/** Fails when the page complained; a test that expects a complaint empties the list itself. */
export function assertNoProblems(page) {
  assert.deepEqual(page.problems, [], "the page complained");
}

/**
 * The whole frame of a test: serves the page, starts a browser, opens the page, runs
 * `work(page, { browser, url })`, closes everything, and fails if the page complained.
 */
export async function withPage(options, work) {
  const server = await serveDist();
  try {
    const browser = await launch();
    try {
      const page = await newPage(browser, server.url, options);
      await work(page, { browser, url: server.url });
      assertNoProblems(page);
    } finally {
      await browser.close();
    }
  } finally {
    await server.close();
  }
}

/**
 * The frame of a test that outlives its browser: runs `work({ url, start })`, where each `start()`
 * is a browser on the same profile (see `launchProfile`), and leaves nothing behind.
 */
export async function withProfile(work) {
  const profile = await mkdtemp(path.join(tmpdir(), "sketchlint-"));
  const server = await serveDist();
  const started = [];
  const start = async () => {
    const browser = await launchProfile(profile);
    started.push(browser);
    return browser;
  };
  try {
    await work({ url: server.url, start });
  } finally {
    for (const browser of started) await browser.kill();
    await server.close();
    await rm(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
  }
}

/** Opens a board file in the page the way a person may: by dropping it on the page. */
export async function openBoard(page, file) {
  const text = await readFile(file, "utf8");
  await page.evaluate(
    ([name, content]) => {
      const data = new DataTransfer();
      data.items.add(new File([content], name, { type: "application/json" }));
      const target = document.elementFromPoint(innerWidth / 2, innerHeight / 2) ?? document.body;
      for (const type of ["dragenter", "dragover", "drop"]) {
        const event = new DragEvent(type, { dataTransfer: data, bubbles: true, cancelable: true });
        target.dispatchEvent(event);
      }
    },
    [path.basename(file), text],
  );
}
