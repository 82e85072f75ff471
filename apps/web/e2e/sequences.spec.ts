import { readyPictures } from './support/ready-pictures.ts';
import { expect, test } from './support/team.ts';

test('what moves is drawn in two frames of a sequence, followed between them, let go, and handed in', async ({
  page,
  team,
}) => {
  test.setTimeout(240_000);
  const { projectId, batchId } = await readyPictures(
    { person: team.manager, org: team.org },
    { name: 'A drive', pictures: 12, isSequence: true },
  );
  const canvas = page.getByRole('application', { name: 'Picture to draw on' });
  const slider = page.getByRole('slider', { name: 'Frame', exact: true });
  const bar = page.getByRole('toolbar', { name: 'Frames' });
  const region = (place: string) => page.getByRole('button', { name: `Region 1: Car, Box, ${place}` });
  const at = (frame: number) => expect(slider).toHaveValue(String(frame - 1));
  const saved = () => expect(page.locator('[data-saving=saved]')).toBeVisible();
  const open = async () => {
    await page.goto(team.path(`/projects/${projectId}/work?batch=${batchId}`));
    await expect(page.locator('[data-painted=true]')).toBeVisible({ timeout: 60_000 });
  };

  await test.step('a box is put into the first frame and moved in a later one, by keys alone', async () => {
    await open();
    await expect(page.getByText('scene-1.png · 320 × 240 · 12 frames')).toBeVisible();
    await page.getByRole('button', { name: 'Add a box' }).click();
    const form = page.getByRole('region', { name: 'Selected region' });
    for (const [name, value] of [
      ['Left', '80'],
      ['Top', '60'],
      ['Width', '120'],
      ['Height', '90'],
    ] as const) {
      await form.getByRole('spinbutton', { name }).fill(value);
    }
    await page.keyboard.press('Enter');
    await expect(region('at 80, 60, 120 by 90')).toBeVisible();
    await page.getByRole('spinbutton', { name: 'Number of the frame' }).fill('11');
    await at(11);
    await expect(page.locator('[data-painted=true]')).toBeVisible();
    await expect(region('at 80, 60, 120 by 90')).toBeVisible();
    await canvas.focus();
    await page.keyboard.press('v');
    for (let step = 0; step < 10; step += 1) await page.keyboard.press('Shift+ArrowRight');
    await expect(region('at 180, 60, 120 by 90')).toBeVisible();
    await expect(slider).toHaveAttribute('aria-valuetext', 'Frame 11 of 12. Key frame of Car.');
    await expect(bar.locator('[data-frame]')).toHaveCount(2);
  });

  await test.step('between the two it is on its way, also after the page was loaded again', async () => {
    await saved();
    await open();
    await at(1);
    await canvas.focus();
    for (let step = 0; step < 3; step += 1) await page.keyboard.press('PageDown');
    await at(4);
    await expect(region('at 110, 60, 120 by 90')).toBeVisible();
    await region('at 110, 60, 120 by 90').click();
    await expect(bar.getByRole('button', { name: 'Remove the key frame' })).toBeDisabled();
    await bar.getByRole('button', { name: 'Next key frame' }).click();
    await at(11);
  });

  await test.step('it leaves, and undo goes to where it left', async () => {
    await bar.getByRole('button', { name: 'Next frame' }).click();
    await bar.getByRole('button', { name: 'Leaves the picture here' }).click();
    await expect(region('not in this frame')).toBeVisible();
    await bar.getByRole('button', { name: 'Previous key frame' }).click();
    await bar.getByRole('button', { name: 'Previous key frame' }).click();
    await at(1);
    await canvas.focus();
    await page.keyboard.press('Control+z');
    await at(12);
    await expect(region('at 180, 60, 120 by 90')).toBeVisible();
    await page.keyboard.press('Control+Shift+z');
    await expect(region('not in this frame')).toBeVisible();
    await saved();
  });

  await test.step('it plays to its end, and is handed in', async () => {
    await slider.fill('7');
    await at(8);
    await bar.getByRole('button', { name: 'Play' }).click();
    await at(12);
    await expect(bar.getByRole('button', { name: 'Play' })).toBeVisible();
    await canvas.focus();
    await page.keyboard.press('Enter');
    await expect(page.getByText('All is labelled')).toBeVisible({ timeout: 60_000 });
  });
});
