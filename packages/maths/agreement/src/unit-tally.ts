import { defined, type Result, undefinedBecause } from '@assay/stats';
import { areRatings, type Ratings } from './ratings.ts';

/** One way in which a unit was rated: how often each category was given to it. */
export type UnitPattern = {
  /** Categories that were given, ascending. */
  readonly codes: Int32Array;
  /** How many raters gave each of them, at least 1. */
  readonly counts: Int32Array;
  /** Ratings of the unit: the sum of the counts. */
  readonly ratings: number;
};

/**
 * What chance-corrected agreement needs to know of ratings: the distinct patterns, and how many units show each.
 * Units that nobody rated are left out. Millions of ratings of few categories have few patterns.
 */
export type UnitTally = {
  readonly categories: number;
  readonly patterns: readonly UnitPattern[];
  /** Units that show each pattern. */
  readonly times: Float64Array;
};

/** Rows of each unit, one unit after the other. */
function byUnit({ units, unit, code }: Ratings): { starts: Int32Array; codes: Int32Array } {
  const starts = new Int32Array(units + 1);
  for (const each of unit) starts[each + 1]! += 1;
  for (let each = 0; each < units; each += 1) starts[each + 1]! += starts[each]!;
  const next = starts.slice();
  const codes = new Int32Array(unit.length);
  for (let at = 0; at < unit.length; at += 1) {
    codes[next[unit[at]!]!] = code[at]!;
    next[unit[at]!]! += 1;
  }
  return { starts, codes };
}

function patternOf(sorted: Int32Array): UnitPattern {
  const codes = [...new Set(sorted)];
  const counts = new Int32Array(codes.length);
  let at = -1;
  let last = -1;
  for (const code of sorted) {
    if (code !== last) at += 1;
    last = code;
    counts[at]! += 1;
  }
  return { codes: Int32Array.from(codes), counts, ratings: sorted.length };
}

/** Tallies ratings by unit. Undefined: 'out-of-range' as `areRatings` says. */
export function tallyUnits(ratings: Ratings): Result<UnitTally> {
  if (!areRatings(ratings)) return undefinedBecause('out-of-range');
  const { starts, codes } = byUnit(ratings);
  const places = new Map<string, number>();
  const patterns: UnitPattern[] = [];
  const times: number[] = [];
  for (let unit = 0; unit < ratings.units; unit += 1) {
    const own = codes.subarray(starts[unit]!, starts[unit + 1]!);
    if (own.length === 0) continue;
    own.sort();
    const key = own.join();
    const place = places.get(key);
    if (place === undefined) {
      places.set(key, patterns.length);
      patterns.push(patternOf(own));
      times.push(1);
    } else times[place]! += 1;
  }
  return defined({ categories: ratings.categories, patterns, times: Float64Array.from(times) });
}
