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

/** Units have few ratings: sorting by insertion beats the general way up to here. */
const FEW = 32;

function sortCodes(codes: Int32Array, from: number, to: number): void {
  if (to - from > FEW) {
    codes.subarray(from, to).sort();
    return;
  }
  for (let at = from + 1; at < to; at += 1) {
    const code = codes[at]!;
    let place = at;
    while (place > from && codes[place - 1]! > code) {
      codes[place] = codes[place - 1]!;
      place -= 1;
    }
    codes[place] = code;
  }
}

/** FNV-1a over whole codes, mixed so that its low bits depend on all of them. */
function hashCodes(codes: Int32Array, from: number, to: number): number {
  let hash = 0x811c9dc5;
  for (let at = from; at < to; at += 1) hash = Math.imul(hash ^ codes[at]!, 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
  return (hash ^ (hash >>> 13)) >>> 0;
}

function areEqual(codes: Int32Array, left: number, right: number, length: number): boolean {
  for (let at = 0; at < length; at += 1) if (codes[left + at] !== codes[right + at]) return false;
  return true;
}

function patternOf(sorted: Int32Array, from: number, to: number): UnitPattern {
  let distinct = 1;
  for (let at = from + 1; at < to; at += 1) if (sorted[at] !== sorted[at - 1]) distinct += 1;
  const [codes, counts] = [new Int32Array(distinct), new Int32Array(distinct)];
  let place = 0;
  for (let at = from; at < to; at += 1) {
    if (at > from && sorted[at] !== sorted[at - 1]) place += 1;
    codes[place] = sorted[at]!;
    counts[place]! += 1;
  }
  return { codes, counts, ratings: to - from };
}

/** Tallies ratings by unit. Undefined: 'out-of-range' as `areRatings` says. */
export function tallyUnits(ratings: Ratings): Result<UnitTally> {
  if (!areRatings(ratings)) return undefinedBecause('out-of-range');
  const { starts, codes } = byUnit(ratings);
  const patterns: UnitPattern[] = [];
  const times: number[] = [];
  // Where each pattern was seen first, and a table of patterns by hash: 0 is empty, else one more than the place.
  const firsts: number[] = [];
  const mask = 2 ** Math.ceil(Math.log2(2 * ratings.units + 2)) - 1;
  const table = new Int32Array(mask + 1);
  for (let unit = 0; unit < ratings.units; unit += 1) {
    const [from, to] = [starts[unit]!, starts[unit + 1]!];
    if (from === to) continue;
    sortCodes(codes, from, to);
    let slot = hashCodes(codes, from, to) & mask;
    for (; table[slot] !== 0; slot = (slot + 1) & mask) {
      const known = table[slot]! - 1;
      if (patterns[known]!.ratings === to - from && areEqual(codes, firsts[known]!, from, to - from)) break;
    }
    if (table[slot] === 0) {
      table[slot] = patterns.push(patternOf(codes, from, to));
      firsts.push(from);
      times.push(1);
    } else times[table[slot]! - 1]! += 1;
  }
  return defined({ categories: ratings.categories, patterns, times: Float64Array.from(times) });
}
