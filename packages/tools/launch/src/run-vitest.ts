import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { root } from './root.ts';
import { runNode, toolFile } from './run-node.ts';

/** The part of vitest's JSON report that is read here. */
type Report = {
  numPassedTests: number;
  numFailedTests: number;
  testResults: {
    name: string;
    startTime: number;
    endTime: number;
    assertionResults: { fullName: string; status: string }[];
  }[];
};

export type VitestRun = {
  passed: number;
  failed: number;
  output: string;
  /** The files and the full names of the tests that passed. */
  files: readonly string[];
  names: readonly string[];
  /** The files that took longest, with how long they took, in milliseconds. */
  slowest: readonly { file: string; ms: number }[];
};

/** How many of the slowest files are told. */
const MOST_SLOW = 8;

function slowestOf({ testResults }: Report): VitestRun['slowest'] {
  return testResults
    .map(({ name, startTime, endTime }) => ({ file: path.relative(root, name), ms: endTime - startTime }))
    .sort((a, b) => b.ms - a.ms)
    .slice(0, MOST_SLOW);
}

/** Runs one vitest project, or some files of it, counted from its JSON report. A suite that cannot be loaded is a failure too. */
export async function runVitest(options: {
  project: 'unit' | 'integration';
  files?: readonly string[];
  env?: Readonly<Record<string, string>>;
}): Promise<VitestRun> {
  const { project, files = [], env = {} } = options;
  const folder = await mkdtemp(path.join(tmpdir(), 'assay-vitest-'));
  const file = path.join(folder, 'report.json');
  try {
    const { code, output } = await runNode({
      script: toolFile('.', 'vitest/vitest.mjs'),
      args: [
        'run',
        '--project',
        project,
        '--reporter=default',
        '--reporter=json',
        `--outputFile.json=${file}`,
        // At 100 times the size a test may take minutes.
        ...((env.ASSAY_SOAK ?? process.env.ASSAY_SOAK) === '1' ? ['--testTimeout=3600000'] : []),
        ...files,
      ],
      env: { NO_COLOR: '1', ...env },
    });
    const report = JSON.parse(await readFile(file, 'utf8')) as Report;
    const failed = report.numFailedTests + (code !== 0 && report.numFailedTests === 0 ? 1 : 0);
    return {
      passed: report.numPassedTests,
      failed,
      output,
      slowest: slowestOf(report),
      files: report.testResults.map((each) => each.name),
      names: report.testResults.flatMap((each) =>
        each.assertionResults.filter((test) => test.status === 'passed').map((test) => test.fullName),
      ),
    };
  } catch (error) {
    return { passed: 0, failed: 1, output: String(error), files: [], names: [], slowest: [] };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
