import { expect } from '@playwright/test';
import { test } from './support/team.ts';
import { expectToast } from './support/toast.ts';

test('an API key is shown once, works, and is refused once it is revoked', async ({
  page,
  context,
  team,
  baseURL,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.goto(team.path('/api-keys'));
  await page.getByRole('button', { name: 'New API key' }).first().click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Name').fill('Nightly import');
  await dialog.getByRole('button', { name: 'Reading only' }).click();
  await dialog.getByRole('button', { name: 'Make the key' }).click();
  await expect(dialog.getByText('Copy the key now.')).toBeVisible();
  await dialog.getByRole('button', { name: 'Copy the key' }).click();
  const key = await page.evaluate(() => navigator.clipboard.readText());
  expect(key).toMatch(/^assay_/);
  await dialog.getByRole('button', { name: 'Done' }).click();

  const ask = (method: string) =>
    fetch(new URL('/api/v1/projects', baseURL), {
      method,
      headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json' },
      ...(method === 'POST' ? { body: JSON.stringify({ name: 'By a key' }) } : {}),
    });
  const answer = await ask('GET');
  expect(answer.status).toBe(200);
  expect(JSON.stringify(await answer.json())).toContain('Bird strikes');
  expect((await ask('POST')).status).toBe(403);

  await page.reload();
  const row = page.getByRole('row', { name: /Nightly import/ });
  await expect(row).toContainText('Active');
  expect(await page.content()).not.toContain(key);
  await row.getByRole('button', { name: 'Revoke' }).click();
  await page.getByRole('alertdialog').getByRole('button', { name: 'Revoke' }).click();
  await expectToast(page, '“Nightly import” is revoked');
  await expect(row).toContainText('Revoked');
  expect((await ask('GET')).status).toBe(401);
});
