import { createStream, drawBlock, type Stream } from '@assay/random';
import { type Column, type Table, tableOf } from '@assay/stats';
import { fidelity } from './fidelity.ts';

export interface BenchResult {
  readonly name: string;
  readonly value: number;
  readonly unit: string;
}

const ROWS = 1_000_000;

/** Fifteen columns as a census has them: four integers, two decimals and nine categories of 2 to 42 levels. */
function census(seed: string): Table {
  const columns: Column[] = [
    ...[73, 16, 99, 20_000].map((span, index): Column => {
      const units = unitsOf(createStream(seed, `integer ${index}`));
      return {
        kind: 'number',
        name: `integer ${index}`,
        scale: 'integer',
        values: units.map((u) => Math.floor(u * u * span)),
      };
    }),
    ...[1, 1000].map((span, index): Column => {
      const units = unitsOf(createStream(seed, `decimal ${index}`));
      return {
        kind: 'number',
        name: `decimal ${index}`,
        scale: 'decimal',
        values: units.map((u) => (u < 0.02 ? Number.NaN : u * span)),
      };
    }),
    ...[2, 2, 5, 6, 7, 9, 15, 16, 42].map((levels, index): Column => {
      const units = unitsOf(createStream(seed, `category ${index}`));
      return {
        kind: 'category',
        name: `category ${index}`,
        levels: Array.from({ length: levels }, (_, level) => `level ${level}`),
        codes: Int32Array.from(units, (u) => Math.floor(u * u * levels)),
      };
    }),
  ];
  return tableOf(columns);
}

function unitsOf(stream: Stream): Float64Array {
  const values = new Float64Array(ROWS);
  const words = new Uint32Array(4);
  for (let row = 0; row < ROWS; row += 1) {
    if (row % 4 === 0) drawBlock(stream, row / 4, 0, 0, words);
    values[row] = words[row % 4]! / 2 ** 32;
  }
  return values;
}

const RUNS = 3;

/** Seconds of the whole of fidelity on two tables of 1,000,000 x 15, exact, on one thread; and whether runs agree. */
export async function fidelityBench(): Promise<BenchResult[]> {
  const real = census('real');
  const synthetic = census('synthetic');
  let others = 0;
  const seconds = (['corrected', 'parity'] as const).map((mode) => {
    let first = '';
    const took = Array.from({ length: RUNS }, (_, run) => {
      const start = performance.now();
      const found = fidelity(real, synthetic, { mode });
      const end = performance.now();
      const text = JSON.stringify(found);
      if (run === 0) first = text;
      else if (text !== first) others += 1;
      return (end - start) / 1000;
    }).sort((a, b) => a - b);
    return {
      name: `fidelity, 105 pairs and 455 triples of 1,000,000 x 15, ${mode}`,
      value: took[RUNS >> 1]!,
      unit: 's',
    };
  });
  return [...seconds, { name: 'fidelity, runs that gave other bytes', value: others, unit: '' }];
}
