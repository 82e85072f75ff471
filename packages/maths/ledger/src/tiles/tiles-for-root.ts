import type { TileNeed } from './tile.ts';
import { tilesForRanges } from './tiles-for-ranges.ts';

/** The tiles that the root of a tree of `size` leaves is computed from; none for the empty tree. */
export const tilesForRoot = (size: number): TileNeed[] => tilesForRanges([{ from: 0, to: size }], size);
