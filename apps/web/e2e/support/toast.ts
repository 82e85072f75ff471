import { expect, type Page } from '@playwright/test';

/** A toast says this. It is said twice: on screen, and to screen readers. */
export async function expectToast(page: Page, text: string): Promise<void> {
  await expect(page.getByText(text, { exact: true }).first()).toBeVisible();
}
