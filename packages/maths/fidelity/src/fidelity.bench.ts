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

/** Seconds of the whole of fidelity on two tables of 1,000,000 x 15, exact, on one thread. */
export async function fidelityBench(): Promise<BenchResult[]> {
  const real = census('real');
  const synthetic = census('synthetic');
  return (['corrected', 'parity'] as const).map((mode) => {
    const start = performance.now();
    fidelity(real, synthetic, { mode });
    return {
      name: `fidelity, 105 pairs and 455 triples of 1,000,000 x 15, ${mode}`,
      value: (performance.now() - start) / 1000,
      unit: 's',
    };
  });
}
