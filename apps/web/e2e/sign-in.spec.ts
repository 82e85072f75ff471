import { expect, type Page, test } from '@playwright/test';
import { newEmail, newPerson, newPlace } from './support/person.ts';

// The limit counts by network address: what is tried here must not stand in the way of other tests.
test.use({ extraHTTPHeaders: newPlace() });

async function tryToSignIn(page: Page, email: string, password: string): Promise<void> {
  await page.getByLabel('E-mail').fill(email);
  await page.getByLabel('Password', { exact: true }).fill(password);
  await page.getByRole('button', { name: 'Sign in' }).click();
}

test('a wrong password is refused in words, and what was typed stays', async ({ page, browser, baseURL }) => {
  const { email, context } = await newPerson(browser, baseURL, 'Wrong Password');
  await page.goto('/sign-in');
  await tryToSignIn(page, email, 'not my password at all');
  await expect(page.getByText('E-mail and password do not match. Nothing was changed.')).toBeVisible();
  await expect(page.getByLabel('E-mail')).toHaveValue(email);
  // Whether there is such an account is not told.
  await tryToSignIn(page, newEmail('nobody'), 'not my password at all');
  await expect(page.getByText('E-mail and password do not match. Nothing was changed.')).toBeVisible();
  await context.close();
});

test('too many attempts are refused in words', async ({ page }) => {
  await page.goto('/sign-in');
  const refused = page.getByText('Too many attempts. Wait a minute, then try again.');
  const wrong = page.getByText('E-mail and password do not match. Nothing was changed.');
  for (let attempt = 0; attempt < 11 && !(await refused.isVisible()); attempt += 1) {
    const answered = page.waitForResponse(/sign-in\/email/);
    await tryToSignIn(page, newEmail('nobody'), 'not my password at all');
    await answered;
    await expect(wrong.or(refused)).toBeVisible();
  }
  await expect(refused).toBeVisible();
});

test('a password reset is asked for without telling who has an account', async ({ page }) => {
  await page.goto('/sign-in');
  await page.getByRole('link', { name: 'Forgot your password?' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Reset your password' })).toBeVisible();
  await expect(page.getByText('This installation has no mail server')).toBeVisible();
  await page.getByLabel('E-mail').fill(newEmail('nobody'));
  await page.getByRole('button', { name: 'Send the link' }).click();
  await expect(
    page.getByText('If there is an account with this address, a link is on its way.'),
  ).toBeVisible();
});

test('a link to reset a password that is not valid is refused in words', async ({ page }) => {
  await page.goto('/reset-password?token=not-a-token');
  await page.getByLabel('New password').fill('another long enough password');
  await page.getByRole('button', { name: 'Save the new password' }).click();
  await expect(page.getByText('This link is not valid any more. Ask for a new one.')).toBeVisible();
});
