import { createStream, type Stream } from '@assay/random';
import type { Column, Table } from '@assay/stats';
import { createDecoder, type Decoder, emptyColumn, sliceColumn } from '../cells/decode-cells.ts';
import type { SampleRequest } from '../generator.ts';
import { assembleTable } from '../plan/assemble-table.ts';
import { createDrawSpace, drawCells } from './draw-cells.ts';
import { drawConditioned } from './draw-conditioned.ts';
import { type LoadedColumn, type LoadedLookup, loadModel } from './load-model.ts';
import type { SequentialModel } from './model.ts';

/** Rows that are drawn together; a part of how rows come about, so a new size is a new version of the method. */
const BLOCK = 8192;

type Drawn = LoadedColumn & {
  readonly decoder: Decoder;
  readonly stream: Stream;
  readonly out: Column;
  /** Of the block at hand. */
  readonly codes: Uint16Array;
};

/** Samples rows [from, to) of sequential trees, block by block and column by column. */
export function sampleTree(model: SequentialModel, request: SampleRequest): Table {
  const { seed, from, to, control, conditions } = request;
  // Blocks begin at multiples of their size whatever is asked for, because the rows of a block share out leaves.
  const begin = Math.floor(from / BLOCK) * BLOCK;
  const rows = to === from ? 0 : Math.ceil(to / BLOCK) * BLOCK - begin;
  const loaded = loadModel(model);
  const drawn = loaded.columns.map((column): Drawn => {
    const { cells } = column;
    const stream = createStream(seed, `tree/${cells.name}`);
    const decoder = createDecoder(cells, seed);
    return { ...column, decoder, stream, out: emptyColumn(cells, rows), codes: new Uint16Array(BLOCK) };
  });
  const bins = drawn.map(() => new Uint8Array(BLOCK));
  const space = createDrawSpace(BLOCK);
  for (let at = 0; at < rows; at += BLOCK) {
    control?.throwIfAborted();
    control?.progress(at, rows);
    for (const step of loaded.steps) {
      const column = drawn[step.column]!;
      const { codes, smooth, decoder, stream, out } = column;
      if (step.kind === 'lookup') lookUp(step, drawn[step.from]!, column, at);
      else {
        drawCells(step.tree, bins, stream, begin + at, BLOCK, smooth, space, codes);
        decoder.decode(codes, BLOCK, begin + at, out, at);
      }
      const to = bins[step.column]!;
      for (let row = 0; row < BLOCK; row += 1) to[row] = column.bins.ofCell[codes[row]!]!;
    }
  }
  const modelled = drawn.map(({ out }) => sliceColumn(out, from - begin, to - begin));
  if (conditions) drawConditioned(loaded, request, conditions, modelled);
  control?.progress(rows, rows);
  return assembleTable(model.columns, modelled, request);
}

/** Writes cells and values of a column that another determines. */
function lookUp({ value, cell }: LoadedLookup, from: Drawn, to: Drawn, at: number): void {
  const missing = from.cells.counts.length - 1;
  for (let row = 0; row < BLOCK; row += 1) {
    let key: number;
    if (from.out.kind === 'category') key = from.out.codes[at + row]! + 1;
    else key = from.codes[row] === missing ? 0 : from.codes[row]! + 1;
    to.codes[row] = cell[key]!;
    if (to.out.kind === 'category') to.out.codes[at + row] = value[key]!;
    else to.out.values[at + row] = value[key]!;
  }
}
