import type { ColumnSpec, Literal, Predicate, Recipe, RecipeConstraint } from '@assay/contracts';
import { constraintPredicate, findColumn } from '@assay/domain';
import type { Constraint, RowTest } from '@assay/synthesis';
import { numberOf } from './literal-number.ts';
import { rowTest } from './row-test.ts';

/** The constraints of a recipe as generators keep them; what they do not know is a test of rows. */
export type RecipeConstraints = { constraints: Constraint[]; tests: RowTest[] };

/**
 * What generators keep by construction of a recipe's constraints, and what has to be tested row by row: free rules,
 * and ranges and inequalities of what is no number.
 */
export function recipeConstraints(recipe: Recipe, specs: readonly ColumnSpec[]): RecipeConstraints {
  const constraints: Constraint[] = [];
  const tested: Predicate[] = [];
  for (const each of recipe.constraints) {
    const known = constraintOf(each, specs);
    const predicate = constraintPredicate(each);
    if (known !== null) constraints.push(known);
    else if (predicate !== null) tested.push(predicate);
  }
  return { constraints, tests: tested.map((where) => rowTest(where, specs)) };
}

function constraintOf(constraint: RecipeConstraint, specs: readonly ColumnSpec[]): Constraint | null {
  const named = (name: string) => findColumn(specs, name)?.name ?? name;
  const all = (names: readonly string[]) => names.map(named);
  const isNumber = (name: string) => {
    const type = findColumn(specs, name)?.type;
    return type === 'integer' || type === 'decimal' || type === 'datetime';
  };
  switch (constraint.kind) {
    case 'range': {
      const bound = (literal: Literal | null) =>
        literal === null ? undefined : numberOf(constraint.column, literal, specs);
      const [min, max] = [bound(constraint.low), bound(constraint.high)];
      if (!isNumber(constraint.column) || min === null || max === null) return null;
      const ends = { ...(min === undefined ? {} : { min }), ...(max === undefined ? {} : { max }) };
      return { kind: 'range', column: named(constraint.column), ...ends };
    }
    case 'inequality': {
      const { left, right, comparator } = constraint;
      if (!isNumber(left) || !isNumber(right)) return null;
      const [low, high] = comparator.startsWith('<') ? [left, right] : [right, left];
      return { kind: 'order', low: named(low), high: named(high), strict: comparator.length === 1 };
    }
    case 'sum':
      return { kind: 'sum', total: named(constraint.total), parts: all(constraint.parts) };
    case 'combinations':
      return { kind: 'combinations', columns: all(constraint.columns) };
    case 'dependency':
      return { kind: 'dependency', from: all(constraint.from), column: named(constraint.column) };
    case 'formula':
      return { kind: 'formula', column: named(constraint.column), formula: constraint.formula };
    case 'unique':
    case 'rule':
      return null;
  }
}
