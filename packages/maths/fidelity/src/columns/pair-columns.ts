import {
  alignLevels,
  type CategoryCodes,
  type Column,
  type NumberColumn,
  type Reason,
  type Table,
} from '@assay/stats';

/** Numbers of one column in both tables. Absent is NaN; infinities count as absent wherever a number is needed. */
export type NumberPair = {
  readonly kind: 'number';
  readonly name: string;
  readonly scale: NumberColumn['scale'];
  readonly real: Float64Array;
  readonly synthetic: Float64Array;
};

/** Categories of one column in both tables, coded over one list of levels; -1 is missing. */
export type CategoryPair = {
  readonly kind: 'category';
  readonly name: string;
  readonly levels: readonly string[];
  readonly real: CategoryCodes;
  readonly synthetic: CategoryCodes;
};

/** A column that cannot be compared, and why. It stays in every list, so that losing a column is seen. */
export type UnmatchedPair = { readonly kind: 'unmatched'; readonly name: string; readonly reason: Reason };

export type ColumnPair = NumberPair | CategoryPair | UnmatchedPair;

/**
 * The columns of two tables side by side, in the order of the real one, then what only the synthetic one has.
 * One at a time, so that a wide table is not aligned all at once. A column that one lacks is unmatched ('no-such-column'), as is one of another kind ('kind-mismatch').
 */
export function* pairColumns(real: Table, synthetic: Table): Generator<ColumnPair> {
  const others = new Map(synthetic.columns.map((column) => [column.name, column]));
  for (const column of real.columns) {
    yield pairOf(column, others.get(column.name));
    others.delete(column.name);
  }
  for (const name of others.keys()) yield { kind: 'unmatched', name, reason: 'no-such-column' };
}

function pairOf(real: Column, synthetic: Column | undefined): ColumnPair {
  const { name } = real;
  if (synthetic === undefined) return { kind: 'unmatched', name, reason: 'no-such-column' };
  if (real.kind === 'number' && synthetic.kind === 'number') {
    if ((real.scale === 'datetime') !== (synthetic.scale === 'datetime'))
      return { kind: 'unmatched', name, reason: 'kind-mismatch' };
    return {
      kind: 'number',
      name,
      scale: real.scale,
      real: real.values,
      synthetic: synthetic.values,
    };
  }
  if (real.kind === 'category' && synthetic.kind === 'category') {
    const [left, right] = alignLevels([real, synthetic]);
    return { kind: 'category', name, levels: left!.levels, real: left!.codes, synthetic: right!.codes };
  }
  return { kind: 'unmatched', name, reason: 'kind-mismatch' };
}
