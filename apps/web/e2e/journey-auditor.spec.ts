import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { countActions } from './support/counted.ts';
import { newPerson } from './support/person.ts';
import { expect, test } from './support/team.ts';

/** Actions from opening the invitation with a fresh account to the first log that is verified offline, at most. */
const MOST_ACTIONS = 8;

test('an auditor who was just invited verifies the log offline, without being told how', async ({
  browser,
  team,
  baseURL,
}) => {
  const auditor = await newPerson(browser, baseURL, 'New Auditor');
  const { link } = await team.manager
    .api(team.org)
    .member.invite.mutate({ email: auditor.email, roles: ['auditor'] });

  const page = await auditor.context.newPage();
  const act = countActions(page);
  await page.goto(new URL(link).pathname);
  await act.click(page.getByRole('button', { name: /^(Accept|Join)/ }));
  await act.click(page.getByRole('link', { name: 'Log', exact: true }));
  await act.click(page.getByRole('button', { name: 'Export and verify' }));
  const download = page.waitForEvent('download');
  await act.click(page.getByRole('link', { name: 'Download the log' }));
  const file = path.join(mkdtempSync(path.join(tmpdir(), 'assay-e2e-')), 'log.assay-ledger.jsonl');
  await (await download).saveAs(file);
  await act.click(page.getByRole('link', { name: 'Open the offline verification page' }));
  await expect(page.getByRole('heading', { name: 'Verify an Assay ledger' })).toBeVisible();
  // From here on there is no server.
  await auditor.context.setOffline(true);
  await act.choose(page.getByLabel('Export file'), file);
  await act.click(page.getByRole('button', { name: 'Verify' }));
  await expect(page.getByText(/^Verified: the log is complete/)).toBeVisible();
  console.log(`auditor's first verification: ${act.count()} actions, at most ${MOST_ACTIONS}`);
  expect(act.count()).toBeLessThanOrEqual(MOST_ACTIONS);
  await auditor.context.close();
});
