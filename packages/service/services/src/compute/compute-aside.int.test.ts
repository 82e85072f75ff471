import { type ColumnSpec, type PhysicalType, recipe } from '@assay/contracts';
import { categoryColumn, tableOf } from '@assay/stats';
import { expect, test } from 'vitest';
import { computeAside } from './compute-aside.ts';

const ROWS = 400;
const table = tableOf([
  {
    kind: 'number',
    name: 'age',
    scale: 'integer',
    values: Float64Array.from({ length: ROWS }, (_, row) => 20 + (row % 40)),
  },
  categoryColumn(
    'sex',
    Array.from({ length: ROWS }, (_, row) => (row % 3 === 0 ? 'F' : 'M')),
  ),
]);
const spec = (index: number, name: string, physical: PhysicalType): ColumnSpec => ({
  index,
  name,
  sourceName: name,
  type: 'category',
  physical,
  role: 'feature',
  parse: {
    decimalSeparator: '.',
    thousandsSeparator: null,
    datetimeFormats: [],
    trueValues: [],
    falseValues: [],
  },
  label: name,
  unit: null,
  meaning: null,
  allowedValues: null,
});
const fit = (name: string) => ({
  kind: 'fit' as const,
  request: {
    recipe: recipe.parse({ type: 'assay.recipe', version: 1, method: 'tree', sourceId: null, leaf: 20 }),
    planned: [
      { plan: { name, make: 'model' as const }, spec: spec(0, name, 'BIGINT') },
      { plan: { name: 'sex', make: 'model' as const }, spec: spec(1, 'sex', 'VARCHAR') },
    ],
    table,
    seed: 'one',
  },
});
const quiet = () => ({ signal: new AbortController().signal, progress: () => undefined });

test('a thread leaves what the same work leaves here', async () => {
  expect(await computeAside(fit('age'), quiet(), 0)).toEqual(await computeAside(fit('age'), quiet()));
}, 60_000);

test('what the work throws is thrown here, of its class', async () => {
  await expect(computeAside(fit('wage'), quiet(), 0)).rejects.toBeInstanceOf(RangeError);
}, 60_000);

test('a stop ends the thread with its reason', async () => {
  const stop = new AbortController();
  const work = computeAside(fit('age'), { signal: stop.signal, progress: () => undefined }, 0);
  stop.abort(new Error('enough'));
  await expect(work).rejects.toThrow('enough');
});
