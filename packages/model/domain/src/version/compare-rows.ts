/** Rows of a run in a version: all from 0 to before `count`, or those listed, in order. */
export type RowSet = { all: true; count: number } | { all: false; rows: readonly number[] };

const rowsOf = (set: RowSet): readonly number[] =>
  set.all ? Array.from({ length: set.count }, (_, row) => row) : set.rows;

/** Rows that one version has of a run and another has not. */
export function compareRows(
  before: RowSet,
  after: RowSet,
): { added: number[]; removed: number[]; kept: number } {
  if (before.all && after.all && before.count === after.count) {
    return { added: [], removed: [], kept: before.count };
  }
  const [a, b] = [rowsOf(before), rowsOf(after)];
  const added: number[] = [];
  const removed: number[] = [];
  let kept = 0;
  for (let i = 0, j = 0; i < a.length || j < b.length; ) {
    const [left, right] = [a[i] ?? Number.POSITIVE_INFINITY, b[j] ?? Number.POSITIVE_INFINITY];
    if (left === right) {
      kept += 1;
      i += 1;
      j += 1;
    } else if (left < right) {
      removed.push(left);
      i += 1;
    } else {
      added.push(right);
      j += 1;
    }
  }
  return { added, removed, kept };
}
