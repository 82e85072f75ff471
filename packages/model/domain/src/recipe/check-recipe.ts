import type { ColumnSpec, Predicate, Recipe, RecipeConstraint, RecipeProblem } from '@assay/contracts';
import { canHold } from '../predicate/can-hold.ts';
import { formatPredicate } from '../predicate/format-predicate.ts';
import { nearestName } from '../predicate/nearest-name.ts';
import { findColumn, columnsOf as namesIn } from '../predicate/predicate-column.ts';
import { validatePredicate } from '../predicate/validate-predicate.ts';

type Columns = readonly Pick<ColumnSpec, 'name' | 'type' | 'physical' | 'role'>[];

const error = (code: string, field: string, message: string, next: string | null = null): RecipeProblem => ({
  severity: 'error',
  code,
  field,
  message,
  next,
});

/**
 * What keeps a recipe from being run on these columns, and what one should know before: names that are not there,
 * conditions that exclude themselves or one another with the constraints, more rows asked for than are made.
 *
 * @param columns of the source's current version, or those that rules make; null where there are none
 * @param rows of the run to start; null while that is not known
 */
export function checkRecipe(recipe: Recipe, columns: Columns | null, rows: number | null): RecipeProblem[] {
  const problems: RecipeProblem[] = [];
  if (recipe.method === 'rules') {
    if (recipe.rules === null)
      problems.push(error('no-rules', 'rules', 'A recipe of rules needs its rules document.'));
    else if (columns !== null) {
      checkConstraints(recipe, columns, problems);
      checkConditions(recipe, columns, rows, problems);
    }
    return problems;
  }
  if (recipe.rules !== null)
    problems.push(error('rules-unused', 'rules', 'Only the method “rules” reads a rules document.'));
  if (recipe.sourceId === null || columns === null) {
    problems.push(error('no-source', 'sourceId', 'Choose the source that is learnt from.'));
    return problems;
  }
  const made = checkPlans(recipe, columns, problems);
  checkTarget(recipe, columns, made, problems);
  checkConstraints(recipe, columns, problems);
  checkConditions(recipe, columns, rows, problems);
  return problems;
}

function unknown(field: string, name: string, columns: Columns): RecipeProblem {
  const near = nearestName(
    name,
    columns.map((column) => column.name),
  );
  return error(
    'unknown-column',
    field,
    `There is no column "${name}" in the source.`,
    near === null ? null : `Did you mean "${near}"?`,
  );
}

function checkPlans(recipe: Recipe, columns: Columns, problems: RecipeProblem[]): Set<string> {
  const planned = new Set<string>();
  const made = new Set(columns.map((column) => column.name));
  recipe.columns.forEach((plan, at) => {
    const column = findColumn(columns, plan.column);
    if (column === null) problems.push(unknown(`columns.${at}.column`, plan.column, columns));
    else if (planned.has(column.name))
      problems.push(error('planned-twice', `columns.${at}`, `"${column.name}" is planned twice.`));
    else {
      planned.add(column.name);
      if (plan.make === 'leave-out') made.delete(column.name);
    }
  });
  if (made.size === 0) problems.push(error('no-columns', 'columns', 'Every column is left out.'));
  return made;
}

function checkTarget(
  recipe: Recipe,
  columns: Columns,
  made: ReadonlySet<string>,
  problems: RecipeProblem[],
): void {
  if (recipe.target === null) return;
  const column = findColumn(columns, recipe.target);
  if (column === null) problems.push(unknown('target', recipe.target, columns));
  else if (!made.has(column.name))
    problems.push(error('target-left-out', 'target', `The target "${column.name}" is left out.`));
  else if (column.role === 'identifier' || column.type === 'identifier')
    problems.push(
      error(
        'target-identifier',
        'target',
        `"${column.name}" identifies rows and cannot be a target.`,
        'Choose a column whose values repeat.',
      ),
    );
}

/** The names that a constraint reads. */
function namesOf(constraint: RecipeConstraint): string[] {
  switch (constraint.kind) {
    case 'range':
    case 'unique':
    case 'formula':
      return [constraint.column];
    case 'inequality':
      return [constraint.left, constraint.right];
    case 'sum':
      return [constraint.total, ...constraint.parts];
    case 'combinations':
      return [...constraint.columns];
    case 'dependency':
      return [...constraint.from, constraint.column];
    case 'rule':
      return namesIn(constraint.where);
  }
}

/** What a constraint says of a row with all its values; null where that is no predicate. */
export function constraintPredicate(constraint: RecipeConstraint): Predicate | null {
  switch (constraint.kind) {
    case 'range': {
      const { column, low, high } = constraint;
      const args: Predicate[] = [];
      if (low !== null) args.push({ op: 'compare', column, comparator: '>=', value: low });
      if (high !== null) args.push({ op: 'compare', column, comparator: '<=', value: high });
      return { op: 'and', args };
    }
    case 'inequality':
      return {
        op: 'compare-columns',
        left: constraint.left,
        comparator: constraint.comparator,
        right: constraint.right,
      };
    case 'rule':
      return constraint.where;
    default:
      return null;
  }
}

