import { stateTerms } from '../state-terms.ts';
import { importChecked, uploadTable } from '../upload-table.ts';
import { strikesCsv } from '../wildlife-strikes.ts';
import type { Cast } from './cast.ts';
import { expect } from './patient.ts';

const LONG = { timeout: 60_000 };

/** The engineer brings in the table, says which column is to be predicted, and imports it. Gives the address. */
export async function bringInTable({ engineer: { page }, project }: Cast): Promise<string> {
  await page.goto(project());
  await page.getByRole('link', { name: 'Add a source' }).first().click();
  await uploadTable(page, strikesCsv(), 'strikes.csv');
  await page.getByRole('combobox', { name: 'Role of Effect Amount of damage' }).click();
  await page.getByRole('option', { name: /^Target/ }).click();
  await importChecked(page, '10,000');
  await page.getByRole('link', { name: 'Open the source' }).click();
  await page.waitForURL(/\/sources\/[0-9a-f-]+$/);
  return new URL(page.url()).pathname;
}

/** The expert decides what is personal; the manager says what may be done with it, and splits the rows. */
export async function makeReady({ expert, manager: { page } }: Cast, source: string): Promise<void> {
  await expert.page.goto(source);
  await expert.page.getByRole('link', { name: 'Personal data' }).click();
  await expert.page
    .getByRole('button', { name: /^Confirm/ })
    .first()
    .click();
  await expect(expert.page.getByText('Confirmed').first()).toBeVisible();
  await page.goto(source);
  await expect(page.getByText('Not ready to synthesise')).toBeVisible();
  await page.getByRole('link', { name: 'State the licence' }).click();
  await stateTerms(page);
  await page.getByRole('link', { name: 'Overview', exact: true }).click();
  await page.getByRole('link', { name: 'Split the rows' }).click();
  await page.getByRole('button', { name: 'Split the rows' }).click();
  await expect(page.getByText('Current split')).toBeVisible(LONG);
  await page.getByRole('link', { name: 'Overview', exact: true }).click();
  await expect(page.getByText('Ready to synthesise', { exact: true }).first()).toBeVisible();
}
