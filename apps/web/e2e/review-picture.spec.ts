import { drawBoxes } from './support/draw-boxes.ts';
import { newPerson } from './support/person.ts';
import { carsAndPeople, runOfPictures } from './support/ready-pictures.ts';
import { joins } from './support/run-to-label.ts';
import { expect, test } from './support/team.ts';
import { jobDone } from './support/wages-run.ts';

test('an expert compares what two people drew, and says something of one region that outlives it', async ({
  browser,
  baseURL,
  page,
  team,
}) => {
  test.setTimeout(120_000);
  const place = { person: team.manager, org: team.org };
  const api = team.manager.api(team.org);
  const { id: projectId } = await api.project.create.mutate({ name: 'Compared pictures' });
  const runId = await runOfPictures(place, projectId, 1);
  const labelSchemaVersionId = await carsAndPeople(place, projectId);
  const batch = await api.batch.create.mutate({
    projectId,
    kind: 'label',
    name: 'Drawn twice',
    runId,
    labelSchemaVersionId,
    guidelineId: null,
    overlap: 2,
    selection: { type: 'assay.batch-selection', version: 1, order: 'row', seed: 'e2e' },
  });
  await jobDone(place, batch.jobId);

  const work = { projectId, batchId: batch.batchId };
  const [ann, ben] = [
    await newPerson(browser, baseURL, 'Ann Annotator'),
    await newPerson(browser, baseURL, 'Ben Annotator'),
  ];
  for (const person of [ann, ben]) await joins({ ...place, projectId }, person, ['annotator']);
  const { taskId } = await drawBoxes(ann, team.org, work, [40, 200]);
  await drawBoxes(ben, team.org, work, [45], 'A car, or its shadow?');
  const [item] = (await api.review.list.query({ projectId, batchId: batch.batchId })).items;

  await page.goto(team.path(`/projects/${projectId}/review/${item?.id}`));
  const picture = page.getByRole('region', { name: 'The picture' });
  // Why it is here, and what its author is not sure of: in words, and by a sign on the picture that leads to it.
  await expect(page.getByText('Somebody is not sure of “Car”')).toBeVisible();
  const doubt = picture
    .getByRole('region', { name: 'What their authors are not sure of' })
    .getByRole('button', { name: 'Answer B, region 1: Car A car, or its shadow?' });
  await expect(doubt).toBeVisible();
  await picture.getByRole('button', { name: /^Answer B, region 1: Car, flagged: A car, or/ }).click();
  await expect(doubt).toHaveAttribute('aria-pressed', 'true');
  await doubt.click();
  await expect(page).not.toHaveURL(/region=/);
  // The divider is moved by keys and by the pointer.
  await picture.getByRole('button', { name: 'Swipe' }).click();
  await expect(page).toHaveURL(/compare=swipe/);
  const divider = picture.getByRole('separator', { name: 'Divider between Answer A and Answer B' });
  await divider.focus();
  await page.keyboard.press('Shift+ArrowLeft');
  await page.keyboard.press('ArrowLeft');
  await expect(divider).toHaveAttribute('aria-valuenow', '38');
  await page.keyboard.press('End');
  await expect(divider).toHaveAttribute('aria-valuenow', '100');
  await page.keyboard.press('Home');
  await expect(divider).toHaveAttribute('aria-valuenow', '0');
  const frame = await picture.getByRole('img', { name: /on the left of the divider/ }).boundingBox();
  const grip = await divider.boundingBox();
  if (frame === null || grip === null) throw new Error('The divider has no place.');
  await page.mouse.move(grip.x + 2, grip.y + grip.height / 2);
  await page.mouse.down();
  await page.mouse.move(frame.x + frame.width * 0.25, grip.y + grip.height / 2, { steps: 4 });
  await page.mouse.up();
  await expect(divider).toHaveAttribute('aria-valuenow', '25');

  // What is done to one picture happens to the other.
  await picture.getByRole('button', { name: 'Side by side' }).click();
  const seen = async (answer: string) =>
    picture
      .getByRole('img', { name: `The picture with the regions of ${answer}`, exact: true })
      .locator('svg')
      .getAttribute('viewBox');
  const before = await seen('Answer A');
  await picture.getByRole('img', { name: 'The picture with the regions of Answer B' }).focus();
  await page.keyboard.press('+');
  await expect.poll(() => seen('Answer A')).not.toBe(before);
  expect(await seen('Answer A')).toBe(await seen('Answer B'));
  // The choice is in the address: it is there for whoever is given it.
  await page.reload();
  await expect(picture.getByRole('button', { name: 'Side by side' })).toHaveAttribute('aria-pressed', 'true');

  // A region is chosen in the list, and talked about.
  await picture.getByText('Regions (3)').click();
  const name = 'Answer A, region 2: Car';
  await picture
    .getByRole('button', { name: `Comment on ${name}` })
    .last()
    .click();
  const field = page.getByRole('textbox', { name: `New comment about ${name}` });
  await expect(field).toBeFocused();
  await field.fill('Is this a car?');
  await page.keyboard.press('Control+Enter');
  const thread = page.getByRole('group', { name: /^Thread begun by/ });
  await expect(thread.getByText('Is this a car?')).toBeVisible();
  await page.getByRole('button', { name: 'All threads' }).click();
  await expect(page).not.toHaveURL(/region=/);

  // From the comment to the region, and from its pin to the comment.
  await thread.getByRole('button', { name: `About ${name}` }).click();
  await expect(page).toHaveURL(/region=/);
  await expect(picture.getByRole('button', { name: 'One over the other' })).toHaveAttribute(
    'aria-pressed',
    'true',
  );
  const pin = picture.getByRole('button', { name: `1 open thread about ${name}` }).first();
  await pin.click();
  await expect(field).toBeFocused();
  // What is typed about a region stays with it.
  await field.fill('Half a thought');
  await page.getByRole('button', { name: 'All threads' }).click();
  await expect(page.getByRole('textbox', { name: 'New comment', exact: true })).toHaveValue('');
  await pin.click();
  await expect(field).toHaveValue('Half a thought');
  await field.fill('');
  // A press beside everything chooses nothing, and a press on a region chooses it.
  const whole = picture.getByRole('img');
  const size = await whole.boundingBox();
  if (size === null) throw new Error('The picture has no place.');
  const press = (x: number, y: number) =>
    whole.click({ position: { x: size.width * x, y: size.height * y } });
  await press(0.5, 0.98);
  await expect(page).not.toHaveURL(/region=/);
  // The picture fills the frame, but for a border.
  await press(225 / 320, 105 / 240);
  await expect(page).toHaveURL(/region=/);
  await expect(pin).toBeVisible();

  // The author draws it no more: what was said of it can still be read.
  const review = page.url();
  await page.getByRole('link', { name: 'Inbox' }).click();
  await page.waitForURL(/review$/);
  await expect(() => ann.api(team.org).task.takeBack.mutate({ taskId })).toPass();
  await drawBoxes(ann, team.org, work, [40]);
  await page.goto(review);
  await expect(thread.getByText('About a region that is gone')).toBeVisible();
  await expect(thread.getByText('Is this a car?')).toBeVisible();
  await expect(thread.getByRole('button', { name: 'Reply', exact: true })).toBeVisible();
});
