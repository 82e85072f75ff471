import { expect, type Page, test } from '@playwright/test';
import { newContext, newEmail, PASSWORD } from './support/person.ts';
import { stateTerms } from './support/state-terms.ts';
import { importChecked, uploadTable } from './support/upload-table.ts';
import { exportLog, offlineVerifier } from './support/verify-log.ts';
import { strikesCsv } from './support/wildlife-strikes.ts';

async function signUp(page: Page, name: string, email: string): Promise<void> {
  await page.getByLabel('Your name').fill(name);
  const address = page.getByLabel('E-mail');
  if ((await address.inputValue()) === '') await address.fill(email);
  await page.getByLabel('Password').fill(PASSWORD);
  await page.getByRole('button', { name: 'Create account' }).click();
}

/** The whole number that a figure of a page shows beside its label. */
async function statOf(page: Page, label: RegExp): Promise<number> {
  const figure = page.getByText(label).locator('xpath=../following-sibling::div[1]').first();
  return Number(((await figure.textContent()) ?? '').replace(/[^\d]/g, ''));
}

test('from sign-up to a log that verifies offline', async ({ page, browser, baseURL }) => {
  test.setTimeout(300_000);
  let source = '';

  await test.step('sign up and make an organisation', async () => {
    await page.goto('/');
    await page.getByRole('link', { name: 'No account yet? Create one' }).click();
    await signUp(page, 'Test Manager', newEmail('manager'));
    await page.getByLabel('Name of the organisation').fill('Test organisation');
    await page.getByRole('button', { name: 'Create the organisation' }).click();
    await expect(page.getByRole('heading', { name: 'Hello, Test' })).toBeVisible();
  });

  await test.step('invite, and accept in a second session', async () => {
    const email = newEmail('expert');
    await page.getByRole('link', { name: 'Members' }).click();
    await page.getByRole('button', { name: 'Invite a person' }).first().click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('E-mail').fill(email);
    await dialog.getByRole('button', { name: 'Make the invitation' }).click();
    const link = dialog.getByText(/\/invite\//);
    await expect(link).toBeVisible();
    const invitation = new URL((await link.textContent()) ?? '', baseURL);
    const second = await newContext(browser, baseURL);
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
    await uploadTable(page, strikesCsv(), 'strikes.csv');
  });

  await test.step('correct a role and import; rows stay masked', async () => {
    await page.getByRole('combobox', { name: 'Role of Effect Amount of damage' }).click();
    await page.getByRole('option', { name: /^Target/ }).click();
    await importChecked(page, '10,000');
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

  await test.step('state licence, consent and privacy unit; the readiness panel follows', async () => {
    await page.getByRole('link', { name: 'Overview', exact: true }).click();
    await expect(page.getByText('Not ready to synthesise')).toBeVisible();
    await page.getByRole('link', { name: 'State the licence' }).click();
    await stateTerms(page);
    await page.getByRole('link', { name: 'Overview', exact: true }).click();
    await expect(page.getByRole('link', { name: 'Split the rows' })).toBeVisible();
    for (const done of ['State the licence', 'State the ground', 'Decide them']) {
      await expect(page.getByRole('link', { name: done })).toHaveCount(0);
    }
  });

  await test.step('split the rows', async () => {
    await page.getByRole('link', { name: 'Split the rows' }).click();
    await page.getByRole('radio', { name: 'Stratified' }).check();
    await page.getByRole('combobox', { name: 'Column' }).click();
    await page.getByRole('option', { name: /^Effect Amount of damage/ }).click();
    await page.getByRole('button', { name: 'Split the rows' }).click();
    await expect(page.getByText('Current split')).toBeVisible({ timeout: 60_000 });
    const counts = await Promise.all(
      ['Fit', 'Tune', 'Test'].map((part) => statOf(page, new RegExp(`^${part}: `))),
    );
    expect(counts.reduce((sum, count) => sum + count, 0)).toBe(10_000);
    expect(counts[0]).toBeGreaterThan(6900);
    expect(counts[0]).toBeLessThan(7100);
  });

  await test.step('read the profile and the bias of the source', async () => {
    await page.getByRole('link', { name: 'Profile', exact: true }).click();
    await expect(page.getByText('Duplicate rows')).toBeVisible();
    expect(await statOf(page, /^Rows$/)).toBe(10_000);
    await page.getByRole('link', { name: 'Bias', exact: true }).click();
    await page.getByRole('button', { name: 'Groups by' }).click();
    await page
      .getByRole('listbox')
      .getByRole('option', { name: /^Time of day/ })
      .click();
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'Favourable values' }).click();
    await page.getByRole('listbox').getByRole('option', { name: 'None', exact: true }).click();
    await page.keyboard.press('Escape');
    const groups = page.getByRole('table', { name: 'Groups' });
    await expect(groups.getByRole('row', { name: /^Night/ })).toContainText('passes');
    await expect(page.getByText('Four-fifths rule')).toBeVisible();
    await page.getByRole('link', { name: 'Overview', exact: true }).click();
    await expect(page.getByText('Ready to synthesise', { exact: true }).first()).toBeVisible();
  });

  await test.step('refresh the source and see what drifted', async () => {
    await page.goto(`${source}/refresh`);
    const changed = strikesCsv((line, row) => (row % 3 === 0 ? line.replace('Approach', 'Hover') : line));
    await uploadTable(page, changed, 'strikes-2.csv');
    await importChecked(page, '10,000');
    await page.getByRole('link', { name: 'See what changed' }).click();
    await expect(page.getByText('Hover').first()).toBeVisible();
  });

  await test.step('verify the exported log offline, and find what was tampered with', async () => {
    const log = await exportLog(page);
    const { verify, close } = await offlineVerifier(browser, page, log.key);
    await verify(log.text, /^Verified: the log is complete/);
    const at = log.text.indexOf('"action":"project.created"') + 12;
    await verify(`${log.text.slice(0, at)}x${log.text.slice(at + 1)}`, /was changed/i);
    const dropped = log.text.split('\n');
    dropped.splice(3, 1);
    await verify(dropped.join('\n'), /is missing/i);
    await close();
  });
});
