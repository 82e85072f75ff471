import type { Page } from '@playwright/test';
import { expectToast } from './toast.ts';

/** Says on the page of terms that a licence and consent permit synthesis, and what the privacy unit is. */
export async function stateTerms(page: Page): Promise<void> {
  await page.getByRole('combobox', { name: 'Name' }).click();
  await page.getByPlaceholder('Search').last().fill('CC0');
  await page.getByRole('option', { name: /^CC0-1\.0/ }).click();
  await page.getByRole('radio', { name: 'Yes, somebody has read it and it does' }).check();
  await page.getByRole('radio', { name: 'Consent' }).check();
  await page.getByRole('checkbox', { name: 'Synthesis' }).check();
  await page.getByLabel('Evidence').fill('Form 7, kept by the records office');
  await page.getByRole('button', { name: 'Save' }).last().click();
  await expectToast(page, 'The terms are saved');
  await page.getByRole('radio', { name: 'One row' }).check();
  await page.getByRole('button', { name: 'Save' }).first().click();
  await expectToast(page, 'The privacy unit is saved');
}
