export type { ColumnFinding, ColumnHints, ColumnScanner, ColumnSummary } from './finder/column-scanner.ts';
export { createColumnScanner } from './finder/column-scanner.ts';
export type { CoordinatePair } from './finder/find-coordinate-pairs.ts';
export { findCoordinatePairs } from './finder/find-coordinate-pairs.ts';
export { findInText } from './finder/find-in-text.ts';
export { FINDING_KINDS, type FindingKind, type Span } from './finder/kinds.ts';
export { mask } from './finder/mask.ts';
export type { FinderScore, Fixture, LabelledColumn, LabelledText, Tally } from './finder/score-finder.ts';
export { scoreFinder } from './finder/score-finder.ts';
