// The states of the page in which something is played on the board.
import { junior, senior, wholeSenior } from "./examples.mjs";

/** One of the stresses, on a board that a function draws. */
export async function whatIf(page, draw, name) {
  await draw(page);
  await page.locator("#canvas").press("Shift+W");
  await page.getByRole("tab", { name }).click();
  await page.locator(".what-if-figures, .what-if-error").first().waitFor();
  await page.locator("#canvas").focus();
  await page.keyboard.press("1");
  await page.waitForTimeout(300);
}

export const spike = (page) => whatIf(page, senior, "Spike");
export const down = (page) => whatIf(page, wholeSenior, "Box down");
export const walk = (page) => whatIf(page, wholeSenior, "One event");
export const bill = (page) => whatIf(page, senior, "Half the bill");
export const unsaid = (page) => whatIf(page, junior, "Box down");

export async function onPhone(page) {
  await senior(page);
  await page.getByRole("navigation", { name: "Panels" }).getByRole("button", { name: "What if" }).tap();
  await page.getByRole("tab", { name: "Box down" }).tap();
  await page.locator(".what-if-figures").waitFor();
}
