import type { Column, NumberColumn } from '@assay/stats';
import { type ColumnCells, encodeColumn } from '../cells/column-cells.ts';
import { unpack } from '../cells/pack.ts';
import { loadCells } from '../cells/stored-cells.ts';
import type { ModelColumn } from '../plan/model-column.ts';
import { type Bins, binsOf } from './bins.ts';
import type { TreeStep } from './model.ts';
import { type LoadedTree, loadTree } from './store-tree.ts';

/** A modelled column, ready to be drawn. */
export type LoadedColumn = {
  readonly cells: ColumnCells;
  readonly bins: Bins;
  /** Per cell: 1 where a value may be moved towards its neighbours; null for a category. */
  readonly smooth: Uint8Array | null;
};

/** Values by key: a key is 1 + level or 1 + cell of the column that determines, 0 where that is missing. */
export type LoadedLookup = {
  readonly kind: 'lookup';
  readonly column: number;
  readonly from: number;
  /** Level code or number; -1 or NaN is missing. */
  readonly value: Float64Array;
  readonly cell: Uint16Array;
};

export type LoadedStep =
  | { readonly kind: 'tree'; readonly column: number; readonly tree: LoadedTree }
  | LoadedLookup;

export type LoadedModel = {
  readonly columns: readonly LoadedColumn[];
  readonly steps: readonly LoadedStep[];
};

/** A fitted model of trees and lookups, ready to be drawn from. */
export function loadModel(model: {
  readonly columns: readonly ModelColumn[];
  readonly steps: readonly TreeStep[];
}): LoadedModel {
  const columns = model.columns
    .filter((column) => column.make === 'model')
    .map(({ cells: stored }): LoadedColumn => {
      const cells = loadCells(stored);
      return { cells, bins: binsOf(cells), smooth: cells.kind === 'number' ? cells.smooth : null };
    });
  return { columns, steps: model.steps.map((step) => loadStep(step, columns)) };
}

function loadStep(step: TreeStep, columns: readonly LoadedColumn[]): LoadedStep {
  const { column } = step;
  if (step.kind === 'tree') return { kind: 'tree', column, tree: loadTree(step.tree) };
  const { cells } = columns[column]!;
  const places = unpack(step.value);
  const numbers = unpack(step.numbers);
  const isCategory = cells.kind === 'category';
  const value = Float64Array.from(places, (place) => {
    if (isCategory) return place - 1;
    return place === 0 ? Number.NaN : numbers[place - 1]!;
  });
  const asColumn: Column = isCategory
    ? { kind: 'category', name: cells.name, levels: cells.levels, codes: Int32Array.from(value) }
    : ({ kind: 'number', name: cells.name, scale: cells.scale, values: value } satisfies NumberColumn);
  return { kind: 'lookup', column, from: step.from, value, cell: encodeColumn(cells, asColumn) };
}
