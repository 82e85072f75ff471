import { newPerson } from './support/person.ts';
import { readySource } from './support/ready-source.ts';
import { joins } from './support/run-to-label.ts';
import { expect, test } from './support/team.ts';
import { expectToast } from './support/toast.ts';
import { wagesCsv } from './support/wages.ts';

test('people talk about a run: a call by name, its notification, a draft that stays, an edit, an end', async ({
  browser,
  baseURL,
  page,
  team,
}) => {
  test.setTimeout(90_000);
  const api = team.manager.api(team.org);
  const { id: projectId } = await api.project.create.mutate({ name: 'Talked about' });
  const place = { person: team.manager, org: team.org, projectId };
  const source = await readySource(place, { name: 'Wages', csv: wagesCsv() });
  const { versionId: recipeVersionId } = await api.recipe.create.mutate({
    projectId,
    name: 'Wages by column',
    document: { type: 'assay.recipe', version: 1, method: 'independent', sourceId: source.id },
  });
  // Nobody has to wait for a run to talk about it.
  const { runId } = await api.run.start.mutate({ recipeVersionId, kind: 'pilot', name: 'By column' });
  const expert = await newPerson(browser, baseURL, 'Ada Expert');
  await joins(place, expert, ['expert']);
  await joins(place, await newPerson(browser, baseURL, 'Ann Annotator'), ['annotator']);

  await page.goto(team.path(`/runs/${runId}`));
  const field = page.getByRole('textbox', { name: 'New comment' });
  await field.pressSequentially('Are the wages too **low**, @a');
  const offered = page.getByRole('listbox', { name: 'People who can be called' });
  await expect(offered.getByRole('option', { name: 'Ada Expert' })).toBeVisible();
  // Who may not read runs cannot be called to one.
  await expect(offered.getByRole('option', { name: 'Ann Annotator' })).toHaveCount(0);
  await field.pressSequentially('da');
  await page.keyboard.press('Enter');
  await field.pressSequentially('?');
  await expect(field).toHaveValue('Are the wages too **low**, @Ada Expert ?');
  // Whoever can be called is known only after it is sent: the call by name is not lost.
  let answer = () => {};
  const isKnown = new Promise<void>((resolve) => {
    answer = resolve;
  });
  await page.route(/comment\.people/, async (route) => {
    await isKnown;
    await route.continue();
  });
  await page.reload();
  await expect(field).toHaveValue('Are the wages too **low**, @Ada Expert ?');
  await field.press('Control+Enter');
  await expect(page.getByText('Sending')).toBeVisible();
  answer();
  const thread = page.getByRole('group', { name: /^Thread begun by/ });
  await expect(thread.getByText('@Ada Expert')).toBeVisible();
  await expect(field).toHaveValue('');

  const theirs = await expert.context.newPage();
  await theirs.goto(team.path('/notifications'));
  await theirs.getByRole('link', { name: /mentioned you in a comment on a run/ }).click();
  await theirs.waitForURL(/#comment-/);
  const linked = theirs.getByRole('group', { name: 'Thread begun by Team Manager' });
  await expect(linked.getByText('@Ada Expert')).toBeVisible();
  await linked.getByRole('button', { name: 'Reply', exact: true }).click();
  await linked.getByRole('textbox', { name: 'Your reply' }).fill('They are in euros.');
  await linked.getByRole('button', { name: 'Send reply' }).click();
  await expect(linked.getByRole('article').filter({ hasText: 'They are in euros.' })).toBeVisible();
  // Told by the stream, without loading the page again.
  await expect(thread.getByText('They are in euros.')).toBeVisible();
  await expect(thread.getByText('New', { exact: true })).toBeVisible();
  await linked.getByRole('button', { name: /Comment of You/ }).click();
  await theirs.getByRole('menuitem', { name: 'Edit' }).click();
  await linked.getByRole('textbox', { name: 'Your comment' }).fill('They are in dollars.');
  await linked.getByRole('button', { name: 'Save' }).click();
  await expect(linked.getByText('edited')).toBeVisible();

  await thread.getByRole('button', { name: 'Resolve' }).click();
  await expect(page.getByText('No open thread')).toBeVisible();
  await page.getByRole('combobox', { name: 'Which threads' }).selectOption('RESOLVED');
  await expect(thread.getByText('Resolved by Team Manager')).toBeVisible();
  await thread.getByRole('button', { name: /Comment of You/ }).click();
  await page.getByRole('menuitem', { name: 'Delete' }).click();
  await page.getByRole('alertdialog').getByRole('button', { name: 'Delete' }).click();
  await expectToast(page, 'This comment was deleted');
  await expect(thread.getByText('Deleted by its author')).toBeVisible();
  await theirs.close();
  await expert.context.close();
});
