import { consistencyRanges } from '../merkle/consistency-ranges.ts';
import type { TileNeed } from './tile.ts';
import { tilesForRanges } from './tiles-for-ranges.ts';

/**
 * The tiles that a consistency proof reads, so that a store can fetch them in one query.
 *
 * @throws RangeError unless 1 <= size1 <= size2
 */
export const tilesForConsistency = (size1: number, size2: number): TileNeed[] =>
  tilesForRanges(consistencyRanges(size1, size2), size2);
