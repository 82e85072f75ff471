import { expect } from '@playwright/test';
import { isAlive, pressOn, tabTo } from './support/keyboard.ts';
import { PASSWORD } from './support/person.ts';
import { test } from './support/team.ts';
import { expectToast } from './support/toast.ts';

test.use({ storageState: { cookies: [], origins: [] } });

test('from sign-in to a corrected role without a mouse', async ({ page, team }) => {
  await page.goto('/sign-in');
  await tabTo(page, page.getByLabel('E-mail'));
  await page.keyboard.type(team.manager.email);
  await tabTo(page, page.getByLabel('Password', { exact: true }));
  await page.keyboard.type(PASSWORD);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: 'Hello, Team' })).toBeVisible();

  // The command palette finds the source by its name.
  await isAlive(page);
  await page.keyboard.press('Control+k');
  const palette = page.getByRole('dialog');
  await expect(palette.getByRole('combobox')).toBeFocused();
  await page.keyboard.type('Strikes of the');
  await expect(palette.getByRole('option', { name: /Strikes of the team/ }).first()).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: /Strikes of the team/ })).toBeVisible();

  // A role is corrected in the data dictionary.
  await pressOn(page, page.getByRole('link', { name: 'Columns', exact: true }));
  const role = page.getByRole('combobox', { name: 'Role of Wildlife Size' });
  await pressOn(page, role);
  await expect(page.getByRole('option', { name: /^Sensitive/ })).toBeVisible();
  await page.keyboard.type('Sens');
  await expect(page.getByRole('option', { name: /^Sensitive/ })).toHaveAttribute('aria-selected', 'true');
  await page.keyboard.press('Enter');
  await expectToast(page, 'Wildlife Size is saved');
  await expect(role).toContainText('Sensitive');
  await expect(role).toBeFocused();

  // Keys lead to pages, and a dialog gives the focus back.
  await page.keyboard.press('g');
  await page.keyboard.press('m');
  await expect(page.getByRole('heading', { level: 1, name: 'Members' })).toBeVisible();
  const invite = page.getByRole('button', { name: 'Invite a person' }).first();
  await pressOn(page, invite);
  await expect(page.getByRole('dialog')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await expect(invite).toBeFocused();
});
