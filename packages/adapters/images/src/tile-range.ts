import type { PyramidIndex } from './picture.ts';

/** Bytes from `start` up to, not with, `end`. */
export type TileRange = { start: number; end: number; mediaType: string };

/** Where a tile lies in its pyramid's file. Null: there is no such tile. */
export function tileRange(
  { levels, offsets }: PyramidIndex,
  level: number,
  column: number,
  row: number,
): TileRange | null {
  const found = levels[level];
  if (found === undefined || !isIndex(column, found.columns) || !isIndex(row, found.rows)) return null;
  const tile = found.firstTile + row * found.columns + column;
  return { start: offsets[tile]!, end: offsets[tile + 1]!, mediaType: found.mediaType };
}

const isIndex = (value: number, count: number): boolean =>
  Number.isInteger(value) && value >= 0 && value < count;
