import type { ColumnDrift } from '@assay/contracts';

export type DriftBand = 'little' | 'some' | 'much' | 'none';

/** Customary limits of the population stability index (Siddiqi 2006). */
const SOME = 0.1;
const MUCH = 0.25;

/** How much a column drifted, in a word; `none` where the index is not defined. */
export function driftBand(column: Pick<ColumnDrift, 'psi'>): DriftBand {
  if (column.psi === null) return 'none';
  return column.psi < SOME ? 'little' : column.psi < MUCH ? 'some' : 'much';
}
