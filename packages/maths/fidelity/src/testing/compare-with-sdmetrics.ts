import type { Result } from '@assay/stats';
import type { Fidelity } from '../fidelity.ts';

type Row = { readonly [field: string]: unknown };

/** What SDMetrics prints for a pair of tables, as its reports name it. Absent parts are not compared. */
export type SdmetricsValues = {
  readonly quality_all_pairs: {
    readonly score: number;
    readonly properties: readonly Row[];
    readonly shapes: readonly Row[];
    readonly pairs: readonly Row[];
  };
  readonly quality_default_thresholds: { readonly score: number; readonly properties: readonly Row[] };
  readonly diagnostic: { readonly properties: readonly Row[]; readonly validity: readonly Row[] };
  readonly range_coverage: Readonly<Record<string, number | null>>;
  readonly category_coverage: Readonly<Record<string, number | null>>;
  readonly missing_value_similarity: Readonly<Record<string, number | null>>;
  readonly statistic_similarity_mean?: Readonly<Record<string, number | null>>;
  readonly statistic_similarity_median?: Readonly<Record<string, number | null>>;
  readonly statistic_similarity_std?: Readonly<Record<string, number | null>>;
};

/** One entry compared; `difference` is infinite where one side has a value and the other none. */
export type Compared = {
  readonly entry: string;
  readonly difference: number;
  /** Both have a value; where neither has one, they agree on that. */
  readonly both: boolean;
};

/** Compares every value with ours in parity mode. */
export function compareWithSdmetrics(ours: Fidelity, theirs: SdmetricsValues): Compared[] {
  const compared: Compared[] = [];
  const add = (entry: string, result: Result<number> | undefined, value: unknown): void => {
    const mine = result?.ok === true ? result.value : null;
    const other = typeof value === 'number' ? value : null;
    const difference = mine === null || other === null ? Number.POSITIVE_INFINITY : Math.abs(mine - other);
    compared.push({
      entry,
      difference: mine === null && other === null ? 0 : difference,
      both: mine !== null && other !== null,
    });
  };
  const { quality_all_pairs: all, quality_default_thresholds: strong, diagnostic } = theirs;
  add('quality', ours.quality, all.score);
  add('quality shapes', ours.shapes.score, scoreOf(all.properties, 'Column Shapes'));
  add('quality trends', ours.trends.score, scoreOf(all.properties, 'Column Pair Trends'));
  add('strong quality', ours.strongQuality, strong.score);
  add('strong shapes', ours.shapes.score, scoreOf(strong.properties, 'Column Shapes'));
  add('strong trends', ours.trends.strong.score, scoreOf(strong.properties, 'Column Pair Trends'));
  for (const row of all.shapes)
    add(
      `shape ${row.Column}`,
      ours.shapes.columns.find(({ column }) => column === row.Column)?.score,
      row.Score,
    );
  for (const row of all.pairs) {
    const names = [row['Column 1'], row['Column 2']];
    const pair = ours.trends.pairs.find(({ left, right }) => names.includes(left) && names.includes(right));
    add(`pair ${names}`, pair?.score, row.Score);
    if (row.Metric !== 'CorrelationSimilarity') continue;
    const correlations = [
      ['real', pair?.real, row['Real Correlation']],
      ['synthetic', pair?.synthetic, row['Synthetic Correlation']],
    ] as const;
    // Where one of the two is undefined, some of its versions do not print the other.
    for (const [of, mine, value] of correlations)
      if (typeof row.Score === 'number' || typeof value === 'number')
        add(`${of} correlation ${names}`, mine, value);
  }
  add('validity', ours.validity.score, scoreOf(diagnostic.properties, 'Data Validity'));
  add('structure', ours.validity.structure, scoreOf(diagnostic.properties, 'Data Structure'));
  for (const row of diagnostic.validity)
    add(
      `validity ${row.Column}`,
      ours.validity.columns.find(({ column }) => column === row.Column)?.score,
      row.Score,
    );
  const byColumn = (entries: readonly { column: string; score: Result<number> }[], column: string) =>
    entries.find((entry) => entry.column === column)?.score;
  for (const [column, value] of Object.entries({ ...theirs.range_coverage, ...theirs.category_coverage }))
    add(`coverage ${column}`, byColumn(ours.coverage.columns, column), value);
  for (const [column, value] of Object.entries(theirs.missing_value_similarity))
    add(`missing ${column}`, byColumn(ours.missing.columns, column), value);
  for (const statistic of ['mean', 'median', 'std'] as const)
    for (const [column, value] of Object.entries(theirs[`statistic_similarity_${statistic}`] ?? {}))
      add(
        `${statistic} ${column}`,
        byColumn(
          ours.statistics.filter((each) => each.statistic === statistic),
          column,
        ),
        value,
      );
  return compared;
}

function scoreOf(properties: readonly Row[], name: string): unknown {
  return properties.find((row) => row.Property === name)?.Score;
}
