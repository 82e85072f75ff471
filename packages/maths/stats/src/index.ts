export {
  type Association,
  type AssociationKind,
  type AssociationMeasure,
  associationMatrix,
  associationMeasure,
} from './association.ts';
export { type ChiSquare, chiSquareGoodnessOfFit, chiSquareIndependence } from './chi-square.ts';
export { chiSquareSurvival } from './chi-square-distribution.ts';
export { correlationRatio, momentsByGroup } from './correlation-ratio.ts';
export { alignCounts, pairTotals, totalCount } from './counts.ts';
export { cramersV, cramersVCorrected } from './cramers-v.ts';
export { entropy } from './entropy.ts';
export { fisherExactGreater } from './fisher-exact.ts';
export { incompleteGamma, logGamma } from './gamma.ts';
export { type Histogram, histogram, mergeHistograms, openCounts } from './histogram.ts';
export { histogramEdges } from './histogram-edges.ts';
export { jensenShannonDistance } from './jensen-shannon.ts';
export { kolmogorovTail } from './kolmogorov-distribution.ts';
export {
  type KolmogorovSmirnov,
  kolmogorovSmirnov,
  kolmogorovSmirnovComplement,
} from './kolmogorov-smirnov.ts';
export { missingSimilarity, type Share } from './missing-similarity.ts';
export {
  type Moments,
  meanOf,
  mergeMoments,
  momentsFromCounts,
  momentsOf,
  NO_MOMENTS,
  varianceOf,
} from './moments.ts';
export { proportionDifference } from './newcombe.ts';
export { normalCdf, normalQuantile } from './normal-distribution.ts';
export { completePairs, finiteValues, type Numbers, sortedFinite } from './numbers.ts';
export { pearson } from './pearson.ts';
export {
  PSI_EPSILON,
  populationStability,
  populationStabilityOfNumbers,
  stabilityBand,
} from './population-stability.ts';
export { quantileSorted, quantiles } from './quantile.ts';
export { countsByEdges, quantileEdges } from './quantile-edges.ts';
export { averageRanks } from './ranks.ts';
export { defined, mapResult, type Reason, type Result, undefinedBecause } from './result.ts';
export { type RobustScale, robustScale, robustZ } from './robust-z.ts';
export { signFlipTest } from './sign-flip.ts';
export { spearman } from './spearman.ts';
export { alignLevels } from './table/align-levels.ts';
export { categoryCodes } from './table/category-codes.ts';
export { categoryColumn } from './table/category-column.ts';
export { similarOrder } from './table/similar-order.ts';
export { stackTables } from './table/stack-tables.ts';
export {
  type CategoryCodes,
  type CategoryColumn,
  type Column,
  findColumn,
  lengthOf,
  missingIn,
  type NumberColumn,
  type Table,
  tableOf,
} from './table/table.ts';
export { takeRows } from './table/take-rows.ts';
export { valueAt } from './table/value-at.ts';
export { totalVariation, totalVariationComplement } from './total-variation.ts';
export { type Fences, tukeyFences } from './tukey-fences.ts';
export { standardisedWasserstein, wasserstein } from './wasserstein.ts';
export { type Interval, wilson } from './wilson.ts';
export { wilsonOfClusters } from './wilson-of-clusters.ts';
