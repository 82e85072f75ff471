import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type Browser, expect, type Page } from '@playwright/test';

export type ExportedLog = { text: string; key: string };

/** Takes the log of the organisation away, from any page that leads to it. */
export async function exportLog(page: Page): Promise<ExportedLog> {
  await page.getByRole('link', { name: 'Log', exact: true }).click();
  await page.getByRole('button', { name: 'Export and verify' }).click();
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page
      .getByRole('link', { name: /Download the log|Download/ })
      .first()
      .click(),
  ]);
  const text = await readFile(await download.path(), 'utf8');
  const { verifierKey: key } = JSON.parse(text.split('\n')[0] ?? '{}') as { verifierKey: string };
  // Whoever verifies copies the key from the page, apart from the file: it must be the same one.
  await expect(page.getByText(key, { exact: true })).toBeVisible();
  return { text, key };
}

export type Verifier = {
  /** Gives the text of a log to the verifier, and expects this verdict. */
  verify: (text: string, verdict: RegExp) => Promise<void>;
  close: () => Promise<void>;
};

/** The one-page verifier, saved to disk and opened in a browser that has no network. */
export async function offlineVerifier(browser: Browser, page: Page, key: string): Promise<Verifier> {
  const folder = mkdtempSync(path.join(tmpdir(), 'assay-e2e-'));
  const saved = path.join(folder, 'verify.html');
  writeFileSync(saved, await (await page.request.get('/verify.html')).text());
  const context = await browser.newContext({ offline: true });
  const verifier = await context.newPage();
  return {
    verify: async (text, verdict) => {
      await verifier.goto(`file://${saved}`);
      await verifier.getByLabel(/key/i).fill(key);
      await verifier
        .locator('input[type=file]')
        .setInputFiles({ name: 'log.jsonl', mimeType: 'application/jsonl', buffer: Buffer.from(text) });
      await verifier.getByRole('button', { name: /verify/i }).click();
      await expect(verifier.getByText(verdict).first()).toBeVisible();
    },
    close: async () => {
      await context.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
