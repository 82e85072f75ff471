import * as shape from './detect/name-shape.ts';
import { FINDING_KINDS, type FindingKind } from './kinds.ts';
import { kindBit, readValue, SIGNALS, type Signal, signalIndex, type ValueSignals } from './value-signals.ts';

const CACHE = 4096;
const DISTINCT = 64;
const MISSING = /^(?:n\/?a|null|none|nil|nan|-+|\?+|\.|unknown|missing|#n\/a)$/i;

/** Counts of names by shape. */
export interface NameTally {
  full: number;
  single: number;
  thing: number;
  likely: number;
  known: number;
  given: number;
  both: number;
  title: number;
  comma: number;
  lower: number;
  lowerFull: number;
  lowerThing: number;
  lowerKnown: number;
}

/** What was counted over a column's values; holds counts and hashes, never a value beyond the bounded cache. */
export class ColumnTally {
  scanned = 0;
  readonly signals: Float64Array = new Float64Array(SIGNALS.length);
  readonly whole: Float64Array = new Float64Array(FINDING_KINDS.length);
  readonly inside: Float64Array = new Float64Array(FINDING_KINDS.length);
  readonly sure: Float64Array = new Float64Array(FINDING_KINDS.length);
  /** Values in which anything at all was found inside. */
  touched = 0;
  readonly names: NameTally = {
    full: 0,
    single: 0,
    thing: 0,
    likely: 0,
    known: 0,
    given: 0,
    both: 0,
    title: 0,
    comma: 0,
    lower: 0,
    lowerFull: 0,
    lowerThing: 0,
    lowerKnown: 0,
  };
  readonly years: Float64Array = new Float64Array(400);
  minimum: number = Number.POSITIVE_INFINITY;
  maximum: number = Number.NEGATIVE_INFINITY;
  withinLatitude = 0;
  withinLongitude = 0;
  private readonly hashes = new Set<number>();
  private recent = new Map<string, ValueSignals>();
  private older = new Map<string, ValueSignals>();
  private hits = 0;

  /** Reads one value; empty values and the usual markers of a missing one are not counted. */
  add(raw: string | null): void {
    if (raw === null || raw === '') return;
    const value = raw.trim();
    if (value === '' || (value.length <= 7 && MISSING.test(value))) return;
    this.scanned++;
    const seen = this.recall(value);
    if (this.hashes.size < DISTINCT) this.hashes.add(hash(value));
    this.count(seen);
  }

  /** Number of distinct values, counted up to 64. */
  get distinct(): number {
    return this.hashes.size;
  }

  of(signal: Signal): number {
    return this.signals[signalIndex[signal]] ?? 0;
  }

  private recall(value: string): ValueSignals {
    // After many values with hardly a repetition the cache costs more than it saves.
    if (value.length > 64 || (this.scanned > 8192 && this.hits * 8 < this.scanned)) return readValue(value);
    const cached = this.recent.get(value) ?? this.older.get(value);
    if (cached !== undefined) {
      this.hits++;
      return cached;
    }
    const read = readValue(value);
    if (this.recent.size >= CACHE) {
      this.older = this.recent;
      this.recent = new Map();
    }
    this.recent.set(value, read);
    return read;
  }

  private count(seen: ValueSignals): void {
    for (const signal of seen.signals) this.signals[signal] = (this.signals[signal] ?? 0) + 1;
    if (seen.inside !== 0) this.touched++;
    countBits(seen.whole, this.whole);
    countBits(seen.inside, this.inside);
    countBits(seen.sure, this.sure);
    if (seen.name !== 0) this.countName(seen.name);
    if (seen.year >= 1800 && seen.year < 2200)
      this.years[seen.year - 1800] = (this.years[seen.year - 1800] ?? 0) + 1;
    const numeric = seen.signals.includes(signalIndex.decimal) || seen.signals.includes(signalIndex.integer);
    if (!numeric) return;
    this.minimum = Math.min(this.minimum, seen.amount);
    this.maximum = Math.max(this.maximum, seen.amount);
    if (Math.abs(seen.amount) <= 90) this.withinLatitude++;
    if (Math.abs(seen.amount) <= 180) this.withinLongitude++;
  }

  private countName(flags: number): void {
    const names = this.names;
    const known = (flags & (shape.NAME_GIVEN | shape.NAME_SURNAME)) !== 0;
    if ((flags & shape.NAME_LOWER) !== 0) {
      names.lower++;
      if ((flags & shape.NAME_FULL) !== 0) names.lowerFull++;
      if ((flags & shape.NAME_THING) !== 0) names.lowerThing++;
      if (known) names.lowerKnown++;
      if (!known) return;
    }
    const full = (flags & shape.NAME_FULL) !== 0;
    if (full) names.full++;
    else names.single++;
    if ((flags & shape.NAME_THING) !== 0) names.thing++;
    if ((flags & shape.NAME_LIKELY) !== 0) names.likely++;
    if (known) names.known++;
    if ((flags & shape.NAME_GIVEN) !== 0) names.given++;
    if (
      full &&
      (flags & shape.NAME_GIVEN) !== 0 &&
      (flags & shape.NAME_SURNAME) !== 0 &&
      (flags & shape.NAME_THING) === 0
    )
      names.both++;
    if ((flags & shape.NAME_TITLE) !== 0) names.title++;
    if ((flags & shape.NAME_COMMA) !== 0) names.comma++;
  }
}

function countBits(bits: number, counts: Float64Array): void {
  if (bits === 0) return;
  for (let i = 0; i < FINDING_KINDS.length; i++) {
    if ((bits & (1 << i)) !== 0) counts[i] = (counts[i] ?? 0) + 1;
  }
}

function hash(value: string): number {
  let code = 2166136261;
  for (let i = 0; i < value.length && i < 64; i++) code = Math.imul(code ^ value.charCodeAt(i), 16777619);
  return code;
}

/** Count of a kind in one of the tally's arrays. */
export function countOf(counts: Float64Array, kind: FindingKind): number {
  return counts[31 - Math.clz32(kindBit(kind))] ?? 0;
}
