import type { BatchSelection } from '@assay/contracts';
import { createStream, drawSubset, shuffled } from '@assay/random';
import type { TableReader } from '@assay/tables';

/**
 * Rows of a run that a selection takes, in the order in which they are served. The same selection of the same rows is
 * the same list, and a smaller size of the same seed is a part of a larger one.
 *
 * @param among the only rows that may be taken; null for all
 */
export async function chooseRows(
  reader: TableReader,
  selection: BatchSelection,
  signal: AbortSignal,
  among: ReadonlySet<number> | null = null,
): Promise<number[]> {
  const { quota, where } = selection;
  const groups = new Map<string, number[]>();
  const columns = quota === null ? [] : [quota.column];
  for await (const batch of reader.scan({ columns, predicate: where, exact: true }, signal)) {
    const values = batch.columns[0]?.values;
    for (const [i, row] of batch.rowNumbers.entries()) {
      if (among !== null && !among.has(row)) continue;
      const value = values?.[i] ?? null;
      const key = value === null || Number.isNaN(value) ? 'missing' : `is ${value}`;
      const group = groups.get(key);
      if (group === undefined) groups.set(key, [row]);
      else group.push(row);
    }
  }
  const rows: number[] = [];
  for (const [key, group] of groups) {
    const size = quota?.each ?? selection.size ?? group.length;
    for (const at of drawSubset(createStream(selection.seed, `batch of ${key}`), group.length, size)) {
      rows.push(group[at] as number);
    }
  }
  rows.sort((a, b) => a - b);
  return selection.order === 'row' ? rows : shuffled(createStream(selection.seed, 'batch order'), rows);
}
