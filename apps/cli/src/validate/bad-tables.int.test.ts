import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Report, report } from '@assay/contracts';
import { tempDirectory } from '@assay/testkit';
import { afterAll, describe, expect, it } from 'vitest';
import { startAssay } from '../run-assay.testing.ts';

const folder = tempDirectory();
const temp = tempDirectory();
const cwd = folder.path;
afterAll(() => {
  folder.remove();
  temp.remove();
});

function write(
  name: string,
  header: readonly string[],
  rows: number,
  cell: (column: number, row: number) => string,
) {
  const lines = Array.from({ length: rows }, (_, row) =>
    header.map((_, column) => cell(column, row)).join(','),
  );
  writeFileSync(join(cwd, `${name}.csv`), `${[header.join(','), ...lines].join('\n')}\n`);
}

const assay = (...args: string[]) => startAssay(args, { cwd, temp: temp.path }).ended;

/** Makes rows like those of a file and reports on them; a row that says nothing is no reason to fall over. */
async function madeAndJudged(name: string, rows: number, ...flags: string[]): Promise<Report> {
  const made = await assay(
    ...['synthesize', '--input', `${name}.csv`, '--output', `${name}-made.csv`],
    ...['--rows', String(rows), '--method', 'tree', '--seed', '1', ...flags],
  );
  expect([made.code, made.err.split('\n').at(-2)]).toEqual([0, expect.stringContaining('Learnt')]);
  expect(
    readFileSync(join(cwd, `${name}-made.csv`), 'utf8')
      .trimEnd()
      .split('\n'),
  ).toHaveLength(rows + 1);
  return judged(`${name}.csv`, `${name}-made.csv`, ...flags);
}

async function judged(real: string, synthetic: string, ...flags: string[]): Promise<Report> {
  const { code, out, err } = await assay(
    ...['validate', '--real', real, '--synthetic', synthetic, '--json', '-', ...flags],
  );
  expect([0, 1], err).toContain(code);
  return report.parse(JSON.parse(out));
}

describe('tables that say little', { timeout: 300_000 }, () => {
  it('makes and judges rows of two', async () => {
    write('two', ['a', 'b', 'c'], 2, (column, row) => String(column + row));
    const { inputs, detection } = await madeAndJudged('two', 20);
    expect(inputs.real.rows).toBe(2);
    expect(detection).toMatchObject({ auc: null, reason: 'too-few' });
  });

  it('makes and judges one column', async () => {
    write('one', ['a'], 60, (_, row) => String((row * 7) % 50));
    const { fidelity } = await madeAndJudged('one', 60);
    expect(fidelity.shapes.score).not.toBeNull();
    expect(fidelity.trends).toMatchObject({ score: null, reason: 'empty', compared: 0, pairs: [] });
    expect(fidelity.threeWay).toMatchObject({ score: null, reason: 'too-few' });
  });

  it('makes rows of a target with one class, and says why nothing can be learnt of it', async () => {
    const cell = (column: number, row: number) => (column === 1 ? 'same' : String((row * (column + 3)) % 41));
    write('class', ['a', 'b', 'c'], 80, cell);
    write('class-unseen', ['a', 'b', 'c'], 80, (column, row) => cell(column, row + 1000));
    const made = await madeAndJudged('class', 80, '--target', 'b');
    expect(made.utility).toMatchObject({ reason: 'no-unseen-rows' });
    const found = await judged(
      'class.csv',
      'class-made.csv',
      '--target',
      'b',
      '--holdout',
      'class-unseen.csv',
    );
    expect(found.utility).toMatchObject({ reason: 'one-class', tstr: { rocAuc: null } });
    expect(found.gates.find((gate) => gate.metric.startsWith('utility'))?.status).not.toBe('green');
  });
});
