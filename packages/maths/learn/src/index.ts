export { binColumn } from './binning/bin-column.ts';
export { binEdges } from './binning/bin-edges.ts';
export { type BinnedTable, binTable } from './binning/bin-table.ts';
export { binsOfColumn } from './binning/bins-of-column.ts';
export {
  binCount,
  type CategoryBins,
  type ColumnBins,
  MAX_BINS,
  type NumberBins,
} from './binning/column-bins.ts';
export { type FeatureGain, featureGains } from './boosting/feature-gains.ts';
export { fitBoostedClassifier } from './boosting/fit-classifier.ts';
export { fitBoostedRegressor } from './boosting/fit-regressor.ts';
export type { BoostedClassifier, BoostedRegressor, Leaf, Split, Tree } from './boosting/model.ts';
export type { BoostingOptions } from './boosting/options.ts';
export { predictBoosted, predictBoostedNumber } from './boosting/predict.ts';
export { BOOSTING, type BoostingSettings } from './boosting/settings.ts';
export { type ClassProbabilities, probabilityOf } from './class-probabilities.ts';
export type { Control } from './control.ts';
export { type CrossFit, type CrossFitOptions, crossFit } from './folds/cross-fit.ts';
export { stratifiedFolds } from './folds/stratified-folds.ts';
export { boostedLearner, type Learner, logisticLearner } from './learner.ts';
export type { CategoryCoding, FeatureCoding, NumberCoding } from './logistic/feature-coding.ts';
export { fitLogistic, type LogisticOptions } from './logistic/fit-logistic.ts';
export type { LogisticModel } from './logistic/model.ts';
export { predictLogistic } from './logistic/predict-logistic.ts';
export { LOGISTIC, type LogisticSettings } from './logistic/settings.ts';
export { brierScore } from './scores/brier-score.ts';
export { type Calibration, type CalibrationBin, calibration } from './scores/calibration.ts';
export { type ClassRocAuc, classRocAuc } from './scores/class-roc-auc.ts';
export { type Averages, type ClassScore, type ClassScores, classScores } from './scores/class-scores.ts';
export { type ConfusionMatrix, confusionMatrix } from './scores/confusion-matrix.ts';
export { logLoss } from './scores/log-loss.ts';
export { predictedClass } from './scores/predicted-class.ts';
export { rocAuc } from './scores/roc-auc.ts';
export { rocAucInterval } from './scores/roc-auc-interval.ts';
export { type Supervised, splitTarget } from './table/split-target.ts';
