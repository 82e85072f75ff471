import type { ColumnSpec } from '@assay/contracts';
import { framesColumn, imageColumn } from '../region/image-column.ts';

type Columns = readonly Pick<ColumnSpec, 'name' | 'physical' | 'holds'>[];

/**
 * Can rows of two runs stand among each other, so that nobody could tell by its form where one is from? Rows with the
 * same columns can; pictures can whatever is known beside them, and sequences of frames likewise.
 */
export function canStandAmong(one: Columns, other: Columns): boolean {
  const isPicture = imageColumn(one) !== null;
  if (isPicture !== (imageColumn(other) !== null)) return false;
  if (isPicture) return (framesColumn(one) === null) === (framesColumn(other) === null);
  const shapeOf = (columns: Columns) => JSON.stringify(columns.map(({ name, physical }) => [name, physical]));
  return shapeOf(one) === shapeOf(other);
}

/** Cells of a row of one run in the places that columns of the same names have in another; null where it has none. */
export function cellsUnder<T>(cells: readonly T[], from: Columns, to: Columns): (T | null)[] {
  const places = new Map(from.map(({ name }, at) => [name, at]));
  return to.map(({ name }) => cells[places.get(name) ?? -1] ?? null);
}
