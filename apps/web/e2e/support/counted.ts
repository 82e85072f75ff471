import type { Locator, Page } from '@playwright/test';

/**
 * Does what a person does, and counts it: a click, a field that is filled in, a key. A file is two: the button that
 * asks for it, and the choice.
 */
export function countActions(page: Page) {
  let count = 0;
  const once = async (act: () => Promise<unknown>) => {
    count += 1;
    await act();
  };
  return {
    click: (on: Locator) => once(() => on.click()),
    fill: (field: Locator, text: string) => once(() => field.fill(text)),
    press: (key: string) => once(() => page.keyboard.press(key)),
    choose: async (by: Locator, file: string) => {
      const chooser = page.waitForEvent('filechooser');
      await once(() => by.click());
      await once(async () => (await chooser).setFiles(file));
    },
    count: () => count,
  };
}
