import { loadCells } from '../cells/stored-cells.ts';
import type { ColumnDescription, ModelDescription } from '../generator.ts';
import { describeMade } from '../plan/describe-made.ts';
import type { TreeModel, TreeStep } from './model.ts';
import { loadTree } from './store-tree.ts';

/** What the trees ask, and how large they are. */
export function describeTree(model: TreeModel): ModelDescription {
  const modelled = model.columns.filter((column) => column.make === 'model').map(({ cells }) => cells);
  const nameAt = (column: number) => modelled[column]!.name;
  const describe = (step: TreeStep): ColumnDescription => {
    const cells = loadCells(modelled[step.column]!);
    const name = cells.name;
    const size = { cells: cells.counts.length - 1 };
    if (step.kind === 'lookup') return { name, how: 'looked up', given: [nameAt(step.from)], figures: size };
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
      how: leaves === 1 ? 'drawn alone' : 'drawn by a tree',
      given: step.given.map(nameAt),
      figures,
    };
  };
  const { rows, settings, columns, steps } = model;
  return {
    method: 'tree',
    version: model.version,
    rows,
    settings,
    columns: [...steps.map(describe), ...describeMade(columns)],
  };
}
