// The boards that the states of the page begin with.

export function fraud(page) {
  return page.locator('[data-prompt="fraud-50k"]');
}

export async function senior(page) {
  await fraud(page).getByRole("button", { name: "Senior board" }).click();
  await judged(page);
}

/** With both panels folded, so that the board has the room that it has on a large screen. */
export async function wholeSenior(page) {
  await senior(page);
  for (const panel of ["Brief", "Findings"]) {
    await page.getByRole("button", { name: panel, exact: true, pressed: true }).first().click();
  }
  await page.locator("#canvas").focus();
  await page.waitForTimeout(200);
  await page.keyboard.press("1");
  await page.evaluate(() => document.activeElement.blur());
}

export async function junior(page) {
  await fraud(page).getByRole("button", { name: "Junior board" }).click();
  await judged(page);
}

/** Clicks the box with this label; only the board itself takes pointers. */
export async function choose(page, label) {
  const { x, y } = await page.locator("[data-box]", { hasText: label }).first().boundingBox();
  await page.mouse.click(x + 24, y + 14);
}

/** The linter has spoken: it does so once typing pauses for a blink. */
export async function judged(page) {
  await page.waitForTimeout(700);
}
