import { pngOf } from '@assay/testkit';
import { bringPictures } from './support/ready-pictures.ts';
import { expect, test } from './support/team.ts';
import { jobDone } from './support/wages-run.ts';

const soft = (seed: number): Buffer =>
  pngOf(160, 120, (x, y) => [
    128 + 100 * Math.sin((x * (seed + 1)) / 31),
    128 + 100 * Math.cos((y * (seed + 2)) / 27),
    128 + 90 * Math.sin((x + y + seed * 20) / 39),
  ]);
const stripes = (seed: number): Buffer =>
  pngOf(160, 120, (x) => (x % (seed + 2) === 0 ? [90, 20, 20] : [20, 10, 10]));
const filesOf = (name: string, count: number, paint: (seed: number) => Buffer) =>
  Object.fromEntries(Array.from({ length: count }, (_, at) => [`${name}-${at + 1}.png`, paint(at + 1)]));

test('made pictures are compared with real ones: distances beside the floor, and what stands out', async ({
  page,
  team,
}) => {
  test.setTimeout(180_000);
  const place = { person: team.manager, org: team.org };
  const api = team.manager.api(team.org);
  const { id: projectId } = await api.project.create.mutate({ name: 'Pictures to compare' });
  await bringPictures(place, {
    projectId,
    name: 'Photographs',
    about: { origin: 'real', licence: 'CC0-1.0' },
    files: filesOf('photo', 6, soft),
  });
  await bringPictures(place, {
    projectId,
    name: 'Stripes',
    about: { origin: 'synthetic', generator: 'A test of the browser' },
    files: filesOf('stripes', 5, stripes),
  });

  await test.step('it is ordered from the pictures, and what comes of it appears', async () => {
    await page.goto(team.path(`/projects/${projectId}/images`));
    await page.getByRole('link', { name: 'Compare with real ones' }).click();
    await expect(page.getByText('Nothing has been compared yet')).toBeVisible();
    await page.getByRole('button', { name: 'Compare', exact: true }).click();
    const table = page.getByRole('table', { name: 'Distances' });
    await expect(table).toBeVisible({ timeout: 60_000 });
    for (const name of ['Colours', 'Gradients', 'Frequencies']) {
      await expect(table.getByRole('row').filter({ hasText: name })).toContainText('%');
    }
    await expect(page.getByText('5 made pictures and 6 real ones.')).toBeVisible();
  });

  await test.step('a figure opens what it means and leads back to its comparison', async () => {
    const row = page.getByRole('row').filter({ hasText: 'Colours' });
    await row.getByRole('button').first().click();
    const opened = page.getByRole('dialog');
    await expect(opened).toContainText('Energy distance');
    await opened.getByRole('link', { name: /the pictures of the comparison/ }).click();
    await expect(page).toHaveURL(/\/image-comparisons\/[0-9a-f-]{36}$/);
  });

  await test.step('what stands out leads to its picture', async () => {
    const strip = page.getByRole('list', { name: /Made pictures that no real one is near: colours/ });
    await expect(strip.getByRole('link')).toHaveCount(5);
    await strip.getByRole('link').first().focus();
    await page.keyboard.press('Enter');
    await expect(page).toHaveURL(/\/images\/[0-9a-f-]{36}$/);
    await expect(page.getByText(/stripes-\d\.png/).first()).toBeVisible();
    await page.goBack();
  });

  await test.step('it holds together on a phone', async () => {
    await expect(page.getByRole('table', { name: 'Distances' })).toBeVisible({ timeout: 30_000 });
    await page.setViewportSize({ width: 390, height: 844 });
    expect(
      await page.evaluate(() => document.documentElement.scrollWidth <= document.documentElement.clientWidth),
    ).toBe(true);
  });

  await test.step('the page of a run of pictures says what stands out in them', async () => {
    const { runId, jobId } = await api.run.collectImages.mutate({
      projectId,
      name: 'Stripes',
      origin: 'synthetic',
    });
    await jobDone(place, jobId);
    await page.goto(team.path(`/runs/${runId}`));
    const quality = page.getByRole('table', { name: 'What stands out in them' });
    await expect(
      quality.getByRole('row').filter({ hasText: 'Pictures whose rights are stated' }),
    ).toContainText('100%');
    await quality.getByRole('row').filter({ hasText: 'look alike' }).getByRole('button').click();
    await expect(page.getByRole('dialog')).toContainText('perceptual');
  });
});
