import { newPerson } from './support/person.ts';
import { joins } from './support/run-to-label.ts';
import { expect, test } from './support/team.ts';
import { expectToast } from './support/toast.ts';
import { wagesRun } from './support/wages-run.ts';

const ROWS = 10;

test('a blind test is made once the terms let real rows be shown, answered by keys, and opened when it ends', async ({
  browser,
  baseURL,
  page,
  team,
}) => {
  test.setTimeout(300_000);
  const place = { person: team.manager, org: team.org };
  const { projectId, runId } = await wagesRun(place, 'Wages that may be shown', { lenient: true });
  const annotator = await newPerson(browser, baseURL, 'Looks Closely');
  await joins({ ...place, projectId }, annotator, ['annotator']);

  await test.step('why there can be none is said, with the way to settle it', async () => {
    await page.goto(team.path(`/projects/${projectId}/batches`));
    await page.getByRole('link', { name: 'New blind test' }).click();
    await expect(page.getByRole('heading', { level: 1, name: 'New blind test' })).toBeVisible();
    await page.goto(team.path(`/projects/${projectId}/blind-tests/new?run=${runId}`));
    await expect(page.getByText('The terms do not say that real rows may be shown')).toBeVisible();
    await expect(page.getByRole('button', { name: 'Make the blind test' })).toBeDisabled();
    await page.getByRole('link', { name: 'Go to the source' }).click();
    await page.getByRole('checkbox', { name: 'People who label may be shown single real rows' }).check();
    await page.getByRole('button', { name: 'Save' }).last().click();
    await expectToast(page, 'The terms are saved');
  });

  await test.step('it is made, and its result is closed', async () => {
    await page.goto(team.path(`/projects/${projectId}/blind-tests/new?run=${runId}`));
    await expect(page.getByText(/columns are shown: /)).toBeVisible();
    await page.getByRole('spinbutton', { name: /^Rows/ }).fill(String(ROWS));
    await page.getByRole('button', { name: 'Make the blind test' }).click();
    await page.getByRole('alert').getByRole('link').first().click();
    await expect(page.getByRole('textbox', { name: 'Name' })).toBeFocused();
    await page.keyboard.type('Can anybody tell?');
    await page.getByRole('button', { name: 'Make the blind test' }).click();
    await page.waitForURL(/\/batches\/[0-9a-f-]+$/);
    await expect(page.getByText('Still blind')).toBeVisible({ timeout: 60_000 });
  });

  await test.step('whoever labels is told nothing of a row but its cells, and answers by two keys', async () => {
    const theirs = await annotator.context.newPage();
    await theirs.goto(team.path(`/projects/${projectId}/work`));
    for (let at = 0; at < ROWS; at += 1) {
      await expect(theirs.getByText('Is this a real row, or was it made by a generator?')).toBeVisible();
      await expect(theirs.getByText('Plausible', { exact: true })).toBeHidden();
      await expect(theirs.getByText(/lies among|of the real rows/)).toHaveCount(0);
      await theirs.keyboard.press('r');
      await expect(theirs.getByRole('button', { name: /^Real/ })).toHaveAttribute('aria-pressed', 'true');
      await theirs.keyboard.press('Enter');
      await expect(theirs.getByText(`${at + 1} done today`)).toBeVisible();
    }
    await theirs.close();
  });

  await test.step('it is opened: who calls all rows real is right as often as the coin fell so', async () => {
    await expect(page.getByText('Real rows called real')).toBeVisible({ timeout: 60_000 });
    await expect(page.getByText('10 answers to 10 rows; 0 skipped.')).toBeVisible();
    const people = page.getByRole('table', { name: 'By person' });
    await expect(people.getByRole('row', { name: /Looks Closely/ })).toContainText(/of 10/);
  });
});
