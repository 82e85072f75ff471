import { expect } from '@playwright/test';
import { readySource } from './support/ready-source.ts';
import { test } from './support/team.ts';
import { strikesCsv } from './support/wildlife-strikes.ts';

/** So many rows that a person can cancel while they are made. */
const MANY_ROWS = '400000';

test('a recipe, its pilot, and a run that is cancelled and taken up again', async ({ page, team }) => {
  test.setTimeout(300_000);
  const { id: projectId } = await team.manager
    .api(team.org)
    .project.create.mutate({ name: 'Strikes to share' });
  const place = { person: team.manager, org: team.org, projectId };
  const project = team.path(`/projects/${projectId}`);
  const [header, ...rows] = strikesCsv().trim().split('\n');
  await readySource(place, {
    name: 'Strikes for synthesis',
    csv: [header, ...rows.slice(0, 2000)].join('\n'),
  });
  const status = page.getByRole('status').filter({ hasText: /Ready|Blocked/ });

  await test.step('write a recipe, with a condition that is counted on the data', async () => {
    await page.goto(`${project}/recipes`);
    await page.getByRole('link', { name: 'Write the first recipe' }).click();
    await page.getByRole('textbox', { name: /^Name/ }).fill('Strikes for the course');
    await expect(page.getByText('Ready: its terms permit synthesis')).toBeVisible();
    await expect(page.getByRole('combobox', { name: 'How Reporter contact is made' })).toContainText(
      'made up (email)',
    );
    await page.getByRole('button', { name: 'Add a condition' }).click();
    const condition = page.getByRole('combobox', { name: /^Condition 1/ });
    await condition.fill('`Phase of flight` = "Nowhere"');
    await expect(page.getByText('No real row matches')).toBeVisible();
    await expect(page.getByText('1 thing keeps this recipe from being run')).toBeVisible();
    await condition.fill('`Phase of flight` = "Approach"');
    await expect(page.getByText(/real rows match/)).toBeVisible();
    await page.getByRole('button', { name: 'Create the recipe' }).click();
    await expect(page.getByRole('heading', { level: 1, name: 'Strikes for the course' })).toBeVisible();
  });

  await test.step('change it: a second version, compared with the first', async () => {
    await page.getByRole('button', { name: 'Use 100' }).click();
    await page.getByRole('textbox', { name: 'What changed, and why' }).fill('More private');
    await page.getByRole('button', { name: 'Save as version 2' }).click();
    await expect(page.getByText('Version 2 is saved')).toBeVisible();
    const address = page.url();
    await page.getByRole('link', { name: 'Compare with the one before' }).click();
    await expect(page.getByRole('row', { name: /Leaf size 50 100/ })).toBeVisible();
    await page.goto(address);
  });

  await test.step('start a pilot and follow it to its verdict', async () => {
    await page.getByRole('button', { name: 'Start a run' }).click();
    await page.getByRole('button', { name: 'Start the pilot' }).click();
    await expect(page.getByRole('heading', { level: 1, name: /^Run 1/ })).toBeVisible();
    await expect(page.getByRole('heading', { name: 'Under way' })).toBeVisible();
    await expect(status).toBeVisible({ timeout: 120_000 });
    await expect(page.getByRole('heading', { name: 'Fitted model' })).toBeVisible();
    await expect(page.getByRole('link', { name: 'Open the report' })).toBeVisible();
  });

  await test.step('see its rows; personal data is made up', async () => {
    await page.getByRole('link', { name: 'Rows', exact: true }).click();
    await expect(page.getByRole('grid')).toBeVisible();
    await expect(page.getByText('500 rows')).toBeVisible();
    await expect(page.getByText(/@mail\.example/)).toHaveCount(0);
    await page.getByRole('link', { name: 'Overview', exact: true }).click();
  });

  await test.step('ramp it up, cancel, and take it up again', async () => {
    await page.getByRole('button', { name: 'Ramp up' }).click();
    const dialog = page.getByRole('alertdialog');
    await dialog.getByRole('spinbutton', { name: /^Rows/ }).fill(MANY_ROWS);
    await dialog.getByRole('button', { name: 'Make them' }).click();
    await expect(page.getByRole('heading', { level: 1, name: /^Run 2/ })).toBeVisible();
    await page.getByRole('button', { name: 'Cancel', exact: true }).click();
    await page.getByRole('button', { name: 'Cancel the run' }).click();
    await expect(page.getByText('This run was cancelled')).toBeVisible();
    await page.getByRole('button', { name: 'Retry' }).click();
    await expect(page.getByRole('progressbar').first()).toBeVisible();
    // That it goes on is what is tested here; its report is long and is not waited for.
    await expect(page.getByRole('link', { name: 'Rows', exact: true })).toBeVisible({ timeout: 120_000 });
    await page.getByRole('button', { name: 'Cancel', exact: true }).click();
    await page.getByRole('button', { name: 'Cancel the run' }).click();
    await expect(page.getByText('This run was cancelled')).toBeVisible();
  });

  await test.step('find both in the list of runs, by status', async () => {
    await page.goto(`${project}/runs`);
    await expect(page.getByRole('row', { name: /Run 2/ })).toBeVisible();
    await page.getByRole('combobox', { name: 'Status' }).selectOption('CANCELLED');
    await expect(page.getByRole('row', { name: /Run 1/ })).toHaveCount(0);
    await expect(page).toHaveURL(/status=CANCELLED/);
  });
});
