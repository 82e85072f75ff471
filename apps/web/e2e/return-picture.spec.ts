import { drawBoxes } from './support/draw-boxes.ts';
import { newPerson } from './support/person.ts';
import { carsAndPeople, runOfPictures } from './support/ready-pictures.ts';
import { joins } from './support/run-to-label.ts';
import { expect, test } from './support/team.ts';
import { expectToast } from './support/toast.ts';
import { jobDone } from './support/wages-run.ts';

test('an expert sends a drawing back, and its author changes it where it is drawn and hands it in again', async ({
  browser,
  baseURL,
  page,
  team,
}) => {
  test.setTimeout(240_000);
  const place = { person: team.manager, org: team.org };
  const api = team.manager.api(team.org);
  const { id: projectId } = await api.project.create.mutate({ name: 'Returned pictures' });
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
  const [ann, ben] = [
    await newPerson(browser, baseURL, 'Ann Annotator'),
    await newPerson(browser, baseURL, 'Ben Annotator'),
  ];
  for (const person of [ann, ben]) await joins({ ...place, projectId }, person, ['annotator']);
  const work = { projectId, batchId: batch.batchId };
  const { regions } = await drawBoxes(ann, team.org, work, [40, 200]);
  await drawBoxes(ben, team.org, work, [45]);
  const [item] = (await api.review.list.query(work)).items;
  const subject = { subjectType: 'reviewItem', subjectId: item?.id ?? '' } as const;
  const regionId = regions[1]?.id ?? null;
  await api.comment.start.mutate({ ...subject, regionId, text: 'Only as far as the **wall**.' });
  const review = team.path(`/projects/${projectId}/review/${item?.id}`);
  const theirs = await ann.context.newPage();
  const canvas = theirs.getByRole('application', { name: 'Picture to draw on' });
  const saved = () => expect(theirs.locator('[data-saving=saved]')).toBeVisible();
  const right = (left: number) =>
    theirs.getByRole('button', { name: `Region 2: Car, Box, at ${left}, 60, 50 by 90` });
  const setLeft = async (left: number) => {
    const form = theirs.getByRole('region', { name: 'Selected region' });
    await form.getByRole('spinbutton', { name: 'Left' }).fill(String(left));
    await theirs.keyboard.press('Enter');
    await expect(right(left)).toBeVisible();
  };

  await test.step('it is sent back with words', async () => {
    await page.goto(review);
    const decide = page.getByRole('region', { name: 'Decide' });
    await decide.getByText('Send back', { exact: true }).first().click();
    await expect(decide.getByText('Your open comments about regions of an answer go with it.')).toBeVisible();
    await decide.getByRole('checkbox', { name: 'Answer B' }).uncheck();
    await decide.getByRole('checkbox', { name: 'Something else' }).check();
    await decide.getByRole('textbox', { name: 'Words to it' }).fill('The right one is too far to the right.');
    await decide.getByRole('button', { name: 'Send back' }).click();
    await expectToast(page, 'Sent back to its authors');
  });

  await test.step('its author finds it among what came back, with the words and what is said of a region', async () => {
    await theirs.goto(team.path(`/projects/${projectId}/review/returned`));
    await theirs.getByRole('link', { name: 'Row 1' }).click();
    await expect(theirs.locator('[data-painted=true]')).toBeVisible({ timeout: 60_000 });
    await expect(theirs.getByText('The right one is too far to the right.')).toBeVisible();
    const said = theirs.getByRole('region', { name: 'One comment about a region' });
    await expect(said.getByText('Only as far as the wall.')).toBeVisible();
    await said.getByRole('button', { name: 'Region 2: Car' }).click();
    await expect(right(200)).toHaveAttribute('aria-pressed', 'true');
    await expect(theirs.getByRole('button', { name: /^Skip/ })).toHaveCount(0);
  });

  await test.step('what is as it was is not handed in again', async () => {
    await theirs.getByRole('button', { name: 'Hand in again' }).click();
    await expectToast(theirs, 'Nothing is changed yet: change it, or stand by it and say why');
  });

  await test.step('what the expert takes back is not asked for any more, and what was changed is there again', async () => {
    await setLeft(190);
    await saved();
    const reviewItemId = item?.id ?? '';
    await api.review.undo.mutate({ reviewItemId });
    await setLeft(185);
    await expect(theirs.getByText('The expert took this back; nothing is asked of you.')).toBeVisible();
    const { leaseId } = await api.review.open.mutate({ reviewItemId });
    const { answers } = await api.review.get.query({ reviewItemId });
    const mine = answers.find(({ author }) => author.letter === 'A')?.annotationId ?? '';
    await api.review.decide.mutate({
      reviewItemId,
      leaseId,
      verdict: {
        kind: 'send-back',
        annotationIds: [mine],
        proposal: null,
        faults: ['other'],
        comment: 'The right one is too far to the right.',
      },
    });
    await theirs.goto(team.path(`/projects/${projectId}/review/returned`));
    await theirs.getByRole('link', { name: 'Row 1' }).click();
    await expect(right(185)).toBeVisible({ timeout: 60_000 });
    await right(185).click();
  });

  await test.step('what is changed is kept: loaded again, and without a network', async () => {
    await setLeft(180);
    await saved();
    await theirs.reload();
    await expect(right(180)).toBeVisible({ timeout: 60_000 });
    await right(180).click();
    await ann.context.setOffline(true);
    await setLeft(170);
    await theirs.getByRole('textbox', { name: 'Words to the expert' }).fill('As far as the wall.');
    await expect(theirs.locator('[data-saving=offline]')).toBeVisible();
    await ann.context.setOffline(false);
    await saved();
    await theirs.reload();
    await expect(right(170)).toBeVisible({ timeout: 60_000 });
    await expect(theirs.getByRole('textbox', { name: 'Words to the expert' })).toHaveValue(
      'As far as the wall.',
    );
    // A step is taken back and done again, as everywhere.
    await right(170).click();
    await setLeft(160);
    await canvas.focus();
    await theirs.keyboard.press('Control+z');
    await expect(right(170)).toBeVisible();
  });

  await test.step('it is handed in by a key, and the expert sees what it was and is', async () => {
    await canvas.focus();
    await theirs.keyboard.press('Enter');
    await expect(theirs.getByText('You have answered this.')).toBeVisible({ timeout: 30_000 });
    await page.goto(review);
    await expect(page.getByText('answered anew')).toBeVisible();
    await expect(page.getByText('As far as the wall.', { exact: true })).toBeVisible();
    const view = await api.review.get.query({ reviewItemId: item?.id ?? '' });
    const xs = view.answers.flatMap(({ payload }) =>
      Object.values(payload.answers).flatMap((answer) =>
        answer.kind === 'regions'
          ? [answer.regions.map(({ geometry }) => (geometry.kind === 'box' ? geometry.x : null))]
          : [],
      ),
    );
    expect(xs.sort()).toEqual([[40, 170], [45]]);
    const decide = page.getByRole('region', { name: 'Decide' });
    await decide.getByRole('button', { name: /^Accept answer/ }).click();
    await expectToast(page, 'Answer accepted');
  });
});
