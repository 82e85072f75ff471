import type { ColumnReference } from '@assay/contracts';
import { readMoment } from '../predicate/moment-text.ts';
import type { Cell } from '../predicate/operand.ts';

/** Where a value lies among the real ones. Shares are of the real rows that have a value. */
export type CellPlace =
  /** In the bin `at`: `here` is its share, `below` that of all before it. */
  | { kind: 'bin'; at: number; below: number; here: number; outlier: 'low' | 'high' | null }
  | { kind: 'value'; share: number }
  /** Too few real rows have it to say more, or none. */
  | { kind: 'rare' }
  /** Nothing is known, or the cell is empty or cannot be read. */
  | { kind: 'none' };

const NONE: CellPlace = { kind: 'none' };

function inBins<Edge>(
  bins: readonly { upTo: Edge | null; rows: number }[],
  isBelow: (edge: Edge) => boolean,
): { at: number; below: number; here: number } {
  const total = bins.reduce((sum, bin) => sum + bin.rows, 0);
  const found = bins.findIndex((bin) => bin.upTo === null || isBelow(bin.upTo));
  const at = found === -1 ? bins.length - 1 : found;
  const before = bins.slice(0, at).reduce((sum, bin) => sum + bin.rows, 0);
  return { at, below: before / total, here: (bins[at]?.rows ?? 0) / total };
}

export function placeInReference(reference: ColumnReference, cell: Cell): CellPlace {
  if (cell === null || reference.kind === 'none') return NONE;
  if (reference.kind === 'category') {
    const found = reference.values.find((each) => each.value === String(cell));
    return found === undefined ? { kind: 'rare' } : { kind: 'value', share: found.rows / reference.of };
  }
  if (reference.kind === 'moment') {
    const moment = readMoment(String(cell));
    if (moment === null) return NONE;
    const isBelow = (edge: string) => moment.micros < (readMoment(edge)?.micros ?? 0n);
    return { kind: 'bin', ...inBins(reference.bins, isBelow), outlier: null };
  }
  const value = typeof cell === 'boolean' ? Number.NaN : Number(cell);
  if (!Number.isFinite(value)) return NONE;
  const { bins, fences } = reference;
  const outlier = fences === null ? null : value < fences.low ? 'low' : value > fences.high ? 'high' : null;
  return { kind: 'bin', ...inBins(bins, (edge) => value < edge), outlier };
}
