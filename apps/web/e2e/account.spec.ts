import { expect, type Page, test } from '@playwright/test';
import { newContext, newPerson, newPlace, PASSWORD, signInElsewhere } from './support/person.ts';
import { expectToast } from './support/toast.ts';
import { totp } from './support/totp.ts';

test.use({ extraHTTPHeaders: newPlace() });

async function signIn(page: Page, email: string, password: string): Promise<void> {
  await page.goto('/sign-in');
  await page.getByLabel('E-mail').fill(email);
  await page.getByLabel('Password', { exact: true }).fill(password);
  await page.getByRole('button', { name: 'Sign in' }).click();
}

test('a new password signs out everywhere else', async ({ page, browser, baseURL }) => {
  const person = await newPerson(browser, baseURL, 'Changes Password');
  const elsewhere = await (await signInElsewhere(browser, baseURL, person.email)).newPage();
  await elsewhere.goto('/account');
  await expect(elsewhere.getByRole('heading', { level: 1, name: 'Your account' })).toBeVisible();

  const own = await person.context.newPage();
  await own.goto('/account');
  await own.getByLabel('Current password').fill('not my password at all');
  await own.getByLabel('New password').fill('another long enough password');
  await own.getByRole('button', { name: 'Change the password' }).click();
  await expect(own.getByText('This is not your password. Nothing was changed.')).toBeVisible();
  await own.getByLabel('Current password').fill(PASSWORD);
  await own.getByRole('button', { name: 'Change the password' }).click();
  await expectToast(own, 'Your password is changed');
  await own.reload();
  await expect(own.getByRole('heading', { level: 1, name: 'Your account' })).toBeVisible();

  await elsewhere.reload();
  await expect(elsewhere.getByRole('heading', { level: 1, name: 'Sign in' })).toBeVisible();
  await signIn(page, person.email, PASSWORD);
  await expect(page.getByText('E-mail and password do not match. Nothing was changed.')).toBeVisible();
  await signIn(page, person.email, 'another long enough password');
  await expect(page.getByRole('heading', { level: 1, name: 'Welcome, Changes Password' })).toBeVisible();
  await elsewhere.context().close();
  await person.context.close();
});

test('a session is listed, and ends where it is ended from', async ({ browser, baseURL }) => {
  const person = await newPerson(browser, baseURL, 'Two Sessions');
  const other = await (await signInElsewhere(browser, baseURL, person.email)).newPage();
  const own = await person.context.newPage();
  await own.goto('/account');
  const sessions = own.getByRole('listitem').filter({ hasText: 'signed in' });
  await expect(sessions).toHaveCount(2);
  await expect(sessions.filter({ hasText: 'This one' })).toHaveCount(1);
  await sessions.getByRole('button', { name: 'End', exact: true }).click();
  await expectToast(own, 'The session is ended');
  await expect(sessions).toHaveCount(1);
  await other.goto('/account');
  await expect(other.getByRole('heading', { level: 1, name: 'Sign in' })).toBeVisible();
  await own.reload();
  await expect(own.getByRole('heading', { level: 1, name: 'Your account' })).toBeVisible();
  await other.context().close();
  await person.context.close();
});

