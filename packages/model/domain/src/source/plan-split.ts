import { SPLIT_BYTES, type SplitPlan, type SplitShares } from '@assay/contracts';
import { createPermutation, createStream, drawUniform } from '@assay/random';
import { readMoment } from '../predicate/moment-text.ts';
import { apportion } from './apportion.ts';

/**
 * The rows that a split is planned for, in import order (`__row` from 0). By value of the plan's column where it has
 * one: `codes[row]` is an index into `labels`, -1 where the value is missing. By time: microseconds since 1970 UTC
 * per row, with NaN for a missing one (a double is exact to the microsecond until the year 2255).
 */
export type SplitInput = {
  readonly rows: number;
  readonly values?: { readonly codes: Int32Array; readonly labels: readonly string[] };
  readonly times?: Float64Array;
};

export type SplitCounts = { readonly fit: number; readonly tune: number; readonly test: number };

export type PlannedSplit =
  | {
      readonly ok: true;
      /** One byte per row: see `SPLIT_BYTES`. */
      readonly assignment: Uint8Array;
      readonly counts: SplitCounts;
      /** Rows whose stratum, group or time is missing. Such rows of a time plan are fit. */
      readonly withoutKey: number;
    }
  | {
      readonly ok: false;
      readonly reason: 'no-rows' | 'keys-missing' | 'bad-time' | 'times-out-of-order' | 'empty-split';
      readonly sentence: string;
    };

/**
 * Divides rows into fit, tune and test. The same plan on the same rows gives the same bytes, on any machine and in
 * any order of work.
 * - random, holdout: a keyed permutation of the row index; counts exact by largest remainder.
 * - stratified: the same within each value of the column, so that every value is divided exactly, too; missing is a
 *   value. Remainders of small strata go to the larger parts first.
 * - group: a hash of the value decides for all its rows, so that shares hold on average over groups. A row without
 *   a value is a group of its own.
 * - time: by the two cut points.
 *
 * Refused: a split that has a share and would get no row.
 */
export function planSplit(plan: SplitPlan, input: SplitInput): PlannedSplit {
  if (input.rows === 0) return refuse('no-rows', 'There are no rows to split.');
  switch (plan.method) {
    case 'random':
      return finish(randomly(plan.seed, plan.shares, input.rows), 0, plan.shares);
    case 'holdout': {
      const shares = { ...plan.shares, test: 0 };
      return finish(randomly(plan.seed, shares, input.rows), 0, shares);
    }
    case 'time':
      return byTime(plan, input);
    default: {
      const { values } = input;
      if (values === undefined || values.codes.length !== input.rows) {
        return refuse('keys-missing', `The values of "${plan.column}" are needed for every row.`);
      }
      const withoutKey = values.codes.reduce((count, code) => count + (code < 0 ? 1 : 0), 0);
      const assignment =
        plan.method === 'stratified'
          ? byStratum(plan.seed, plan.shares, values)
          : byGroup(plan.seed, plan.shares, values);
      return finish(assignment, withoutKey, plan.shares);
    }
  }
}

type Keys = NonNullable<SplitInput['values']>;

const PARTS = (shares: SplitShares): number[] => [shares.fit, shares.tune, shares.test];

/** The split of a rank in a permutation of `size`: the first ranks are fit, the next tune, the last test. */
function splitOfRank(rank: number, counts: readonly number[]): number {
  if (rank < counts[0]!) return SPLIT_BYTES.fit;
  return rank < counts[0]! + counts[1]! ? SPLIT_BYTES.tune : SPLIT_BYTES.test;
}

function randomly(seed: string, shares: SplitShares, rows: number): Uint8Array {
  const permutation = createPermutation(createStream(seed, 'split'), rows);
  const counts = apportion(rows, PARTS(shares));
  return Uint8Array.from({ length: rows }, (_, row) => splitOfRank(permutation.at(row), counts));
}

