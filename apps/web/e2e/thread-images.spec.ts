import { test } from '@playwright/test';
import { carsAndPeople, runOfPictures } from './support/ready-pictures.ts';
import { assemble } from './support/thread/cast.ts';
import { expect, PATIENCE } from './support/thread/patient.ts';
import { releasePictures, takePictureLabels } from './support/thread/picture-release.ts';
import {
  bringLabels,
  canvasOf,
  detected,
  makeVerifyBatch,
  openPictures,
  pictureShown,
  proposalsOf,
} from './support/thread/pictures.ts';
import { commit } from './support/thread/version.ts';

test.use({ actionTimeout: PATIENCE });

const PICTURES = 4;
const QUESTION = 'What is there?';

test('pictures with the labels of a detector are verified, reviewed, measured, frozen, released and exported', async ({
  browser,
  baseURL,
}) => {
  test.setTimeout(600_000);
  const cast = await test.step('everybody is there', () =>
    assemble(browser, baseURL, 'Pictures of the thread'));
  const { manager, engineer, expert, ann, ben, org, projectId, project } = cast;

  const batchId = await test.step('pictures and what a detector said of them come in', async () => {
    const runId = await runOfPictures({ person: engineer, org }, projectId, PICTURES);
    const labelSchemaVersionId = await carsAndPeople({ person: manager, org }, projectId);
    await bringLabels(cast, detected(PICTURES));
    return makeVerifyBatch(cast, { runId, labelSchemaVersionId });
  });

  await test.step('Ann looks at each proposal: accepts, rejects, puts right, each by one key', async () => {
    const { page } = ann;
    await openPictures(cast, ann, batchId);
    const bar = proposalsOf(page);
    await expect(bar.getByRole('status')).toHaveText('Person · Box · not looked at');
    await page.keyboard.press('q');
    await expect(bar.getByRole('status')).toHaveText('Car · Box · not looked at');
    // What is not looked at cannot be handed in.
    await page.keyboard.press('Enter');
    await expect(page.getByText('A proposed region was not looked at yet.')).toBeVisible();
    await page.keyboard.press('y');
    await expect(bar.getByText('0 to look at · 1 accepted · 0 fixed · 1 rejected')).toBeAttached();
    await page.keyboard.press('Enter');
    await expect(bar.getByText(/^2 to look at/)).toBeAttached();
    await pictureShown(page);

    // The second is put right by the keys of the picture: what was rejected and fixed is there after a reload.
    await page.keyboard.press('q');
    await page.keyboard.press('f');
    await page.keyboard.press('ArrowRight');
    await expect(bar.getByText('0 to look at · 0 accepted · 1 fixed · 1 rejected')).toBeAttached();
    await expect(page.locator('[data-saving=saved]')).toBeVisible();
    await page.reload();
    await expect(bar.getByText('0 to look at · 0 accepted · 1 fixed · 1 rejected')).toBeAttached({
      timeout: 60_000,
    });
    await canvasOf(page).focus();
    await page.keyboard.press('Enter');
    await expect(bar.getByText(/^1 to look at/)).toBeAttached();

    // The keys lead on through the page, and are no trap.
    await pictureShown(page);
    await canvasOf(page).focus();
    await page.keyboard.press('Tab');
    await expect(canvasOf(page)).toBeFocused();
    await page.keyboard.press('Escape');
    await page.keyboard.press('Escape');
    await expect(page.getByText('Tab leads on from here')).toBeFocused();
    await page.keyboard.press('Tab');
    await expect(
      page.getByRole('region', { name: 'Your answers' }).getByRole('button').first(),
    ).toBeFocused();
    await canvasOf(page).focus();
    for (let left = PICTURES - 2; left > 0; left -= 1) {
      await pictureShown(page);
      await page.keyboard.press('a');
    }
    await expect(page.getByText('Nothing for you to label now')).toBeVisible({ timeout: 60_000 });
  });

  await test.step('Ben accepts what was proposed, whatever it is', async () => {
    await openPictures(cast, ben, batchId);
    for (let left = PICTURES; left > 0; left -= 1) {
      const bar = proposalsOf(ben.page);
      await expect(bar.getByText(left > 2 ? /^2 to look at/ : /^1 to look at/)).toBeAttached();
      await pictureShown(ben.page);
      await ben.page.keyboard.press('a');
    }
    await expect(ben.page.getByText('All is labelled')).toBeVisible({ timeout: 60_000 });
  });

  await test.step('the expert sees one answer over the other, and only where they differ', async () => {
    const { page } = expert;
    await page.goto(project());
    await page.getByRole('link', { name: 'Review', exact: true }).click();
    const inbox = page.getByRole('table', { name: 'Samples before experts' });
    await expect(inbox.getByRole('row')).toHaveCount(1 + 2);
    for (const row of [1, 2]) {
      if (row === 1) await page.getByRole('link', { name: 'Row 1', exact: true }).click();
      await expect(page.getByRole('heading', { level: 1, name: `Row ${row}`, exact: true })).toBeVisible();
      const odd = page.getByRole('checkbox', { name: /^Differences only/ });
      await odd.click();
      await expect(odd).toBeChecked();
      const decide = page.getByRole('region', { name: 'Decide' });
      const answers = page.getByRole('row', { name: new RegExp(`^${QUESTION}`) }).getByRole('cell');
      const texts = await answers.allInnerTexts();
      // Nobody stands there: the answer with the car alone is right.
      const right = texts.findIndex((text) => /Car/.test(text) && !/Person/.test(text));
      await page.keyboard.press(String(right));
      await decide.getByRole('button', { name: /^Accept answer/ }).click();
    }
    await expect(page.getByText('Nothing waits for review')).toBeVisible();
  });

  await test.step('the manager reads how far they found the same', async () => {
    const { page } = manager;
    await page.goto(project());
    await page.getByRole('link', { name: 'Agreement', exact: true }).click();
    const table = page.getByRole('table', { name: `Agreement on the regions of “${QUESTION}”` });
    // Ann drew 4 regions, Ben 6, of which 4 are the same: F1 is 2 x 4 / 10.
    await expect(table.getByRole('row', { name: /^Found by both/ })).toContainText('0.8');
    await expect(table.getByRole('row', { name: /^Called the same/ })).toContainText('1');
  });

  let version = '';
  await test.step('what was accepted is frozen', async () => {
    version = await commit(cast, { samples: PICTURES });
  });

  let released = '';
  await test.step('a release is refused while pictures look alike, waived by two, then approved', async () => {
    released = await releasePictures(cast, version);
  });

  await test.step('COCO and YOLO hold the cars, one of them put right, and nobody who was not there', async () => {
    const { coco, yolo } = await takePictureLabels(engineer, released);
    const { images, annotations, categories } = JSON.parse([...coco.values()][0] ?? '');
    const named = (id: number) => categories.find((each: { id: number }) => each.id === id).name;
    expect(images).toHaveLength(PICTURES);
    expect(annotations.map(({ category_id }: { category_id: number }) => named(category_id))).toEqual(
      Array(PICTURES).fill('Car'),
    );
    const boxes = annotations
      .map(({ bbox }: { bbox: number[] }) => bbox)
      .sort((one: number[], other: number[]) => (one[0] ?? 0) - (other[0] ?? 0));
    expect(boxes).toEqual([
      [80, 60, 120, 90],
      [80, 60, 120, 90],
      [80, 60, 120, 90],
      [81, 60, 120, 90],
    ]);
    const lines = [...yolo].filter(([path]) => /labels.*\.txt$/.test(path)).map(([, text]) => text.trim());
    expect(lines).toHaveLength(PICTURES);
    for (const line of lines) expect(line.split(' ')).toHaveLength(5);
  });

  expect(cast.faults).toEqual([]);
  await cast.leave();
});
