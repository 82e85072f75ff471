import { AssayError, type Recipe } from '@assay/contracts';
import { wilson } from '@assay/stats';

/** So many standard errors of doubt: a condition that fails by chance would fail once in billions of runs. */
const DOUBT = 6;
const CONFIDENCE = 1 - 1e-9;

/**
 * How many rows are set aside for each condition, given how often the model itself makes such rows: what is to be
 * expected anyway, at its least, is not set aside.
 *
 * @param matches rows of the probe that satisfy each condition
 * @throws AssayError `bad-input` when more is asked for than there are rows
 */
export function reserveRows(
  recipe: Recipe,
  probe: { rows: number; matches: readonly number[] },
  rows: number,
): number[] {
  const reserved = recipe.conditions.map(({ atLeast }, at) => {
    const interval = wilson(probe.matches[at] ?? 0, probe.rows, CONFIDENCE);
    const share = interval.ok ? interval.value.low : 0;
    const expected = (others: number) =>
      Math.max(0, others * share - DOUBT * Math.sqrt(others * share * (1 - share)));
    let [low, high] = [0, Math.min(rows, atLeast)];
    while (low < high) {
      const middle = Math.floor((low + high) / 2);
      if (middle + expected(rows - middle) >= atLeast) high = middle;
      else low = middle + 1;
    }
    return low;
  });
  const all = reserved.reduce((sum, each) => sum + each, 0);
  if (all > rows) {
    throw new AssayError(
      'bad-input',
      `The conditions together need ${all} rows set aside, of ${rows} in the run.`,
      { field: 'document.conditions', next: 'Ask for fewer such rows, or make a larger run.' },
    );
  }
  return reserved;
}
