import { createStream, drawBlock } from '@assay/random';
import type { Table } from '@assay/stats';
import type { ColumnCells } from '../cells/column-cells.ts';
import { createDecoder, emptyColumn } from '../cells/decode-cells.ts';
import { loadCells } from '../cells/stored-cells.ts';
import type { FitInput, Generator, ModelDescription, SampleRequest } from '../generator.ts';
import { assembleTable } from '../plan/assemble-table.ts';
import { checkRequest } from '../plan/check-request.ts';
import { describeMade } from '../plan/describe-made.ts';
import { fitColumns } from '../plan/fit-columns.ts';
import type { ModelColumn } from '../plan/model-column.ts';

export type IndependentSettings = {
  /** Values and levels of fewer rows are merged with others. */
  readonly rare: number;
};

/** A fitted model of independent marginals: the cells of each column and their rows. */
export type IndependentModel = {
  readonly method: 'independent';
  readonly version: 1;
  readonly rows: number;
  readonly settings: IndependentSettings;
  readonly columns: readonly ModelColumn[];
};

const BLOCK = 8192;
const UNIT = 2 ** -32;

/** Each column drawn alone: right in every column and in no pair of them. The control, not a method to use. */
export const independentGenerator: Generator<IndependentSettings, IndependentModel> = {
  name: 'independent',
  defaults: { rare: 10 },
  fit: fitIndependent,
  sample: sampleIndependent,
  describe: describeIndependent,
};

function fitIndependent(input: FitInput<IndependentSettings>): IndependentModel {
  const { table, plan, settings, control } = input;
  control?.throwIfAborted();
  const { columns } = fitColumns(table, plan, settings.rare, undefined);
  control?.progress(1, 1);
  return { method: 'independent', version: 1, rows: table.rows, settings, columns };
}

function sampleIndependent(model: IndependentModel, request: SampleRequest): Table {
  checkRequest(request);
  const { seed, from, to, control } = request;
  const modelled = model.columns.filter((column) => column.make === 'model');
  const codes = new Uint16Array(BLOCK);
  const drawn = modelled.map(({ cells: stored }, index) => {
    const cells = loadCells(stored);
    const out = emptyColumn(cells, to - from);
    const decoder = createDecoder(cells, seed);
    const draw = cellDrawer(cells, seed);
    control?.progress(index, modelled.length);
    for (let row = from; row < to; row += BLOCK) {
      control?.throwIfAborted();
      const count = Math.min(BLOCK, to - row);
      draw(row, count, codes);
      decoder.decode(codes, count, row, out, row - from);
    }
    return out;
  });
  control?.progress(modelled.length, modelled.length);
  return assembleTable(model.columns, drawn, request);
}

/** Draws cells by their share of the rows. */
function cellDrawer(
  cells: ColumnCells,
  seed: SampleRequest['seed'],
): (from: number, count: number, out: Uint16Array) => void {
  const stream = createStream(seed, `independent/${cells.name}`);
  const words = new Uint32Array(4);
  const upTo = Float64Array.from(cells.counts);
  for (let cell = 1; cell < upTo.length; cell += 1) upTo[cell]! += upTo[cell - 1]!;
  const total = upTo.at(-1)!;
  return (from, count, out) => {
    for (let row = 0; row < count; row += 1) {
      drawBlock(stream, from + row, 0, 0, words);
      const place = words[0]! * UNIT * total;
      let low = 0;
      let high = upTo.length - 1;
      while (low < high) {
        const middle = (low + high) >> 1;
        if (upTo[middle]! > place) high = middle;
        else low = middle + 1;
      }
      out[row] = low;
    }
  };
}

function describeIndependent(model: IndependentModel): ModelDescription {
  const { method, version, rows, settings, columns } = model;
  const modelled = columns.filter((column) => column.make === 'model');
  const alone = modelled.map(({ cells }) => {
    const figures = { cells: loadCells(cells).counts.length - 1 };
    return { name: cells.name, how: 'drawn alone', given: [], figures };
  });
  return { method, version, rows, settings, columns: [...alone, ...describeMade(columns)] };
}
