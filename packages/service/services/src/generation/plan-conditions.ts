import type { ColumnSpec, Recipe } from '@assay/contracts';
import type { Condition } from '@assay/synthesis';
import { conditionTerms } from './condition-terms.ts';
import { rowTest } from './row-test.ts';

/**
 * The conditions of a recipe as generators take them.
 *
 * @param counts how many rows are set aside for each
 */
export function planConditions(
  recipe: Recipe,
  specs: readonly ColumnSpec[],
  counts: readonly number[],
): Condition[] {
  return recipe.conditions.map(({ where }, at): Condition => {
    const { terms, isWhole } = conditionTerms(where, specs);
    const test = isWhole && terms.length > 0 ? {} : { test: rowTest(where, specs) };
    return { where: terms, count: counts[at] ?? 0, ...test };
  });
}
