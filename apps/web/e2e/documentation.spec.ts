import { metricDefinition, metricIds } from '@assay/contracts';
import type { Page } from '@playwright/test';
import { addSource, orderImport } from './support/import-table.ts';
import { expect, test } from './support/team.ts';
import { wagesCsv } from './support/wages.ts';

const LONG = { timeout: 120_000 };
const GENERATORS = {
  tree: 'Sequential trees',
  copula: 'Gaussian copula',
  independent: 'Independent marginals',
  rules: 'Rules',
  imported: 'Imported runs',
};

/** Follows a link that opens beside the page, and gives that new page. */
async function opened(page: Page, follow: () => Promise<void>): Promise<Page> {
  const [beside] = await Promise.all([page.waitForEvent('popup'), follow()]);
  await beside.waitForLoadState();
  return beside;
}

async function expectMetricPage(page: Page, name: string): Promise<void> {
  await expect(page.getByRole('heading', { level: 1, name, exact: true })).toBeVisible();
  for (const section of ['Definition', 'Convention', 'When it misleads'])
    await expect(page.getByRole('heading', { level: 2, name: section })).toBeVisible();
}

test('the guide lists every metric and generator, is searched by name, and each page opens', async ({
  page,
  team,
}) => {
  test.setTimeout(180_000);
  await page.goto(team.path(''));
  await page.getByRole('link', { name: 'Guide', exact: true }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Guide' })).toBeVisible();
  const pages = [
    ...metricIds.map((id) => ({
      path: `metrics/${id}`,
      title: metricDefinition(id).name,
      has: 'when-it-misleads',
    })),
    ...Object.entries(GENERATORS).map(([name, title]) => ({
      path: `generators/${name}`,
      title,
      has: 'privacy',
    })),
  ];
  for (const { path, title, has } of pages) {
    const address = team.path(`/guide/${path}`);
    await expect(page.locator(`main a[href="${address}"]`)).toHaveText(title);
    const answer = await page.request.get(address);
    expect(answer.status(), path).toBe(200);
    expect(await answer.text(), path).toContain(`id="${has}"`);
  }

  await page.getByRole('searchbox', { name: 'Search the guide' }).fill('nearest neighbour');
  await expect(page).toHaveURL(/search=nearest/);
  await expect(page.locator('main section li').getByRole('link')).toHaveText([
    'Nearest neighbour distance ratio',
  ]);
  await page.locator('main section li').getByRole('link').click();
  await expectMetricPage(page, 'Nearest neighbour distance ratio');
  // Links within the guide stay within it, and sections have addresses of their own.
  await page.getByRole('link', { name: 'DCR share' }).first().click();
  await expectMetricPage(page, 'DCR share');
  await page.getByRole('navigation', { name: 'On this page' }).getByRole('link', { name: 'Example' }).click();
  await expect(page).toHaveURL(/#example$/);
  await expect(page.locator('#example')).toBeInViewport();

  for (const nowhere of ['/guide/metrics/none', '/guide/..%2F..%2Fpackage.json', '/guide/metrics']) {
    await page.goto(team.path(nowhere));
    await expect(page.getByRole('heading', { level: 1, name: /not here|not found|no such/i })).toBeVisible();
  }
});

test('figures, gates and methods open their pages, and nothing half done is lost', async ({ page, team }) => {
  test.setTimeout(300_000);
  const { manager: person, org } = team;
  const api = person.api(org);
  const { id: projectId } = await api.project.create.mutate({ name: 'Wages explained' });
  const source = await addSource({ person, org, projectId }, { name: 'Wages', csv: wagesCsv() });
  const job = async (jobId: string) =>
    expect.poll(async () => (await api.job.get.query({ jobId })).status, LONG).toBe('SUCCEEDED');

  await test.step('from the recipe editor to the page of the generator', async () => {
    await page.goto(team.path(`/projects/${projectId}/recipes/new`));
    const name = page.getByRole('textbox', { name: /^Name/ });
    await name.fill('Half done');
    const tree = await opened(page, () =>
      page.getByRole('link', { name: /How “Sequential trees” works/ }).click(),
    );
    await expect(tree.getByRole('heading', { level: 1, name: /Sequential trees/ })).toBeVisible();
    await expect(tree.getByRole('heading', { level: 2, name: 'Privacy' })).toBeVisible();
    await tree.close();
    await expect(name).toHaveValue('Half done');
  });

  let run = { runId: '', reportId: '' };
  await test.step('a run with its report', async () => {
    await job((await orderImport({ person, org }, source.versionId)).jobId);
    const plan = { method: 'random' as const, seed: 'e2e', shares: { fit: 50, tune: 25, test: 25 } };
    await job((await api.sourceVersion.orderSplit.mutate({ versionId: source.versionId, plan })).jobId);
    const { revision } = await api.source.get.query({ sourceId: source.id });
    await api.source.override.mutate({ sourceId: source.id, revision, reason: 'Made up for this test.' });
    const { versionId } = await api.recipe.create.mutate({
      projectId,
      name: 'Columns by themselves',
      document: {
        type: 'assay.recipe',
        version: 1,
        method: 'independent',
        sourceId: source.id,
        seed: { kind: 'fixed', seed: '1' },
      },
    });
    const { runId } = await api.run.start.mutate({
      recipeVersionId: versionId,
      kind: 'pilot',
      name: 'Pilot',
    });
    await expect
      .poll(async () => (await api.run.get.query({ runId })).status, LONG)
      .toMatch(/^(READY|BLOCKED)$/);
    run = { runId, reportId: (await api.run.get.query({ runId })).reportId ?? '' };
  });

  await test.step('from the run to the page of its generator', async () => {
    await page.goto(team.path(`/runs/${run.runId}`));
    const method = await opened(page, () =>
      page.getByRole('link', { name: 'How it works, when to use it, its privacy' }).click(),
    );
    await expect(method).toHaveURL(/\/guide\/generators\/independent$/);
    await method.close();
  });

  await test.step('from a figure of the report to the page of its metric', async () => {
    await page.goto(team.path(`/reports/${run.reportId}`));
    await page.getByRole('region', { name: 'The figures that decide' }).getByRole('button').first().click();
    const metric = await opened(page, () =>
      page.getByRole('dialog').getByRole('link', { name: 'Read more: when it misleads' }).click(),
    );
    await expect(metric).toHaveURL(/\/guide\/metrics\/shape-error#when-it-misleads$/);
    await expectMetricPage(metric, 'Shape error');
    await metric.close();
    await expect(page.getByRole('dialog')).toBeVisible();
    await page.keyboard.press('Escape');
  });

  await test.step('from the name of a gate, and from under a stage', async () => {
    const gates = page.getByRole('table', { name: 'Each gate with its result' });
    const detection = await opened(page, () =>
      gates.getByRole('link', { name: 'Detection', exact: true }).click(),
    );
    await expectMetricPage(detection, 'Detection');
    await detection.close();
    const bias = await opened(page, () =>
      page.getByRole('link', { name: metricDefinition('synthetic-gap').name }).click(),
    );
    await expectMetricPage(bias, metricDefinition('synthetic-gap').name);
    await bias.close();
  });
});
