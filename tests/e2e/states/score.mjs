// The score: in the bar, in the place of the brief, and how it moved.
import { junior, senior } from "./examples.mjs";

const inBar = (page) => page.getByRole("button", { name: /^Score: / });

/** The score of a senior's board. */
export async function seniorScore(page) {
  await senior(page);
  await open(page);
}

/** The score of a junior's board, one dimension unfolded. */
export async function juniorScore(page) {
  await junior(page);
  await open(page);
  await page.locator(".score-dimension summary", { hasText: "Technical fluency" }).click();
}

/** A cost was pressed: its finding is selected, and its box. */
export async function costPressed(page) {
  await juniorScore(page);
  await page.locator(".cost", { hasText: "CON001" }).nth(1).click();
  await page.waitForTimeout(300);
}

/** The end of a session in which a senior's board lost points and won most of them back. */
export async function scoreMoved(page) {
  await page.evaluate(() => {
    const now = Date.now;
    globalThis.passed = 0;
    Date.now = () => now() + globalThis.passed;
  });
  const pass = (minutes) => page.evaluate((by) => (globalThis.passed += by * 60_000), minutes);
  await senior(page);
  await open(page);
  await page.locator("#canvas").focus();
  const turns = [["Control+a", "Delete"], ["Control+z"], ["]", "Delete"], ["]", "Delete"], ["Control+z"]];
  for (const [at, keys] of turns.entries()) {
    await pass(3 + 2 * at);
    for (const key of keys) await page.keyboard.press(key);
    await page.waitForTimeout(1_500);
  }
  await pass(4);
  await page.locator(".score-table summary").click();
  await page.locator(".score-table").scrollIntoViewIfNeeded();
}

async function open(page) {
  await inBar(page).click();
  await page.locator(".score-result").waitFor();
}
