/**
 * What the leaf size did to sequential trees on the UCI Adult table, as docs/generators/tree.md states it: trend error
 * as a multiple of what real rows score, boosted detection, ROC AUC of models trained on synthetic rows, DCR share.
 */
export const LEAF_FIGURES = [
  { leaf: 20, trend: 0.99, detection: 0.52, utility: 0.924, dcr: 0.528 },
  { leaf: 50, trend: 1, detection: 0.523, utility: 0.924, dcr: 0.527 },
  { leaf: 100, trend: 1, detection: 0.528, utility: 0.924, dcr: 0.524 },
  { leaf: 200, trend: 1.03, detection: 0.541, utility: 0.922, dcr: 0.516 },
  { leaf: 400, trend: 1.07, detection: 0.56, utility: 0.922, dcr: 0.512 },
] as const;

/** The measured leaf size that is nearest by ratio. */
export function nearestLeaf(leaf: number): number {
  const distance = (measured: number) => Math.abs(Math.log(measured / Math.max(leaf, 1)));
  return LEAF_FIGURES.reduce((best, each) => (distance(each.leaf) < distance(best.leaf) ? each : best)).leaf;
}
