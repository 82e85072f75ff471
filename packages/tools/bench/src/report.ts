import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Figure } from './figure.ts';
import { judgedText } from './read-tables.ts';

const CLI = fileURLToPath(new URL('../../../../apps/cli/src/main.ts', import.meta.url));
const SEEDS = ['1', '2', '3'];

/**
 * Seconds of a whole report as a person gets it from the command line: three files in, a verdict, the document and
 * the page out. Trees of the rows to fit are the synthetic ones; rows that were not seen are the holdout.
 */
export async function reportBench({ adult }: { adult: string | undefined }): Promise<Figure[]> {
  const given = judgedText(adult);
  const folder = mkdtempSync(path.join(tmpdir(), 'assay-bench-'));
  try {
    const file = (name: string) => path.join(folder, name);
    writeFileSync(file('fit.csv'), given.fit);
    writeFileSync(file('unseen.csv'), given.unseen);
    const rows = String(given.fit.trimEnd().split('\n').length - 1);
    const took: number[] = [];
    for (const seed of SEEDS) {
      const made = ['--input', file('fit.csv'), '--output', file('made.csv'), '--rows', rows];
      await assay(['synthesize', ...made, '--method', 'tree', '--target', given.target, '--seed', seed]);
      const start = performance.now();
      await assay([
        ...['validate', '--real', file('fit.csv'), '--synthetic', file('made.csv')],
        ...['--holdout', file('unseen.csv'), '--target', given.target, '--favourable', given.positive],
        ...['--sensitive', given.sensitive, '--quasi', given.quasi, '--seed', seed],
        ...['--json', file('report.json'), '--html', file('report.html')],
      ]);
      took.push((performance.now() - start) / 1000);
      rmSync(file('made.csv'));
    }
    took.sort((a, b) => a - b);
    return [
      { name: `whole report on ${given.table}, median of 3 seeds`, value: took[1] ?? 0, unit: 's' },
      { name: `whole report on ${given.table}, slowest of 3 seeds`, value: took[2] ?? 0, unit: 's' },
    ];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Runs the command line. A report that judges something red ends with 1 and is a report all the same. */
function assay(args: readonly string[]): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [...process.execArgv, CLI, ...args], {
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    let said = '';
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      said += text;
    });
    child.once('error', reject);
    child.once('close', (code) => {
      if (code === 0 || (code === 1 && args[0] === 'validate')) resolve();
      else reject(new Error(`assay ${args.join(' ')} ended with ${code}: ${said.trim()}`));
    });
  });
}
