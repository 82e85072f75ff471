import type { ColumnSpec, Recipe } from '@assay/contracts';
import type { Table } from '@assay/stats';
import type { Control } from '@assay/synthesis';
import { finishTable, prepareFit, rejected, rowsThatHold } from './constraints.ts';
import { engineFor } from './engines.ts';
import { type FittedModelDocument, fittedModelDocument } from './model-document.ts';
import type { PlannedColumn } from './plan-columns.ts';
import { rowTest } from './row-test.ts';

/** Rows made on trial, to see how often the model makes what the conditions ask for. */
const PROBE_ROWS = 16_384;

/**
 * Learns a recipe from rows in memory and leaves all that sampling needs.
 *
 * @param table the fit rows, with the columns that are learnt
 * @throws RangeError when the recipe cannot be learnt from these rows
 * @throws AssayError `bad-input` for a method that this installation cannot run
 */
export function fitDocument(given: {
  recipe: Recipe;
  planned: readonly PlannedColumn[];
  table: Table;
  seed: string;
  control: Control;
}): FittedModelDocument {
  const { recipe, planned, table, control } = given;
  const engine = engineFor(recipe.method);
  const specs = planned.map(({ spec }) => spec);
  const sound = rowsThatHold(
    table,
    rejected(recipe).map((where) => rowTest(where, specs)),
  );
  if (sound.rows === 0 && table.rows > 0) throw new RangeError('no fit row satisfies the constraints');
  const ready = prepareFit(
    recipe,
    sound,
    planned.map(({ plan }) => plan),
  );
  const model = engine.fit({
    table: ready.table,
    plan: ready.plan,
    leaf: recipe.leaf,
    target: ready.target,
    rules: recipe.rules,
    seed: `${given.seed}/fit`,
    control,
  });
  return fittedModelDocument.parse({
    type: 'assay.fitted-model',
    version: 1,
    method: recipe.method,
    engine: engine.version,
    columns: specs,
    recipe,
    finishing: ready.finishing,
    made: planned.filter(({ plan }) => plan.make !== 'model').map(({ plan }) => plan.name),
    probe: probeConditions(recipe, specs, () =>
      finishTable(engine.sample(model, { seed: 'probe', from: 0, to: PROBE_ROWS }), ready.finishing),
    ),
    model,
  });
}

function probeConditions(recipe: Recipe, specs: readonly ColumnSpec[], sample: () => Table) {
  if (recipe.conditions.length === 0) return { rows: 0, matches: [] };
  const table = sample();
  const always = rejected(recipe).map((where) => rowTest(where, specs)(table));
  const matches = recipe.conditions.map(({ where }) => {
    const holds = rowTest(where, specs)(table);
    let count = 0;
    for (let at = 0; at < table.rows; at += 1)
      if (holds(at) === true && always.every((test) => test(at) !== false)) count += 1;
    return count;
  });
  return { rows: table.rows, matches };
}
