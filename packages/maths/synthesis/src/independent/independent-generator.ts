import { cellCount } from '../cells/column-cells.ts';
import type { FitInput, Generator } from '../generator.ts';
import { checkRequest } from '../plan/check-request.ts';
import { fitColumns } from '../plan/fit-columns.ts';
import { checkTreeConditions } from '../tree/check-tree-conditions.ts';
import { describeSteps } from '../tree/describe-tree.ts';
import { growTree } from '../tree/grow-tree.ts';
import type { SequentialModel, TreeStep } from '../tree/model.ts';
import { responseOf } from '../tree/response.ts';
import { sampleTree } from '../tree/sample-tree.ts';
import { storeTree } from '../tree/store-tree.ts';

export type IndependentSettings = {
  /** Values and levels of fewer rows are merged with others. */
  readonly rare: number;
};

/** A fitted model of independent marginals: trees that ask nothing. */
export type IndependentModel = SequentialModel & {
  readonly method: 'independent';
  readonly version: 1;
  readonly rows: number;
  readonly settings: IndependentSettings;
};

/** Each column drawn alone: right in every column and in no pair of them. The control, not a method to use. */
export const independentGenerator: Generator<IndependentSettings, IndependentModel> = {
  name: 'independent',
  defaults: { rare: 10 },
  fit: fitIndependent,
  sample: (model, request) => {
    checkRequest(request, request.conditions ? checkTreeConditions(model, request.conditions) : []);
    return sampleTree(model, request);
  },
  describe: (model) => {
    const { method, version, rows, settings } = model;
    return { method, version, rows, settings, columns: describeSteps(model) };
  },
  check: checkTreeConditions,
};

function fitIndependent(input: FitInput<IndependentSettings>): IndependentModel {
  const { table, plan, settings, control } = input;
  const { columns, modelled } = fitColumns(table, plan, settings.rare, undefined);
  const stopping = { leaf: table.rows, evidence: Number.POSITIVE_INFINITY };
  const steps = modelled.map(({ cells, codes }, column): TreeStep => {
    control?.throwIfAborted();
    control?.progress(column, modelled.length);
    const alone = growTree([], responseOf(cells, codes), table.rows, stopping);
    return { kind: 'tree', column, tree: storeTree(alone, codes, cellCount(cells)), given: [] };
  });
  control?.progress(modelled.length, modelled.length);
  return { method: 'independent', version: 1, rows: table.rows, settings, columns, steps };
}
