// A board is presented: frame after frame with nothing around, by key and by the buttons below the slide.
import assert from "node:assert/strict";
import test from "node:test";
import { withPage } from "./harness.mjs";
import { awake, openExample, press, selectBox, takesKeyboard } from "./person.mjs";

test("frames are slides, the panels are away, and Escape brings everything back", async () => {
  await withPage({}, async (page) => {
    await awake(page);
    await openExample(page, "fraud-50k", "senior");
    for (const [box, title] of [
      ["Inline scorer", "Deciding"],
      ["Card features (Flink)", "Features"],
    ]) {
      await selectBox(page, box);
      await press(page, "Shift+F");
      await takesKeyboard(page.locator(".note-entry"));
      await page.keyboard.type(title);
      await press(page, "Enter", "Escape");
    }
    await press(page, "Shift+P");
    const caption = page.getByRole("group", { name: "Presentation" });
    await caption.getByText("1 / 2").waitFor();
    await caption.getByText("Features").waitFor();
    for (const part of [".top", ".panel-brief", ".panel-findings", ".tools", ".zoom"]) {
      assert.equal(await page.locator(part).isVisible(), false, part);
    }
    await press(page, "ArrowRight");
    await caption.getByText("Deciding").waitFor();
    await caption.getByRole("button", { name: "Previous slide" }).click();
    await caption.getByText("Features").waitFor();
    await press(page, "Delete");
    await caption.getByRole("button", { name: "End the presentation" }).click();
    await page.locator(".panel-findings").waitFor();
    assert.equal(await caption.count(), 0);
  });
});
