import type { LabellingRates, LabelWork } from '@assay/contracts';

/**
 * Money is added up in whole parts, so that nothing is lost on the way: this many are one of the smallest unit of its
 * currency. An amount by the hour for a millisecond, and one by the thousand for one row, are whole numbers of them.
 */
export const PARTS = 3_600_000_000n;
const HOUR_MS = 3_600_000n;

/** What an hour of a person's work costs; null where nobody said so. */
export function hourOf(rates: LabellingRates, work: LabelWork, personId: string): number | null {
  const own = rates.people.find((each) => each.personId === personId);
  if (own !== undefined) return own.hour;
  return work === 'review' ? rates.expert : rates.annotator;
}

/** Time of a person in parts of the smallest unit. @param ms whole milliseconds @param hour smallest units */
export function costOfTime(ms: bigint, hour: number): bigint {
  return (ms * BigInt(hour) * PARTS) / HOUR_MS;
}

/**
 * The share of a run's rows in what making the run cost, in parts, rounded down to a part. Rates by the hour are for
 * the whole run, of which these rows are a part.
 *
 * @param of the run: its rows, and the milliseconds of its workers
 */
export function costOfRows(
  rate: NonNullable<LabellingRates['machine']>,
  rows: bigint,
  of: { rows: bigint; workerMs: bigint },
): bigint {
  if (rate.by === 'rows') return (rows * BigInt(rate.thousand) * PARTS) / 1000n;
  return of.rows === 0n ? 0n : (costOfTime(of.workerMs, rate.hour) * rows) / of.rows;
}

/** The nearest whole number, halves up. @param below greater than 0; `above` at least 0 */
function divided(above: bigint, below: bigint): bigint {
  return (2n * above + below) / (2n * below);
}

/** Parts as smallest units, to the nearest, halves up. */
export function unitsOf(parts: bigint): number {
  return Number(divided(parts, PARTS));
}

/**
 * What each of so many costs, in thousandths of the smallest unit, to the nearest, halves up.
 *
 * @param count at least 1
 */
export function thousandthsEach(parts: bigint, count: number): number {
  return Number(divided(parts * 1000n, PARTS * BigInt(count)));
}
