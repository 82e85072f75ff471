import { expect, type Page } from '@playwright/test';

/** Chooses a file where the page asks for one, and waits until how it was read is shown. */
export async function uploadTable(page: Page, csv: string, fileName: string): Promise<void> {
  await page
    .locator('input[type=file]')
    .first()
    .setInputFiles({ name: fileName, mimeType: 'text/csv', buffer: Buffer.from(csv) });
  await expect(page.getByText(`${fileName} has arrived`)).toBeVisible();
  await page.getByRole('button', { name: 'Go on to the check' }).click();
  await expect(page.getByRole('heading', { name: 'First rows' })).toBeVisible({ timeout: 60_000 });
}

/** Imports what was checked. */
export async function importChecked(page: Page, rows: string): Promise<void> {
  await page.getByRole('button', { name: 'Import', exact: true }).click();
  await expect(page.getByText(`${rows} rows were imported`)).toBeVisible({ timeout: 90_000 });
}
