import type { Page } from '@playwright/test';
import { expectToast } from '../toast.ts';
import { QUESTION } from './batch.ts';
import type { Cast } from './cast.ts';
import { type Disagreement, SPEED, type Verdict } from './label.ts';
import { expect } from './patient.ts';
import { PILOT_ROWS, RECIPE } from './recipe.ts';

/** The rows of the pattern, in the language of filters. */
export const tooFast = (limit: number): string => `\`${SPEED}\` >= ${limit}`;

const decideCard = (page: Page) => page.getByRole('region', { name: 'Decide' });
const readyToDecide = (page: Page) =>
  expect(decideCard(page).getByRole('button', { name: /^Accept answer/ })).toBeEnabled();

async function open(page: Page, row: number): Promise<void> {
  await page.getByRole('link', { name: `Row ${row}`, exact: true }).click();
  await expect(page.getByRole('heading', { level: 1, name: `Row ${row}`, exact: true })).toBeVisible();
  await readyToDecide(page);
}

/** The expert finds in the inbox what the two disagree about, and nothing else. */
export async function seeInbox({ expert: { page }, project }: Cast, differing: number): Promise<void> {
  await page.goto(project());
  await page.getByRole('link', { name: 'Review', exact: true }).click();
  const inbox = page.getByRole('table', { name: 'Samples before experts' });
  await expect(inbox.getByRole('row')).toHaveCount(1 + differing);
  await expect(
    inbox.getByText(new RegExp(`^Answers to “${QUESTION}” differ: (S|Uns)ound / (S|Uns)ound$`)),
  ).toHaveCount(differing);
}

/** The expert rejects the pattern that a row is of, and proposes it as a constraint on the recipe. */
export async function rejectPattern(
  { expert: { page } }: Cast,
  { fast, limit }: Disagreement,
): Promise<void> {
  await open(page, fast);
  await page.keyboard.press('p');
  const dialog = page.getByRole('alertdialog');
  await dialog.getByRole('textbox', { name: /^Name/ }).fill('Faster than they fly');
  await dialog.getByRole('combobox', { name: 'Rows that match' }).fill(tooFast(limit));
  await expect(
    dialog.getByText(new RegExp(`rows? of ${PILOT_ROWS} match.*1 of them waits for review`)),
  ).toBeVisible();
  await dialog.getByRole('checkbox', { name: 'Cannot be so' }).click();
  await dialog.getByRole('button', { name: /^Reject \d+ rows?/ }).click();
  await expectToast(page, 'Pattern 1 is being applied');
  // The next one like it is opened by itself.
  await expect(page.getByRole('heading', { level: 1, name: `Row ${fast}`, exact: true })).toHaveCount(0);
  await readyToDecide(page);
  await page.getByRole('link', { name: 'Inbox', exact: true }).click();
  await page.getByRole('link', { name: 'Patterns', exact: true }).click();
  await expect(page.getByText('In force')).toBeVisible({ timeout: 60_000 });
  await expect(page.getByText(/; 1 sample was decided/)).toBeVisible();
  await page.getByRole('button', { name: 'Propose for the recipe' }).click();
  await expect(page.getByText(`Proposed as a constraint on “${RECIPE}”`)).toBeVisible();
  await page.getByRole('link', { name: 'Inbox', exact: true }).click();
}

/** The expert gives the label of one row, and accepts one of the answers to the other. Says what became final. */
export async function settle(
  { expert: { page } }: Cast,
  [first, second]: readonly [number, number],
): Promise<Map<number, Verdict>> {
  const decide = decideCard(page);
  await open(page, first);
  await expect(page.getByText(/Annotates/)).toHaveCount(0);
  await page.keyboard.press('c');
  const label = decide.getByRole('button', { name: /^Unsound/ });
  if ((await label.getAttribute('aria-pressed')) !== 'true') await label.click();
  await expect(label).toHaveAttribute('aria-pressed', 'true');
  await decide.getByRole('checkbox', { name: 'Wrong label' }).click();
  await decide.getByRole('button', { name: 'Give this label' }).click();
  await expectToast(page, 'Label given');
  // The next one like it is there already.
  await expect(page.getByRole('heading', { level: 1, name: `Row ${second}`, exact: true })).toBeVisible();
  await readyToDecide(page);
  const answers = page.getByRole('row', { name: new RegExp(`^${QUESTION} Differs`) }).getByRole('cell');
  const [, accepted = ''] = await answers.allInnerTexts();
  await page.keyboard.press('2');
  await expect(decide.getByRole('button', { name: 'Accept answer B' })).toBeEnabled();
  await page.keyboard.press('Control+Enter');
  await expectToast(page, 'Answer accepted');
  await expect(page.getByText('Nothing waits for review')).toBeVisible();
  return new Map<number, Verdict>([
    [first, 'Unsound'],
    [second, accepted.trim() === 'Sound' ? 'Sound' : 'Unsound'],
  ]);
}

/** The engineer is told of the proposal, and makes it a constraint in version 3 of the recipe. */
export async function adoptConstraint({ engineer: { page }, path }: Cast): Promise<void> {
  await page.goto(path('/notifications'));
  await page
    .getByRole('main')
    .getByRole('link', { name: /A constraint on a recipe is proposed/ })
    .click();
  await page.getByRole('button', { name: 'Make a new version of the recipe' }).click();
  await page.getByRole('link', { name: `A constraint on “${RECIPE}” since version 3` }).click();
  await expect(page.getByRole('combobox', { name: 'Rows must match' })).toHaveValue(new RegExp(SPEED));
}
