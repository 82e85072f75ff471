import { batchToReview, join, say } from './support/answered-batch.ts';
import { countActions } from './support/counted.ts';
import { newPerson } from './support/person.ts';
import { expect, test } from './support/team.ts';
import { expectToast } from './support/toast.ts';

/** Actions from opening the invitation with a fresh account to the first decision that stands, at most. */
const MOST_ACTIONS = 10;

test('an expert who was just invited decides on a first answer, without being told how', async ({
  browser,
  team,
  baseURL,
}) => {
  test.setTimeout(240_000);
  const manager = { person: team.manager, org: team.org };
  const api = team.manager.api(team.org);
  const batch = await batchToReview(manager, 1);
  // Two people answered the one row, and differ.
  for (const senior of [false, true]) {
    const person = await newPerson(browser, baseURL, senior ? 'Answers Senior' : 'Answers Junior');
    await join(manager, batch.projectId, person, ['annotator']);
    await say({ person, org: team.org }, batch, [{ senior }]);
    await person.context.close();
  }
  const expert = await newPerson(browser, baseURL, 'New Expert');
  const { link } = await api.member.invite.mutate({
    email: expert.email,
    roles: ['member'],
    project: { id: batch.projectId, roles: ['expert'] },
  });

  const page = await expert.context.newPage();
  const act = countActions(page);
  await page.goto(new URL(link).pathname);
  await act.click(page.getByRole('button', { name: /^(Accept|Join)/ }));
  await act.click(page.getByRole('link', { name: 'Review', exact: true }));
  await act.click(page.getByRole('button', { name: 'Review the next one' }));
  await expect(page.getByRole('row', { name: /^Grade Differs/ })).toBeVisible();
  const decide = page.getByRole('region', { name: 'Decide' });
  await act.click(decide.getByRole('radio', { name: 'Answer B' }));
  await act.click(decide.getByRole('button', { name: 'Accept answer B' }));
  await expectToast(page, 'Answer accepted');
  console.log(`expert's first decision: ${act.count()} actions, at most ${MOST_ACTIONS}`);
  expect(act.count()).toBeLessThanOrEqual(MOST_ACTIONS);
  await expert.context.close();
});
