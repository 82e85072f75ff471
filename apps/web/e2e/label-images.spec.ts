import { readyPictures } from './support/ready-pictures.ts';
import { expect, test } from './support/team.ts';
import { expectToast } from './support/toast.ts';
import { jobDone } from './support/wages-run.ts';

test('boxes are drawn by mouse and by keys, saved as they are drawn, handed in, taken back, and end in a version', async ({
  page,
  team,
}) => {
  test.setTimeout(240_000);
  const { projectId, batchId, runId } = await readyPictures(
    { person: team.manager, org: team.org },
    { name: 'Pictures to draw on', pictures: 3 },
  );
  const canvas = page.getByRole('application', { name: 'Picture to draw on' });
  const saved = () => expect(page.locator('[data-saving=saved]')).toBeVisible();

  await test.step('the picture is shown, and a box is drawn by mouse', async () => {
    await page.goto(team.path(`/projects/${projectId}/work?batch=${batchId}`));
    await expect(page.locator('[data-painted=true]')).toBeVisible({ timeout: 60_000 });
    await expect(page.getByText(/scene-\d\.png · 320 × 240/)).toBeVisible();
    const frame = await canvas.boundingBox();
    if (frame === null) throw new Error('The canvas has no place.');
    const [x, y] = [frame.x + frame.width / 2, frame.y + frame.height / 2];
    await page.mouse.move(x - 60, y - 40);
    await page.mouse.down();
    await page.mouse.move(x, y, { steps: 4 });
    await page.mouse.move(x + 70, y + 50, { steps: 4 });
    await page.mouse.up();
    await expect(page.getByRole('button', { name: /^Region 1: Car, Box, at / })).toBeVisible();
    await saved();
  });

  await test.step('what was drawn is there after the page was loaded again', async () => {
    await page.reload();
    await expect(page.getByRole('button', { name: /^Region 1: Car, Box, at / })).toBeVisible({
      timeout: 60_000,
    });
  });

  await test.step('a second one is made, labelled and placed by names and keys alone', async () => {
    await page.getByRole('button', { name: 'Add a box' }).click();
    const form = page.getByRole('region', { name: 'Selected region' });
    await form.getByRole('combobox', { name: 'Label' }).selectOption('Person');
    await form.getByRole('spinbutton', { name: 'Left' }).fill('12');
    await form.getByRole('spinbutton', { name: 'Top' }).fill('20');
    await form.getByRole('spinbutton', { name: 'Width' }).fill('30');
    await form.getByRole('spinbutton', { name: 'Height' }).fill('40');
    await page.keyboard.press('Enter');
    await expect(
      page.getByRole('button', { name: 'Region 2: Person, Box, at 12, 20, 30 by 40' }),
    ).toHaveAttribute('aria-pressed', 'true');
    // Two figures are taken back, one by one, and given again.
    await canvas.focus();
    await page.keyboard.press('Control+z');
    await expect(
      page.getByRole('button', { name: /^Region 2: Person, Box, at 12, 20, 30 by 48$/ }),
    ).toBeVisible();
    await page.keyboard.press('Control+Shift+z');
    await expect(page.getByRole('button', { name: /30 by 40$/ })).toBeVisible();
    await saved();
  });

  await test.step('a region is flagged by its key, with words that are one step and outlive the page', async () => {
    const flagged = page.getByRole('button', { name: /^Region 2: Person, .*, flagged: Or a statue\?$/ });
    await canvas.focus();
    await page.keyboard.press('Shift+R');
    await expect(page.getByRole('button', { name: /^Region 2: Person, .*, flagged$/ })).toBeVisible();
    const words = page.getByRole('textbox', { name: /^What is unclear/ });
    // Faster than the screen is drawn anew.
    await words.pressSequentially('Or a statue?');
    await expect(words).toHaveValue('Or a statue?');
    await expect(flagged).toBeVisible();
    await page.keyboard.press('Enter');
    await expect(canvas).toBeFocused();
    await page.keyboard.press('Control+z');
    await expect(page.getByRole('button', { name: /^Region 2: Person, .*, flagged$/ })).toBeVisible();
    await page.keyboard.press('Control+z');
    await expect(page.getByRole('button', { name: /^Region 2: Person, [^f]*$/ })).toBeVisible();
    await saved();
    await page.keyboard.press('Control+Shift+z');
    await page.keyboard.press('Control+Shift+z');
    await expect(flagged).toBeVisible();
    await page.getByRole('checkbox', { name: 'Flagged only (1)' }).check();
    await expect(page.getByRole('button', { name: /^Region 1: Car/ })).toHaveCount(0);
    await saved();
    await page.reload();
    await expect(flagged).toBeVisible({ timeout: 60_000 });
    await expect(page.locator('[data-painted=true]')).toBeVisible();
  });

  await test.step('what is half drawn is neither handed in nor lost in a pause', async () => {
    const third = page.getByRole('button', { name: /^Region 3: / });
    await page.getByRole('button', { name: 'Box', exact: true }).click();
    // The keys of the picture go on where one has clicked on its bar.
    await expect(canvas).toBeFocused();
    await canvas.click({ position: { x: 60, y: 60 } });
    await canvas.hover({ position: { x: 120, y: 110 } });
    await expect(third).toBeVisible();
    await page.keyboard.press('Enter');
    await expectToast(page, 'Something is half drawn');
    await page.getByRole('button', { name: /^Pause/ }).click();
    await expect(canvas).toBeHidden();
    await page.getByRole('button', { name: 'Go on' }).click();
    await expect(canvas).toBeFocused();
    await canvas.click({ position: { x: 120, y: 110 } });
    await expect(third).toHaveAttribute('aria-pressed', 'true');
    await page.keyboard.press('Control+z');
    await expect(third).toHaveCount(0);
    await saved();
  });

  await test.step('it is handed in by a key, and taken back with all that was drawn', async () => {
    await canvas.focus();
    await page.keyboard.press('Enter');
    await expect(page.getByRole('button', { name: /^Region 1/ })).toHaveCount(0);
    await expect(page.locator('[data-painted=true]')).toBeVisible();
    await page.getByRole('button', { name: /^Undo/ }).last().click();
    await expect(page.getByRole('button', { name: /^Region 2: Person/ })).toBeVisible({ timeout: 30_000 });
    await expect(page.getByRole('button', { name: /^Region 1: Car/ })).toBeVisible();
    await saved();
  });

  await test.step('a region without what it needs is shown, and the rest is answered by everybody', async () => {
    await canvas.focus();
    await page.keyboard.press('Enter');
    for (let at = 0; at < 2; at += 1) {
      await expect(page.getByRole('button', { name: /^Region / })).toHaveCount(0);
      await expect(page.locator('[data-painted=true]')).toBeVisible();
      await page.getByRole('button', { name: 'Add a box' }).click();
      await expect(page.getByRole('button', { name: /^Region 1: Car/ })).toBeVisible();
      await canvas.focus();
      await page.keyboard.press('Enter');
    }
    await expect(page.getByText('All is labelled')).toBeVisible({ timeout: 60_000 });
  });

  await test.step('a version holds what was drawn, of every picture', async () => {
    const api = team.manager.api(team.org);
    const { versionId, jobId } = await api.version.commit.mutate({
      projectId,
      runIds: [runId],
      scope: 'labelled',
      branch: 'main',
      parentId: null,
    });
    await jobDone({ person: team.manager, org: team.org }, jobId);
    await page.goto(team.path(`/projects/${projectId}/versions/${versionId}`));
    await expect(page.getByText('Imported, synthetic')).toBeVisible();
    await page.getByRole('link', { name: 'Samples', exact: true }).click();
    await expect(page.getByText('Car; Person')).toBeVisible();
  });
});
