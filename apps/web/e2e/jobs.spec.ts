import { expect } from '@playwright/test';
import { addSource, orderImport } from './support/import-table.ts';
import { test } from './support/team.ts';
import { expectToast } from './support/toast.ts';
import { strikesCsv } from './support/wildlife-strikes.ts';

/** Long enough for a person to cancel its import: looking for personal data reads every value. */
const TIMES = 25;

test('a job is cancelled and opened again from the jobs screen', async ({ page, team }) => {
  test.setTimeout(180_000);
  const [header, ...rows] = strikesCsv().trim().split('\n');
  const csv = [header, ...Array.from({ length: TIMES }, () => rows).flat()].join('\n');
  const place = { person: team.manager, org: team.org, projectId: team.projectId };
  const source = await addSource(place, { name: 'Long table', csv });
  await page.goto(team.path('/jobs'));
  const { jobId } = await orderImport(place, source.versionId);
  const row = page.getByRole('row').filter({ has: page.locator(`a[href$="/jobs/${jobId}"]`) });
  await row.getByRole('button', { name: 'Cancel' }).click();
  await page.getByRole('alertdialog').getByRole('button', { name: 'Cancel the job' }).click();
  await expect(row.getByText('Cancelled')).toBeVisible();
  await row.getByRole('button', { name: 'Open again' }).click();
  await expectToast(page, 'The job is open again');
  await expect(row.getByText('Finished')).toBeVisible({ timeout: 120_000 });
  const version = await team.manager.api(team.org).sourceVersion.get.query({ versionId: source.versionId });
  expect(version.status).toBe('READY');
});
