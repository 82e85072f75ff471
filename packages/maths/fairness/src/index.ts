export { type Aif360Parity, aif360Parity, type SignedParity } from './aif360-parity.ts';
export { type Assessed, MINIMUM_GROUP } from './assessable.ts';
export { type ConditionalDifference, conditionalDifference } from './conditional-difference.ts';
export {
  type ContingencyCube,
  type CubeCell,
  type GroupTally,
  type GroupValues,
  groupKey,
  tallyGroups,
} from './contingency-cube.ts';
export { type FairlearnParity, fairlearnParity } from './fairlearn-parity.ts';
export { type FourFifths, type FourFifthsGroup, fourFifths } from './four-fifths.ts';
export { type GroupShare, groupShares } from './group-shares.ts';
export {
  compareWithPopulation,
  type PopulationComparison,
  type PopulationDifference,
  type PopulationGroup,
} from './population-comparison.ts';
export { compareRates, type SelectionRate, selectionRates } from './selection-rates.ts';
