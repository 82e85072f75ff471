import { readFileSync } from 'node:fs';
import { expect, type Page } from '@playwright/test';
import { newPerson } from './support/person.ts';
import { FORMULA, test } from './support/team.ts';

async function downloaded(page: Page, press: () => Promise<void>): Promise<string> {
  const download = page.waitForEvent('download');
  await press();
  return readFileSync(await (await download).path(), 'utf8');
}

/** No cell of the file begins with what a spreadsheet would run. Numbers may begin with a minus. */
function cellsOf(csv: string): string[] {
  return csv
    .split(/\r?\n/)
    .flatMap((line) => line.match(/("([^"]|"")*"|[^,]*)(,|$)/g) ?? [])
    .map((cell) => cell.replace(/,$/, '').replace(/^"|"$/g, '').replaceAll('""', '"'))
    .filter((cell) => !/^-[\d.]+(e-?\d+)?$/.test(cell));
}

test('a formula in a cell leaves the profile and the rows as harmless text', async ({ page, team }) => {
  await page.goto(team.path(`/sources/${team.sourceId}/profile`));
  const profile = await downloaded(page, () => page.getByRole('button', { name: 'Download CSV' }).click());
  expect(cellsOf(profile)).toContain(`'${FORMULA}`);
  expect(cellsOf(profile).filter((cell) => /^\s*[=+\-@]/.test(cell))).toEqual([]);
});

test('a formula as a name leaves the log as harmless text', async ({ browser, baseURL }) => {
  const person = await newPerson(browser, baseURL, FORMULA);
  const { slug } = await person.api().organisation.create.mutate({ name: '@SUM(1+1)' });
  const page = await person.context.newPage();
  await page.goto(`/o/${slug}/log`);
  await page.getByRole('button', { name: 'Export and verify' }).click();
  const log = await downloaded(page, () => page.getByRole('link', { name: 'Download as CSV' }).click());
  expect(cellsOf(log)).toContain(`'${FORMULA}`);
  expect(cellsOf(log)).toContain('organisation.created');
  expect(cellsOf(log).filter((cell) => /^\s*[=+\-@]/.test(cell))).toEqual([]);
  await person.context.close();
});
