import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { newPerson } from './support/person.ts';
import { answers, joins, runsToLabel, yesOrNo } from './support/run-to-label.ts';
import { expect, test } from './support/team.ts';

const MINUTE = 60_000;
const SAMPLES = 12;

test('labels are frozen as a version, proven by an export, compared with the next, and found by a file', async ({
  browser,
  baseURL,
  page,
  team,
}) => {
  test.setTimeout(300_000);
  const api = team.manager.api(team.org);
  const { id: projectId } = await api.project.create.mutate({ name: 'Versions of strikes' });
  const place = { person: team.manager, org: team.org, projectId };
  const annotator = await newPerson(browser, baseURL, 'Labels Carefully');
  await joins(place, annotator, ['annotator']);
  await test.step('without a run that passed, one is told what a version needs', async () => {
    await page.goto(team.path(`/projects/${projectId}`));
    await page.getByRole('link', { name: 'Versions', exact: true }).click();
    await expect(page.getByText('No version yet')).toBeVisible();
    await page.getByRole('main').getByRole('link', { name: 'Commit a version' }).first().click();
    await expect(page.getByText('No run has passed its gates yet')).toBeVisible();
  });

  const { ready } = await runsToLabel(place);
  const { versionId: labelSchemaVersionId } = await yesOrNo(place);
  const { batchId } = await api.batch.create.mutate({
    projectId,
    name: 'First look',
    runId: ready,
    labelSchemaVersionId,
    selection: { type: 'assay.batch-selection', version: 1, size: SAMPLES, seed: 'versions' },
  });
  await expect.poll(async () => (await api.batch.get.query({ batchId })).status).toBe('OPEN');
  const labels = { person: annotator, org: team.org, projectId };
  await answers(labels, batchId, Array(6).fill(MINUTE));

  await test.step('what would be frozen is counted before, with the reason of what is left out', async () => {
    await page.reload();
    await expect(page.getByText('Left out: nobody labelled them')).toBeVisible();
    const preview = page.getByRole('main');
    await expect(preview.getByText('6 answers by 1 person')).toBeVisible();
    await page.getByRole('radio', { name: /^All rows/ }).click();
    await expect(page.getByText('Left out: nobody labelled them')).toBeHidden();
    await page.getByRole('radio', { name: /^Labelled rows/ }).click();
    await page.getByRole('textbox', { name: /What changed/ }).fill('The first six');
    await page.getByRole('button', { name: 'Commit', exact: true }).click();
    await page.waitForURL(/\/versions\/[0-9a-f-]+$/);
    await expect(page.getByRole('heading', { level: 1, name: 'Version 1' })).toBeVisible();
    await expect(page.getByRole('heading', { name: 'Root', exact: true })).toBeVisible({ timeout: 60_000 });
    await expect(page.getByText('Labels Carefully')).toBeVisible();
  });
  const first = new URL(page.url()).pathname;

  await test.step('its files are whole, it can be tagged, and its samples read', async () => {
    await page.getByRole('button', { name: 'Check the files' }).click();
    await expect(page.getByText(/All \d+ files are whole/)).toBeVisible();
    await page.getByRole('button', { name: 'Add a tag' }).click();
    const dialog = page.getByRole('alertdialog').or(page.getByRole('dialog'));
    await dialog.getByRole('textbox', { name: /Name of the tag/ }).fill('first-six');
    await dialog.getByRole('button', { name: 'Add the tag' }).click();
    await expect(page.getByText('first-six')).toBeVisible();
    await page.getByRole('link', { name: 'Samples', exact: true }).click();
    await expect(page.getByRole('table', { name: /Samples with their final labels/ })).toBeVisible();
    await expect(page.getByText('Plausible', { exact: true })).toHaveCount(6);
  });

  let file: string | null = null;
  await test.step('an export leaves with the hash of each file', async () => {
    await page.getByRole('link', { name: 'Exports', exact: true }).click();
    await expect(page.getByText('This version is not released')).toBeVisible();
    await page.getByRole('button', { name: 'Make the export' }).click();
    const link = page.getByRole('link', { name: /^Download .*-v1\.jsonl$/ });
    await expect(link).toBeVisible({ timeout: 60_000 });
    const [download] = await Promise.all([page.waitForEvent('download'), link.click()]);
    file = await download.path();
    const bytes = await readFile(file);
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    await expect(page.getByText(sha256.slice(0, 12))).toBeVisible();
    const records = bytes
      .toString()
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(records).toHaveLength(6);
    expect(records.every(({ labels: own }) => own.length === 1)).toBe(true);
    expect(bytes.toString()).not.toContain('Labels Carefully');
  });

  await test.step('the file is known again by anybody who may read the version', async () => {
    await page.goto(team.path('/files'));
    await page
      .getByRole('group', { name: 'The file' })
      .locator('input[type=file]')
      .setInputFiles(file ?? '');
    await expect(page.getByRole('link', { name: 'Versions of strikes, Version 1' })).toBeVisible();
    await page.getByRole('textbox', { name: /^SHA-256/ }).fill('0'.repeat(64));
    await page.getByRole('button', { name: 'Find it' }).click();
    await expect(page.getByText('No version that you may read has this file')).toBeVisible();
  });

  await test.step('the next version says what changed', async () => {
    await answers(labels, batchId, Array(6).fill(MINUTE), false);
    await page.goto(team.path(`/projects/${projectId}/versions/new`));
    await expect(page.getByText('12 answers by 1 person')).toBeVisible();
    await expect(page.getByText('main points at version 1 and will move on to this one.')).toBeVisible();
    await page.getByRole('button', { name: 'Commit', exact: true }).click();
    await page.waitForURL(/\/versions\/[0-9a-f-]+$/);
    await expect(page.getByRole('heading', { name: 'Root', exact: true })).toBeVisible({ timeout: 60_000 });
    await page.getByRole('link', { name: 'Compare', exact: true }).click();
    const transitions = page.getByRole('table', { name: 'From what to what' });
    await expect(
      transitions.getByRole('row', { name: /Is it plausible\? none Not plausible 6/ }),
    ).toBeVisible();
    await expect(page.getByRole('table', { name: 'Each change' }).getByRole('row')).toHaveCount(7);
  });

  await test.step('of two people who move one branch the second is refused, and told where it is now', async () => {
    await page.goto(team.path(`/projects/${projectId}/versions`));
    const other = await page.context().newPage();
    await other.goto(page.url());
    for (const each of [page, other]) await each.getByRole('button', { name: 'Move main' }).click();
    await page.getByRole('button', { name: 'Move the branch' }).click();
    await expect(page.getByRole('button', { name: 'Move the branch' })).toBeHidden();
    await other.getByRole('button', { name: 'Move the branch' }).click();
    await expect(other.getByText(/Somebody else has moved main to version 1/)).toBeVisible();
    await other.close();
    await expect(
      page.getByRole('table', { name: 'Branches and tags' }).getByRole('row', { name: /^main .*Version 1/ }),
    ).toBeVisible();
    await page.goto(first);
    await expect(page.getByText(/Branch\s*main/)).toBeVisible();
  });
  await annotator.context.close();
});