test('two-factor sign-in: set up, sign in with a code of the app and with a backup code', async ({
  browser,
  baseURL,
}) => {
  const person = await newPerson(browser, baseURL, 'Two Factors');
  const own = await person.context.newPage();
  await own.goto('/account');
  await own.getByRole('button', { name: 'Set up two-factor sign-in' }).click();
  const dialog = own.getByRole('dialog');
  await dialog.getByLabel('Your password').fill(PASSWORD);
  await dialog.getByRole('button', { name: 'Next' }).click();
  await expect(dialog.getByRole('img', { name: 'QR code for the authenticator app' })).toBeVisible();
  const key = (await dialog.getByRole('code').textContent()) ?? '';
  expect(key).toMatch(/^[A-Z2-7]{16,}$/);
  await dialog.getByRole('textbox', { name: 'Code' }).fill('000000');
  await dialog.getByRole('button', { name: 'Turn it on' }).click();
  await expect(dialog.getByText('This code is not right or has expired.')).toBeVisible();
  await dialog.getByRole('textbox', { name: 'Code' }).fill(totp(key));
  await dialog.getByRole('button', { name: 'Turn it on' }).click();
  await expect(dialog.getByRole('heading', { name: 'Your backup codes' })).toBeVisible();
  const codes = await dialog.getByRole('listitem').allTextContents();
  expect(codes.length).toBeGreaterThan(4);
  await dialog.getByRole('button', { name: 'I have kept them' }).click();
  await expect(own.getByRole('button', { name: 'Make new backup codes' })).toBeVisible();
  await person.context.close();

  const withApp = await (await newContext(browser, baseURL)).newPage();
  await signIn(withApp, person.email, PASSWORD);
  await expect(withApp.getByRole('heading', { level: 1, name: 'Two-factor code' })).toBeVisible();
  // Before the code nothing is open.
  await withApp.goto('/account');
  await expect(withApp.getByRole('heading', { level: 1, name: 'Sign in' })).toBeVisible();
  await withApp.goto('/two-factor');
  await withApp.getByLabel('Code').fill(totp(key));
  await withApp.getByRole('button', { name: 'Verify' }).click();
  await expect(withApp.getByRole('heading', { level: 1, name: 'Welcome, Two Factors' })).toBeVisible();
  await withApp.context().close();

  for (const expected of ['Welcome, Two Factors', 'Two-factor code']) {
    const withBackup = await (await newContext(browser, baseURL)).newPage();
    await signIn(withBackup, person.email, PASSWORD);
    await withBackup.getByRole('button', { name: 'Use a backup code' }).click();
    await withBackup.getByLabel('Backup code').fill(codes[0] ?? '');
    await withBackup.getByRole('button', { name: 'Verify' }).click();
    if (expected === 'Two-factor code') {
      // Each works once.
      await expect(withBackup.getByText('This code is not right or has expired.')).toBeVisible();
    }
    await expect(withBackup.getByRole('heading', { level: 1, name: expected })).toBeVisible();
    await withBackup.context().close();
  }
});

test('an account is kept while it is the only owner of an organisation, and deleted otherwise', async ({
  page,
  browser,
  baseURL,
}) => {
  const person = await newPerson(browser, baseURL, 'Only Owner');
  const { slug } = await person.api().organisation.create.mutate({ name: 'Owned by one' });
  const own = await person.context.newPage();
  const askForDeletion = async () => {
    await own.goto('/account');
    await own.getByRole('button', { name: 'Delete my account' }).click();
    const dialog = own.getByRole('dialog');
    await dialog.getByLabel('Your password').fill(PASSWORD);
    await dialog.getByRole('button', { name: 'Delete my account' }).click();
    return dialog;
  };
  const refused = (await askForDeletion()).getByRole('alert');
  await expect(refused).toContainText('Owned by one');
  await expect(refused).toContainText('make somebody else an owner or delete the organisation');

  await own.goto(`/o/${slug}/settings`);
  await own.getByRole('button', { name: /^Delete/ }).click();
  const confirm = own.getByRole('alertdialog');
  await confirm.getByRole('textbox').fill('Owned by one');
  await confirm.getByRole('button', { name: /^Delete/ }).click();
  await expect(own.getByRole('heading', { level: 1, name: 'Welcome, Only Owner' })).toBeVisible();

  await askForDeletion();
  await expect(own.getByRole('heading', { level: 1, name: 'Sign in' })).toBeVisible();
  await signIn(page, person.email, PASSWORD);
  await expect(page.getByText('E-mail and password do not match. Nothing was changed.')).toBeVisible();
  await person.context.close();
});
