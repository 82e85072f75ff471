import type { Page } from '@playwright/test';
import { expectToast } from '../toast.ts';
import type { Cast } from './cast.ts';
import { expect } from './patient.ts';

/** For what the machine does, however busy it is. */
const LONG = { timeout: 180_000 };
export const PILOT_ROWS = 500;
export const RECIPE = 'Strikes for the course';

/** The manager takes the gates out of the standard that this table, which is of no people, cannot answer. */
export async function adaptPolicy({ manager: { page }, project }: Cast): Promise<void> {
  await page.goto(project());
  await page.getByRole('link', { name: 'Policies', exact: true }).click();
  await page
    .getByRole('row', { name: /^Balanced/ })
    .getByRole('button', { name: /^Copy/ })
    .click();
  await page.getByRole('button', { name: 'Remove Bias amplified' }).click();
  await page.getByRole('button', { name: 'Remove Share of a group changed' }).click();
  await page.getByRole('button', { name: 'Save as the next version' }).click();
  await expectToast(page, 'Saved as version 2');
  await page.getByRole('button', { name: 'Make it the standard' }).click();
  await expectToast(page, 'New reports are judged by this policy');
}

async function startPilot(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Start a run' }).click();
  await page.getByRole('button', { name: 'Start the pilot' }).click();
  await expect(page.getByRole('heading', { level: 1, name: /^Run \d+/ })).toBeVisible();
}

async function pilotIs(page: Page, verdict: 'Ready' | 'Blocked'): Promise<void> {
  await startPilot(page);
  const state = page.getByRole('status').filter({ hasText: /^(Ready|Blocked)$/ });
  await expect(state).toBeVisible(LONG);
  await expect(state).toHaveText(verdict);
  await page.getByRole('link', { name: 'Open the report' }).click();
}

const detectionIs = (page: Page, colour: 'Red' | 'Green') =>
  expect(
    page
      .getByRole('table', { name: 'Each gate with its result' })
      .getByRole('row', { name: new RegExp(`^Detection ${colour}`) }),
  ).toBeVisible();

/** What is personal is made up: no report compares it, or tells a value of it. */
async function nothingPersonal(page: Page): Promise<void> {
  await expect(page.getByRole('region', { name: 'The figures that decide' })).toBeVisible();
  await expect(page.getByText(/@mail\.example/)).toHaveCount(0);
}

/** The engineer writes a recipe that keeps no relation between columns: a gate of its pilot is red. */
export async function writeBlockedRecipe({ engineer: { page }, project }: Cast): Promise<string> {
  await page.goto(project());
  await page.getByRole('link', { name: 'Recipes', exact: true }).click();
  await page.getByRole('link', { name: 'Write the first recipe' }).click();
  await page.getByRole('textbox', { name: /^Name/ }).fill(RECIPE);
  await expect(page.getByText('Ready: its terms permit synthesis')).toBeVisible();
  await page.getByRole('radio', { name: /^Independent columns/ }).click();
  await page.getByRole('radio', { name: /^Always the same/ }).click();
  await expect(page.getByText('Nothing keeps this recipe from being run.')).toBeVisible();
  await page.getByRole('button', { name: 'Create the recipe' }).click();
  await expect(page.getByRole('heading', { level: 1, name: RECIPE })).toBeVisible();
  const recipe = new URL(page.url()).pathname;
  await pilotIs(page, 'Blocked');
  await expect(page.getByRole('heading', { name: 'Failed: it should not be used as it is' })).toBeVisible();
  await detectionIs(page, 'Red');
  await nothingPersonal(page);
  return recipe;
}

/** The engineer changes the method, and says what adds up: the pilot of version 2 passes. */
export async function changeRecipe({ engineer: { page } }: Cast, recipe: string): Promise<void> {
  await page.goto(recipe);
  await page.getByRole('radio', { name: /^Sequential trees/ }).click();
  await page.getByRole('button', { name: 'Use 20', exact: true }).click();
  await page.getByRole('button', { name: 'Add a constraint' }).click();
  await page.getByRole('menuitem', { name: 'A total of parts' }).click();
  const constraint = page.getByRole('group', { name: 'Constraint 1' });
  await constraint.getByRole('combobox', { name: 'Total' }).click();
  await page.getByRole('option', { name: 'Cost Total $', exact: true }).click();
  await constraint.getByRole('button', { name: /^Parts/ }).click();
  for (const part of ['Cost Other', 'Cost Repair']) {
    await page.getByRole('option', { name: part, exact: true }).click();
  }
  await page.keyboard.press('Escape');
  await page.getByRole('textbox', { name: 'What changed, and why' }).fill('Detection was red');
  await page.getByRole('button', { name: 'Save as version 2' }).click();
  await expect(page.getByText('Version 2 is saved')).toBeVisible();
  await pilotIs(page, 'Ready');
  await detectionIs(page, 'Green');
}

/** The engineer has rows made by the newest version: none of them is what the constraint forbids. */
export async function nextRunLacks(
  { engineer: { page } }: Cast,
  recipe: string,
  forbidden: string,
): Promise<void> {
  await page.goto(recipe);
  await startPilot(page);
  await expect(page.getByRole('link', { name: `${RECIPE}, version 3` })).toBeVisible();
  await page.getByRole('link', { name: 'Rows', exact: true }).click(LONG);
  await expect(page.getByText(`${PILOT_ROWS} rows`)).toBeVisible();
  await page.getByRole('combobox', { name: 'Filter', exact: true }).fill(forbidden);
  await page.getByRole('button', { name: 'Apply', exact: true }).click();
  await expect(page.getByText('No row matches this filter')).toBeVisible();
}
