import { createStream, drawNormal } from '@assay/random';
import type { Table } from '@assay/stats';
import { createDecoder, emptyColumn } from '../cells/decode-cells.ts';
import { unpack } from '../cells/pack.ts';
import { loadCells } from '../cells/stored-cells.ts';
import type { SampleRequest } from '../generator.ts';
import { assembleTable } from '../plan/assemble-table.ts';
import { drawConditionedCopula } from './draw-conditioned-copula.ts';
import { latentScale } from './latent-scale.ts';
import type { CopulaModel } from './model.ts';

const BLOCK = 4096;

/** Samples rows [from, to): correlated normals, cut where the cells of the columns lie. */
export function sampleCopula(model: CopulaModel, request: SampleRequest): Table {
  const { seed, from, to, control, conditions } = request;
  const rows = to - from;
  const columns = model.columns
    .filter((column) => column.make === 'model')
    .map(({ cells: stored }) => {
      const cells = loadCells(stored);
      const out = emptyColumn(cells, rows);
      // A column that was never there has no normal: all of it is the missing cell.
      const codes = new Uint16Array(BLOCK).fill(cells.counts.length - 1);
      return { cells, out, codes, decoder: createDecoder(cells, seed) };
    });
  const parts = model.parts.map(({ column, kind, order: packed }) => {
    const { cells, codes } = columns[column]!;
    const last = cells.counts.length - 1;
    const known = cells.counts.reduce((sum, count) => sum + count, 0) - cells.counts[last]!;
    const order = kind === 'cells' ? [...unpack(packed)] : [-1, last];
    const shares = kind === 'cells' ? order.map((cell) => cells.counts[cell]!) : [known, cells.counts[last]!];
    const stream = createStream(seed, `copula/${kind}/${cells.name}`);
    return { column, kind, codes, order, cuts: latentScale(shares).cuts, stream };
  });
  const factor = unpack(model.factor);
  const normals = parts.map(() => new Float64Array(BLOCK));
  for (let at = 0; at < rows; at += BLOCK) {
    control?.throwIfAborted();
    control?.progress(at, rows);
    const count = Math.min(BLOCK, rows - at);
    parts.forEach(({ codes, order, cuts, stream }, index) => {
      const own = normals[index]!;
      const line = (index * (index + 1)) / 2;
      for (let row = 0; row < count; row += 1) {
        own[row] = drawNormal(stream, from + at + row);
        let sum = 0;
        for (let other = 0; other <= index; other += 1) sum += factor[line + other]! * normals[other]![row]!;
        const cell = order[partAt(cuts, sum)]!;
        if (cell >= 0) codes[row] = cell;
      }
    });
    for (const { decoder, codes, out } of columns) decoder.decode(codes, count, from + at, out, at);
  }
  const drawn = columns.map(({ out }) => out);
  if (conditions)
    drawConditionedCopula(
      columns.map(({ cells }) => cells),
      parts,
      factor,
      request,
      conditions,
      drawn,
    );
  control?.progress(rows, rows);
  return assembleTable(model.columns, drawn, request);
}

/** The part of a cut normal that a value lies in. */
function partAt(cuts: Float64Array, value: number): number {
  let low = 0;
  let high = cuts.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (cuts[middle]! < value) low = middle + 1;
    else high = middle;
  }
  return low;
}
