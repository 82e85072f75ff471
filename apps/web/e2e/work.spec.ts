import type { Page } from '@playwright/test';
import { readyBatch } from './support/ready-batch.ts';
import { expect, test } from './support/team.ts';

/** The row that is shown, as its values. */
async function cellsOf(page: Page): Promise<string[]> {
  const cells = page.getByRole('table').getByRole('row').locator('td:nth-child(2)');
  return (await cells.allInnerTexts()).map((text) => text.split('\n')[0] ?? '');
}
const saved = (page: Page) => page.locator('[data-saving=saved]');
const junior = (page: Page) => page.getByRole('button', { name: /^junior/ });
const comment = (page: Page) => page.getByRole('textbox', { name: /^Comment/ });

test('rows are labelled by keyboard, and nothing is lost: reload, undo, no network, two windows', async ({
  page,
  team,
  context,
}) => {
  test.setTimeout(300_000);
  const api = team.manager.api(team.org);
  const { projectId, batchId } = await readyBatch(
    { person: team.manager, org: team.org },
    { name: 'Wages to label', samples: 8 },
  );
  const counts = async () => (await api.batch.get.query({ batchId })).tasks;

  await test.step('the row is there, with what is known of it', async () => {
    await page.goto(team.path(`/projects/${projectId}`));
    await page.getByRole('link', { name: 'Label', exact: true }).click();
    await expect(page.getByRole('heading', { level: 1, name: 'Grades to verify' })).toBeVisible();
    await expect(page.getByRole('table').getByRole('row')).toHaveCount(5);
    await expect(page.getByText(/have it$/).last()).toBeVisible();
    await expect(page.getByText(/^Came with the row: (junior|senior)$/)).toBeVisible();
  });

  await test.step('keys answer, and the answer is saved by itself', async () => {
    await page.keyboard.press('j');
    await expect(junior(page)).toHaveAttribute('aria-pressed', 'true');
    await page.keyboard.press('i');
    await page.keyboard.press('c');
    await page.keyboard.type('Odd pay');
    await page.keyboard.press('Escape');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('f');
    await page.keyboard.press('h');
    await expect(page.getByText('1 flag', { exact: true })).toBeVisible();
    await expect(saved(page)).toBeVisible();
  });

  const first = await cellsOf(page);
  await test.step('a reload loses nothing', async () => {
    await page.reload();
    await expect(junior(page)).toHaveAttribute('aria-pressed', 'true');
    await expect(comment(page)).toHaveValue('Odd pay');
    expect(await cellsOf(page)).toEqual(first);
  });

  await test.step('submit: the next row is there at once; undo brings the last back as it was', async () => {
    await page.keyboard.press('Enter');
    await expect.poll(() => cellsOf(page)).not.toEqual(first);
    await expect(junior(page)).toHaveAttribute('aria-pressed', 'false');
    await expect.poll(async () => (await counts()).submitted).toBe(1);
    await page.keyboard.press('z');
    await expect.poll(() => cellsOf(page)).toEqual(first);
    await expect(junior(page)).toHaveAttribute('aria-pressed', 'true');
    await expect(comment(page)).toHaveValue('Odd pay');
    await expect.poll(async () => (await counts()).submitted).toBe(0);
    await page.keyboard.press('Enter');
    await expect.poll(async () => (await counts()).submitted).toBe(1);
  });

  await test.step('what is missing is said', async () => {
    const before = await cellsOf(page);
    await page.keyboard.press('Enter');
    await expect(page.getByText('“Grade” is not answered.')).toBeVisible();
    expect(await cellsOf(page)).toEqual(before);
  });

  await test.step('accepting what came with the row is one key', async () => {
    const before = await cellsOf(page);
    await page.keyboard.press('a');
    await expect.poll(() => cellsOf(page)).not.toEqual(before);
    await expect.poll(async () => (await counts()).submitted).toBe(2);
  });

  await test.step('a skip says why', async () => {
    await page.keyboard.press('s');
    await page.getByRole('radio', { name: 'The row is broken or unreadable' }).check();
    await page.getByRole('dialog').getByRole('button', { name: 'Skip' }).click();
    await expect.poll(async () => (await counts()).skipped).toBe(1);
  });

  await test.step('without a network work goes on, and arrives later', async () => {
    await expect(page.getByRole('table')).toBeVisible();
    await context.setOffline(true);
    const before = await cellsOf(page);
    await page.keyboard.press('e');
    await page.keyboard.press('Enter');
    await expect.poll(() => cellsOf(page)).not.toEqual(before);
    await page.keyboard.press('j');
    await expect(page.getByText(/kept in this browser/i)).toBeVisible();
    await context.setOffline(false);
    await expect(saved(page)).toBeVisible({ timeout: 40_000 });
    await expect.poll(async () => (await counts()).submitted).toBe(3);
    await expect(junior(page)).toHaveAttribute('aria-pressed', 'true');
  });

  await test.step('two windows of one person have one draft', async () => {
    const other = await context.newPage();
    await other.goto(page.url());
    await expect(junior(other)).toHaveAttribute('aria-pressed', 'true');
    await comment(other).fill('From the other window');
    await expect(saved(other)).toBeVisible();
    await page.keyboard.press('p');
    await expect(comment(page)).toHaveValue('From the other window');
    await expect(junior(page)).toHaveAttribute('aria-pressed', 'true');
    await other.close();
  });

  await test.step('to the end, where the page says that all is done', async () => {
    for (let left = 4; left > 0; left -= 1) {
      await expect(page.getByRole('table')).toBeVisible();
      const before = (await cellsOf(page)).join();
      await page.keyboard.press('a');
      await expect.poll(async () => (await cellsOf(page)).join()).not.toBe(before);
    }
    await expect(page.getByText('All is labelled')).toBeVisible();
    await expect
      .poll(async () => await counts())
      .toMatchObject({ open: 0, leased: 0, submitted: 7, skipped: 1 });
    await expect(page.getByText('7 done today')).toBeVisible();
  });
});
