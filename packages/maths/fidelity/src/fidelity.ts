import { defined, type Result, type Table, undefinedBecause } from '@assay/stats';
import { type ColumnCoverage, type Coverage, columnCoverage, coverage } from './adherence/coverage.ts';
import { type ColumnValidity, columnValidity, type Validity, validity } from './adherence/validity.ts';
import { drawPairRows, type RowsTaken } from './columns/draw-rows.ts';
import { pairColumns } from './columns/pair-columns.ts';
import {
  type Both,
  type CodedPairColumn,
  codeTables,
  type PreparedColumn,
  prepareColumn,
  type Sides,
  withoutOrder,
} from './columns/prepare.ts';
import type { Control } from './control.ts';
import { type FidelityMode, meanScore, type Score } from './score.ts';
import {
  type ColumnShape,
  columnShape,
  type MissingShape,
  missingShape,
  type Shapes,
} from './shapes/column-shapes.ts';
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
  readonly missing: Score & { readonly columns: readonly MissingShape[] };
  readonly trends: Trends;
  readonly threeWay: ThreeWay;
  /** The rows that trends and three-way trends are of: all, or a draw by seed where all pairs would be too many. */
  readonly pairRows: Both<RowsTaken>;
  /** The mean of shapes and trends; `strongQuality` takes the trends of strong pairs only. */
  readonly quality: Result<number>;
  readonly strongQuality: Result<number>;
  readonly validity: Validity;
  readonly coverage: Coverage;
  readonly statistics: readonly StatisticSimilarity[];
};

/**
 * How faithful a synthetic table is to a real one: shapes of columns, trends of pairs and triples, validity,
 * coverage and statistics, exact over all rows. Pairs and triples are exact while columns squared times rows is at most
 * 4e9 (1,000,000 rows of 63 columns, 100,000 of 200); beyond it they, and their floors, are of that many rows of each
 * table, drawn by the seed, and `pairRows` says so. Columns are coded one at a time.
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
  const { control, mode } = options;
  const seed = options.seed ?? 0;
  control?.throwIfAborted();
  const compared = real.columns.filter(({ name }) => !ids.has(name)).length;
  const drawn = {
    real: drawPairRows(real, compared, seed, 'real'),
    synthetic: drawPairRows(synthetic, compared, seed, 'synthetic'),
  };
  const exact = drawn.real === real && drawn.synthetic === synthetic;
  const sides: Sides = { mode, rows: { real: real.rows, synthetic: synthetic.rows } };
  const coded: CodedPairColumn[] = [];
  const of = columnFigures(sides, synthetic, ids, keys);
  for (const pair of pairColumns(real, synthetic)) {
    control?.throwIfAborted();
    const column = prepareColumn(pair, mode);
    of.add(column);
    if (exact) coded.push(withoutOrder(column));
  }
  const tables = exact ? { ...sides, columns: coded } : codeTables(drawn.real, drawn.synthetic, mode);
  const shapes = { ...meanScore(of.shapes), columns: of.shapes };
  const trends = pairTrends(tables, ids, control);
  return {
    mode,
    rows: sides.rows,
    shapes,
    missing: { ...meanScore(of.missing), columns: of.missing },
    trends,
    threeWay: threeWay(tables, ids, seed, control),
    pairRows: {
      real: { rows: drawn.real.rows, of: real.rows },
      synthetic: { rows: drawn.synthetic.rows, of: synthetic.rows },
    },
    quality: meanOfBoth(shapes, trends),
    strongQuality: meanOfBoth(shapes, trends.strong),
    validity: validity(of.validity, real, synthetic, mode),
    coverage: coverage(of.coverage),
    statistics: of.statistics,
  };
}

/** Collects what is said of each column on its own, so that its coding can be let go. */
function columnFigures(
  sides: Sides,
  synthetic: Table,
  ids: ReadonlySet<string>,
  keys: ReadonlySet<string>,
): {
  add: (column: PreparedColumn) => void;
  shapes: ColumnShape[];
  missing: MissingShape[];
  validity: ColumnValidity[];
  coverage: ColumnCoverage[];
  statistics: StatisticSimilarity[];
} {
  const shapes: ColumnShape[] = [];
  const missing: MissingShape[] = [];
  const valid: ColumnValidity[] = [];
  const covered: ColumnCoverage[] = [];
  const statistics: StatisticSimilarity[] = [];
  return {
    shapes,
    missing,
    validity: valid,
    coverage: covered,
    statistics,
    add(column) {
      missing.push(missingShape(column, sides));
      if (keys.has(column.name) || !ids.has(column.name))
        valid.push(columnValidity(column, sides, synthetic, keys));
      if (ids.has(column.name)) return;
      shapes.push(columnShape(column, sides));
      covered.push(columnCoverage(column));
      statistics.push(...statisticSimilarities(column));
    },
  };
}

/** The mean of what is defined of two scores. */
function meanOfBoth(a: Score, b: Score): Result<number> {
  const scores = [a.score, b.score].flatMap((score) => (score.ok ? [score.value] : []));
  if (scores.length === 0) return undefinedBecause('empty');
  return defined(scores.reduce((sum, score) => sum + score, 0) / scores.length);
}
