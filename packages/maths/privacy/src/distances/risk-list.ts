import { defined, quantiles, type Result, undefinedBecause } from '@assay/stats';
import type { Nearest } from './nearest.ts';
import { nearestRatios } from './nndr.ts';

/** Below this share of the second distance the nearest row stands out. */
const SINGLED_OUT = 0.5;

/**
 * Why a synthetic row is a risk: it equals a fit row; it is nearer to one than 95% of unseen real rows are; or it is
 * nearer than the typical unseen row and at most half as far from its nearest fit row as from the next.
 */
export type RiskReason = 'copy' | 'nearer-than-unseen' | 'singles-out';

export type RiskyRow = {
  readonly row: number;
  readonly distance: number;
  /** The distance over the typical (median) distance of unseen real rows; null where that is 0. */
  readonly ratio: number | null;
  readonly reason: RiskReason;
  /** The fit row that it is near to. */
  readonly nearest: number;
};

/**
 * The synthetic rows at risk, nearest first, at most `limit`; `of` is how many there are.
 *
 * @param synthetic the nearest fit rows of the synthetic rows
 * @param unseen distances of unseen real rows to the fit rows
 * Undefined: 'empty' without unseen distances.
 */
export function riskList(
  synthetic: Nearest,
  unseen: ArrayLike<number>,
  limit: number,
): Result<{ readonly rows: readonly RiskyRow[]; readonly of: number }> {
  const reference = quantiles(unseen, [0.05, 0.5]);
  if (!reference.ok) return undefinedBecause(reference.reason);
  const [near, typical] = reference.value as [number, number];
  const ratios = nearestRatios(synthetic);
  const rows: RiskyRow[] = [];
  for (let row = 0; row < synthetic.first.length; row += 1) {
    const distance = synthetic.first[row]!;
    const reason = reasonOf(distance, ratios[row]!, near, typical);
    if (reason === null) continue;
    const ratio = typical === 0 ? null : distance / typical;
    rows.push({ row, distance, ratio, reason, nearest: synthetic.row[row]! });
  }
  rows.sort((a, b) => a.distance - b.distance || a.row - b.row);
  return defined({ rows: rows.slice(0, limit), of: rows.length });
}

function reasonOf(distance: number, ratio: number, near: number, typical: number): RiskReason | null {
  if (distance === 0) return 'copy';
  if (distance < near) return 'nearer-than-unseen';
  return distance < typical && ratio <= SINGLED_OUT ? 'singles-out' : null;
}
