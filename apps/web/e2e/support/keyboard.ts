import { expect, type Locator, type Page } from '@playwright/test';

const MOST_STEPS = 80;

/** Goes forward with Tab until the element has the focus: it must be reachable that way. */
export async function tabTo(page: Page, target: Locator): Promise<void> {
  await expect(target).toBeVisible();
  const here = () => target.evaluate((element) => element === document.activeElement);
  for (let step = 0; step < MOST_STEPS; step += 1) {
    if (await here()) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`${target} was not reached in ${MOST_STEPS} steps.`);
}

/** Goes to the element and presses a key on it. */
export async function pressOn(page: Page, target: Locator, key = 'Enter'): Promise<void> {
  await tabTo(page, target);
  await page.keyboard.press(key);
}

/** The page has come alive: its buttons are held until then, and keys would be lost. */
export async function isAlive(page: Page): Promise<void> {
  await expect(page.getByRole('button', { name: /^Search or jump to/ }).first()).toBeEnabled();
}
