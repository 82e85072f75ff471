import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { countActions } from './support/counted.ts';
import { newPerson } from './support/person.ts';
import { expect, test } from './support/team.ts';
import { jobDone, wagesRun } from './support/wages-run.ts';

/** Actions from opening the invitation with a fresh account to the first file that is taken away, at most. */
const MOST_ACTIONS = 10;

test('an engineer who was just invited takes the data of a version away, without being told how', async ({
  browser,
  team,
  baseURL,
}) => {
  test.setTimeout(240_000);
  const place = { person: team.manager, org: team.org };
  const api = team.manager.api(team.org);
  const { projectId, runId } = await wagesRun(place, 'Wages to take away', { lenient: true });
  const { jobId } = await api.version.commit.mutate({
    projectId,
    runIds: [runId],
    scope: 'all',
    branch: 'main',
    parentId: null,
  });
  await jobDone(place, jobId);
  const engineer = await newPerson(browser, baseURL, 'New Engineer');
  const { link } = await api.member.invite.mutate({
    email: engineer.email,
    roles: ['member'],
    project: { id: projectId, roles: ['engineer'] },
  });

  const page = await engineer.context.newPage();
  const act = countActions(page);
  await page.goto(new URL(link).pathname);
  await act.click(page.getByRole('button', { name: /^(Accept|Join)/ }));
  await act.click(page.getByRole('link', { name: 'Versions', exact: true }));
  await act.click(page.getByRole('link', { name: 'Version 1', exact: true }).first());
  await act.click(page.getByRole('link', { name: 'Exports', exact: true }));
  await act.click(page.getByRole('button', { name: 'Make the export' }));
  const rows = page.getByRole('link', { name: /^Download .*-v1\.jsonl$/ });
  await expect(rows).toBeVisible({ timeout: 60_000 });
  const download = page.waitForEvent('download');
  await act.click(rows);
  const bytes = await readFile(await (await download).path());
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  await expect(page.getByText(sha256.slice(0, 12))).toBeVisible();
  console.log(`engineer's first download: ${act.count()} actions, at most ${MOST_ACTIONS}`);
  expect(act.count()).toBeLessThanOrEqual(MOST_ACTIONS);
  await engineer.context.close();
});
