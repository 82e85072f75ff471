import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test } from '@playwright/test';
import { countActions } from './support/counted.ts';
import { newEmail, newPlace, PASSWORD } from './support/person.ts';
import { expectToast } from './support/toast.ts';
import { wagesCsv } from './support/wages.ts';

test.use({ extraHTTPHeaders: newPlace() });

/** Actions from the first page, without an account, to the first report that is read, at most. */
const MOST_ACTIONS = 40;
/** For what the machine does, however busy it is. */
const LONG = { timeout: 120_000 };

test('a manager who has only a file reads a first report, without being told how', async ({ page }) => {
  test.setTimeout(300_000);
  const file = path.join(mkdtempSync(path.join(tmpdir(), 'assay-e2e-')), 'wages.csv');
  writeFileSync(file, wagesCsv());
  const act = countActions(page);
  const button = (name: string | RegExp) => page.getByRole('button', { name, exact: true });
  const link = (name: string | RegExp) => page.getByRole('link', { name, exact: true });

  await test.step('an account and an organisation', async () => {
    await page.goto('/');
    await act.click(link('No account yet? Create one'));
    await act.fill(page.getByLabel('Your name'), 'New Manager');
    await act.fill(page.getByLabel('E-mail'), newEmail('manager'));
    await act.fill(page.getByLabel('Password'), PASSWORD);
    await act.click(button('Create account'));
    await act.fill(page.getByLabel('Name of the organisation'), 'Organisation of the journey');
    await act.click(button('Create the organisation'));
  });

  await test.step('a project and a table', async () => {
    await act.click(link('Make the first project'));
    await act.fill(page.getByRole('textbox', { name: /^Name/ }), 'Wages');
    await act.click(button('Make the project'));
    await act.click(link('Add a source').first());
    await act.choose(button('Choose file'), file);
    await expect(page.getByText('wages.csv has arrived')).toBeVisible();
    await act.click(button('Go on to the check'));
    await expect(page.getByRole('heading', { name: 'First rows' })).toBeVisible(LONG);
    await act.click(button('Import'));
    await expect(page.getByText('400 rows were imported')).toBeVisible(LONG);
    await act.click(link('Open the source'));
  });

  await test.step('what may be done with it', async () => {
    await act.click(link('State the licence'));
    await act.click(page.getByRole('combobox', { name: 'Name' }));
    await act.click(page.getByRole('option', { name: /^CC0-1\.0/ }));
    await act.click(page.getByRole('radio', { name: 'Yes, somebody has read it and it does' }));
    await act.click(page.getByRole('radio', { name: 'Consent' }));
    await act.click(page.getByRole('checkbox', { name: 'Synthesis' }));
    await act.fill(page.getByLabel('Evidence'), 'Form 7, kept by the records office');
    await act.click(button('Save').last());
    await expectToast(page, 'The terms are saved');
    await act.click(link('Overview'));
  });

  await test.step('rows that are kept unseen', async () => {
    await act.click(link('Split the rows'));
    await act.click(button('Split the rows'));
    await expect(page.getByText('Current split')).toBeVisible(LONG);
    await act.click(link('Overview'));
    await expect(page.getByRole('heading', { name: 'Ready to synthesise' })).toBeVisible();
  });

  await test.step('a recipe, its pilot and what the report says', async () => {
    await act.click(link('Write a recipe'));
    await act.fill(page.getByRole('textbox', { name: /^Name/ }), 'Wages by trees');
    await expect(page.getByText('Nothing keeps this recipe from being run.')).toBeVisible(LONG);
    await act.click(button('Create the recipe'));
    await act.click(button('Start a run'));
    await act.click(button('Start the pilot'));
    const report = link('Open the report');
    await expect(report).toBeVisible(LONG);
    await act.click(report);
    await expect(page.getByRole('heading', { name: /^(Passed|Failed|Incomplete): / })).toBeVisible();
    await expect(page.getByRole('table', { name: 'Each gate with its result' })).toBeVisible();
  });
  console.log(`manager's first report: ${act.count()} actions, at most ${MOST_ACTIONS}`);
  expect(act.count()).toBeLessThanOrEqual(MOST_ACTIONS);
});
