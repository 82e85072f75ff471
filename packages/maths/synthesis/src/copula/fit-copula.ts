import { packDoubles, packIntegers } from '../cells/pack.ts';
import type { FitInput } from '../generator.ts';
import { type FittedColumn, fitColumns } from '../plan/fit-columns.ts';
import { repairedCholesky } from './cholesky.ts';
import { type LatentScale, latentCorrelation, latentScale } from './latent-scale.ts';
import type { CopulaModel, CopulaSettings, LatentPart } from './model.ts';

type Part = LatentPart & {
  readonly scale: LatentScale;
  /** Score of each row, NaN where the column is missing. */
  readonly scores: Float64Array;
};

/** Fits a Gaussian copula: each column a cut normal, whether it is missing another, their correlations pair by pair. */
export function fitCopula({ table, plan, settings, control }: FitInput<CopulaSettings>): CopulaModel {
  const { columns, modelled } = fitColumns(table, plan, settings.rare, settings.target);
  const lead = modelled.find(({ name }) => name === settings.target);
  const parts = modelled.flatMap((each, column) => partsOf(each, column, lead));
  const size = parts.length;
  const matrix = new Float64Array((size * (size + 1)) / 2);
  for (let a = 0; a < size; a += 1) {
    control?.throwIfAborted();
    control?.progress(a, size);
    for (let b = 0; b <= a; b += 1)
      matrix[(a * (a + 1)) / 2 + b] = a === b ? 1 : correlationOf(parts[a]!, parts[b]!);
  }
  control?.throwIfAborted();
  const { factor, shrunkBy } = repairedCholesky(matrix, size);
  control?.progress(size, size);
  return {
    method: 'copula',
    version: 1,
    rows: table.rows,
    settings,
    columns,
    parts: parts.map(({ column, kind, order }) => ({ column, kind, order })),
    factor: packDoubles(factor),
    shrunkBy,
  };
}

function partsOf(fitted: FittedColumn, column: number, lead: FittedColumn | undefined): Part[] {
  const { cells, codes } = fitted;
  const last = cells.counts.length - 1;
  const order = cellOrder(fitted, lead);
  const scale = latentScale(order.map((cell) => cells.counts[cell]!));
  const score = new Float64Array(last + 1).fill(Number.NaN);
  order.forEach((cell, place) => {
    score[cell] = scale.score[place]!;
  });
  const scores = Float64Array.from(codes, (code) => score[code]!);
  const parts: Part[] = [];
  if (order.length > 0) parts.push({ column, kind: 'cells', order: packIntegers(order), scale, scores });
  const missing = cells.counts[last]!;
  if (missing > 0 && order.length > 0) {
    const absent = latentScale([codes.length - missing, missing]);
    const flags = Float64Array.from(codes, (code) => absent.score[code === last ? 1 : 0]!);
    parts.push({ column, kind: 'missing', order: packIntegers([]), scale: absent, scores: flags });
  }
  return parts;
}

/** Numbers by size; categories by the mean cell of the target, or by how frequent they are. */
function cellOrder({ cells, codes }: FittedColumn, lead: FittedColumn | undefined): number[] {
  const last = cells.counts.length - 1;
  const order = Array.from({ length: last }, (_, cell) => cell).filter((cell) => cells.counts[cell]! > 0);
  if (cells.kind === 'number') return order;
  const key = new Float64Array(last + 1);
  if (lead && lead.cells !== cells)
    for (let row = 0; row < codes.length; row += 1)
      key[codes[row]!]! += lead.codes[row]! / cells.counts[codes[row]!]!;
  else for (const cell of order) key[cell] = cells.counts[cell]!;
  return order.sort((a, b) => key[a]! - key[b]! || a - b);
}

/** The correlation of the normals behind two columns, over the rows that have both. */
function correlationOf(a: Part, b: Part): number {
  if (a.column === b.column) return 0;
  let rows = 0;
  let [sumA, sumB, sumAb] = [0, 0, 0];
  for (let row = 0; row < a.scores.length; row += 1) {
    const [left, right] = [a.scores[row]!, b.scores[row]!];
    if (Number.isNaN(left) || Number.isNaN(right)) continue;
    rows += 1;
    sumA += left;
    sumB += right;
    sumAb += left * right;
  }
  if (rows < 2) return 0;
  return latentCorrelation(a.scale, b.scale, sumAb / rows - (sumA / rows) * (sumB / rows));
}
