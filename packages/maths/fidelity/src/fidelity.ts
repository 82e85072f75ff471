import { defined, type Result, type Table, undefinedBecause } from '@assay/stats';
import { type Coverage, coverage } from './adherence/coverage.ts';
import { type Validity, validity } from './adherence/validity.ts';
import { prepareTables } from './columns/prepare.ts';
import type { Control } from './control.ts';
import type { FidelityMode, Score } from './score.ts';
import { columnShapes, missingShapes, type Shapes } from './shapes/column-shapes.ts';
import { type StatisticSimilarity, statisticSimilarities } from './shapes/statistic-similarity.ts';
import { pairTrends, type Trends } from './trends/pair-trends.ts';
import { type ThreeWay, threeWay } from './trends/three-way.ts';

export type FidelityOptions = {
  readonly mode: FidelityMode;
  /** Columns that identify a row: no shape, no trends. */
  readonly ids?: readonly string[];
  /** Columns that must be unique; they count as identifiers. */
  readonly keys?: readonly string[];
  /** Draws the triples where there are too many. */
  readonly seed?: string | number;
  readonly control?: Control;
};

/** What one table shares with another. Every number has its floor; undefined ones have their reason. */
export type Fidelity = {
  readonly mode: FidelityMode;
  readonly rows: { readonly real: number; readonly synthetic: number };
  readonly shapes: Shapes;
  readonly missing: ReturnType<typeof missingShapes>;
  readonly trends: Trends;
  readonly threeWay: ThreeWay;
  /** The mean of shapes and trends; `strongQuality` takes the trends of strong pairs only. */
  readonly quality: Result<number>;
  readonly strongQuality: Result<number>;
  readonly validity: Validity;
  readonly coverage: Coverage;
  readonly statistics: readonly StatisticSimilarity[];
};

/**
 * How faithful a synthetic table is to a real one: shapes of columns, trends of pairs and triples, validity,
 * coverage and statistics, exact over all rows.
 *
 * `parity` reproduces SDMetrics: `shapes`, `trends` and `quality` are its quality report with all pairs,
 * `trends.strong` and `strongQuality` the same with its default thresholds (weak pairs dropped), `validity` its
 * diagnostic report without format checks. It bins each table by its own edges and takes the greatest value with
 * what is missing; above 50,000 rows it differs, because SDMetrics then samples. `corrected` bins both tables by the
 * real one's edges with open ends, and drops SDMetrics' rounding and regularisation.
 *
 * The score of unseen real rows is the same function with them in place of the synthetic table.
 *
 * Source: SDMetrics 0.29 to 0.32, its documentation of the single-table quality and diagnostic reports.
 *
 * @param real the reference
 * @throws what `control.throwIfAborted` throws
 */
export function fidelity(real: Table, synthetic: Table, options: FidelityOptions): Fidelity {
  const keys = new Set(options.keys ?? []);
  const ids = new Set([...(options.ids ?? []), ...keys]);
  const { control } = options;
  control?.throwIfAborted();
  const tables = prepareTables(real, synthetic, options.mode);
  const shapes = columnShapes(tables, ids);
  const trends = pairTrends(tables, ids, control);
  return {
    mode: options.mode,
    rows: tables.rows,
    shapes,
    missing: missingShapes(tables),
    trends,
    threeWay: threeWay(tables, ids, options.seed ?? 0, control),
    quality: meanOfBoth(shapes, trends),
    strongQuality: meanOfBoth(shapes, trends.strong),
    validity: validity(tables, synthetic, real, ids, keys),
    coverage: coverage(tables, ids),
    statistics: statisticSimilarities(tables, ids),
  };
}

/** The mean of what is defined of two scores. */
function meanOfBoth(a: Score, b: Score): Result<number> {
  const scores = [a.score, b.score].flatMap((score) => (score.ok ? [score.value] : []));
  if (scores.length === 0) return undefinedBecause('empty');
  return defined(scores.reduce((sum, score) => sum + score, 0) / scores.length);
}
