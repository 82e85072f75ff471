export {
  type AttributionMethod,
  type CorrectAttribution,
  correctAttribution,
} from './anonymity/correct-attribution.ts';
export {
  classSizes,
  type EquivalenceClasses,
  equivalenceClasses,
} from './anonymity/equivalence-classes.ts';
export { type KAnonymity, kAnonymity, kMap } from './anonymity/k-anonymity.ts';
export { type LDiversity, lDiversity } from './anonymity/l-diversity.ts';
export { type SensitiveCounts, sensitiveCounts } from './anonymity/sensitive-counts.ts';
export { tCloseness } from './anonymity/t-closeness.ts';
export { type DcrShare, dcrShare, overfittingProtection } from './distances/dcr-share.ts';
export { type DistanceSummary, distanceSummary } from './distances/distance-summary.ts';
export { type EqualHalves, equalHalves } from './distances/equal-halves.ts';
export { type Copies, countCopies, type ExcessCopies, excessCopies } from './distances/exact-copies.ts';
export {
  type GowerCategory,
  type GowerNumber,
  type GowerRows,
  type GowerSpace,
  gowerDistance,
  gowerRows,
  gowerSpace,
} from './distances/gower-space.ts';
export { type Nearest, type NearestOptions, nearest } from './distances/nearest.ts';
export { type NearestIndex, nearestIndex } from './distances/nearest-index.ts';
export { type NewRows, newRows } from './distances/new-rows.ts';
export { nearestRatios } from './distances/nndr.ts';
export { type RiskReason, type RiskyRow, riskList } from './distances/risk-list.ts';
export type { ColumnFinding, ColumnHints, ColumnScanner, ColumnSummary } from './finder/column-scanner.ts';
export { createColumnScanner } from './finder/column-scanner.ts';
export type { CoordinatePair } from './finder/find-coordinate-pairs.ts';
export { findCoordinatePairs } from './finder/find-coordinate-pairs.ts';
export { findInText } from './finder/find-in-text.ts';
export { FINDING_KINDS, type FindingKind, type Span } from './finder/kinds.ts';
export { mask } from './finder/mask.ts';
export type { FinderScore, Fixture, LabelledColumn, LabelledText, Tally } from './finder/score-finder.ts';
export { scoreFinder } from './finder/score-finder.ts';
