// Finds and starts Chromium: as a rule with nothing stored, or on a profile that can be killed.
import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync } from "node:fs";
import { createInterface } from "node:readline";
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
 * Starts a headless Chromium on the folder `profile`, which keeps what pages store.
 * Gives its `context`, `close()`, and `kill()`, which ends it the way a crash does.
 */
export async function launchProfile(profile, { args = [] } = {}) {
  const own = ["--headless", "--no-sandbox", "--remote-debugging-port=0"];
  const child = spawn(find(), [...own, `--user-data-dir=${profile}`, ...FLAGS, ...args], {
    stdio: ["ignore", "ignore", "pipe"],
  });
  const browser = await chromium.connectOverCDP(await address(child));
  const end = async (signal) => {
    if (child.exitCode !== null || child.signalCode !== null) return;
    const gone = once(child, "exit");
    child.kill(signal);
    await gone;
    await browser.close();
  };
  return {
    context: browser.contexts()[0],
    close: () => end("SIGTERM"),
    kill: () => end("SIGKILL"),
  };
}

async function address(child) {
  const lines = createInterface({ input: child.stderr });
  // Chromium stops when nobody reads what it says, so the loop goes on after the address.
  return new Promise((resolve, reject) => {
    lines.on("line", (line) => {
      const found = /DevTools listening on (ws:\S+)/.exec(line);
      if (found) resolve(found[1]);
    });
    lines.on("close", () => reject(new Error("Chromium ended before it listened")));
  });
}

function find() {
  const file = BROWSERS.find((file) => file && existsSync(file));
  assert.ok(file, "No browser: `cargo xtask test` installs one, or name yours in CHROMIUM.");
  return file;
}
