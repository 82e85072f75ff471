import { AssayError, type ColumnSpec, type Recipe } from '@assay/contracts';
import { formatPredicate } from '@assay/domain';
import type { Table } from '@assay/stats';
import type { ConditionProblem, Control } from '@assay/synthesis';
import { asRefused } from './draw-rows.ts';
import { type Engine, engineFor } from './engines.ts';
import { type FittedModelDocument, fittedModelDocument } from './model-document.ts';
import type { PlannedColumn } from './plan-columns.ts';
import { planConditions } from './plan-conditions.ts';
import { recipeConstraints } from './recipe-constraints.ts';
import { rowTest } from './row-test.ts';

/** Rows made on trial, to see how often the model makes what the conditions ask for. */
const PROBE_ROWS = 16_384;
/** Rows of a condition made on trial, where the model makes none by itself. */
const TRIED_ROWS = 64;

/**
 * Learns a recipe from rows in memory and leaves all that sampling needs.
 *
 * @param table the fit rows, with the columns that are learnt
 * @throws RangeError when the recipe cannot be learnt from these rows
 * @throws AssayError `bad-input` for a condition that the model cannot meet
 */
export function fitDocument(given: {
  recipe: Recipe;
  planned: readonly PlannedColumn[];
  table: Table;
  seed: string;
  control: Control;
}): FittedModelDocument {
  const { recipe, planned, table, control } = given;
  const specs = planned.map(({ spec }) => spec);
  const { constraints, tests } = recipeConstraints(recipe, specs);
  const engine = engineFor(recipe.method, tests);
  const target = planned.find(({ plan }) => plan.name === recipe.target && plan.make === 'model');
  const model = engine.fit({
    table,
    plan: planned.map(({ plan }) => plan),
    leaf: recipe.leaf,
    target: target?.plan.name ?? null,
    rules: recipe.rules,
    constraints,
    seed: `${given.seed}/fit`,
    control,
  });
  return fittedModelDocument.parse({
    type: 'assay.fitted-model',
    version: 2,
    method: recipe.method,
    engine: engine.version,
    columns: specs,
    recipe,
    probe: probeConditions(engine, model, recipe, specs),
    model,
  });
}

/** How often the model makes what the conditions ask for; refuses what it cannot make. */
function probeConditions(engine: Engine, model: object, recipe: Recipe, specs: readonly ColumnSpec[]) {
  if (recipe.conditions.length === 0) return { rows: 0, matches: [] };
  const none = recipe.conditions.map(() => 0);
  const [problem] = engine.check(model, {
    rows: PROBE_ROWS,
    conditions: planConditions(recipe, specs, none),
  });
  if (problem !== undefined) throw refusalOf(recipe, problem);
  const table = asRefused(recipe, () => engine.sample(model, { seed: 'probe', from: 0, to: PROBE_ROWS }));
  const matches = recipe.conditions.map(({ where }) => {
    const holds = rowTest(where, specs)(table);
    let count = 0;
    for (let at = 0; at < table.rows; at += 1) if (holds(at) === true) count += 1;
    return count;
  });
  for (const [at, count] of matches.entries()) {
    if (count > 0) continue;
    const counts = matches.map((_, each) => (each === at ? TRIED_ROWS : 0));
    const conditions = { rows: TRIED_ROWS, conditions: planConditions(recipe, specs, counts) };
    asRefused(recipe, () => engine.sample(model, { seed: 'probe', from: 0, to: TRIED_ROWS, conditions }));
  }
  return { rows: table.rows, matches };
}

const WHY: Readonly<Record<ConditionProblem['reason'], string>> = {
  'count-not-whole': 'its count is not whole',
  'more-rows-than-the-run': 'more rows are asked for than the run has',
  'no-terms': 'it asks nothing',
  'unknown-column': 'it names a column that is not made',
  'column-is-made': 'the column is made by row number or made up, so no value of it can be asked for',
  'levels-of-a-number': 'the column is a number',
  'range-of-a-category': 'the column is no number',
  'level-never-seen': 'the rows that are learnt from never have that value',
  'outside-the-range': 'the rows that are learnt from never reach it',
  'terms-exclude-each-other': 'in the rows that are learnt from, its parts exclude each other',
};

function refusalOf(recipe: Recipe, { condition, reason, column }: ConditionProblem): AssayError {
  const asked = recipe.conditions[condition];
  const what = asked === undefined ? 'The conditions' : `The condition “${formatPredicate(asked.where)}”`;
  const where = column === undefined ? '' : ` (column “${column}”)`;
  return new AssayError('bad-input', `${what} cannot be met: ${WHY[reason]}${where}.`, {
    field: condition < 0 ? 'document.conditions' : `document.conditions.${condition}`,
    next: 'Change the condition, or make these rows by rules.',
  });
}
