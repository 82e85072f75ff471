import type { Table } from '@assay/stats';
import { classSizes, type EquivalenceClasses, equivalenceClasses } from './equivalence-classes.ts';

/** Per class of quasi-identifiers, how many rows have each sensitive value that occurs in it. */
export type SensitiveCounts = {
  readonly perClass: readonly ReadonlyMap<number, number>[];
  /** Rows by sensitive value in the whole table, and the value of each code as it was first met. */
  readonly overall: Int32Array;
  readonly firstRow: Int32Array;
};

/**
 * Counts of sensitive values by class, missing as a value of its own. With `linkedTo`, only classes that a row of that
 * table is in are kept: what somebody can look up who links it.
 */
export function sensitiveCounts(
  table: Table,
  quasi: readonly string[],
  sensitive: string,
  linkedTo?: Table,
): SensitiveCounts {
  const groups = equivalenceClasses(linkedTo === undefined ? [table] : [table, linkedTo], quasi);
  const values = equivalenceClasses([table], [sensitive]);
  const wanted = linkedTo === undefined ? undefined : classSizes(groups, 1);
  const perClass = Array.from({ length: groups.classes }, () => new Map<number, number>());
  const group = groups.classOf[0]!;
  const value = values.classOf[0]!;
  for (let row = 0; row < table.rows; row += 1) {
    if (wanted !== undefined && wanted[group[row]!] === 0) continue;
    const counts = perClass[group[row]!]!;
    counts.set(value[row]!, (counts.get(value[row]!) ?? 0) + 1);
  }
  return {
    perClass: perClass.filter((counts) => counts.size > 0),
    overall: classSizes(values),
    firstRow: firstRows(values),
  };
}

function firstRows(values: EquivalenceClasses): Int32Array {
  const first = new Int32Array(values.classes).fill(-1);
  for (const [row, code] of values.classOf[0]!.entries()) if (first[code]! < 0) first[code] = row;
  return first;
}
