import { runBrowserTests } from '../browser-tests.ts';
import type { Step } from './acceptance-line.ts';

/**
 * Runs browser tests of apps/web/e2e against an installation of their own. They prove their part when each of the
 * files ran and none of their tests failed: a file that is gone or empty must not pass unseen.
 */
export async function browserStep(files: readonly string[]): Promise<Step> {
  const { passed, failed, output, files: ran } = await runBrowserTests(files, 'capture');
  const missing = files.filter((file) => !ran.includes(file));
  const counted = `${passed} passed, ${failed} failed`;
  return {
    command: `playwright test ${files.join(' ')}`,
    printed: missing.length === 0 ? counted : `${counted}; did not run: ${missing.join(', ')}`,
    passed: passed > 0 && failed === 0 && missing.length === 0,
    output,
  };
}