function checkConstraints(recipe: Recipe, columns: Columns, problems: RecipeProblem[]): void {
  const derived = new Map<string, number>();
  const usable: { at: number; predicate: Predicate }[] = [];
  recipe.constraints.forEach((constraint, at) => {
    const field = `constraints.${at}`;
    const lacking = namesOf(constraint).filter((name) => findColumn(columns, name) === null);
    for (const name of new Set(lacking)) problems.push(unknown(field, name, columns));
    if (lacking.length > 0) return;
    const result =
      constraint.kind === 'sum'
        ? constraint.total
        : constraint.kind === 'dependency' || constraint.kind === 'formula'
          ? constraint.column
          : null;
    if (constraint.kind === 'sum' && constraint.parts.includes(constraint.total))
      problems.push(error('sum-of-itself', field, `"${constraint.total}" cannot be a part of itself.`));
    if (constraint.kind === 'dependency' && constraint.from.includes(constraint.column))
      problems.push(error('depends-on-itself', field, `"${constraint.column}" cannot follow from itself.`));
    if (constraint.kind === 'unique') {
      const plan = recipe.columns.find(
        (each) => findColumn(columns, each.column)?.name === constraint.column,
      );
      if (plan !== undefined && plan.make !== 'sequence' && plan.make !== 'code' && plan.make !== 'uuid')
        problems.push(
          error(
            'unique-not-made',
            field,
            `"${constraint.column}" cannot be unique and ${plan.make === 'leave-out' ? 'left out' : 'learnt or made up'}.`,
            'Make it a sequence, a code or a UUID, or take the constraint away.',
          ),
        );
    }
    if (result !== null) {
      const before = derived.get(result);
      if (before !== undefined)
        problems.push(
          error(
            'derived-twice',
            field,
            `"${result}" is already given by constraint ${before + 1}.`,
            'Keep one of the two.',
          ),
        );
      derived.set(result, at);
    }
    const predicate = constraintPredicate(constraint);
    if (predicate === null) return;
    const wrong = validatePredicate(predicate, columns);
    for (const each of wrong) problems.push(error(each.code, field, each.message));
    if (wrong.length > 0) return;
    if (!canHold([predicate], columns))
      problems.push(
        error('contradiction', field, `No row can satisfy ${written(predicate)}.`, 'Change or remove it.'),
      );
    else {
      const clash = usable.find((other) => !canHold([other.predicate, predicate], columns));
      if (clash !== undefined)
        problems.push(
          error(
            'contradiction',
            field,
            `No row can satisfy both ${written(clash.predicate)} and ${written(predicate)}.`,
            `Change constraint ${clash.at + 1} or this one.`,
          ),
        );
      usable.push({ at, predicate });
    }
  });
  const all = usable.map((each) => each.predicate);
  if (all.length > 2 && !problems.some((each) => each.code === 'contradiction') && !canHold(all, columns))
    problems.push(
      error('contradiction', 'constraints', 'No row can satisfy all constraints together.', 'Remove some.'),
    );
}

const written = (predicate: Predicate): string => `“${formatPredicate(predicate)}”`;

function checkConditions(
  recipe: Recipe,
  columns: Columns,
  rows: number | null,
  problems: RecipeProblem[],
): void {
  const always = recipe.constraints.map(constraintPredicate).filter((each) => each !== null);
  const sound = always.filter((each) => validatePredicate(each, columns).length === 0);
  const constrained = sound.length > 0 && canHold(sound, columns);
  const apart: { where: Predicate; atLeast: number }[] = [];
  recipe.conditions.forEach((condition, at) => {
    const field = `conditions.${at}`;
    const wrong = validatePredicate(condition.where, columns);
    for (const each of wrong) problems.push(error(each.code, field, each.message));
    if (wrong.length > 0) return;
    if (!canHold([condition.where], columns)) {
      problems.push(
        error(
          'contradiction',
          field,
          `No row can match ${written(condition.where)}.`,
          'Change or remove it.',
        ),
      );
      return;
    }
    if (constrained && !canHold([...sound, condition.where], columns)) {
      problems.push(
        error(
          'contradiction',
          field,
          `The constraints exclude every row that matches ${written(condition.where)}.`,
          'Change the condition or the constraint that excludes it.',
        ),
      );
    }
    if (rows !== null && condition.atLeast > rows)
      problems.push(
        error(
          'too-many-rows',
          field,
          `At least ${condition.atLeast} rows are to match ${written(condition.where)}, of ${rows} in the run.`,
          'Ask for fewer, or make more rows.',
        ),
      );
    if (apart.every((other) => !canHold([other.where, condition.where], columns))) apart.push(condition);
  });
  const needed = apart.reduce((sum, each) => sum + each.atLeast, 0);
  if (rows !== null && apart.length > 1 && needed > rows)
    problems.push(
      error(
        'too-many-rows',
        'conditions',
        `Conditions that exclude one another ask for ${needed} rows, of ${rows} in the run.`,
        'Ask for fewer, or make more rows.',
      ),
    );
}
