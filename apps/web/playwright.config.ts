import { CHROMIUM_ARGUMENTS } from '@assay/testkit';
import { defineConfig } from '@playwright/test';

/** `npm test` starts an installation and names it; to try tests against another, set the address oneself. */
const url = process.env.ASSAY_E2E_URL;

export default defineConfig({
  testDir: 'e2e',
  outputDir: 'test-results',
  workers: 1,
  retries: 0,
  fullyParallel: false,
  timeout: 120_000,
  expect: { timeout: 15_000 },
  use: {
    baseURL: url ?? 'http://localhost:3000',
    browserName: 'chromium',
    headless: true,
    locale: 'en-GB',
    timezoneId: 'UTC',
    viewport: { width: 1280, height: 900 },
    trace: 'off',
    video: 'off',
    screenshot: 'only-on-failure',
    actionTimeout: 15_000,
    launchOptions: {
      args: [...CHROMIUM_ARGUMENTS],
      ...(process.env.CHROMIUM_PATH ? { executablePath: process.env.CHROMIUM_PATH } : {}),
    },
  },
});
