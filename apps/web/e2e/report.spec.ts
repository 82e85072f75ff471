import { addSource, orderImport } from './support/import-table.ts';
import { expect, test } from './support/team.ts';
import { expectToast } from './support/toast.ts';
import { wagesCsv } from './support/wages.ts';

const FINISHED = /^(READY|BLOCKED)$/;
const LONG = { timeout: 120_000 };

test('a report of a run: a red gate, another policy, a comparison', async ({ page, team }) => {
  test.setTimeout(300_000);
  const { manager: person, org } = team;
  const api = person.api(org);
  const { id: projectId } = await api.project.create.mutate({ name: 'Wages of a town' });
  const source = await addSource({ person, org, projectId }, { name: 'Wages', csv: wagesCsv() });
  const job = async (jobId: string) =>
    expect.poll(async () => (await api.job.get.query({ jobId })).status, LONG).toBe('SUCCEEDED');

  await test.step('a source that may be synthesised', async () => {
    await job((await orderImport({ person, org }, source.versionId)).jobId);
    const plan = { method: 'random' as const, seed: 'e2e', shares: { fit: 50, tune: 25, test: 25 } };
    await job((await api.sourceVersion.orderSplit.mutate({ versionId: source.versionId, plan })).jobId);
    const { revision } = await api.source.get.query({ sourceId: source.id });
    await api.source.override.mutate({
      sourceId: source.id,
      revision,
      reason: 'The table is made up for this test.',
    });
  });

  const pilot = async (name: string, method: 'independent' | 'tree') => {
    const { versionId } = await api.recipe.create.mutate({
      projectId,
      name,
      document: {
        type: 'assay.recipe',
        version: 1,
        method,
        sourceId: source.id,
        seed: { kind: 'fixed', seed: '1' },
      },
    });
    return (await api.run.start.mutate({ recipeVersionId: versionId, kind: 'pilot', name })).runId;
  };
  const runs = [await pilot('Columns by themselves', 'independent'), await pilot('Trees', 'tree')];
  for (const runId of runs) {
    await expect.poll(async () => (await api.run.get.query({ runId })).status, LONG).toMatch(FINISHED);
  }

  await test.step('the report of columns drawn by themselves is red, in words', async () => {
    await page.goto(team.path(`/projects/${projectId}/reports`));
    await page.getByRole('link', { name: /^Columns by themselves/ }).click();
    await expect(page.getByRole('heading', { name: 'Failed: it should not be used as it is' })).toBeVisible();
    await expect(page.getByRole('heading', { name: 'What to do next' })).toBeVisible();
    const gates = page.getByRole('table', { name: 'Each gate with its result' });
    await expect(gates.getByRole('row', { name: /^Detection Red/ })).toBeVisible();
  });

  await test.step('a figure opens what it is', async () => {
    await page.getByRole('region', { name: 'The figures that decide' }).getByRole('button').first().click();
    await expect(page.getByRole('dialog').getByText(/distributions of single columns/)).toBeVisible();
    await page.keyboard.press('Escape');
  });

  await test.step('another policy is tried, then applied, and is on record', async () => {
    await page.getByRole('button', { name: 'Try a policy' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Policy').selectOption('strict');
    await expect(dialog.getByRole('table', { name: 'Each gate with its result' })).toBeVisible();
    await dialog.getByRole('button', { name: 'Apply this policy' }).click();
    await expectToast(page, 'Judged anew: Failed');
    await expect(page.getByText('Judged by the policy “Strict (health, finance)”.')).toBeVisible();
    await expect(
      page.getByRole('table', { name: 'Each judgement with its policy' }).getByRole('row'),
    ).toHaveCount(3);
  });

  await test.step('both reports stand side by side', async () => {
    await page.getByRole('link', { name: 'Reports', exact: true }).click();
    await page.getByRole('checkbox', { name: /^Compare Columns by themselves/ }).click();
    await page.getByRole('checkbox', { name: /^Compare Trees/ }).click();
    await page.getByRole('link', { name: 'Compare the two' }).click();
    await expect(page.getByRole('heading', { name: /gates? changed colour/ })).toBeVisible();
    await expect(page.getByRole('table', { name: 'Figures' })).toContainText('Detection');
  });
});
