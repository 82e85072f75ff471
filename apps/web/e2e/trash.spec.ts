import { expect } from '@playwright/test';
import { test } from './support/team.ts';
import { expectToast } from './support/toast.ts';

test('a project goes into the trash and comes back whole', async ({ page, team }) => {
  const { id } = await team.manager
    .api(team.org)
    .project.create.mutate({ name: 'Put away', description: 'To be seen again' });
  await page.goto(team.path(`/projects/${id}/settings`));
  await page.getByRole('button', { name: 'Put into the trash' }).click();
  await page.getByRole('alertdialog').getByRole('button', { name: 'Put into the trash' }).click();
  await expectToast(page, '“Put away” is in the trash');
  await expect(page.getByRole('heading', { level: 1, name: 'Projects' })).toBeVisible();
  await expect(page.getByRole('table').getByText('Put away')).toHaveCount(0);

  await page.getByRole('link', { name: 'Trash' }).click();
  const row = page.getByRole('row', { name: /Put away/ });
  await expect(row).toContainText('Team Manager');
  await expect(row).toContainText(/(29|30) days left/);
  await row.getByRole('button', { name: 'Restore' }).click();
  await expectToast(page, '“Put away” is restored');
  await expect(row).toHaveCount(0);
  await page.goto(team.path(`/projects/${id}`));
  await expect(page.getByText('To be seen again')).toBeVisible();
});

test('a source goes into the trash, and undo brings it back', async ({ page, team }) => {
  await page.goto(team.path(`/sources/${team.sourceId}`));
  await page.getByRole('button', { name: 'Move to trash' }).click();
  await page.getByRole('alertdialog').getByRole('button', { name: 'Move to trash' }).click();
  await expectToast(page, 'Strikes of the team is in the trash');
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(page.getByRole('heading', { level: 1, name: /Strikes of the team/ })).toBeVisible();
  await page.goto(team.path('/trash'));
  await expect(page.getByRole('row', { name: /Strikes of the team/ })).toHaveCount(0);
});
