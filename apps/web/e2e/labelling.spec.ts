import { randomUUID } from 'node:crypto';
import { newPerson } from './support/person.ts';
import { answers, joins, runsToLabel, yesOrNo } from './support/run-to-label.ts';
import { expect, test } from './support/team.ts';

const MINUTE = 60_000;

test('a manager watches labelling within five seconds, each number leads to its items, and people see their own', async ({
  browser,
  baseURL,
  page,
  team,
}) => {
  test.setTimeout(300_000);
  const api = team.manager.api(team.org);
  const { id: projectId } = await api.project.create.mutate({ name: 'Labelling of strikes' });
  const place = { person: team.manager, org: team.org, projectId };
  const [quick, slow] = [
    await newPerson(browser, baseURL, 'Answers Quickly'),
    await newPerson(browser, baseURL, 'Takes Time'),
  ];
  for (const person of [quick, slow]) await joins(place, person, ['annotator']);
  const as = (person: typeof quick) => ({ person, org: team.org, projectId });
  const { ready } = await runsToLabel(place);
  const { versionId } = await yesOrNo(place);
  const { batchId, jobId } = await api.batch.create.mutate({
    projectId,
    name: 'Watched',
    runId: ready,
    labelSchemaVersionId: versionId,
    overlap: 2,
    selection: { type: 'assay.batch-selection', version: 1, size: 10, seed: 'e2e' },
  });
  await expect
    .poll(async () => (await api.job.get.query({ jobId })).status, { timeout: 60_000 })
    .toBe('SUCCEEDED');
  const people = page.getByRole('table', { name: 'By person' });

  await test.step('it says that nothing was answered, and how it begins', async () => {
    await page.goto(team.path(`/projects/${projectId}`));
    await page.getByRole('link', { name: 'Labelling', exact: true }).click();
    await expect(page.getByText('Nothing was answered in this time')).toBeVisible();
    await expect(
      page
        .getByRole('table', { name: 'Batches that wait for answers' })
        .getByText('Not yet known', { exact: false }),
    ).toBeVisible();
  });

  await test.step('answers are there within five seconds, without loading the page', async () => {
    await answers(as(quick), batchId, [MINUTE]);
    await expect(people.getByRole('row', { name: /^Answers Quickly 1 0 1 min/ })).toBeVisible({
      timeout: 5000,
    });
    await answers(as(quick), batchId, [MINUTE, 2 * MINUTE, 2 * MINUTE, 3 * MINUTE]);
    await answers(as(slow), batchId, [4 * MINUTE], false);
    await expect(people.getByRole('row', { name: /^Answers Quickly 5 0 9 min 2 min/ })).toBeVisible({
      timeout: 5000,
    });
    await expect(people.getByRole('row', { name: /^Takes Time 1 0 4 min/ })).toBeVisible();
    const labels = page.getByRole('table', { name: 'By label' });
    await expect(labels.getByRole('row', { name: /^Plausible Is it plausible\? 5 2 min/ })).toBeVisible();
    await expect(labels.getByRole('row', { name: /^Not plausible Is it plausible\? 1 4 min/ })).toBeVisible();
    await expect(page.getByText(/Measured in this batch: .* from 6 answers of 2 people/)).toBeVisible();
  });

  await test.step('a skip is counted by its reason', async () => {
    const theirs = slow.api(team.org);
    const [task] = (await theirs.task.claim.mutate({ projectId, batchId, want: 1 })).tasks;
    await theirs.task.skip.mutate({
      taskId: task?.id ?? '',
      leaseId: task?.leaseId ?? '',
      reason: 'unclear',
      note: 'Neither fits.',
    });
    await expect(
      page
        .getByRole('table', { name: 'Why rows were skipped' })
        .getByRole('row', { name: /^The guideline does not say 1/ }),
    ).toBeVisible({ timeout: 5000 });
  });

  await test.step('what a label costs is undefined without rates, and what the manager says with them', async () => {
    await page.getByRole('link', { name: 'What a label costs' }).click();
    await expect(page.getByText('No rates are set')).toBeVisible();
    await expect(page.getByText('undefined: no rate for some of the work').first()).toBeVisible();
    await page.getByRole('button', { name: 'Set rates' }).click();
    const sheet = page.getByRole('dialog', { name: 'Set rates' });
    await sheet.getByLabel('An hour of labelling').fill('24');
    await sheet.getByRole('radio', { name: 'For 1,000 rows that were made' }).click();
    await sheet.getByRole('button', { name: 'Save' }).click();
    await expect(sheet.getByText('Is missing.')).toBeVisible();
    await sheet.getByLabel('1,000 rows', { exact: false }).last().fill('0.5');
    await sheet.getByRole('button', { name: 'Save' }).click();
    await expect(sheet).toBeHidden();
    // Thirteen minutes at 24 an hour.
    await expect(page.getByText('€5.20 in all')).toBeVisible();
    await expect(
      page
        .getByRole('table', { name: 'By person' })
        .getByRole('row', { name: /^Takes Time \d+ 4 min €1.60/ }),
    ).toBeVisible();
    await expect(slow.api(team.org).cost.read.query({ projectId })).rejects.toThrow(
      'Your role does not allow this',
    );
    await page.getByRole('link', { name: 'Back to the numbers' }).click();
  });

  await test.step('each number leads to what it counts, with its filters in the address', async () => {
    const items = page.getByRole('table', { name: 'Answers one by one' });
    await page.getByRole('link', { name: 'The guideline does not say' }).click();
    await expect(page).toHaveURL(/reason=unclear/);
    await expect(items.getByRole('row', { name: /Neither fits/ })).toBeVisible();
    await expect(items.getByRole('row')).toHaveCount(2);
    await page.getByRole('link', { name: 'Back to the numbers' }).click();
    await people.getByRole('link', { name: '5' }).click();
    await expect(page).toHaveURL(/person=[0-9a-f-]+/);
    await expect(items.getByRole('row')).toHaveCount(6);
    await page.getByRole('link', { name: 'Back to the numbers' }).click();
    await page.getByRole('table', { name: 'By label' }).getByRole('link', { name: 'Not plausible' }).click();
    await expect(items.getByRole('row')).toHaveCount(2);
    await expect(items.getByText('Takes Time')).toBeVisible();
  });

  await test.step('whoever only annotates sees their own numbers, in the page and behind it', async () => {
    const theirs = await slow.context.newPage();
    await theirs.goto(team.path(`/projects/${projectId}/labelling`));
    await expect(theirs.getByRole('heading', { name: 'Your labelling' })).toBeVisible();
    await expect(theirs.getByText('Not plausible')).toBeVisible();
    await expect(theirs.getByRole('table', { name: 'By person' })).toBeHidden();
    await expect(theirs.getByText('Answers Quickly')).toBeHidden();
    await theirs.goto(team.path(`/projects/${projectId}/labelling/items`));
    await expect(theirs.getByRole('table', { name: 'Answers one by one' }).getByRole('row')).toHaveCount(3);
    await theirs.close();
    const refused = slow.api(team.org).dashboard.labelling.query({ projectId });
    await expect(refused).rejects.toThrow('Your role does not allow this');
    const foreign = await newPerson(browser, baseURL, 'From Elsewhere');
    const { slug } = await foreign.api().organisation.create.mutate({ name: `Elsewhere ${randomUUID()}` });
    await expect(foreign.api(slug).dashboard.labelling.query({ projectId })).rejects.toThrow(
      /no such project/i,
    );
  });

  await test.step('how far people agree stands on the batch, with its n, or why it is not defined', async () => {
    await page.goto(team.path(`/batches/${batchId}`));
    const card = page.getByRole('heading', { name: 'Agreement' }).locator('../../..');
    await expect(card.getByText(/answered by at least two people/).first()).toBeVisible();
    await answers(
      as(slow),
      batchId,
      Array.from({ length: 8 }, () => MINUTE),
    );
    await answers(
      as(quick),
      batchId,
      Array.from({ length: 5 }, () => MINUTE),
    );
    await expect(card.getByText(/95%|No spread|Everybody/).first()).toBeVisible({ timeout: 15_000 });
    await expect(card.getByText(/9 rows, 18 answers/).first()).toBeVisible({ timeout: 15_000 });
  });
});
