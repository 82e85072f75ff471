import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import { strikesCsv } from './wildlife-strikes.ts';

const password = 'a long enough password';
const stamp = Date.now().toString(36);
const folder = mkdtempSync(path.join(tmpdir(), 'assay-e2e-'));

async function signUp(page: Page, name: string, email: string): Promise<void> {
  await page.getByLabel('Your name').fill(name);
  const address = page.getByLabel('E-mail');
  if ((await address.inputValue()) === '') await address.fill(email);
  await page.getByLabel('Password').fill(password);
  await page.getByRole('button', { name: 'Create account' }).click();
}

async function importFile(page: Page, csv: string, fileName: string): Promise<void> {
  const file = path.join(folder, fileName);
  writeFileSync(file, csv);
  await page.locator('input[type=file]').first().setInputFiles(file);
  await expect(page.getByText(`${fileName} has arrived`)).toBeVisible();
  await page.getByRole('button', { name: 'Go on to the check' }).click();
  await expect(page.getByRole('heading', { name: 'First rows' })).toBeVisible({ timeout: 60_000 });
}

async function runImport(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Import', exact: true }).click();
  await expect(page.getByText('10,000 rows were imported')).toBeVisible({ timeout: 90_000 });
}

test('from sign-up to a log that verifies offline', async ({ page, browser, baseURL }) => {
  test.setTimeout(300_000);
  let source = '';

  await test.step('sign up and make an organisation', async () => {
    await page.goto('/');
    await page.getByRole('link', { name: 'No account yet? Create one' }).click();
    await signUp(page, 'Test Manager', `manager-${stamp}@example.com`);
    await page.getByLabel('Name of the organisation').fill('Test organisation');
    await page.getByRole('button', { name: 'Create the organisation' }).click();
    await expect(page.getByRole('heading', { name: 'Hello, Test' })).toBeVisible();
  });

  await test.step('invite, and accept in a second session', async () => {
    const email = `expert-${stamp}@example.com`;
    await page.getByRole('link', { name: 'Members' }).click();
    await page.getByRole('button', { name: 'Invite a person' }).first().click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('E-mail').fill(email);
    await dialog.getByRole('button', { name: 'Make the invitation' }).click();
    const link = dialog.getByText(/\/invite\//);
    await expect(link).toBeVisible();
    const invitation = new URL((await link.textContent()) ?? '', baseURL);
    const second = await browser.newContext({ ...(baseURL === undefined ? {} : { baseURL }) });
    const other = await second.newPage();
    await other.goto(invitation.pathname);
    await other.getByRole('link', { name: 'Create an account to join' }).click();
    await signUp(other, 'Test Expert', email);
    // The button is drawn by the server and works once the page has come alive.
    await other.waitForLoadState('networkidle');
    await other.getByRole('button', { name: 'Join the organisation' }).click();
    await expect(other.getByRole('heading', { name: 'Hello, Test' })).toBeVisible();
    await second.close();
    await page.goto('/');
    await page.getByRole('link', { name: 'Members' }).click();
    await expect(page.getByText(email)).toBeVisible();
  });

  await test.step('make a project and upload a real table', async () => {
    await page.getByRole('link', { name: 'Projects' }).click();
    await page.getByRole('link', { name: 'New project' }).first().click();
    await page.getByRole('textbox', { name: /^Name/ }).fill('Strikes');
    await page.getByRole('button', { name: 'Make the project' }).click();
    await page.getByRole('link', { name: 'Add a source' }).first().click();
    await importFile(page, strikesCsv(), 'strikes.csv');
  });

  await test.step('correct a role and import; rows stay masked', async () => {
    await page.getByRole('combobox', { name: 'Role of Effect Amount of damage' }).click();
    await page.getByRole('option', { name: /^Target/ }).click();
    await runImport(page);
    await page.getByRole('link', { name: 'Open the source' }).click();
    await expect(page.getByRole('heading', { level: 1, name: /Strikes/ })).toBeVisible();
    await page.waitForURL(/\/sources\/[0-9a-f-]+$/);
    source = new URL(page.url()).pathname;
    await page.getByRole('link', { name: 'Rows', exact: true }).click();
    await expect(page.getByRole('grid')).toBeVisible();
    await expect(page.getByText('reporter.0@mail.example')).toHaveCount(0);
  });

  await test.step('confirm a finding of personal data', async () => {
    await page.getByRole('link', { name: 'Personal data' }).click();
    await page
      .getByRole('button', { name: /^Confirm/ })
      .first()
      .click();
    await expect(page.getByText('Confirmed').first()).toBeVisible();
  });

  await test.step('read the profile and the bias of the source', async () => {
    await page.getByRole('link', { name: 'Profile', exact: true }).click();
    await expect(page.getByText('Duplicate rows')).toBeVisible();
    await page.getByRole('link', { name: 'Bias', exact: true }).click();
    await expect(page.getByText('Choose the groups to compare')).toBeVisible();
  });

  await test.step('refresh the source and see what drifted', async () => {
    await page.goto(`${source}/refresh`);
    const changed = strikesCsv((line, row) => (row % 3 === 0 ? line.replace('Approach', 'Hover') : line));
    await importFile(page, changed, 'strikes-2.csv');
    await runImport(page);
    await page.getByRole('link', { name: 'See what changed' }).click();
    await expect(page.getByText('Hover').first()).toBeVisible();
  });

  await test.step('verify the exported log offline, and find what was tampered with', async () => {
    await page.getByRole('link', { name: 'Log', exact: true }).click();
    await page.getByRole('button', { name: 'Export and verify' }).click();
    const download = page.waitForEvent('download');
    await page
      .getByRole('link', { name: /Download the log|Download/ })
      .first()
      .click();
    const file = path.join(folder, 'log.jsonl');
    await (await download).saveAs(file);
    const lines = readFileSync(file, 'utf8');
    const key = (JSON.parse(lines.split('\n')[0] ?? '{}') as { verifierKey: string }).verifierKey;
    const html = await (await page.request.get('/verify.html')).text();
    const verifyPage = path.join(folder, 'verify.html');
    writeFileSync(verifyPage, html);

    const offline = await browser.newContext({ offline: true });
    const verifier = await offline.newPage();
    const verify = async (name: string, content: string, verdict: RegExp) => {
      const copy = path.join(folder, name);
      writeFileSync(copy, content);
      await verifier.goto(`file://${verifyPage}`);
      await verifier.getByLabel(/key/i).fill(key);
      await verifier.locator('input[type=file]').setInputFiles(copy);
      await verifier.getByRole('button', { name: /verify/i }).click();
      await expect(verifier.getByText(verdict).first()).toBeVisible();
    };
    await verify('whole.jsonl', lines, /^Verified: the log is complete/);
    const at = lines.indexOf('"action":"project.created"') + 12;
    await verify('changed.jsonl', `${lines.slice(0, at)}x${lines.slice(at + 1)}`, /was changed/i);
    const dropped = lines.split('\n');
    dropped.splice(3, 1);
    await verify('dropped.jsonl', dropped.join('\n'), /is missing/i);
    await offline.close();
  });
});
