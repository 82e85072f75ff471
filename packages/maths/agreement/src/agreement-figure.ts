import { defined, type Result, undefinedBecause } from '@assay/stats';

/** An agreement that is corrected for chance. */
export type AgreementFigure = {
  /** 1 is full agreement, 0 what chance alone gives, below 0 worse than chance. */
  readonly value: number;
  /** Agreement that was observed, in [0, 1]. */
  readonly observed: number;
  /** Agreement that chance alone would give, in [0, 1). */
  readonly expected: number;
  /** Units with at least two ratings: those that the observed agreement is of. */
  readonly units: number;
  /** Ratings that were read. */
  readonly ratings: number;
};

/** (observed - expected) / (1 - expected). Undefined: 'unanimous' where chance alone agrees fully. */
export function correctedForChance(
  parts: Pick<AgreementFigure, 'observed' | 'expected' | 'units' | 'ratings'>,
): Result<AgreementFigure> {
  if (parts.units === 0) return undefinedBecause('too-few');
  if (parts.expected >= 1) return undefinedBecause('unanimous');
  return defined({ ...parts, value: (parts.observed - parts.expected) / (1 - parts.expected) });
}
