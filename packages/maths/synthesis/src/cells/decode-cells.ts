import { createStream, drawBlock, type Stream } from '@assay/random';
import type { Column } from '@assay/stats';
import type { CategoryCells } from './category-cells.ts';
import type { ColumnCells } from './column-cells.ts';
import { gridValue } from './grid.ts';
import type { NumberCells } from './number-cells.ts';

/** Turns cells into values, row by row of the table that is sampled. */
export type Decoder = {
  /** Writes the values of cells[0 ... count) at rows from + 0 ... into `out` at `at`. */
  decode(cells: Uint16Array, count: number, from: number, out: Column, at: number): void;
};

const words = new Uint32Array(4);
const UNIT = 2 ** -32;

/** An empty column for `rows` decoded values. */
export function emptyColumn(cells: ColumnCells, rows: number): Column {
  return cells.kind === 'number'
    ? { kind: 'number', name: cells.name, scale: cells.scale, values: new Float64Array(rows) }
    : { kind: 'category', name: cells.name, codes: new Int32Array(rows), levels: cells.levels };
}

/** Rows [from, to) of a column. */
export function sliceColumn(column: Column, from: number, to: number): Column {
  return column.kind === 'number'
    ? { ...column, values: column.values.subarray(from, to) }
    : { ...column, codes: column.codes.subarray(from, to) };
}

/** The decoder of a column. Only what a cell leaves open is drawn: a value inside of it, a level among the merged. */
export function createDecoder(cells: ColumnCells, seed: string | number): Decoder {
  const stream = createStream(seed, `value/${cells.name}`);
  return cells.kind === 'number' ? numberDecoder(cells, stream) : categoryDecoder(cells, stream);
}

function numberDecoder(cells: NumberCells, stream: Stream): Decoder {
  const { low, high, grid } = cells;
  const missing = low.length;
  return {
    decode(codes, count, from, out, at) {
      if (out.kind !== 'number') throw new RangeError(`column ${out.name} is not a number column`);
      for (let row = 0; row < count; row += 1) {
        const cell = codes[row]!;
        if (cell === missing) {
          out.values[at + row] = Number.NaN;
          continue;
        }
        let place = low[cell]!;
        const width = high[cell]! - place;
        if (width > 0) {
          drawBlock(stream, from + row, 0, 0, words);
          const unit = (words[0]! + words[1]! * UNIT) * UNIT;
          place += grid ? Math.min(width, Math.floor(unit * (width + 1))) : unit * width;
        }
        out.values[at + row] = grid ? gridValue(grid, place) : place;
      }
    },
  };
}

function categoryDecoder(cells: CategoryCells, stream: Stream): Decoder {
  const missing = cells.counts.length - 1;
  const members: number[][] = Array.from({ length: missing }, () => []);
  for (let level = 0; level < cells.levels.length; level += 1)
    if (cells.levelCounts[level]! > 0) members[cells.cellOf[level]!]!.push(level);
  return {
    decode(codes, count, from, out, at) {
      if (out.kind !== 'category') throw new RangeError(`column ${out.name} is not a category column`);
      for (let row = 0; row < count; row += 1) {
        const cell = codes[row]!;
        if (cell === missing) {
          out.codes[at + row] = -1;
          continue;
        }
        const among = members[cell]!;
        if (among.length === 1) {
          out.codes[at + row] = among[0]!;
          continue;
        }
        drawBlock(stream, from + row, 0, 0, words);
        let rest = words[0]! * UNIT * cells.counts[cell]!;
        let pick = 0;
        while (pick < among.length - 1 && rest >= cells.levelCounts[among[pick]!]!) {
          rest -= cells.levelCounts[among[pick]!]!;
          pick += 1;
        }
        out.codes[at + row] = among[pick]!;
      }
    },
  };
}
