/** Most bins of one column, the missing bin aside: a bin's code fits one byte. */
export const MAX_BINS = 255;

/**
 * How a column of numbers is binned: bin `b` holds the values `edges[b - 1] < x <= edges[b]`, the first and the last
 * are open. Edges ascend strictly; there are `edges.length + 1` bins. Missing has the code after the last bin.
 */
export type NumberBins = {
  readonly kind: 'number';
  readonly name: string;
  readonly edges: readonly number[];
};

/**
 * How a column of categories is binned: one bin for each of `levels`, and where `rare` is not empty one more, which
 * these share. Missing, and every level in neither list, has the code after the last bin.
 */
export type CategoryBins = {
  readonly kind: 'category';
  readonly name: string;
  readonly levels: readonly string[];
  readonly rare: readonly string[];
};

/** How a column is binned. Plain JSON. */
export type ColumnBins = NumberBins | CategoryBins;

/** How many bins a column has, the missing bin aside; also the code of the missing bin. */
export function binCount(bins: ColumnBins): number {
  return bins.kind === 'number' ? bins.edges.length + 1 : bins.levels.length + (bins.rare.length > 0 ? 1 : 0);
}
