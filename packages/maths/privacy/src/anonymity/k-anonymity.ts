import { defined, type Result, type Table, undefinedBecause } from '@assay/stats';
import { classSizes, equivalenceClasses } from './equivalence-classes.ts';

/** `k` is the size of the smallest class; `unique` rows are alone in theirs. */
export type KAnonymity = {
  readonly k: number;
  readonly classes: number;
  readonly rows: number;
  readonly unique: number;
};

/**
 * k-anonymity of a table over quasi-identifiers: the least number of rows that agree in all of them.
 * Undefined: 'empty'. Source: Sweeney, Int. J. Uncertainty, Fuzziness and Knowledge-Based Systems 10 (2002).
 */
export function kAnonymity(table: Table, quasi: readonly string[]): Result<KAnonymity> {
  return fromSizes(classSizes(equivalenceClasses([table], quasi)));
}

/**
 * k-map of released rows against a population: over the classes of released rows that the population has, the least
 * number of population rows, with `rows` and `unique` counted in the population. `unlinked` released rows agree with
 * nobody. With synthetic rows as the release and fit rows as the population it says how narrowly a synthetic row
 * can point at real ones.
 *
 * Undefined: 'empty' when no released row agrees with any. Source: Sweeney, as above.
 */
export function kMap(
  released: Table,
  population: Table,
  quasi: readonly string[],
): Result<KAnonymity & { readonly linked: number; readonly unlinked: number }> {
  const classes = equivalenceClasses([population, released], quasi);
  const real = classSizes(classes, 0);
  const other = classSizes(classes, 1);
  const linkedSizes = real.filter((size, each) => size > 0 && other[each]! > 0);
  const result = fromSizes(linkedSizes);
  if (!result.ok) return result;
  let linked = 0;
  for (const [each, size] of other.entries()) if (real[each]! > 0) linked += size;
  return defined({ ...result.value, linked, unlinked: released.rows - linked });
}

function fromSizes(sizes: Int32Array): Result<KAnonymity> {
  if (sizes.length === 0) return undefinedBecause('empty');
  let k = Number.POSITIVE_INFINITY;
  let rows = 0;
  let unique = 0;
  for (const size of sizes) {
    k = Math.min(k, size);
    rows += size;
    if (size === 1) unique += 1;
  }
  return defined({ k, classes: sizes.length, rows, unique });
}
