import { cellCount } from '../cells/column-cells.ts';
import { packDoubles, packIntegers } from '../cells/pack.ts';
import type { FitInput } from '../generator.ts';
import { type FittedColumn, fitColumns } from '../plan/fit-columns.ts';
import { binsOf } from './bins.ts';
import { columnOrder } from './column-order.ts';
import { growTree, type Predictor } from './grow-tree.ts';
import { keyCount, lookupKeys, lookupOf } from './lookup.ts';
import type { TreeModel, TreeSettings, TreeStep } from './model.ts';
import { responseOf } from './response.ts';
import { storeTree } from './store-tree.ts';

/** Fits sequential trees: every modelled column by a tree over those before it, or by a lookup from one of them. */
export function fitTree({ table, plan, settings, control }: FitInput<TreeSettings>): TreeModel {
  const { columns, modelled } = fitColumns(table, plan, settings.rare, settings.target);
  const predictors = modelled.map(({ cells, codes }, column): Predictor => {
    const bins = binsOf(cells);
    return { column, bins, codes: Uint8Array.from(codes, (cell) => bins.ofCell[cell]!) };
  });
  const first = modelled.findIndex(({ name }) => name === settings.target);
  const { order, dependence } = columnOrder(predictors, first);
  const keys = modelled.map(({ cells, column, codes }) => lookupKeys(cells, column, codes));
  const steps = order.map((column, place): TreeStep => {
    control?.throwIfAborted();
    control?.progress(place, order.length);
    const before = order.slice(0, place);
    const strongest = strongestOf(before, dependence[column]!);
    return lookUp(modelled, keys, column, before) ?? grow(modelled, predictors, column, strongest);
  });
  control?.progress(order.length, order.length);
  return { method: 'tree', version: 1, rows: table.rows, settings, columns, steps };

  function grow(
    all: readonly FittedColumn[],
    askable: readonly Predictor[],
    column: number,
    before: readonly number[],
  ): TreeStep {
    const { cells, codes } = all[column]!;
    const tree = growTree(
      before.map((each) => askable[each]!),
      responseOf(cells, codes),
      table.rows,
      settings,
      control,
    );
    const given = [...tree.evidence].sort((a, b) => b[1] - a[1] || a[0] - b[0]).map(([each]) => each);
    return { kind: 'tree', column, tree: storeTree(tree, codes, cellCount(cells)), given };
  }
}

/** A tree asks about at most so many columns: those that its own depends on most. */
const MOST_PREDICTORS = 40;

function strongestOf(columns: readonly number[], dependence: Float64Array): readonly number[] {
  if (columns.length <= MOST_PREDICTORS) return columns;
  const strongest = [...columns].sort((a, b) => dependence[b]! - dependence[a]! || a - b);
  return strongest.slice(0, MOST_PREDICTORS);
}

/** The column looked up from the first earlier one that determines it, if one does. */
function lookUp(
  all: readonly FittedColumn[],
  keys: readonly (Int32Array | null)[],
  column: number,
  before: readonly number[],
): TreeStep | null {
  const { column: values } = all[column]!;
  for (const from of before) {
    const key = keys[from];
    const value = key ? lookupOf(key, keyCount(all[from]!.cells), values) : null;
    if (!value) continue;
    if (values.kind === 'category')
      return {
        kind: 'lookup',
        column,
        from,
        value: packIntegers(value.map((code) => (Number.isNaN(code) ? 0 : code + 1))),
        numbers: packDoubles([]),
      };
    const numbers = value.filter((each) => !Number.isNaN(each));
    let place = 0;
    const places = value.map((each) => (Number.isNaN(each) ? 0 : ++place));
    return { kind: 'lookup', column, from, value: packIntegers(places), numbers: packDoubles(numbers) };
  }
  return null;
}
