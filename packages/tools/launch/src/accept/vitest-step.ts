import { runVitest } from '../run-vitest.ts';
import type { Step } from './acceptance-line.ts';

/**
 * Runs test files. They prove their part when all of them ran, none failed, and for each of `wanted` at least one
 * test whose full name begins with it passed: a suite that is gone or skipped must not pass unseen. `soak` runs them
 * at their full size.
 */
export async function vitestStep(
  project: 'unit' | 'integration',
  files: readonly string[],
  wanted: readonly string[] = [],
  { soak = false }: { soak?: boolean } = {},
): Promise<Step> {
  const run = await runVitest({ project, files, ...(soak ? { env: { ASSAY_SOAK: '1' } } : {}) });
  const missing = [
    ...files.filter((file) => !run.files.some((name) => name.replaceAll('\\', '/').includes(file))),
    ...wanted.filter((start) => !run.names.some((name) => name.startsWith(start))),
  ];
  const counted = `${run.passed} passed, ${run.failed} failed`;
  return {
    command: `${soak ? 'ASSAY_SOAK=1 ' : ''}vitest run --project ${project} ${files.join(' ')}`,
    printed: missing.length === 0 ? counted : `${counted}; did not run: ${missing.join(', ')}`,
    passed: run.passed > 0 && run.failed === 0 && missing.length === 0,
    output: run.output,
  };
}
