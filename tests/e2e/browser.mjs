// Finds and starts Chromium: as a rule with nothing stored, or on a profile that can be killed.
import assert from "node:assert/strict";
import { existsSync } from "node:fs";
import { readlink } from "node:fs/promises";
import path from "node:path";
import { chromium } from "playwright-core";

const BROWSERS = [
  process.env.CHROMIUM,
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
];

// Without the network flags Chromium looks for its makers' hosts at every start.
const FLAGS = [
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  "--disable-dev-shm-usage",
  "--font-render-hinting=none",
];

/** Starts a headless Chromium that stores nothing beyond its own life. */
export async function launch({ args = [] } = {}) {
  return chromium.launch({ executablePath: find(), headless: true, args: [...FLAGS, ...args] });
}

/**
 * Starts a headless Chromium on the folder `profile`, which keeps what pages store. Gives its
 * `context`, and `close()` and `kill()`, which end it in order or the way a crash does.
 */
export async function launchProfile(profile, { args = [] } = {}) {
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: find(),
    headless: true,
    args: [...FLAGS, ...args],
  });
  let open = true;
  const gone = new Promise((resolve) => context.once("close", resolve)).then(() => {
    open = false;
  });
  return {
    context,
    close: () => context.close(),
    async kill() {
      if (open) process.kill(await holder(profile), "SIGKILL");
      await gone;
    },
  };
}

/** The process that holds a profile: Chromium's lock is a link to "host-pid". */
async function holder(profile) {
  const lock = await readlink(path.join(profile, "SingletonLock"));
  return Number(lock.slice(lock.lastIndexOf("-") + 1));
}

function find() {
  const file = BROWSERS.find((file) => file && existsSync(file));
  assert.ok(file, "No browser: `cargo xtask test` installs one, or name yours in CHROMIUM.");
  return file;
}
