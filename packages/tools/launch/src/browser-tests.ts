import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { resolveChromium, tempDirectory } from '@assay/testkit';
import { startAppUnderTest } from './app-under-test.ts';
import { root } from './root.ts';
import { runNode, toolFile } from './run-node.ts';

/** The part of Playwright's JSON report that is read here. */
type Report = {
  stats: { expected: number; unexpected: number; flaky: number; skipped: number };
  errors: { message?: string }[];
  suites: { file: string }[];
};

/** Runs the browser tests of apps/web against an installation of their own; `only` chooses files or titles. */
export async function runBrowserTests(
  only: readonly string[] = [],
  show: 'both' | 'capture' = 'both',
): Promise<{ passed: number; failed: number; output: string; files: readonly string[] }> {
  const chromium = await resolveChromium();
  const given = process.env.ASSAY_E2E_URL;
  const app = given === undefined ? await startAppUnderTest({ demo: true }) : null;
  const folder = tempDirectory();
  const file = path.join(folder.path, 'report.json');
  try {
    const { code, output } = await runNode({
      script: toolFile('apps/web', '@playwright/test/cli.js'),
      args: ['test', '--config', 'playwright.config.ts', '--reporter=list,json', ...only],
      cwd: path.join(root, 'apps/web'),
      output: show,
      env: {
        ASSAY_E2E_URL: app?.url ?? given,
        CHROMIUM_PATH: chromium,
        PLAYWRIGHT_JSON_OUTPUT_NAME: file,
        FORCE_COLOR: '0',
      },
    });
    const report = await readFile(file, 'utf8').then(
      (text) => JSON.parse(text) as Report,
      () => null,
    );
    // Without a report nothing is known to have passed.
    if (report === null) return { passed: 0, failed: 1, output, files: [] };
    const { expected, unexpected, flaky, skipped } = report.stats;
    const failed = unexpected + flaky + skipped + report.errors.length;
    return {
      passed: expected,
      failed: failed === 0 && code !== 0 ? 1 : failed,
      output,
      files: report.suites.map((suite) => path.basename(suite.file)),
    };
  } finally {
    folder.remove();
    await app?.stop();
  }
}
