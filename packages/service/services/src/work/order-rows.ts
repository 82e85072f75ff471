import { AssayError, type RowLikelihood, type TableManifest } from '@assay/contracts';
import { similarOrder } from '@assay/stats';
import type { Deps } from '../frame/deps.ts';
import { withTable } from '../sources/version-table.ts';
import { loadTable } from '../tables/load-table.ts';
import { featureColumns } from './batch-likelihoods.ts';

/** Rows that are put beside rows like them: beyond it the order is not worth the time that it takes. */
const MOST_SIMILAR = 100_000;

/** Rows so that those that are alike follow one another: by every column that is no identifier and no free text. */
export async function similarRows(
  deps: Deps,
  manifest: TableManifest,
  rows: readonly number[],
  signal: AbortSignal,
): Promise<number[]> {
  if (rows.length > MOST_SIMILAR) {
    throw new AssayError('too-large', `At most ${MOST_SIMILAR} rows are put beside rows like them.`, {
      kept: 'The batch is kept with its settings.',
      next: 'Make another batch with fewer rows, or in another order.',
    });
  }
  const kept = new Set(rows);
  const table = await withTable(deps, manifest, (reader) =>
    loadTable(reader, { columns: featureColumns(manifest), keep: (row) => kept.has(row), signal }),
  );
  const ascending = [...rows].sort((a, b) => a - b);
  if (table.rows !== ascending.length) return ascending;
  return [...similarOrder(table)].map((at) => ascending[at] as number);
}

/** Rows whose own label a model finds the least likely first; those without a label come last. */
export function suspectsFirst(
  rows: readonly number[],
  likelihoodOf: (row: number) => RowLikelihood | null,
): number[] {
  const own = new Map(rows.map((row) => [row, likelihoodOf(row)?.own ?? Number.POSITIVE_INFINITY]));
  // A stable sort: of equal ones the order stays in which they were drawn.
  return [...rows].sort((a, b) => {
    const [left, right] = [own.get(a) as number, own.get(b) as number];
    return left === right ? 0 : left - right;
  });
}
