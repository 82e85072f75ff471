import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { ColumnSpec, GateResult, Report } from '@assay/contracts';
import { DEFAULT_POLICIES } from '@assay/domain';
import { replaceCells } from '@assay/privacy/testing';
import { createStream, drawInteger, shuffled } from '@assay/random';
import { loadTable } from '@assay/services/load-table';
import {
  assembleReport,
  computeStage,
  prepareTables,
  REPORT_STAGES,
  type ReportParts,
} from '@assay/services/reports';
import { type Column, findColumn, stackTables, type Table, tableOf, takeRows } from '@assay/stats';
import { independentGenerator, treeGenerator } from '@assay/synthesis';
import { tempDirectory } from '@assay/testkit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openTableFile } from '../tables/open-table-file.ts';

/**
 * Known answers: what must be green is green and what must be red is red, on wildlife strikes (vega-datasets 3.2.1,
 * 10,000 rows of 14 columns). Half of the rows stand for the real ones, half have not been seen.
 */
const folder = tempDirectory();
const TARGET = 'Effect Amount of damage';
let columns: ColumnSpec[];
let real: Table;
let unseen: Table;

beforeAll(async () => {
  const data = dirname(createRequire(import.meta.url).resolve('vega-datasets'));
  const file = await openTableFile({
    path: join(data, '..', 'data', 'birdstrikes.csv'),
    dialect: undefined,
    folder: folder.path,
    signal: new AbortController().signal,
    tell: () => {},
    correct: (found) =>
      found.map((column) =>
        column.type === 'text' || column.type === 'identifier'
          ? { ...column, type: 'category', role: 'feature' }
          : column,
      ),
  });
  const table = await loadTable(file.reader);
  columns = file.manifest.columns;
  await file.reader.close();
  const order = shuffled(createStream('controls', 'halves'), [...Array(table.rows).keys()]);
  real = takeRows(table, order.slice(0, table.rows / 2));
  unseen = takeRows(table, order.slice(table.rows / 2));
});
afterAll(() => folder.remove());

const control = { throwIfAborted: () => {}, progress: () => {} };

function tablesOf(synthetic: Table, against: Table) {
  const side = (name: string, table: Table) => ({
    table,
    input: { name, rows: table.rows, columns: table.columns.length, sha256: '0'.repeat(64) },
  });
  return prepareTables({
    real: side('real', real),
    synthetic: side('synthetic', synthetic),
    unseen: side('unseen', against),
    columns,
    question: {
      target: TARGET,
      favourable: ['None'],
      sensitive: ['Time of day'],
      quasiIdentifiers: ['Origin State', 'Aircraft Airline Operator', 'Flight Date'],
      seed: 'controls',
    },
  });
}

function reportOn(synthetic: Table, against = unseen): Report {
  const tables = tablesOf(synthetic, against);
  const parts = Object.fromEntries(
    REPORT_STAGES.map((stage) => [stage, computeStage(stage, tables, control)]),
  ) as ReportParts;
  return assembleReport(tables, parts, DEFAULT_POLICIES.balanced);
}

const gate = (report: Report, metric: string): GateResult => {
  const found = report.gates.find((each) => each.metric === metric);
  if (found === undefined) throw new Error(`no gate ${metric}`);
  return found;
};
const status = (report: Report, metric: string) => gate(report, metric).status;
const wrong = (report: Report) =>
  report.gates.filter((each) => each.blocking && (each.status === 'red' || each.status === 'failed'));

function withColumn(table: Table, name: string, change: (column: Column) => Column): Table {
  return tableOf(table.columns.map((column) => (column.name === name ? change(column) : column)));
}

