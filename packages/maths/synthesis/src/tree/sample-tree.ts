import { createStream, type Stream } from '@assay/random';
import type { Column, Table } from '@assay/stats';
import type { ColumnCells } from '../cells/column-cells.ts';
import { encodeColumn } from '../cells/column-cells.ts';
import { createDecoder, type Decoder, emptyColumn, sliceColumn } from '../cells/decode-cells.ts';
import { unpack } from '../cells/pack.ts';
import { loadCells } from '../cells/stored-cells.ts';
import type { SampleRequest } from '../generator.ts';
import { assembleTable } from '../plan/assemble-table.ts';
import { type Bins, binsOf } from './bins.ts';
import { createDrawSpace, drawCells } from './draw-cells.ts';
import type { TreeModel, TreeStep } from './model.ts';
import { type LoadedTree, loadTree } from './store-tree.ts';

/** Rows that are drawn together; a part of how rows come about, so a new size is a new version of the method. */
const BLOCK = 8192;

type Drawn = {
  readonly cells: ColumnCells;
  readonly bins: Bins;
  readonly decoder: Decoder;
  readonly stream: Stream;
  readonly out: Column;
  /** Of the block at hand. */
  readonly codes: Uint16Array;
};

type Lookup = {
  readonly value: ArrayLike<number>;
  readonly numbers: ArrayLike<number>;
  readonly cell: Uint16Array;
};

type LoadedStep =
  | { readonly kind: 'tree'; readonly column: number; readonly tree: LoadedTree }
  | { readonly kind: 'lookup'; readonly column: number; readonly from: number; readonly lookup: Lookup };

/** Samples rows [from, to) of sequential trees, block by block and column by column. */
export function sampleTree(model: TreeModel, request: SampleRequest): Table {
  const { seed, from, to, control } = request;
  // Blocks begin at multiples of their size whatever is asked for, because the rows of a block share out leaves.
  const begin = Math.floor(from / BLOCK) * BLOCK;
  const rows = to === from ? 0 : Math.ceil(to / BLOCK) * BLOCK - begin;
  const drawn = model.columns
    .filter((column) => column.make === 'model')
    .map(({ cells: stored }): Drawn => {
      const cells = loadCells(stored);
      const stream = createStream(seed, `tree/${cells.name}`);
      const [bins, decoder] = [binsOf(cells), createDecoder(cells, seed)];
      return { cells, bins, decoder, stream, out: emptyColumn(cells, rows), codes: new Uint16Array(BLOCK) };
    });
  const steps = model.steps.map((step) => loadStep(step, drawn));
  const bins = drawn.map(() => new Uint8Array(BLOCK));
  const space = createDrawSpace(BLOCK);
  for (let at = 0; at < rows; at += BLOCK) {
    control?.throwIfAborted();
    control?.progress(at, rows);
    for (const step of steps) {
      const column = drawn[step.column]!;
      const { codes, cells, decoder, stream, out } = column;
      if (step.kind === 'lookup') lookUp(step.lookup, drawn[step.from]!, column, BLOCK, at);
      else {
        const smooth = cells.kind === 'number' ? cells.smooth : null;
        drawCells(step.tree, bins, stream, begin + at, BLOCK, smooth, space, codes);
        decoder.decode(codes, BLOCK, begin + at, out, at);
      }
      const to = bins[step.column]!;
      for (let row = 0; row < BLOCK; row += 1) to[row] = column.bins.ofCell[codes[row]!]!;
    }
  }
  control?.progress(rows, rows);
  const modelled = drawn.map(({ out }) => sliceColumn(out, from - begin, to - begin));
  return assembleTable(model.columns, modelled, request);
}

function loadStep(step: TreeStep, drawn: readonly Drawn[]): LoadedStep {
  if (step.kind === 'tree') return { kind: 'tree', column: step.column, tree: loadTree(step.tree) };
  const { cells } = drawn[step.column]!;
  const value = unpack(step.value);
  const numbers = unpack(step.numbers);
  const values = Float64Array.from(value, (each) => (each === 0 ? Number.NaN : numbers[each - 1]!));
  const column: Column =
    cells.kind === 'category'
      ? {
          kind: 'category',
          name: cells.name,
          levels: cells.levels,
          codes: Int32Array.from(value, (v) => v - 1),
        }
      : { kind: 'number', name: cells.name, scale: cells.scale, values };
  const lookup = { value, numbers, cell: encodeColumn(cells, column) };
  return { kind: 'lookup', column: step.column, from: step.from, lookup };
}

/** Writes cells and values of a column that another determines. */
function lookUp(lookup: Lookup, from: Drawn, to: Drawn, count: number, at: number): void {
  const { value, numbers, cell } = lookup;
  const missing = from.cells.counts.length - 1;
  for (let row = 0; row < count; row += 1) {
    let key: number;
    if (from.out.kind === 'category') key = from.out.codes[at + row]! + 1;
    else key = from.codes[row] === missing ? 0 : from.codes[row]! + 1;
    to.codes[row] = cell[key]!;
    const found = value[key]!;
    if (to.out.kind === 'category') to.out.codes[at + row] = found - 1;
    else to.out.values[at + row] = found === 0 ? Number.NaN : numbers[found - 1]!;
  }
}
