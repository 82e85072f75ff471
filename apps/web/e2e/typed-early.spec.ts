import type { Request } from '@playwright/test';
import { expect, test } from './support/team.ts';

/** A message that only the script of the page of a new recipe asks for. */
const OF_THE_PAGE = 'about.nameHint';

const asksForTheProject = (request: Request) => request.url().includes('project.get');

test('what is typed before a page has come alive stays, though the frame came alive first', async ({
  page,
  team,
}) => {
  // An answer that is read as a stream ends for the browser as a request that was given up.
  const answered = Promise.race([
    page.waitForEvent('requestfinished', asksForTheProject),
    page.waitForEvent('requestfailed', asksForTheProject),
  ]);
  let held = 0;
  await page.route(/\/_next\/static\/chunks\/.*\.js/, async (route) => {
    const script = await route.fetch();
    if ((await script.text()).includes(OF_THE_PAGE)) {
      held += 1;
      await answered;
    }
    await route.fulfill({ response: script });
  });
  await page.goto(team.path(`/projects/${team.projectId}/recipes/new`), { waitUntil: 'commit' });
  const name = page.getByRole('textbox', { name: /^Name/ });
  await name.fill('Half done');
  // The trail names the project as soon as the page is alive.
  await expect(page.getByRole('navigation', { name: 'Breadcrumbs' })).toContainText('Bird strikes');
  await expect(name).toHaveValue('Half done');
  expect(held).toBe(1);
});
