import type { Browser } from '@playwright/test';
import { exportLog, offlineVerifier } from '../verify-log.ts';
import type { Cast } from './cast.ts';
import { expect } from './patient.ts';

/** The auditor asks what a file is that somebody handed over: it is that version of that project. */
export async function findByHash(
  { auditor: { page }, path }: Cast,
  content: string,
  found: string,
): Promise<void> {
  await page.goto(path('/files'));
  await page
    .locator('input[type=file]')
    .setInputFiles({ name: 'handed-over', mimeType: 'text/csv', buffer: Buffer.from(content) });
  await page.getByRole('link', { name: found }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Version 1' })).toBeVisible();
}

/** What of the thread must stand in the log. */
const ACTS = [
  'source-version.committed',
  'run.generated',
  'guideline.acknowledged',
  'task.submitted',
  'pattern.rejected',
  'version.committed',
  'release.waiver-granted',
  'release.approved',
  'guest-link.visited',
  'export.made',
];

/** The auditor takes the log away and verifies it without the server; a changed byte is found. */
export async function checkLog(browser: Browser, { auditor: { page } }: Cast): Promise<void> {
  const { text, key } = await exportLog(page);
  for (const act of ACTS) expect(text).toContain(`"action":"${act}"`);
  const { verify, close } = await offlineVerifier(browser, page, key);
  await verify(text, /^Verified: the log is complete/);
  const at = text.indexOf('"action":"version.committed"') + 12;
  await verify(`${text.slice(0, at)}x${text.slice(at + 1)}`, /was changed/i);
  await close();
}
