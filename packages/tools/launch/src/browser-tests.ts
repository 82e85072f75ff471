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

type BrowserRun = { passed: number; failed: number; output: string; files: readonly string[] };

/** The projects of apps/web/playwright.config.ts that may run beside each other, one group after the other. */
const GROUPS: readonly (readonly string[])[] = [['long', 'short'], ['alone']];

/** Runs the browser tests of apps/web against an installation of their own; `only` chooses files or titles. */
export async function runBrowserTests(
  only: readonly string[] = [],
  show: 'both' | 'capture' = 'both',
): Promise<BrowserRun> {
  const chromium = await resolveChromium();
  const given = process.env.ASSAY_E2E_URL;
  const app = given === undefined ? await startAppUnderTest({ demo: true }) : null;
  const env = { ASSAY_E2E_URL: app?.url ?? given, CHROMIUM_PATH: chromium, FORCE_COLOR: '0' };
  try {
    const runs: BrowserRun[] = [];
    for (const projects of GROUPS) runs.push(await runGroup(projects, only, { show, env }));
    const sum = (of: (run: BrowserRun) => number) => runs.reduce((all, run) => all + of(run), 0);
    const passed = sum((run) => run.passed);
    const failed = sum((run) => run.failed);
    return {
      passed,
      // A group may have nothing of what was chosen, all of them not.
      failed: passed === 0 && failed === 0 ? 1 : failed,
      output: runs.map((run) => run.output).join('\n'),
      files: runs.flatMap((run) => run.files),
    };
  } finally {
    await app?.stop();
  }
}

async function runGroup(
  projects: readonly string[],
  only: readonly string[],
  { show, env }: { show: 'both' | 'capture'; env: Readonly<Record<string, string | undefined>> },
): Promise<BrowserRun> {
  const folder = tempDirectory();
  const file = path.join(folder.path, 'report.json');
  try {
    const { code, output } = await runNode({
      script: toolFile('apps/web', '@playwright/test/cli.js'),
      args: [
        'test',
        '--config',
        'playwright.config.ts',
        '--reporter=list,json',
        ...projects.map((project) => `--project=${project}`),
        // Of its own: a run clears what the one before it left of what failed.
        `--output=test-results/${projects.join('-')}`,
        '--pass-with-no-tests',
        ...only,
      ],
      cwd: path.join(root, 'apps/web'),
      output: show,
      env: { ...env, PLAYWRIGHT_JSON_OUTPUT_NAME: file },
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
  }
}
