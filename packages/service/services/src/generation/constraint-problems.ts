import type { ColumnSpec, Recipe, RecipeProblem } from '@assay/contracts';
import { findColumn, nearestName } from '@assay/domain';
import {
  ANY_BOUNDS,
  type Bounds,
  computedColumns,
  expressionBounds,
  expressionColumns,
  formulaOf,
  parseExpression,
} from '@assay/synthesis';
import { recipeConstraints } from './recipe-constraints.ts';
import { rulesBounds, rulesCapacity } from './rules-bounds.ts';

/** What is known of a column's numbers besides what the recipe says; nothing where it is not told. */
export type KnownBounds = (column: string) => Bounds;

const problem = (code: string, field: string, message: string, next: string | null): RecipeProblem => ({
  severity: 'error',
  code,
  field,
  message,
  next,
});

const NOT_BY_RULES = [
  'Rules learn from no rows, so there are no real combinations to keep.',
  'Write them into the rules, as cases.',
] as const;

/**
 * What contradicts itself in the constraints of a recipe beyond single predicates, found before anything is made:
 * formulas that cannot be read or go in a circle, sums and formulas that cannot reach the range of their column, and
 * unique columns that have fewer values than the run has rows.
 *
 * @param rows of the run; null while that is not known
 * @param known bounds of columns by the data, where it was looked at
 */
export function constraintProblems(
  recipe: Recipe,
  specs: readonly ColumnSpec[],
  rows: number | null,
  known: KnownBounds = () => ANY_BOUNDS,
): RecipeProblem[] {
  const unread = recipe.constraints.flatMap((each, at) => {
    const field = `constraints.${at}`;
    if (each.kind === 'formula') return formulaProblems(each, field, specs);
    const isSeen = each.kind === 'combinations' || each.kind === 'dependency';
    return isSeen && recipe.method === 'rules' ? [problem('not-by-rules', field, ...NOT_BY_RULES)] : [];
  });
  if (unread.length > 0) return unread;
  return [
    ...circleProblems(recipe, specs),
    ...rangeProblems(recipe, specs, known),
    ...uniqueProblems(recipe, specs, rows),
  ];
}

function formulaProblems(
  { column, formula }: { column: string; formula: string },
  field: string,
  specs: readonly ColumnSpec[],
): RecipeProblem[] {
  try {
    const names = [...expressionColumns(parseExpression(formula))];
    const problems = names
      .filter((name) => !specs.some((spec) => spec.name === name))
      .map((name) => {
        const near = nearestName(
          name,
          specs.map((spec) => spec.name),
        );
        const next = near === null ? null : `Did you mean "${near}"?`;
        return problem('unknown-column', field, `There is no column "${name}" for the formula.`, next);
      });
    const own = findColumn(specs, column)?.name;
    if (own !== undefined && names.includes(own))
      problems.push(
        problem(
          'depends-on-itself',
          field,
          `"${own}" cannot be computed from itself.`,
          'Name other columns.',
        ),
      );
    return problems;
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    return [
      problem(
        'formula',
        field,
        `The formula cannot be read: ${message}.`,
        'Write it as in: price * quantity, round(0.2 * total, 2), if(age >= 18, 1, 0). Names with blanks stand in backticks.',
      ),
    ];
  }
}

function circleProblems(recipe: Recipe, specs: readonly ColumnSpec[]): RecipeProblem[] {
  const { constraints } = recipeConstraints(recipe, specs);
  if (computedColumns(constraints) !== null) return [];
  return [
    problem(
      'circle',
      'constraints',
      'The constraints compute columns from one another in a circle.',
      'Let one of these columns be learnt: remove the constraint that computes it.',
    ),
  ];
}

/** Sums and formulas against the ranges of what they compute. */
function rangeProblems(recipe: Recipe, specs: readonly ColumnSpec[], known: KnownBounds): RecipeProblem[] {
  const { constraints } = recipeConstraints(recipe, specs);
  const computed = computedColumns(constraints) ?? [];
  const ofRules = rulesBounds(recipe);
  const found = new Map<string, Bounds>();
  const meet = (a: Bounds, b: Bounds): Bounds => ({
    low: Math.max(a.low, b.low),
    high: Math.min(a.high, b.high),
  });
  const asked = new Map<string, Bounds>();
  for (const each of constraints) {
    if (each.kind !== 'range') continue;
    const { column, min = Number.NEGATIVE_INFINITY, max = Number.POSITIVE_INFINITY } = each;
    asked.set(column, meet(asked.get(column) ?? ANY_BOUNDS, { low: min, high: max }));
  }
  const isComputed = new Set(computed.map(({ column }) => column));
  // What is computed can be anything that its own formula gives, not what the data had.
  const boundsOf = (name: string): Bounds =>
    found.get(name) ??
    meet(asked.get(name) ?? ANY_BOUNDS, isComputed.has(name) ? ANY_BOUNDS : meet(known(name), ofRules(name)));
  const problems: RecipeProblem[] = [];
  for (const { constraint, column } of computed) {
    if (constraint.kind === 'dependency') continue;
    const formula = formulaOf(constraint);
    const made = expressionBounds(parseExpression(formula), boundsOf);
    const wanted = asked.get(column) ?? ANY_BOUNDS;
    const both = meet(made, wanted);
    found.set(column, both);
    if (both.low <= both.high) continue;
    const at = recipe.constraints.findIndex(
      (each) =>
        (each.kind === 'sum' && findColumn(specs, each.total)?.name === column) ||
        (each.kind === 'formula' && findColumn(specs, each.column)?.name === column),
    );
    problems.push(
      problem(
        'contradiction',
        `constraints.${at}`,
        `No row can satisfy both: ${formula.replaceAll('`', '')} lies ${said(made)}, and "${column}" is to lie ${said(wanted)}.`,
        `Change the range of "${column}", or that of a column that it is computed from.`,
      ),
    );
  }
  return problems;
}

function said({ low, high }: Bounds): string {
  const number = (value: number) => String(Number(value.toPrecision(12)));
  if (low === Number.NEGATIVE_INFINITY) return `at ${number(high)} or below`;
  if (high === Number.POSITIVE_INFINITY) return `at ${number(low)} or above`;
  return `between ${number(low)} and ${number(high)}`;
}

/** Unique columns that have fewer values than rows. */
function uniqueProblems(recipe: Recipe, specs: readonly ColumnSpec[], rows: number | null): RecipeProblem[] {
  const ofRules = rulesCapacity(recipe);
  return recipe.constraints.flatMap((constraint, at) => {
    if (constraint.kind !== 'unique') return [];
    const name = findColumn(specs, constraint.column)?.name ?? constraint.column;
    const plan = recipe.columns.find((each) => findColumn(specs, each.column)?.name === name);
    const capacity =
      recipe.method === 'rules' ? ofRules(name) : plan?.make === 'code' ? 10 ** plan.digits : null;
    if (capacity === 'not-unique')
      return [
        problem(
          'unique-not-made',
          `constraints.${at}`,
          `The rule of "${name}" draws values that come twice.`,
          'Make it by the rule sequence, code or uuid, or take the constraint away.',
        ),
      ];
    if (capacity === null || rows === null || capacity >= rows) return [];
    return [
      problem(
        'too-few-values',
        `constraints.${at}`,
        `"${name}" has ${capacity} values, too few to be unique in ${rows} rows.`,
        'Give it more digits, make fewer rows, or take the constraint away.',
      ),
    ];
  });
}
