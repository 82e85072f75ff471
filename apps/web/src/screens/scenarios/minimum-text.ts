import type { ScenarioMinimum } from '@assay/contracts';

/** A share is kept as so many of a million: four decimals of a percentage are exact. */
const MILLION = 1_000_000;

export const percentOf = (share: Extract<ScenarioMinimum, { kind: 'share' }>): number =>
  Number(((share.numerator / share.denominator) * 100).toFixed(4));

/** The exact share of a percentage as it was typed; null where it is none. */
export function shareOfPercent(percent: number): ScenarioMinimum | null {
  const numerator = Math.round((percent * MILLION) / 100);
  return numerator >= 1 && numerator <= MILLION ? { kind: 'share', numerator, denominator: MILLION } : null;
}
