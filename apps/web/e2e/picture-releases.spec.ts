import { readyPictures } from './support/ready-pictures.ts';
import { expect, test } from './support/team.ts';
import { jobDone } from './support/wages-run.ts';

test('a release of pictures says what it measures, is stopped by its gates, and each figure opens', async ({
  page,
  team,
}) => {
  test.setTimeout(180_000);
  const place = { person: team.manager, org: team.org };
  const { projectId, runId } = await readyPictures(place, { name: 'Pictures to release', pictures: 3 });
  const api = team.manager.api(team.org);
  const { versionId, jobId } = await api.version.commit.mutate({
    projectId,
    runIds: [runId],
    scope: 'all',
    branch: 'main',
    parentId: null,
  });
  await jobDone(place, jobId);

  await test.step('before anything is read the page says that no test rows are', async () => {
    await page.goto(team.path(`/projects/${projectId}/releases/new?version=${versionId}`));
    await expect(page.getByText('There are no test rows to read')).toBeVisible();
    await page.getByRole('textbox', { name: 'Title' }).fill('Scenes for training');
    await page.getByRole('button', { name: 'Validate and ask for a decision' }).click();
  });

  await test.step('what stands in its way is named, with a waiver for each', async () => {
    await expect(page.getByText('What stands in the way')).toBeVisible({ timeout: 60_000 });
    const blockers = page.getByRole('listitem').filter({ has: page.getByText('In the way') });
    await expect(blockers.filter({ hasText: 'Pictures with a final label' })).toContainText(
      '0 is past amber',
    );
    await expect(blockers.filter({ hasText: 'Pictures that look alike' })).toBeVisible();
    await expect(blockers.getByRole('button', { name: 'Propose a waiver' })).toHaveCount(2);
  });

  await test.step('figures open what they mean and show pictures they are about', async () => {
    const figures = page.getByRole('table', { name: 'What was measured of the pictures' });
    const row = figures.getByRole('row').filter({ hasText: 'Pictures with a final label' });
    await expect(row.getByRole('link', { name: /^Picture \d$/ })).toHaveCount(3);
    await row.getByRole('button', { name: '0%' }).click();
    const opened = page.getByRole('dialog', { name: /Pictures with a final label/ });
    await expect(opened).toContainText('Pictures with at least one final label over all pictures');
    await expect(opened).toContainText('0 of 3');
    await page.keyboard.press('Escape');
    const rights = page.getByRole('table', { name: 'By what right they are used' });
    await expect(rights).toContainText('A test of the browser');
    await row.getByRole('link', { name: 'Picture 1' }).focus();
    await page.keyboard.press('Enter');
    await expect(page).toHaveURL(/\/images\/[0-9a-f-]{36}$/);
    await page.goBack();
  });

  await test.step('it holds together on a phone', async () => {
    await expect(page.getByText('By what right they are used').first()).toBeVisible({ timeout: 30_000 });
    await page.setViewportSize({ width: 390, height: 844 });
    expect(
      await page.evaluate(() => document.documentElement.scrollWidth <= document.documentElement.clientWidth),
    ).toBe(true);
  });
});
