import { CHROMIUM_ARGUMENTS } from '@assay/testkit';
import { defineConfig } from '@playwright/test';

/** `npm test` starts an installation and names it; to try tests against another, set the address oneself. */
const url = process.env.ASSAY_E2E_URL;

/**
 * These take longest (20 seconds and more each) and go first: the others then fill whatever time a worker has left, and
 * no long one runs alone at the end.
 */
const long = [
  'batches',
  'generate',
  'ground',
  'label-migration',
  'labelling',
  'review',
  'thread',
  'thread-images',
  'versions',
].map((name) => `${name}.spec.ts`);

/** It makes so many rows that no other test's job gets a turn meanwhile: `npm test` runs it beside nothing. */
const alone = 'synthetic-journey.spec.ts';

export default defineConfig({
  testDir: 'e2e',
  outputDir: 'test-results',
  // Much of a test is waiting, for jobs above all: two at a time keep two cores busy, more would only slow each other.
  workers: 2,
  projects: [
    { name: 'long', testMatch: long },
    { name: 'short', testIgnore: [...long, alone] },
    { name: 'alone', testMatch: alone, workers: 1 },
  ],
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
