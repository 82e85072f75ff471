import type { BoostedClassifier, BoostedRegressor } from './model.ts';

/** How much a feature's splits lowered the loss, and its share of the whole. */
export type FeatureGain = { readonly name: string; readonly gain: number; readonly share: number };

/**
 * The sum of gains of each feature's splits over all trees, largest first (equal ones in the order of the features).
 * Shares sum to 1, or are all 0 where nothing was split.
 */
export function featureGains(model: BoostedClassifier | BoostedRegressor): FeatureGain[] {
  const gains = new Float64Array(model.features.length);
  for (const node of model.trees.flat(2)) if (node.kind !== 'leaf') gains[node.feature]! += node.gain;
  const total = gains.reduce((sum, gain) => sum + gain, 0);
  return model.features
    .map(({ name }, index) => ({ name, gain: gains[index]!, share: total > 0 ? gains[index]! / total : 0 }))
    .sort((a, b) => b.gain - a.gain);
}
