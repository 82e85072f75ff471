import { expectToast } from '../toast.ts';
import type { Cast, Player } from './cast.ts';
import { expect } from './patient.ts';

export const GUIDELINE = 'Judging strikes';
const SECTION = 'Sound or unsound';
const FIRST = 'A strike is **sound** when it could have happened as it is written.';

/** The expert writes what a correct label is. */
export async function writeGuideline({ expert: { page }, project }: Cast): Promise<void> {
  await page.goto(project());
  await page.getByRole('link', { name: 'Guidelines', exact: true }).click();
  await page.getByRole('link', { name: 'Write the first guideline' }).click();
  await page.getByRole('textbox', { name: /^Name/ }).fill(GUIDELINE);
  await page.getByRole('textbox', { name: /^Heading/ }).fill(SECTION);
  await page.getByRole('textbox', { name: 'Text', exact: true }).fill(FIRST);
  await page.getByRole('button', { name: 'Create the guideline' }).click();
  await expect(page.getByRole('heading', { level: 1, name: GUIDELINE })).toBeVisible();
}

/** Somebody is sent to the guideline from home, reads this version, and says so. */
export async function acknowledge({ path }: Cast, { page }: Player, version: number): Promise<void> {
  await page.goto(path(''));
  await page.getByRole('link', { name: /^Read a guideline and acknowledge it/ }).click();
  await page.getByRole('button', { name: `I have read version ${version}` }).click();
  await expect(page.getByRole('region', { name: 'Your acknowledgement' })).toContainText(
    `You have read version ${version}`,
  );
}

/** An annotator asks about what the guideline leaves open. */
export async function ask({ project }: Cast, { page }: Player, question: string): Promise<void> {
  await page.goto(project());
  await page.getByRole('link', { name: 'Guidelines', exact: true }).click();
  await page.getByRole('main').getByRole('link', { name: GUIDELINE }).click();
  await page.getByRole('button', { name: `Ask about “${SECTION}”` }).click();
  const dialog = page.getByRole('alertdialog');
  await dialog.getByRole('textbox', { name: /^Your question/ }).fill(question);
  await dialog.getByRole('button', { name: 'Ask' }).click();
  await expectToast(page, 'Your question was asked');
}

/** The expert answers it, and what the answer says becomes version 2. */
export async function answerByVersion2({ expert: { page }, path }: Cast, question: string): Promise<void> {
  await page.goto(path(''));
  await page.getByRole('link', { name: /^Answer a question about a guideline/ }).click();
  await expect(page.getByText(question)).toBeVisible();
  const answer = 'No: nothing that is faster than its aircraft flies is sound.';
  await page.getByRole('textbox', { name: 'Answer' }).fill(answer);
  await page.getByRole('button', { name: 'Send the answer' }).click();
  await page.getByRole('link', { name: 'Change the guideline' }).click();
  await expect(page.getByText(`This version answers: ${question}`)).toBeVisible();
  await page.getByRole('textbox', { name: 'Text', exact: true }).fill(`${FIRST}\n\n${answer}`);
  await page.getByRole('textbox', { name: 'What changed, and why' }).fill('Speeds');
  await page.getByRole('button', { name: 'Save as version 2' }).click();
  await expectToast(page, 'Version 2 is saved');
}
