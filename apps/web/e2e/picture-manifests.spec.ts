import { pngOf } from '@assay/testkit';
import { bringPictures } from './support/ready-pictures.ts';
import { expect, test } from './support/team.ts';

const ramp = (seed: number): Buffer => pngOf(160, 120, (x, y) => [(x * seed) % 256, (y * seed) % 256, 90]);

test('a manifest among pictures says how each was made: its lines, the search, and the page of the picture', async ({
  page,
  team,
}) => {
  test.setTimeout(120_000);
  const place = { person: team.manager, org: team.org };
  const { id: projectId } = await team.manager
    .api(team.org)
    .project.create.mutate({ name: 'Described pictures' });
  const importId = await bringPictures(place, {
    projectId,
    name: 'Ramps',
    about: { origin: 'synthetic', generator: 'A test of the browser' },
    files: {
      'ramps/one.png': ramp(1),
      'ramps/two.png': ramp(2),
      'ramps/manifest.jsonl': [
        '{"file":"one.png","prompt":"A ramp in the rain","seed":"18446744073709551615","model":"M 2","labels":["ramp"]}',
        '{"file":"lost.png","prompt":"Nowhere"}',
        '{"file":"two.png","seed":"many"}',
      ].join('\n'),
    },
  });

  await test.step('the import says what its lines say, and which were left out', async () => {
    await page.goto(team.path(`/image-imports/${importId}`));
    await expect(page.getByText('1 picture is described by it; 2 lines were left out.')).toBeVisible();
    const lines = page.getByRole('table', { name: 'Lines that were left out' });
    await expect(lines.getByRole('row').filter({ hasText: 'lost.png' })).toContainText(
      'No picture of this import has that path.',
    );
    await expect(lines.getByRole('row').filter({ hasText: 'two.png' })).toContainText('whole number');
    await expect(
      page.getByRole('table', { name: 'Files' }).getByRole('row').filter({ hasText: 'manifest.jsonl' }),
    ).toContainText('It says how pictures were made.');
    await page.setViewportSize({ width: 390, height: 844 });
    expect(
      await page.evaluate(() => document.documentElement.scrollWidth <= document.documentElement.clientWidth),
    ).toBe(true);
    await page.setViewportSize({ width: 1280, height: 900 });
  });

  await test.step('a picture is found by its prompt, and its page says how it was made', async () => {
    await page.goto(team.path(`/projects/${projectId}/images`));
    await page.getByRole('searchbox', { name: 'Search paths and prompts' }).fill('in the rain');
    await expect(page.getByRole('link', { name: /two\.png/ })).toHaveCount(0);
    await page
      .getByRole('link', { name: /one\.png/ })
      .first()
      .click();
    await expect(page.getByText('A ramp in the rain')).toBeVisible();
    await expect(page.getByText('18446744073709551615')).toBeVisible();
    await expect(page.getByText('M 2')).toBeVisible();
  });
});
