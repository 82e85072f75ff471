import { inclusionRanges } from '../merkle/inclusion-ranges.ts';
import type { TileNeed } from './tile.ts';
import { tilesForRanges } from './tiles-for-ranges.ts';

/**
 * The tiles that an inclusion proof reads, so that a store can fetch them in one query.
 *
 * @throws RangeError when there is no such leaf
 */
export const tilesForInclusion = (index: number, size: number): TileNeed[] =>
  tilesForRanges(inclusionRanges(index, size), size);
