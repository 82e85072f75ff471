import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { fidelity } from '@assay/fidelity';
import { compareWithSdmetrics, type SdmetricsValues } from '@assay/fidelity/testing';
import { type Column, categoryColumn, type Table, tableOf } from '@assay/stats';
import type { Step } from '../acceptance-line.ts';

const TOLERANCE = 1e-9;
/** The entries of the expected values that have to be equal; others of the file are of other packages. */
const NAMED =
  /^(quality_all_pairs|quality_default_thresholds|diagnostic)$|coverage|^missing_value|^statistic_/;
/** What a column is to SDMetrics shows in the metric that it chose for it. */
type Kind = 'number' | 'category' | 'key';

/**
 * Compares what SDMetrics printed for a pair of tables with ours, value by value. It passes when every number among
 * the named entries of the file was compared and none differs by more than 1e-9.
 */
export async function comparePair(folder: string): Promise<Step> {
  const command = `compare ${folder} with SDMetrics`;
  const name = await pairIn(folder);
  const read = (end: string) => readFile(path.join(folder, `${name}-${end}`), 'utf8');
  const expected = JSON.parse(await read('expected.json')) as SdmetricsValues;
  const kinds = kindsOf(expected);
  const [real, synthetic] = [
    tableOfText(await read('real.csv'), kinds),
    tableOfText(await read('synthetic.csv'), kinds),
  ];
  const keys = [...kinds].flatMap(([column, kind]) => (kind === 'key' ? [column] : []));
  const compared = compareWithSdmetrics(fidelity(real, synthetic, { mode: 'parity', keys }), expected);
  const there = Object.entries(expected).filter(([entry]) => NAMED.test(entry));
  const numbers = there.reduce((sum, [, value]) => sum + countNumbers(value), 0);
  const values = compared.filter(({ both }) => both).length;
  const differing = compared.filter(({ difference }) => !(difference <= TOLERANCE));
  const largest = compared.reduce((most, { difference }) => Math.max(most, difference), 0);
  const missed = values < numbers ? `; ${numbers - values} of ${numbers} numbers were not compared` : '';
  return {
    command,
    printed: `${name}: ${values} values compared, largest difference ${largest.toExponential(1)}, ${differing.length} above ${TOLERANCE}${missed}`,
    passed: values > 0 && values === numbers && differing.length === 0,
    output: differing.map(({ entry, difference }) => `${entry}: differs by ${difference}`).join('\n'),
  };
}

async function pairIn(folder: string): Promise<string> {
  const names = (await readdir(folder)).flatMap((file) => /^(.+)-expected\.json$/.exec(file)?.[1] ?? []);
  if (names.length !== 1 || names[0] === undefined)
    throw new Error(`${folder} holds ${names.length} files NAME-expected.json, and one is needed.`);
  return names[0];
}

function kindsOf(expected: SdmetricsValues): Map<string, Kind> {
  const kinds: Readonly<Record<string, Kind>> = {
    BoundaryAdherence: 'number',
    CategoryAdherence: 'category',
    KeyUniqueness: 'key',
  };
  return new Map(
    expected.diagnostic.validity.map((row) => {
      const kind = kinds[String(row.Metric)];
      if (kind === undefined) throw new Error(`${row.Column}: the metric ${row.Metric} is not known.`);
      return [String(row.Column), kind];
    }),
  );
}

/** A table from comma-separated lines; numbers and ISO dates where SDMetrics took the column for numeric. */
function tableOfText(text: string, kinds: ReadonlyMap<string, Kind>): Table {
  if (text.includes('"')) throw new Error('The tables of a pair are read without quotes.');
  const [names = [], ...rows] = text
    .trim()
    .split(/\r?\n/)
    .map((line) => line.split(','));
  return tableOf(
    names.map((name, at): Column => {
      const texts = rows.map((row) => row[at] || null);
      if (kinds.get(name) !== 'number') return categoryColumn(name, texts);
      const isDate = texts.some((cell) => cell !== null && /^\d{4}-\d{2}-\d{2}/.test(cell));
      const numberOf = (cell: string) => (isDate ? Date.parse(cell) : Number(cell));
      const values = Float64Array.from(texts, (cell) => (cell === null ? Number.NaN : numberOf(cell)));
      const unread = texts.find((cell, row) => cell !== null && Number.isNaN(values[row]));
      if (unread !== undefined) throw new Error(`${name}: "${unread}" is no number.`);
      return { kind: 'number', name, scale: isDate ? 'datetime' : 'decimal', values };
    }),
  );
}

function countNumbers(value: unknown): number {
  if (typeof value === 'number') return 1;
  if (typeof value !== 'object' || value === null) return 0;
  return Object.values(value).reduce((sum: number, each) => sum + countNumbers(each), 0);
}
