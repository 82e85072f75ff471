import { newPerson } from './support/person.ts';
import { answers, joins, runsToLabel, yesOrNo } from './support/run-to-label.ts';
import { expect, test } from './support/team.ts';
import { expectToast } from './support/toast.ts';

const MINUTE = 60_000;

test('a batch is made, labelled before the eyes of its manager, changed while it runs, and cancelled', async ({
  browser,
  baseURL,
  page,
  team,
}) => {
  test.setTimeout(300_000);
  const api = team.manager.api(team.org);
  const { id: projectId } = await api.project.create.mutate({ name: 'Batches of strikes' });
  const place = { person: team.manager, org: team.org, projectId };
  const annotator = await newPerson(browser, baseURL, 'Answers Quickly');
  await joins(place, annotator, ['annotator']);
  const labels = { person: annotator, org: team.org, projectId };

  await test.step('what a first batch needs is said, with the way to it', async () => {
    await page.goto(team.path(`/projects/${projectId}`));
    await page.getByRole('link', { name: 'Batches', exact: true }).click();
    await expect(page.getByText('There is no run that was judged yet, and no label schema')).toBeVisible();
    await expect(page.getByRole('link', { name: 'Go to the runs' })).toBeVisible();
    await expect(page.getByRole('link', { name: 'Go to the label schemas' })).toBeVisible();
  });

  const { ready } = await runsToLabel(place);
  await yesOrNo(place);
  const form = page.getByRole('main');
  const choose = async (label: RegExp, option: RegExp) => {
    await form.getByRole('combobox', { name: label }).click();
    await page.getByRole('option', { name: option }).click();
  };
  let batchId = '';

  await test.step('what is missing is said beside its field, and counts and forecasts are live', async () => {
    await page.goto(team.path(`/projects/${projectId}/batches`));
    await page.getByRole('link', { name: 'Make the first batch' }).click();
    await page.getByRole('button', { name: 'Make the batch' }).click();
    await page.getByRole('alert').getByRole('link', { name: 'Choose a run.' }).click();
    await expect(form.getByRole('combobox', { name: /^Run/ })).toBeFocused();
    await choose(/^Run/, /Rows that were blocked/);
    await expect(page.getByText('Run 2 was blocked by its gates')).toBeVisible();
    await expect(page.getByText('This batch will be an investigation')).toBeVisible();
    await choose(/^Run/, /Rows to label/);
    await expect(page.getByText('was blocked by its gates')).toBeHidden();
    await choose(/^Label schema/, /Plausible or not/);
    await form.getByRole('textbox', { name: 'Name' }).fill('First look');
    await expect(page.getByText(/^samples, from \d+ rows that match/)).toBeVisible();
    await form.getByRole('combobox', { name: 'Only rows that match' }).fill('nonsense >');
    await form.getByRole('textbox', { name: 'Name' }).focus();
    await expect(page.getByText(/no column|Expected|expected/).first()).toBeVisible();
    await form.getByRole('combobox', { name: 'Only rows that match' }).fill('');
    await form.getByRole('spinbutton', { name: /^Samples/ }).fill('12');
    await expect(page.getByText('12', { exact: true })).toBeVisible();
    await expect(page.getByText('Not yet known: nobody has labelled in this project yet.')).toBeVisible();
    await form.getByRole('radio', { name: 'Named people only' }).click();
    await page.getByRole('button', { name: 'Make the batch' }).click();
    await expect(page.getByText('Name the people who answer.').first()).toBeVisible();
    await form.getByRole('radio', { name: 'Whoever has time' }).click();
    await page.getByRole('button', { name: 'Make the batch' }).click();
    await page.waitForURL(/\/batches\/[0-9a-f-]+$/);
    batchId = new URL(page.url()).pathname.split('/').at(-1) ?? '';
    await expect(page.getByRole('heading', { level: 1, name: 'Batch 1: First look' })).toBeVisible();
    await expect(page.getByText('12 rows, one answer each')).toBeVisible({ timeout: 60_000 });
  });

  await test.step('it waits for the annotator at home, who sees no other people', async () => {
    const theirs = await annotator.context.newPage();
    await theirs.goto(team.path(''));
    await expect(theirs.getByRole('link', { name: /12 tasks wait for you in “First look”/ })).toHaveAttribute(
      'href',
      team.path(`/projects/${projectId}/work?batch=${batchId}`),
    );
    await theirs.goto(team.path(`/batches/${batchId}`));
    await expect(theirs.getByRole('heading', { level: 1, name: 'Batch 1: First look' })).toBeVisible();
    await expect(theirs.getByText('12 rows, one answer each')).toBeVisible();
    await expect(theirs.getByRole('heading', { name: 'People' })).toBeHidden();
    await expect(theirs.getByRole('button', { name: 'Pause' })).toBeHidden();
    await theirs.close();
  });

  await test.step('what people submit is there within seconds, without loading the page', async () => {
    const people = page.getByRole('table', { name: 'People' });
    await answers(labels, batchId, [MINUTE]);
    await expect(people.getByRole('row', { name: /Answers Quickly 1 0 0/ })).toBeVisible({ timeout: 5000 });
    await answers(labels, batchId, [MINUTE, MINUTE, 2 * MINUTE, 2 * MINUTE, 2 * MINUTE]);
    await expect(people.getByRole('row', { name: /Answers Quickly 6 0 0/ })).toBeVisible({ timeout: 5000 });
    await expect(page.getByText('About 9 min of work')).toBeVisible();
    await expect(page.getByText(/Measured in this batch: 40 tasks in an hour of work/)).toBeVisible();
  });

  await test.step('a number leads to its tasks', async () => {
    const theirs = annotator.api(team.org);
    const { tasks } = await theirs.task.claim.mutate({ projectId, batchId, want: 1 });
    await theirs.task.skip.mutate({
      taskId: tasks[0]?.id ?? '',
      leaseId: tasks[0]?.leaseId ?? '',
      reason: 'broken',
      note: 'The date is empty.',
    });
    await page.getByRole('link', { name: '1 tasks, Skipped: show them' }).click();
    await expect(page).toHaveURL(/status=SKIPPED/);
    const list = page.getByRole('table', { name: 'Tasks' });
    await expect(list.getByRole('row')).toHaveCount(2);
    await expect(
      list.getByRole('row', { name: /Skipped Answers Quickly .* The date is empty/ }),
    ).toBeVisible();
    await page.getByRole('combobox', { name: 'Status' }).selectOption('SUBMITTED');
    await expect(list.getByRole('row')).toHaveCount(7);
  });

  await test.step('pause, resume, and ask two people each', async () => {
    await page.getByRole('button', { name: 'Pause' }).click();
    await expect(page.getByText('Paused: nobody is served', { exact: true })).toBeVisible();
    expect((await annotator.api(team.org).task.claim.mutate({ projectId, batchId })).tasks).toEqual([]);
    await page.getByRole('button', { name: 'Resume' }).click();
    await expect(page.getByRole('button', { name: 'Pause' })).toBeVisible();
    await page.getByRole('button', { name: 'Change' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('spinbutton', { name: /^Answers to each row/ }).fill('2');
    await expect(dialog.getByText('12 more tasks will be served.')).toBeVisible();
    await dialog.getByRole('combobox', { name: 'Priority' }).selectOption('Urgent');
    await dialog.getByRole('button', { name: 'Save' }).click();
    await expectToast(page, 'The batch was changed');
    await expect(page.getByText('12 rows, 2 answers each')).toBeVisible();
    await expect(page.getByText('Urgent', { exact: true })).toBeVisible();
  });

  await test.step('a filter that nothing matches fails in words, and can be tried again', async () => {
    const failing = await api.batch.create.mutate({
      projectId,
      name: 'Nothing matches',
      runId: ready,
      labelSchemaVersionId: (await api.batch.get.query({ batchId })).labelSchemaVersionId ?? '',
      selection: {
        type: 'assay.batch-selection',
        version: 1,
        where: { op: 'not', arg: { op: 'true' } },
        seed: 'e2e',
      },
    });
    await page.goto(team.path(`/batches/${failing.batchId}`));
    await expect(page.getByRole('heading', { name: 'It could not be made' })).toBeVisible({
      timeout: 60_000,
    });
    await expect(page.getByText('No row of the run matches the filter of this batch.')).toBeVisible();
    await expect(page.getByRole('button', { name: 'Open again' })).toBeVisible();
  });

  await test.step('cancel it; what was answered stays', async () => {
    await page.goto(team.path(`/projects/${projectId}/batches?status=OPEN`));
    await expect(page.getByRole('link', { name: 'Batch 2: Nothing matches' })).toBeHidden();
    await page.getByRole('link', { name: 'Batch 1: First look' }).click();
    await page.getByRole('button', { name: 'More for batch 1' }).click();
    await page.getByRole('menuitem', { name: 'Cancel the batch' }).click();
    const dialog = page.getByRole('alertdialog');
    await expect(dialog.getByText(/The 6 answers are kept/)).toBeVisible();
    await dialog.getByRole('button', { name: 'Cancel the batch' }).click();
    await expectToast(page, 'Cancelled: 17 tasks were taken away');
    await expect(page.getByText('What was answered is kept.')).toBeVisible();
  });
});
