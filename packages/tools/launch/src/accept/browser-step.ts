import { runBrowserTests } from '../browser-tests.ts';
import type { Step } from './acceptance-line.ts';

/** Runs browser tests of apps/web/e2e against an installation of their own. */
export async function browserStep(files: readonly string[]): Promise<Step> {
  const { passed, failed, output } = await runBrowserTests(files, 'capture');
  return {
    command: `playwright test ${files.join(' ')}`,
    printed: `${passed} passed, ${failed} failed`,
    passed: passed > 0 && failed === 0,
    output,
  };
}
