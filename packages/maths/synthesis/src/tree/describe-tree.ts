import { loadCells } from '../cells/stored-cells.ts';
import type { ColumnDescription, ModelDescription } from '../generator.ts';
import { describeMade } from '../plan/describe-made.ts';
import type { SequentialModel, TreeModel, TreeStep } from './model.ts';
import { loadTree } from './store-tree.ts';

/** A fitted model of trees, for people. */
export function describeTree(model: TreeModel): ModelDescription {
  const { method, version, rows, settings } = model;
  return { method, version, rows, settings, columns: describeSteps(model) };
}

/** What the trees ask, and how large they are. */
export function describeSteps(model: SequentialModel): ColumnDescription[] {
  const modelled = model.columns.filter((column) => column.make === 'model').map(({ cells }) => cells);
  const nameAt = (column: number) => modelled[column]!.name;
  const describe = (step: TreeStep): ColumnDescription => {
    const cells = loadCells(modelled[step.column]!);
    const name = cells.name;
    const size = { cells: cells.counts.length - 1 };
    if (step.kind === 'lookup')
      return { name, how: 'looked-up', detail: null, given: [nameAt(step.from)], figures: size };
    const tree = loadTree(step.tree);
    let leaves = 0;
    let least = Number.POSITIVE_INFINITY;
    for (let node = 0; node < tree.column.length; node += 1) {
      if (tree.column[node]! >= 0) continue;
      leaves += 1;
      least = Math.min(least, tree.below[tree.end[node]!]! - tree.below[tree.first[node]!]!);
    }
    const figures = { ...size, leaves, smallestLeaf: least };
    return {
      name,
      how: leaves === 1 ? 'alone' : 'tree',
      detail: null,
      given: step.given.map(nameAt),
      figures,
    };
  };
  return [...model.steps.map(describe), ...describeMade(model.columns)];
}
