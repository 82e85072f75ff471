import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { UPLOAD_PART_BYTES } from '@assay/contracts';
import { expect, type Page } from '@playwright/test';
import { test } from './support/team.ts';

/** Two parts and a bit. */
const LINE = 'a value that fills the line with text,1\n';
const table = `text,number\n${LINE.repeat(Math.ceil((2.2 * UPLOAD_PART_BYTES) / LINE.length))}`;
const file = path.join(mkdtempSync(path.join(tmpdir(), 'assay-e2e-')), 'long.csv');
writeFileSync(file, table);

/** Lets the first part through and cuts the network in the second. Answers with the offsets of all parts sent. */
async function cutInSecondPart(page: Page): Promise<number[]> {
  const offsets: number[] = [];
  let cut = false;
  await page.route('**/api/uploads/*', async (route) => {
    const { 'upload-offset': offset } = route.request().headers();
    if (route.request().method() === 'PATCH') offsets.push(Number(offset));
    if (cut || route.request().method() !== 'PATCH' || offset === '0') return route.continue();
    cut = true;
    await page.context().setOffline(true);
    return route.abort('internetdisconnected');
  });
  return offsets;
}

test('an upload goes on at its offset when the network is back', async ({ page, context, team }) => {
  const offsets = await cutInSecondPart(page);
  await page.goto(team.path(`/projects/${team.projectId}/sources/new`));
  await page.locator('input[type=file]').first().setInputFiles(file);
  await expect(page.getByText('The connection was lost')).toBeVisible();
  await expect(page.getByText(/have arrived and are kept/)).toBeVisible();
  await expect(page.getByText('You are offline.')).toBeVisible();
  await context.setOffline(false);
  await expect(page.getByText('long.csv has arrived')).toBeVisible({ timeout: 30_000 });
  expect(offsets.filter((offset) => offset === 0)).toHaveLength(1);
  expect(offsets.at(-1)).toBe(2 * UPLOAD_PART_BYTES);
  await expect(page.getByText('You are offline.')).toHaveCount(0);
});

test('an upload goes on at its offset after the page was loaded anew', async ({ page, context, team }) => {
  const offsets = await cutInSecondPart(page);
  await page.goto(team.path(`/projects/${team.projectId}/sources/new`));
  await page.locator('input[type=file]').first().setInputFiles(file);
  await expect(page.getByText('The connection was lost')).toBeVisible();
  await context.setOffline(false);
  await page.reload();
  const unfinished = page.getByRole('listitem').filter({ hasText: 'long.csv' }).first();
  await expect(unfinished).toContainText('arrived');
  const chooser = page.waitForEvent('filechooser');
  offsets.length = 0;
  await unfinished.getByRole('button', { name: 'Choose the file and go on' }).click();
  await (await chooser).setFiles(file);
  await expect(page.getByText('long.csv has arrived')).toBeVisible({ timeout: 30_000 });
  expect(offsets).toEqual([UPLOAD_PART_BYTES, 2 * UPLOAD_PART_BYTES]);
});