function byStratum(seed: string, shares: SplitShares, { codes, labels }: Keys): Uint8Array {
  // Missing is the last stratum.
  const sizes = new Array<number>(labels.length + 1).fill(0);
  const stratumOf = (code: number): number => (code < 0 ? labels.length : code);
  for (const code of codes) sizes[stratumOf(code)]! += 1;
  const strata = sizes.map((size, stratum) => ({
    permutation: createPermutation(
      createStream(seed, `split stratum ${JSON.stringify(labels[stratum] ?? null)}`),
      size,
    ),
    counts: apportion(size, PARTS(shares)),
    seen: 0,
  }));
  return Uint8Array.from(codes, (code) => {
    const stratum = strata[stratumOf(code)]!;
    const rank = stratum.permutation.at(stratum.seen);
    stratum.seen += 1;
    return splitOfRank(rank, stratum.counts);
  });
}

function byGroup(seed: string, shares: SplitShares, { codes, labels }: Keys): Uint8Array {
  const parts = PARTS(shares);
  const total = parts.reduce((sum, part) => sum + part, 0);
  const bounds = parts.map((part) => part / total);
  const splitAt = (unit: number): number => {
    if (unit < bounds[0]!) return SPLIT_BYTES.fit;
    return unit < bounds[0]! + bounds[1]! || shares.test === 0 ? SPLIT_BYTES.tune : SPLIT_BYTES.test;
  };
  const groups = createStream(seed, 'split groups');
  const loners = createStream(seed, 'split rows without a group');
  const byLabel = Uint8Array.from(labels, (label) => splitAt(drawUniform(groups, labelHash(label))));
  return Uint8Array.from(codes, (code, row) =>
    code < 0 ? splitAt(drawUniform(loners, row)) : byLabel[code]!,
  );
}

/** 53 bits of a text: two FNV-1a hashes side by side. Spread enough for a lookup in a keyed generator. */
function labelHash(label: string): number {
  let high = 0x811c9dc5;
  let low = 0x2f0b4c47;
  for (let index = 0; index < label.length; index += 1) {
    const unit = label.charCodeAt(index);
    high = Math.imul(high ^ unit, 0x01000193);
    low = Math.imul(low ^ (unit + index), 0x01000193);
  }
  return ((high >>> 0) & 0x1fffff) * 0x100000000 + (low >>> 0);
}

function byTime(plan: Extract<SplitPlan, { method: 'time' }>, { rows, times }: SplitInput): PlannedSplit {
  const tuneFrom = readMoment(plan.tuneFrom);
  const testFrom = readMoment(plan.testFrom);
  if (tuneFrom === null || testFrom === null) {
    return refuse('bad-time', 'Give both cut points as dates or times, such as 2024-07-01.');
  }
  if (tuneFrom.micros > testFrom.micros) {
    return refuse('times-out-of-order', 'The tune split must begin before the test split.');
  }
  if (times === undefined || times.length !== rows) {
    return refuse('keys-missing', `The times of "${plan.column}" are needed for every row.`);
  }
  const [tune, test] = [Number(tuneFrom.micros), Number(testFrom.micros)];
  let withoutKey = 0;
  const assignment = Uint8Array.from(times, (time) => {
    if (Number.isNaN(time)) withoutKey += 1;
    if (!(time >= tune)) return SPLIT_BYTES.fit;
    return time >= test ? SPLIT_BYTES.test : SPLIT_BYTES.tune;
  });
  return finish(assignment, withoutKey, { fit: 1, tune: tune < test ? 1 : 0, test: 1 });
}

function finish(assignment: Uint8Array, withoutKey: number, shares: SplitShares): PlannedSplit {
  const counts = { fit: 0, tune: 0, test: 0 };
  for (const byte of assignment) {
    if (byte === SPLIT_BYTES.fit) counts.fit += 1;
    else if (byte === SPLIT_BYTES.tune) counts.tune += 1;
    else counts.test += 1;
  }
  for (const name of ['fit', 'tune', 'test'] as const) {
    if (shares[name] > 0 && counts[name] === 0) {
      return refuse(
        'empty-split',
        `No row would be in the ${name} split: change the shares, the column or the dates.`,
      );
    }
  }
  return { ok: true, assignment, counts, withoutKey };
}

type Refusal = Extract<PlannedSplit, { ok: false }>;

function refuse(reason: Refusal['reason'], sentence: string): Refusal {
  return { ok: false, reason, sentence };
}
