import { expect } from '@playwright/test';
import { test } from './support/team.ts';

test('says when the browser is offline, and when it is back', async ({ page, context, team }) => {
  await page.goto(team.path(''));
  const banner = page.getByText('You are offline. What you do now may not be saved.');
  await expect(page.getByRole('heading', { level: 1, name: 'Hello, Team' })).toBeVisible();
  await expect(banner).toHaveCount(0);
  await context.setOffline(true);
  await expect(banner).toBeVisible();
  await context.setOffline(false);
  await expect(banner).toHaveCount(0);
});

test('dark and light stay as they were chosen', async ({ page, team }) => {
  const background = () =>
    page.evaluate(() => getComputedStyle(document.documentElement).getPropertyValue('color-scheme'));
  await page.goto(team.path(''));
  for (const [choice, scheme] of [
    ['Dark', 'dark'],
    ['Light', 'light'],
  ] as const) {
    await page.getByRole('button', { name: 'Theme' }).click();
    await page.getByRole('menuitemcheckbox', { name: choice }).click();
    await expect.poll(background).toBe(scheme);
    await page.reload();
    expect(await background()).toBe(scheme);
    await page.goto('/account');
    expect(await background()).toBe(scheme);
    await page.goto(team.path(''));
  }
});
