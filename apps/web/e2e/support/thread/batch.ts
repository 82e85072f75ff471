import type { Cast } from './cast.ts';
import { GUIDELINE } from './guideline.ts';
import type { Verdict } from './label.ts';
import { expect } from './patient.ts';

export const QUESTION = 'Strike';
export const BATCH = 'First look';
const SCHEMA = 'Sound strikes';
const LABELS: readonly Verdict[] = ['Sound', 'Unsound'];

/** The manager says what is asked: one question with two labels, whose keys are 1 and 2. */
export async function writeLabelSchema({ manager: { page }, project }: Cast): Promise<void> {
  await page.goto(project());
  await page.getByRole('link', { name: 'Label schemas', exact: true }).click();
  await page.getByRole('link', { name: 'Write the first label schema' }).click();
  await page.getByRole('textbox', { name: /^Name/ }).fill(SCHEMA);
  await page.getByRole('button', { name: 'Add a question' }).click();
  await page.getByRole('menuitem', { name: 'One label' }).click();
  await page
    .getByRole('group', { name: 'Question 1' })
    .getByRole('textbox', { name: /^Name\b(?! of)/ })
    .fill(QUESTION);
  const names = page.getByRole('textbox', { name: 'Name of the label' });
  for (const [at, label] of LABELS.entries()) await names.nth(at).fill(label);
  await page.getByRole('button', { name: 'Create the label schema' }).click();
  await expect(page.getByRole('heading', { level: 1, name: SCHEMA })).toBeVisible();
}

/** The manager gives rows of the run that passed to two people each. Only what differs is to be reviewed. */
export async function makeBatch(cast: Cast, samples: number): Promise<void> {
  const { page, api } = cast.manager;
  await api(cast.org).review.saveRouting.mutate({
    projectId: cast.projectId,
    known: 0,
    document: { type: 'assay.review-routing', version: 1, random: { share: 0, seed: 'thread' } },
  });
  await page.goto(cast.project());
  await page.getByRole('link', { name: 'Batches', exact: true }).click();
  await page.getByRole('link', { name: 'Make the first batch' }).click();
  const form = page.getByRole('main');
  const choose = async (label: RegExp, option: RegExp) => {
    await form.getByRole('combobox', { name: label }).click();
    await page.getByRole('option', { name: option }).click();
  };
  await choose(/^Run/, /^Run 2/);
  await choose(/^Label schema/, new RegExp(`^${SCHEMA}`));
  await form
    .getByRole('combobox', { name: /^Guideline/ })
    .selectOption({ label: `${GUIDELINE}, now version 1` });
  await form.getByRole('textbox', { name: 'Name' }).fill(BATCH);
  await form.getByRole('spinbutton', { name: /^Samples/ }).fill(String(samples));
  await form.getByRole('spinbutton', { name: /^Answers to each row/ }).fill('2');
  await page.getByRole('button', { name: 'Make the batch' }).click();
  await expect(page.getByRole('heading', { level: 1, name: `Batch 1: ${BATCH}` })).toBeVisible();
  await expect(page.getByText(`${samples} rows, 2 answers each`)).toBeVisible({ timeout: 60_000 });
}

/** The manager sees without loading the page that so many answers of somebody are there. */
export async function seeAnswers({ manager: { page } }: Cast, name: string, answers: number): Promise<void> {
  await expect(
    page
      .getByRole('table', { name: 'People' })
      .getByRole('row', { name: new RegExp(`${name} ${answers} 0`) }),
  ).toBeVisible();
}
