import { readyPictures } from './support/ready-pictures.ts';
import { expect, test } from './support/team.ts';

test('labels are merged while somebody draws with them: counted first, told, kept, and undone', async ({
  page,
  team,
  context,
}) => {
  test.setTimeout(180_000);
  const { projectId, batchId } = await readyPictures(
    { person: team.manager, org: team.org },
    { name: 'Pictures whose labels change', pictures: 2 },
  );
  const api = team.manager.api(team.org);
  const [schema] = (await api.labelSchema.list.query({ projectId })).labelSchemas;
  const pictures = await context.newPage();
  const saved = () => expect(pictures.locator('[data-saving=saved]')).toBeVisible();
  const told = pictures.getByText(/^The labels of “.*” were changed$/);

  await test.step('somebody draws', async () => {
    await pictures.goto(team.path(`/projects/${projectId}/work?batch=${batchId}`));
    await pictures.getByRole('button', { name: 'Add a box' }).click({ timeout: 60_000 });
    await expect(pictures.getByRole('button', { name: /^Region 1: Car, Box/ })).toBeVisible();
    await saved();
  });

  await test.step('the dry run counts it', async () => {
    await page.goto(team.path(`/label-schemas/${schema?.id}`));
    await page.getByRole('link', { name: 'Migrate' }).click();
    await expect(page.getByText('Nothing was migrated yet')).toBeVisible();
    await page.getByRole('combobox', { name: 'Operation' }).selectOption('Merge');
    await page.getByRole('combobox', { name: 'What stays' }).click();
    await page.getByRole('option', { name: /^Person/ }).click();
    await page.getByRole('button', { name: 'What becomes it' }).click();
    await page.getByRole('option', { name: /^Car/ }).click();
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'Add the operation' }).click();
    await expect(page.getByText(/^1\.\s*Merge Car into .* › Person$/)).toBeVisible();
    await page.getByRole('button', { name: 'Dry run' }).click();
    await expect(page.getByRole('row', { name: /Merge Car into .* › Person 0 0 0/ })).toBeVisible();
    const drawings = page.locator('dl > div', { hasText: 'Drawings' });
    await expect(drawings.getByRole('definition')).toHaveText('1');
    await expect(page.getByRole('row', { name: /Car.*Deprecated/ })).toBeVisible();
    await expect(pictures.getByText(/were changed$/)).toHaveCount(0);
  });

  await test.step('it is applied, and whoever draws is told and keeps what they drew', async () => {
    await page.getByRole('button', { name: 'Migrate to version 2' }).click();
    await page.getByRole('button', { name: 'Migrate', exact: true }).click();
    await expect(page.getByText('Version 2 is in force in 1 batch')).toBeVisible();
    await expect(told).toBeVisible();
    await expect(pictures.getByRole('button', { name: /^Region 1: Car, Box/ })).toBeVisible();
    await pictures.getByRole('button', { name: 'Show the new labels' }).click();
    await expect(pictures.getByRole('button', { name: /^Region 1: Person, Box/ })).toBeVisible();
    await expect(pictures.getByText(/^You see the new ones\./)).toBeVisible();
    await pictures.getByRole('button', { name: 'Dismiss' }).first().click();
    await expect(told).toHaveCount(0);
  });

  await test.step('it is undone, and what is handed in from the page that is older is taken', async () => {
    const migration = page.getByRole('row', { name: /Merge Car into/ });
    await migration.getByRole('button', { name: 'Undo' }).click();
    await page
      .getByRole('alertdialog')
      .or(page.getByRole('dialog'))
      .getByRole('button', { name: 'Undo' })
      .click();
    await expect(page.getByText('Undone: version 3 is in force')).toBeVisible();
    await expect(page.getByRole('row', { name: /Undid the migration to version 2/ })).toBeVisible();
    await expect(told).toBeVisible();
    await pictures.getByRole('button', { name: /^Submit/ }).click();
    await expect.poll(async () => (await api.batch.get.query({ batchId })).tasks.submitted).toBe(1);
    await expect(pictures.getByText(/^You see the new ones\./)).toBeVisible();
  });
});
