import type { Predicate } from '@assay/contracts';
import { newPerson } from './support/person.ts';
import { readySource } from './support/ready-source.ts';
import { joins } from './support/run-to-label.ts';
import { expect, test } from './support/team.ts';
import { wagesCsv } from './support/wages.ts';

test('what matters is written down before a run, counted in it, and asked for in its recipe', async ({
  browser,
  baseURL,
  page,
  team,
}) => {
  test.setTimeout(120_000);
  const api = team.manager.api(team.org);
  const { id: projectId } = await api.project.create.mutate({ name: 'What matters' });
  const place = { person: team.manager, org: team.org, projectId };
  const source = await readySource(place, { name: 'Wages', csv: wagesCsv() });
  await page.goto(team.path(`/projects/${projectId}`));
  await page.getByRole('link', { name: 'Scenarios', exact: true }).click();
  const row = page.getByRole('row', { name: /Two jobs/ });
  await test.step('a list is pasted, and says which lines it leaves out', async () => {
    await expect(page.getByText('Nothing is written down yet')).toBeVisible();
    await page.getByRole('button', { name: 'Paste lines' }).first().click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Lines').fill('Two jobs | must | Hours add up.\n- Night shift\ntwo JOBS');
    await expect(dialog.getByText('left out: that name is there already')).toBeVisible();
    await dialog.getByRole('button', { name: 'Add 2 scenarios' }).click();
    await expect(dialog).toBeHidden();
    await expect(row).toContainText('Must be there');
    await expect(row).toContainText('Not yet expressed');
  });
  await test.step('one is expressed over the columns of the source, with more rows than there will be', async () => {
    await page.getByRole('button', { name: 'Actions on Two jobs' }).click();
    await page.getByRole('menuitem', { name: 'Edit' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('combobox', { name: 'Which rows it is' }).fill('pay > 60');
    await dialog.getByLabel('At least', { exact: true }).fill('100000');
    await dialog.getByRole('button', { name: 'Save' }).click();
    await expect(dialog).toBeHidden();
    await expect(row).toContainText('pay > 60');
  });

  const { id: recipeId, versionId: recipeVersionId } = await api.recipe.create.mutate({
    projectId,
    name: 'Wages by column',
    document: { type: 'assay.recipe', version: 1, method: 'independent', sourceId: source.id },
  });
  const { runId } = await api.run.start.mutate({ recipeVersionId, kind: 'pilot' });
  const run = () => api.run.get.query({ runId });
  await expect.poll(async () => (await run()).status, { timeout: 60_000 }).toMatch(/^(READY|BLOCKED)$/);
  const where: Predicate = { op: 'compare', column: 'pay', comparator: '>', value: 60 };
  const { total } = await api.run.rows.query({ runId, predicate: where, limit: 1 });
  expect(total).toBeGreaterThan(0);
  const rows = `${total.toLocaleString('en')} rows`;
  await test.step('the report counts the list as it stood, and leads to the rows', async () => {
    await page.goto(team.path(`/reports/${(await run()).reportId}`));
    const card = page.getByRole('region', { name: 'Scenarios' });
    await expect(card.getByText('The rows cover 0 of 1 expressed scenarios:')).toBeVisible();
    await card.getByRole('link', { name: rows }).click();
    await expect(page).toHaveURL(new RegExp(`/runs/${runId}/rows\\?where=`));
  });
  await test.step('the list counts it too, and leads to the recipe with the condition', async () => {
    await page.goto(team.path(`/projects/${projectId}/scenarios`));
    await expect(row.getByText('Too few')).toBeVisible();
    await expect(row.getByRole('link', { name: rows })).toBeVisible();
    await row.getByRole('link', { name: /^Ask for “Two jobs”/ }).click();
    await expect(page).toHaveURL(new RegExp(`/recipes/${recipeId}`));
    await expect(page.getByText('A condition was added for a scenario: pay > 60')).toBeVisible();
    await expect(page.getByRole('combobox', { name: /^Condition 1/ })).toHaveValue('pay > 60');
  });
  await test.step('an annotator reads the list and changes nothing', async () => {
    const annotator = await newPerson(browser, baseURL, 'Reads Along');
    await joins(place, annotator, ['annotator']);
    const theirs = await annotator.context.newPage();
    await theirs.goto(team.path(`/projects/${projectId}/scenarios`));
    await expect(theirs.getByRole('row', { name: /Two jobs/ })).toBeVisible();
    await expect(theirs.getByRole('button', { name: 'Add a scenario' })).toBeHidden();
  });
});
