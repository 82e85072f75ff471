import { expect } from '@playwright/test';
import { newPerson } from './support/person.ts';
import { test } from './support/team.ts';
import { expectToast } from './support/toast.ts';

test('a role that is given on the members page opens doors at once, and undo closes them', async ({
  page,
  team,
  browser,
  baseURL,
}) => {
  const person = await newPerson(browser, baseURL, 'Becomes Auditor');
  const api = team.manager.api(team.org);
  const { link } = await api.member.invite.mutate({ email: person.email, roles: ['member'], project: null });
  const token = link.slice(link.lastIndexOf('/') + 1);
  await person.api().member.acceptInvitation.mutate({ token });
  const theirs = await person.context.newPage();
  await theirs.goto(team.path(''));
  await expect(theirs.getByRole('heading', { level: 1, name: 'Hello, Becomes' })).toBeVisible();
  await expect(theirs.getByRole('link', { name: 'Log', exact: true })).toHaveCount(0);

  await page.goto(team.path('/members'));
  const row = page.getByRole('row', { name: /Becomes Auditor/ });
  await row.getByRole('button', { name: 'Becomes Auditor' }).click();
  await page.getByRole('menuitem', { name: 'Change roles' }).click();
  const dialog = page.getByRole('dialog', { name: 'Roles of Becomes Auditor' });
  await dialog.getByRole('checkbox', { name: 'Auditor' }).check();
  await dialog.getByRole('button', { name: 'Save' }).click();
  await expectToast(page, 'Roles of Becomes Auditor changed');
  await expect(row.getByText('Auditor', { exact: true })).toBeVisible();

  await theirs.goto(team.path('/log'));
  await expect(theirs.getByRole('heading', { level: 1, name: 'Log' })).toBeVisible();
  await expect(theirs.getByRole('table').getByText('Person joined').first()).toBeVisible();

  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(row.getByText('Auditor', { exact: true })).toHaveCount(0);
  await theirs.reload();
  await expect(theirs.getByText('Person joined')).toHaveCount(0);
  await person.context.close();
});
