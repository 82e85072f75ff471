import { defined, type Result, type Table, undefinedBecause } from '@assay/stats';
import { equivalenceClasses } from './equivalence-classes.ts';

/**
 * What an attacker does who finds no synthetic row with the known values: gives the target up (`cap`), counts a
 * failure (`zero`), or takes the synthetic rows that agree in most known values (`generalised`).
 */
export type AttributionMethod = 'cap' | 'zero' | 'generalised';

export type CorrectAttribution = {
  /** 1 minus the mean chance of the right guess, over the rows that were attacked. */
  readonly protection: number;
  /** 1 minus the chance of a blind guess among the combinations of sensitive values that the real table allows. */
  readonly baseline: number;
  /** `min(protection / baseline, 1)`; null where the baseline is 0 (a constant). */
  readonly score: number | null;
  readonly attacked: number;
};

/**
 * Correct attribution probability: an attacker who knows some values of a real row looks up the synthetic rows with
 * the same and guesses the sensitive values by their share. All columns are compared by equality (bin numbers first).
 *
 * Undefined: 'empty' when no row can be attacked.
 * Source: Elliot, Final report on the disclosure risk of synthetic data (2014); SDMetrics, DisclosureProtection.
 */
export function correctAttribution(
  real: Table,
  synthetic: Table,
  known: readonly string[],
  sensitive: readonly string[],
  method: AttributionMethod,
): Result<CorrectAttribution> {
  const keys = equivalenceClasses([real, synthetic], known);
  const values = equivalenceClasses([real, synthetic], sensitive);
  const shares = sharesByKey(keys.classOf[1]!, values.classOf[1]!);
  const near = method === 'generalised' ? nearestKeys(real, synthetic, known) : null;
  let sum = 0;
  let attacked = 0;
  for (let row = 0; row < real.rows; row += 1) {
    const matches = near === null ? [keys.classOf[0]![row]!] : near(row);
    const chance = chanceOf(matches, values.classOf[0]![row]!, shares);
    if (chance === null && method === 'cap') continue;
    sum += chance ?? 0;
    attacked += 1;
  }
  if (attacked === 0) return undefinedBecause('empty');
  const guesses = sensitive.reduce(
    (product, name) => product * equivalenceClasses([real], [name]).classes,
    1,
  );
  const protection = 1 - sum / attacked;
  const baseline = 1 - 1 / guesses;
  const score = baseline === 0 ? null : Math.min(protection / baseline, 1);
  return defined({ protection, baseline, score, attacked });
}

type Shares = ReadonlyMap<number, ReadonlyMap<number, number>>;

function sharesByKey(keys: Int32Array, values: Int32Array): Shares {
  const shares = new Map<number, Map<number, number>>();
  for (let row = 0; row < keys.length; row += 1) {
    const counts = shares.get(keys[row]!) ?? new Map<number, number>();
    counts.set(values[row]!, (counts.get(values[row]!) ?? 0) + 1);
    shares.set(keys[row]!, counts);
  }
  return shares;
}

function chanceOf(keys: readonly number[], value: number, shares: Shares): number | null {
  let right = 0;
  let all = 0;
  for (const key of keys)
    for (const [each, count] of shares.get(key) ?? []) {
      all += count;
      if (each === value) right += count;
    }
  return all === 0 ? null : right / all;
}

/** For a real row, the classes of synthetic rows that differ from it in the fewest known columns. */
function nearestKeys(real: Table, synthetic: Table, known: readonly string[]): (row: number) => number[] {
  const keys = equivalenceClasses([real, synthetic], known).classOf;
  const columns = known.map((name) => equivalenceClasses([real, synthetic], [name]).classOf);
  const representatives = new Map<number, number>();
  for (const [row, key] of keys[1]!.entries()) if (!representatives.has(key)) representatives.set(key, row);
  const held = new Map<number, number[]>();
  return (row) => {
    const own = keys[0]![row]!;
    const before = held.get(own);
    if (before !== undefined) return before;
    let least = Number.POSITIVE_INFINITY;
    let nearest: number[] = [];
    for (const [key, other] of representatives) {
      let differ = 0;
      for (const codes of columns) if (codes[0]![row] !== codes[1]![other]) differ += 1;
      if (differ < least) {
        least = differ;
        nearest = [key];
      } else if (differ === least) nearest.push(key);
    }
    held.set(own, nearest);
    return nearest;
  };
}
