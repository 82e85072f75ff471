import { defined, type Result, undefinedBecause } from '@assay/stats';

/** A group's value per group column, in the cube's order; null is a missing value and a group of its own. */
export type GroupValues = readonly (string | null)[];

/** One cell: how many rows have these group values, this outcome and this stratum. */
export type CubeCell = {
  readonly group: GroupValues;
  readonly outcome: string | null;
  readonly stratum: string | null;
  readonly count: number;
};

/**
 * Integer counts of rows by group columns, outcome and stratum, as one `GROUP BY` gives them: all that this
 * package reads, so that a million rows cost as much as their distinct combinations. `outcome` and `stratum` are
 * null in every cell where no target or stratum was chosen. Cells may repeat; they add up.
 */
export type ContingencyCube = { readonly columns: readonly string[]; readonly cells: readonly CubeCell[] };

/** Counts of one group: its rows, those with a known outcome, and those with a favourable one. */
export type GroupTally = {
  readonly group: GroupValues;
  readonly rows: number;
  readonly known: number;
  readonly favourable: number;
};

/**
 * Sums a cube down to the groups of `columns` (one column, or several for an intersection), sorted by value with
 * missing last. A row whose outcome is missing is in `rows` only.
 *
 * Undefined: 'out-of-range' for a column that the cube lacks or a count that is no integer from 0;
 * 'length-mismatch' when a cell's group does not fit the columns; 'empty' when there are no rows.
 */
export function tallyGroups(
  cube: ContingencyCube,
  columns: readonly string[],
  favourable: readonly string[] = [],
): Result<GroupTally[]> {
  const positions = columns.map((column) => cube.columns.indexOf(column));
  if (positions.length === 0 || positions.includes(-1)) return undefinedBecause('out-of-range');
  const chosen = new Set(favourable);
  const tallies = new Map<string, { group: GroupValues; rows: number; known: number; favourable: number }>();
  for (const cell of cube.cells) {
    if (cell.group.length !== cube.columns.length) return undefinedBecause('length-mismatch');
    if (!Number.isSafeInteger(cell.count) || cell.count < 0) return undefinedBecause('out-of-range');
    const group = positions.map((position) => cell.group[position] ?? null);
    const key = groupKey(group);
    const tally = tallies.get(key) ?? { group, rows: 0, known: 0, favourable: 0 };
    tallies.set(key, tally);
    tally.rows += cell.count;
    if (cell.outcome === null) continue;
    tally.known += cell.count;
    if (chosen.has(cell.outcome)) tally.favourable += cell.count;
  }
  const groups = [...tallies.values()].filter((tally) => tally.rows > 0);
  if (groups.length === 0) return undefinedBecause('empty');
  return defined(groups.sort((a, b) => compareGroups(a.group, b.group)));
}

/** A text that is the same for the same group values only. */
export function groupKey(group: GroupValues): string {
  return JSON.stringify(group);
}

function compareGroups(a: GroupValues, b: GroupValues): number {
  for (const [index, left] of a.entries()) {
    const right = b[index] ?? null;
    if (left === right) continue;
    if (left === null) return 1;
    if (right === null) return -1;
    return left < right ? -1 : 1;
  }
  return 0;
}
