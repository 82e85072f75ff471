import type { CategoryColumn, Column, NumberColumn } from '@assay/stats';

/** A number as `(x - mean) / deviation`, 0 when missing, and where fitted rows lack it a term that is 1 when missing. */
export type NumberCoding = {
  readonly kind: 'number';
  readonly name: string;
  readonly mean: number;
  /** The population standard deviation, 1 for a constant. */
  readonly deviation: number;
  readonly missingTerm: boolean;
};

/** A category as one term for each level, and for missing where fitted rows lack it. An unseen level is 0 in all. */
export type CategoryCoding = {
  readonly kind: 'category';
  readonly name: string;
  readonly levels: readonly string[];
  readonly missingTerm: boolean;
};

export type FeatureCoding = NumberCoding | CategoryCoding;

/** How many terms a feature has. */
export function termCount(coding: FeatureCoding): number {
  return (coding.kind === 'number' ? 1 : coding.levels.length) + (coding.missingTerm ? 1 : 0);
}

/** The coding of a column by the given rows. Infinite numbers count as missing. */
export function codingOf(column: Column, rows: Int32Array): FeatureCoding {
  return column.kind === 'number' ? numberCoding(column, rows) : categoryCoding(column, rows);
}

function numberCoding(column: NumberColumn, rows: Int32Array): NumberCoding {
  let count = 0;
  let mean = 0;
  let squares = 0;
  for (const row of rows) {
    const value = column.values[row]!;
    if (!Number.isFinite(value)) continue;
    count += 1;
    const delta = value - mean;
    mean += delta / count;
    squares += delta * (value - mean);
  }
  const deviation = Math.sqrt(squares / Math.max(1, count));
  return {
    kind: 'number',
    name: column.name,
    mean,
    deviation: deviation > 0 && Number.isFinite(deviation) ? deviation : 1,
    missingTerm: count < rows.length,
  };
}

function categoryCoding(column: CategoryColumn, rows: Int32Array): CategoryCoding {
  const seen = new Uint8Array(column.levels.length);
  let missing = false;
  for (const row of rows) {
    const code = column.codes[row]!;
    if (code < 0) missing = true;
    else seen[code] = 1;
  }
  const levels = column.levels.filter((_, code) => seen[code] === 1);
  return { kind: 'category', name: column.name, levels, missingTerm: missing };
}
