import { readFile } from 'node:fs/promises';
import { unzip } from '@assay/testkit';
import type { Page } from '@playwright/test';
import { expectToast } from '../toast.ts';
import type { Cast } from './cast.ts';
import { expect } from './patient.ts';
import { because } from './release.ts';

const LONG = { timeout: 120_000 };
const ALIKE = 'Pictures that look alike';

/**
 * The engineer asks for the release of pictures that a camera could not tell apart; the gate stops it until two
 * managers have waived it. Gives the address of the release.
 */
export async function releasePictures(cast: Cast, version: string): Promise<string> {
  const { engineer, manager, deputy } = cast;
  await engineer.page.goto(version);
  await engineer.page.getByRole('link', { name: 'Ask for a release' }).click();
  await expect(engineer.page.getByText('There are no test rows to read')).toBeVisible();
  await engineer.page.getByRole('textbox', { name: /^Title/ }).fill('Cars, first look');
  await engineer.page.getByRole('button', { name: 'Validate and ask for a decision' }).click();
  await engineer.page.waitForURL(/\/releases\/[0-9a-f-]{36}$/);
  const address = new URL(engineer.page.url()).pathname;
  await expect(engineer.page.getByText('One thing stands in its way')).toBeVisible(LONG);

  const { page } = manager;
  await page.goto(address);
  const blocker = page.getByRole('listitem').filter({ hasText: ALIKE });
  await expect(page.getByRole('button', { name: 'Approve' })).toBeDisabled();
  await blocker.getByRole('button', { name: 'Propose a waiver' }).click();
  await because(page, 'Propose');
  await expectToast(page, 'The waiver waits for a second manager');
  await deputy.page.goto(address);
  await deputy.page.getByRole('button', { name: 'Grant' }).click();
  await because(deputy.page, 'Grant');
  await expect(page.getByText('Nothing stands in its way')).toBeVisible({ timeout: 15_000 });
  await page.getByRole('button', { name: 'Approve' }).click();
  await because(page, 'Approve');
  await expect(page.getByText(`Approved by ${manager.name}`)).toBeVisible();
  return address;
}

/** Has an export of the release made, and takes the labels away in the formats of others: files by their paths. */
export async function takePictureLabels(
  { page }: { page: Page },
  release: string,
): Promise<{ coco: ReadonlyMap<string, string>; yolo: ReadonlyMap<string, string> }> {
  await page.goto(release);
  await page.getByRole('combobox', { name: 'Format' }).selectOption({ label: 'JSON Lines' });
  await page.getByRole('button', { name: 'Make the files' }).click();
  const made = page.getByRole('table', { name: 'Files of the export' });
  const take = async (name: RegExp) => {
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      made.getByRole('link', { name }).click(LONG),
    ]);
    const files = await unzip(await readFile(await download.path()));
    return new Map([...files].map(([path, bytes]) => [path, bytes.toString('utf8')]));
  };
  return { coco: await take(/coco\.zip$/), yolo: await take(/yolo\.zip$/) };
}
