import { createColumnScanner } from './finder/column-scanner.ts';
import { findInText } from './finder/find-in-text.ts';
import { devColumns } from './finder/fixtures/dev-columns.ts';
import { devTexts } from './finder/fixtures/dev-texts.ts';
import { drawer, fill, pick } from './finder/fixtures/draw.ts';
import * as lists from './finder/fixtures/lists.ts';

export interface BenchResult {
  readonly name: string;
  readonly value: number;
  readonly unit: string;
}

const ROWS = 20_000;
const CHUNK = 2048;

/** Fifteen columns as a customer table has them: identifiers, names, contact, dates, numbers, categories, a note. */
function table(): { name: string; values: string[] }[] {
  const draw = drawer(7);
  const texts = devTexts.map((item) => item.text);
  const makers: readonly (readonly [string, (row: number) => string])[] = [
    ['customer_id', (row) => String(100_000 + row)],
    ['first_name', () => pick(draw, lists.given)],
    ['last_name', () => pick(draw, lists.family)],
    ['email', (row) => `${fill(draw, '&&&&&&')}${row}@${pick(draw, lists.hosts)}`],
    ['phone', () => fill(draw, '+1 4## 555-####')],
    [
      'address',
      () => `${fill(draw, '%##')} ${pick(draw, lists.englishStreets)} ${pick(draw, lists.streetTypes)}`,
    ],
    ['city', () => pick(draw, lists.cities)],
    ['zip', () => fill(draw, '%####')],
    ['birth_date', () => fill(draw, '19##-0%-1#')],
    ['created_at', () => fill(draw, '202#-0%-1#T1#:##:##Z')],
    ['amount', () => fill(draw, '%##.##')],
    ['score', () => fill(draw, '0.########')],
    ['status', () => pick(draw, ['active', 'closed', 'pending'])],
    ['product', () => pick(draw, lists.products)],
    ['note', () => pick(draw, texts)],
  ];
  return makers.map(([name, make]) => ({
    name,
    values: Array.from({ length: ROWS }, (_, row) => make(row)),
  }));
}

function bytesOf(values: readonly string[]): number {
  let bytes = 0;
  for (const value of values) bytes += value.length + 1;
  return bytes;
}

/** Megabytes per second of the finder on one core: a 15-column table value by value, and running texts. */
export async function finderBench(): Promise<BenchResult[]> {
  const columns = table();
  const run = () => {
    const start = performance.now();
    for (const { name, values } of columns) {
      const scanner = createColumnScanner(name);
      for (let at = 0; at < values.length; at += CHUNK) scanner.add(values.slice(at, at + CHUNK));
      scanner.finish();
    }
    return performance.now() - start;
  };
  run();
  const bytes = columns.reduce((sum, column) => sum + bytesOf(column.values), 0);
  const columnTime = Math.min(run(), run());

  const texts = devTexts
    .map((item) => item.text)
    .concat(devColumns.flatMap((c) => c.values.filter((value) => value !== null)));
  const textBytes = bytesOf(texts);
  const read = () => {
    const start = performance.now();
    for (let round = 0; round < 5; round++) for (const text of texts) findInText(text);
    return performance.now() - start;
  };
  read();
  const textTime = Math.min(read(), read());
  return [
    { name: 'finder: 15-column table, every value', value: bytes / 1000 / columnTime, unit: 'MB/s' },
    { name: 'finder: texts', value: (5 * textBytes) / 1000 / textTime, unit: 'MB/s' },
  ];
}