// Each test computes a whole report or two: ten seconds on a quiet machine.
describe('controls of a report', { timeout: 300_000 }, () => {
  it('finds nothing wrong with unseen real rows', () => {
    const half = unseen.rows / 2;
    const rows = [...Array(unseen.rows).keys()];
    const report = reportOn(takeRows(unseen, rows.slice(0, half)), takeRows(unseen, rows.slice(half)));
    expect(wrong(report)).toEqual([]);
    expect(report.gates.filter((each) => each.status !== 'green')).toEqual([]);
    expect(report.verdict).toBe('passed');
  });

  it('finds a bootstrap of the fit rows red on privacy, however lifelike it is', () => {
    const stream = createStream('controls', 'bootstrap');
    const drawn = Int32Array.from({ length: real.rows }, (_, row) => drawInteger(stream, row, real.rows));
    const report = reportOn(takeRows(real, drawn));
    expect(status(report, 'privacy.excess-copies')).toBe('red');
    expect(status(report, 'privacy.dcr-share')).toBe('red');
    expect(status(report, 'trends.excess')).toBe('green');
    expect(report.verdict).toBe('failed');
  });

  it('finds independent columns red on trends, detection and usefulness', () => {
    const model = independentGenerator.fit({
      table: real,
      plan: real.columns.map(({ name }) => ({ name, make: 'model' as const })),
      settings: independentGenerator.defaults,
      seed: 'controls',
    });
    const report = reportOn(independentGenerator.sample(model, { seed: 'controls', from: 0, to: real.rows }));
    expect(status(report, 'shapes.error')).toBe('green');
    expect(status(report, 'trends.excess')).toBe('red');
    expect(status(report, 'detection.auc')).toBe('red');
    expect(report.detection.auc).toBeGreaterThan(0.9);
    expect(status(report, 'utility.loss')).toBe('red');
  });

  it('orders cells replaced by 10, 30, 50 and 90%, strictly by nearness and weakly by copies', () => {
    const measured = [0.1, 0.3, 0.5, 0.9].map((share) => {
      const { dcrShare, distances, exactCopies } = computeStage(
        'privacy',
        tablesOf(replaceCells(real, share, 1), unseen),
        control,
      );
      return { share: dcrShare.value, median: distances?.synthetic[3], copies: exactCopies.count };
    });
    for (const [step, next] of measured.slice(1).entries()) {
      const before = measured[step];
      expect(next.share).toBeLessThan(before?.share ?? 0);
      expect(next.median).toBeGreaterThan(before?.median ?? 1);
      expect(next.copies).toBeLessThanOrEqual(before?.copies ?? 0);
    }
    expect(measured[0]?.share).toBeGreaterThan(0.8);
    expect(measured[3]?.share).toBeLessThan(0.55);
  });

  it('finds one planted copy in a hundred rows', () => {
    const model = treeGenerator.fit({
      table: real,
      plan: real.columns.map(({ name }) => ({ name, make: 'model' as const })),
      settings: { ...treeGenerator.defaults, target: TARGET },
      seed: 'controls',
    });
    const honest = treeGenerator.sample(model, { seed: 'controls', from: 0, to: real.rows });
    const copies = Int32Array.from({ length: real.rows / 100 }, (_, at) => at * 7);
    const kept = Int32Array.from({ length: real.rows - copies.length }, (_, row) => row);
    const planted = reportOn(stackTables([takeRows(honest, kept), takeRows(real, copies)]));
    expect(planted.privacy.exactCopies.count).toBeGreaterThanOrEqual(copies.length);
    expect(status(planted, 'privacy.excess-copies')).toBe('red');
    expect(status(reportOn(honest), 'privacy.excess-copies')).toBe('green');
  });

  it('names the column whose numbers moved by five standard deviations', () => {
    const name = 'Speed IAS in knots';
    const moved = withColumn(unseen, name, (column) => {
      if (column.kind !== 'number') throw new Error(`${name} is no number`);
      const known = column.values.filter((value) => !Number.isNaN(value));
      const mean = known.reduce((sum, value) => sum + value, 0) / known.length;
      const sd = Math.sqrt(known.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (known.length - 1));
      return { ...column, values: column.values.map((value) => value + 5 * sd) };
    });
    const report = reportOn(moved);
    expect(gate(report, 'shapes.column-excess')).toMatchObject({ status: 'red', slice: { of: name } });
    expect(gate(report, 'validity.column')).toMatchObject({ status: 'red', slice: { of: name } });
  });

  it('names the class that was dropped', () => {
    const target = findColumn(unseen, TARGET);
    if (target?.kind !== 'category') throw new Error('the target is no category');
    const gone = target.levels.indexOf('Substantial');
    const rows = [...target.codes.keys()].filter((row) => target.codes[row] !== gone);
    const report = reportOn(takeRows(unseen, rows));
    expect(gate(report, 'coverage.lost-category')).toMatchObject({
      status: 'red',
      slice: { of: `${TARGET} = Substantial` },
    });
  });

  it('finds labels that were swapped', () => {
    const swapped = withColumn(unseen, TARGET, (column) => {
      if (column.kind !== 'category') throw new Error('the target is no category');
      const [a, b] = [column.levels.indexOf('None'), column.levels.indexOf('Minor')];
      return {
        ...column,
        codes: column.codes.map((code) => (code === a ? b : code === b ? a : code)),
      };
    });
    const report = reportOn(swapped);
    expect(status(report, 'utility.class-recall-loss')).toBe('red');
    expect(gate(report, 'shapes.column-excess')).toMatchObject({ status: 'red', slice: { of: TARGET } });
  });
});
