import { countActions } from './support/counted.ts';
import { newPerson } from './support/person.ts';
import { readyBatch } from './support/ready-batch.ts';
import { expect, test } from './support/team.ts';

/** Actions from opening the invitation with a fresh account to the first answer that is taken, at most. */
const MOST_ACTIONS = 12;

test('an annotator who was just invited submits a first answer, without being told how', async ({
  browser,
  team,
  baseURL,
}) => {
  test.setTimeout(240_000);
  const api = team.manager.api(team.org);
  const { projectId, batchId } = await readyBatch(
    { person: team.manager, org: team.org },
    { name: 'Wages of the journey', samples: 3 },
  );
  const annotator = await newPerson(browser, baseURL, 'New Annotator');
  const { link } = await api.member.invite.mutate({
    email: annotator.email,
    roles: ['member'],
    project: { id: projectId, roles: ['annotator'] },
  });

  const page = await annotator.context.newPage();
  const act = countActions(page);
  await page.goto(new URL(link).pathname);
  await act.click(page.getByRole('button', { name: /^(Accept|Join)/ }));
  await act.click(page.getByRole('link', { name: 'Label', exact: true }));
  await act.click(page.getByRole('link', { name: /^Read “/ }));
  await act.click(page.getByRole('button', { name: /^I have read/ }));
  await act.click(page.getByRole('link', { name: 'Wages of the journey' }));
  await act.click(page.getByRole('link', { name: 'Label', exact: true }));
  await expect(page.getByRole('table')).toBeVisible();
  await act.press('j');
  await act.press('Enter');
  await expect.poll(async () => (await api.batch.get.query({ batchId })).tasks.submitted).toBe(1);
  console.log(`annotator's first submit: ${act.count()} actions, at most ${MOST_ACTIONS}`);
  expect(act.count()).toBeLessThanOrEqual(MOST_ACTIONS);
  await annotator.context.close();
});
