import type { Page } from '@playwright/test';
import { readyBatch } from './support/ready-batch.ts';
import { expect, test } from './support/team.ts';

const saved = (page: Page) => page.locator('[data-saving=saved]');
/** The answers in the column of the only question. */
const grades = async (page: Page) => {
  const cells = page.getByRole('grid').locator('tbody tr td:nth-child(2)');
  return (await cells.allInnerTexts()).map((text) => (text.includes('Proposed:') ? '' : text.trim()));
};
/** What a spreadsheet puts on the clipboard, pasted where the focus is. */
const paste = (page: Page, text: string) =>
  page.evaluate((plain) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', plain);
    const event = new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true });
    document.activeElement?.dispatchEvent(event);
  }, text);

test('keys are chosen, and many rows are answered at once in a grid with one undo', async ({
  page,
  team,
}) => {
  test.setTimeout(120_000);
  const api = team.manager.api(team.org);
  const { projectId, batchId } = await readyBatch(
    { person: team.manager, org: team.org },
    { name: 'Wages in a grid', samples: 20 },
  );
  const counts = async () => (await api.batch.get.query({ batchId })).tasks;
  const rowByRow = team.path(`/projects/${projectId}/work?batch=${batchId}`);

  await test.step('a key that is taken is refused, a free one holds at once and after a reload', async () => {
    await page.goto(rowByRow);
    await expect(page.getByText(/^Came with the row: (junior|senior)$/)).toBeVisible();
    await page.keyboard.press('?');
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('button', { name: 'Change keys' }).click();
    await dialog.getByRole('button', { name: 'Skip: S. Change' }).click();
    await page.keyboard.press('j');
    await expect(dialog.getByText('J gives “junior” here. Choose another key.').last()).toBeVisible();
    await page.keyboard.press('F5');
    await expect(dialog.getByText('F5 belongs to the browser or the system.').last()).toBeVisible();
    await page.keyboard.press('x');
    await expect(dialog.getByRole('button', { name: 'Skip: X. Change' })).toBeFocused();
    // Esc in the middle of a choice leaves the key, not the dialog.
    await page.keyboard.press('Enter');
    await page.keyboard.press('Escape');
    await expect(dialog).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(dialog).toBeHidden();
    await expect.poll(async () => (await api.setting.keys.query()).document.keys).toEqual({ skip: 'x' });
    await page.reload();
    await expect(page.getByText(/^Came with the row: (junior|senior)$/)).toBeVisible();
    await page.keyboard.press('s');
    await expect(page.getByRole('dialog')).toHaveCount(0);
    await page.keyboard.press('x');
    await expect(page.getByText('Skip this row')).toBeVisible();
    await page.keyboard.press('Escape');
    await page.keyboard.press('?');
    await dialog.getByRole('button', { name: 'Change keys' }).click();
    await dialog.getByRole('button', { name: 'All as they came' }).click();
    await expect(dialog.getByRole('button', { name: 'Skip: S. Change' })).toBeVisible();
    await expect.poll(async () => (await api.setting.keys.query()).document.keys).toEqual({});
    await page.keyboard.press('Escape');
  });

  await test.step('a range is filled, undone and filled again as one', async () => {
    await page.getByRole('link', { name: 'As a grid' }).click();
    await expect(page.getByRole('grid')).toBeVisible();
    await expect(page.getByRole('grid').getByRole('row')).toHaveCount(11);
    await expect(page.locator('td:focus')).toHaveCount(1);
    await page.keyboard.press('j');
    await expect.poll(() => grades(page)).toEqual(['junior', ...Array(9).fill('')]);
    for (let i = 0; i < 3; i += 1) await page.keyboard.press('Shift+ArrowDown');
    await page.keyboard.press('Control+d');
    await expect.poll(() => grades(page)).toEqual([...Array(4).fill('junior'), ...Array(6).fill('')]);
    await page.keyboard.press('z');
    await expect.poll(() => grades(page)).toEqual(['junior', ...Array(9).fill('')]);
    await page.keyboard.press('Control+Shift+z');
    await expect.poll(() => grades(page)).toEqual([...Array(4).fill('junior'), ...Array(6).fill('')]);
  });

  await test.step('what is pasted is taken as far as it is an answer', async () => {
    await page.keyboard.press('ArrowDown');
    await paste(page, 'Senior\nlorem\njunior\n');
    await expect
      .poll(() => grades(page))
      .toEqual([...Array(4).fill('junior'), 'senior', '', 'junior', ...Array(3).fill('')]);
    await expect(page.getByText('“lorem” is no label here.')).toBeAttached();
    await expect(page.getByText('1 value is no answer and is marked.')).toBeVisible();
    await expect(saved(page)).toBeVisible();
  });

  await test.step('complete rows go in one act, the others stay and are named; undo takes all back', async () => {
    await page.keyboard.press('Control+Enter');
    await expect(page.getByText('4 rows are not complete and stay')).toBeVisible();
    await expect(page.getByText(/^Row \d+: “Grade” is not answered\.$/).first()).toBeVisible();
    await expect.poll(async () => (await counts()).submitted).toBe(6);
    await page.keyboard.press('z');
    await expect.poll(async () => (await counts()).submitted).toBe(0);
    await expect.poll(async () => (await grades(page)).slice(0, 4)).toEqual(Array(4).fill('junior'));
    await page.keyboard.press('Control+Enter');
    await expect.poll(async () => (await counts()).submitted).toBe(6);
    await expect(saved(page)).toBeVisible();
  });

  await test.step('what was not begun goes back when one leaves, and a narrow window says why there is none', async () => {
    await page.getByRole('link', { name: 'One row at a time' }).click();
    await expect(page.getByText(/^Came with the row: (junior|senior)$/)).toBeVisible();
    await expect.poll(async () => (await counts()).leased).toBeLessThanOrEqual(5);
    await page.setViewportSize({ width: 390, height: 800 });
    await page.goto(`${rowByRow}&view=grid`);
    await expect(page.getByText('A grid needs a wider window')).toBeVisible();
  });
});
