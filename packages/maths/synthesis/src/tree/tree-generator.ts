import type { Generator } from '../generator.ts';
import { checkRequest } from '../plan/check-request.ts';
import { checkTreeConditions } from './check-tree-conditions.ts';
import { describeTree } from './describe-tree.ts';
import { fitTree } from './fit-tree.ts';
import type { TreeModel, TreeSettings } from './model.ts';
import { sampleTree } from './sample-tree.ts';

/** Sequential trees: each column drawn from a leaf of a tree over the columns before it. The default method. */
export const treeGenerator: Generator<TreeSettings, TreeModel> = {
  name: 'tree',
  defaults: { leaf: 50, rare: 10, evidence: 2.2 },
  fit: fitTree,
  sample: (model, request) => {
    checkRequest(request, request.conditions ? checkTreeConditions(model, request.conditions) : []);
    return sampleTree(model, request);
  },
  describe: describeTree,
  check: checkTreeConditions,
};
