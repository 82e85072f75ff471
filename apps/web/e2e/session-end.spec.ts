import { expect } from '@playwright/test';
import { PASSWORD } from './support/person.ts';
import { test } from './support/team.ts';
import { expectToast } from './support/toast.ts';

test('after the session has ended, what was typed stays and goes through after signing in again', async ({
  page,
  context,
  team,
}) => {
  await page.goto(team.path('/projects/new'));
  await page.getByRole('textbox', { name: /^Name/ }).fill('Typed before the end');
  await page.getByLabel('Description').fill('A description that took a while to write.');
  await context.clearCookies({ name: /session/ });
  await page.getByRole('button', { name: 'Make the project' }).click();
  await expect(page.getByText('You are not signed in, or your session has ended.')).toBeVisible();
  await expect(page.getByText('What you typed is still on this page.')).toBeVisible();

  await page.getByRole('button', { name: 'Sign in again' }).click();
  const dialog = page.getByRole('dialog', { name: 'Sign in again' });
  await expect(dialog.getByLabel('E-mail')).toHaveValue(team.manager.email);
  await dialog.getByLabel('Password').fill('not my password at all');
  await dialog.getByRole('button', { name: 'Sign in' }).click();
  await expect(dialog.getByText('E-mail and password do not match.')).toBeVisible();
  await dialog.getByLabel('Password').fill(PASSWORD);
  await dialog.getByRole('button', { name: 'Sign in' }).click();
  await expectToast(page, 'You are signed in again');

  await expect(page.getByRole('textbox', { name: /^Name/ })).toHaveValue('Typed before the end');
  await page.getByRole('button', { name: 'Make the project' }).click();
  await expect(page.getByRole('heading', { level: 1, name: /Typed before the end/ })).toBeVisible();
  await expect(page.getByText('A description that took a while to write.')).toBeVisible();
});

test('a page that is opened without a session asks to sign in and comes back', async ({
  page,
  context,
  team,
}) => {
  await context.clearCookies({ name: /session/ });
  await page.goto(team.path('/jobs'));
  await page.getByLabel('E-mail').fill(team.manager.email);
  await page.getByLabel('Password', { exact: true }).fill(PASSWORD);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Jobs' })).toBeVisible();
});
