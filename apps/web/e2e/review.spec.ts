import { batchToReview, join, say } from './support/answered-batch.ts';
import { newPerson } from './support/person.ts';
import { expect, test } from './support/team.ts';
import { expectToast } from './support/toast.ts';

const SAMPLES = 12;

test('an expert settles what differs, sends one back, rejects a pattern and sees how far people agree', async ({
  browser,
  baseURL,
  team,
}) => {
  test.setTimeout(300_000);
  const manager = { person: team.manager, org: team.org };
  const [ann, ben, eve] = await Promise.all(
    ['Ann Annotates', 'Ben Annotates', 'Eve Decides'].map((name) => newPerson(browser, baseURL, name)),
  );
  if (ann === undefined || ben === undefined || eve === undefined) throw new Error('Somebody is missing.');
  const batch = await batchToReview(manager, SAMPLES);
  for (const person of [ann, ben]) await join(manager, batch.projectId, person, ['annotator']);
  await join(manager, batch.projectId, eve, ['expert']);
  const each = Array.from({ length: SAMPLES }, (_, at) => at);
  // They differ in the first three; one writes a comment to the sixth.
  await say(
    { person: ann, org: team.org },
    batch,
    each.map((at) => (at === 5 ? { comment: 'Is the pay per hour?' } : {})),
  );
  await say(
    { person: ben, org: team.org },
    batch,
    each.map((at) => ({ senior: at < 3 })),
  );
  const project = team.path(`/projects/${batch.projectId}`);
  const page = await eve.context.newPage();
  const decide = page.getByRole('region', { name: 'Decide' });

  await test.step('the inbox says why each is there and how many are alike', async () => {
    await page.goto(project);
    await page.getByRole('link', { name: 'Review', exact: true }).click();
    const rows = page.getByRole('row').filter({ hasText: 'Answers to “Grade” differ: Junior / Senior' });
    await expect(rows).toHaveCount(3);
    await expect(rows.first()).toContainText('3 alike');
    await expect(page.getByRole('row').filter({ hasText: 'A comment or question' })).toHaveCount(1);
    await page.getByRole('combobox', { name: 'Reason' }).selectOption({ label: 'Answers differ (3)' });
    await expect(page).toHaveURL(/reason=disagreement/);
    await expect(page.getByRole('row').filter({ hasText: 'A comment or question' })).toHaveCount(0);
  });

  await test.step('accept an answer by keyboard, and take it back', async () => {
    await page.getByRole('button', { name: 'Review the next one' }).click();
    await expect(page.getByRole('heading', { level: 1, name: /^Row / })).toBeVisible();
    const first = page.url();
    await expect(page.getByRole('row', { name: /^Grade Differs Junior Senior/ })).toBeVisible();
    await expect(page.getByText('Ann Annotates')).toHaveCount(0);
    await page.keyboard.press('2');
    await expect(decide.getByRole('button', { name: 'Accept answer B' })).toBeEnabled();
    await page.keyboard.press('Control+Enter');
    await expectToast(page, 'Answer accepted');
    // The next one like it is there already.
    await expect(page).not.toHaveURL(first);
    await page.getByRole('button', { name: 'Undo' }).click();
    await expect(page).toHaveURL(first);
    await expect(decide.getByRole('button', { name: /^Accept answer/ })).toBeEnabled();
    await page.keyboard.press('2');
    await page.keyboard.press('Control+Enter');
    await expect(page).not.toHaveURL(first);
  });

  await test.step('send one back with what one would say', async () => {
    await expect(decide.getByRole('button', { name: /^Accept answer/ })).toBeEnabled();
    await page.keyboard.press('s');
    await decide.getByRole('checkbox', { name: 'Answer A' }).click();
    await decide.getByRole('checkbox', { name: 'Show them my answer' }).click();
    await decide.getByRole('checkbox', { name: 'Guideline misread' }).click();
    await decide.getByRole('textbox', { name: 'Words to it' }).fill('Look at the pay again.');
    await decide.getByRole('button', { name: 'Send back' }).click();
    await expectToast(page, 'Sent back to its authors');
  });

  await test.step('correct the last one', async () => {
    await expect(decide.getByRole('button', { name: /^Accept answer/ })).toBeEnabled();
    await page.keyboard.press('c');
    await decide.getByRole('button', { name: /^Senior/ }).click();
    await decide.getByRole('checkbox', { name: 'Wrong label' }).click();
    await decide.getByRole('button', { name: 'Give this label' }).click();
    await expectToast(page, 'Nothing more waits for you here');
    await expect(page).toHaveURL(/\/review\?reason=disagreement/);
  });

  await test.step('the author sees why, and answers anew; the sample comes first again', async () => {
    const theirs = await ben.context.newPage();
    await theirs.goto(project);
    await theirs.getByRole('link', { name: 'Sent back to me' }).click();
    await theirs.getByRole('link', { name: /^Row / }).click();
    await expect(theirs.getByText('Look at the pay again.')).toBeVisible();
    await expect(theirs.getByText('Guideline misread')).toBeVisible();
    await theirs.getByRole('button', { name: 'Take over what the expert would say' }).click();
    await theirs.getByRole('textbox', { name: 'Your reply' }).fill('I had not seen it.');
    await theirs.getByRole('button', { name: 'Answer anew' }).click();
    await expectToast(theirs, 'Your new answer is with the expert');
    await page.getByRole('link', { name: 'Decisions', exact: true }).click();
    await expect(page.getByRole('row').filter({ hasText: 'The author answered anew' })).toContainText(
      'I had not seen it.',
    );
    await page.getByRole('link', { name: 'Inbox', exact: true }).click();
    await expect(page.getByRole('row').nth(1)).toContainText('Its authors have answered');
  });

  await test.step('reject a pattern, propose it for the recipe, take it back', async () => {
    await page.getByRole('row').nth(1).getByRole('link').first().click();
    await expect(decide.getByRole('button', { name: /^Accept answer/ })).toBeEnabled();
    await page.keyboard.press('p');
    const dialog = page.getByRole('alertdialog');
    await dialog.getByRole('textbox', { name: /^Name/ }).fill('Everybody');
    await dialog.getByRole('combobox', { name: 'Rows that match' }).fill('pay > 0');
    await expect(dialog.getByText(/rows? of \d+ match.*2 of them wait for review/)).toBeVisible();
    await dialog.getByRole('checkbox', { name: 'Cannot be so' }).click();
    await dialog.getByRole('button', { name: /^Reject \d+ rows/ }).click();
    await expectToast(page, 'Pattern 1 is being applied');
    await page.goto(`${project}/review/patterns`);
    await expect(page.getByText('In force')).toBeVisible({ timeout: 60_000 });
    await expect(page.getByText(/2 samples were decided|1 sample was decided/)).toBeVisible();
    await page.getByRole('button', { name: 'Propose for the recipe' }).click();
    await expect(page.getByText('Proposed as a constraint on “Wages by column”')).toBeVisible();
    await page.getByRole('button', { name: 'Take it back' }).click();
    await page.getByRole('alertdialog').getByRole('button', { name: 'Take it back' }).click();
    await expect(page.getByText('Taken back', { exact: true })).toBeVisible();
  });

  await test.step('agreement is what the raw answers say', async () => {
    await page.getByRole('link', { name: 'Agreement', exact: true }).click();
    const table = page.getByRole('table', { name: 'Agreement on “Grade”' });
    await expect(table.getByRole('row', { name: /^Agreement in per cent/ })).toContainText('75%');
    // Of 24 answers 3 are senior: 1 - (3 / 12) / (2 * 3 * 21 / (24 * 23)).
    const alpha = 1 - 3 / SAMPLES / ((2 * 3 * 21) / (24 * 23));
    await expect(table.getByRole('row', { name: /^Krippendorff/ })).toContainText(alpha.toFixed(3));
    await expect(page.getByText('You see no names')).toBeVisible();
  });
  for (const person of [ann, ben, eve]) await person.context.close();
});
