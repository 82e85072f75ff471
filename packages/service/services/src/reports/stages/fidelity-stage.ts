import type { Closeness, ReportFidelity } from '@assay/contracts';
import { coverageFloor, type Fidelity, fidelity, type Score } from '@assay/fidelity';
import { alignLevels, findColumn, missingIn, type Result, type Table } from '@assay/stats';
import { comparedColumns, onlyColumns } from '../compared-columns.ts';
import { overlayOf } from '../overlays.ts';
import type { ReportTables, StageControl } from '../report-tables.ts';

const WORST_TRIPLES = 20;
/** SDMetrics draws this many rows where there are more; up to it, parity mode gives its very numbers. */
const PARITY_ROWS = 50_000;

const numberOf = (result: Result<number>): number | null => (result.ok ? result.value : null);
const reasonOf = (result: Result<number>): string | null => (result.ok ? null : result.reason);

function closeness(score: Score, real: Score | undefined): Closeness {
  return {
    score: numberOf(score.score),
    error: numberOf(score.error),
    floor: numberOf(score.floor),
    real: real === undefined ? null : numberOf(real.score),
    reason: reasonOf(score.score),
  };
}

const withoutError = ({ error: _error, ...rest }: Closeness) => rest;

/** Stage 2: shapes, trends and triples in corrected mode, beside their floors and what unseen real rows score. */
export function fidelityStage(tables: ReportTables, control: StageControl): ReportFidelity {
  const { real, synthetic, unseen, question } = tables;
  const { ids, keys } = comparedColumns(tables);
  const compare = (other: Table, mode: 'corrected' | 'parity') =>
    fidelity(real, other, { mode, ids, keys, seed: question.seed, control });
  const found = compare(synthetic, 'corrected');
  const beside = unseen === null ? undefined : compare(unseen, 'corrected');
  const { pairRows } = found;
  const whole = pairRows.real.rows === real.rows && pairRows.synthetic.rows === synthetic.rows;
  const small = Math.max(real.rows, synthetic.rows) <= PARITY_ROWS;
  const parity = small && whole ? compare(synthetic, 'parity') : found;
  return {
    shapes: shapes(found, beside),
    trends: trends(found, beside),
    pairRows: { ...pairRows, unseen: beside?.pairRows.synthetic ?? null },
    threeWay: threeWay(found, beside),
    missing: real.columns.map((column) => {
      const other = findColumn(synthetic, column.name)!;
      const [before, after] = [missingIn(column) / real.rows, missingIn(other) / synthetic.rows];
      return { column: column.name, real: before, synthetic: after, score: 1 - Math.abs(before - after) };
    }),
    coverage: found.coverage.columns.flatMap((each) =>
      each.measure === null
        ? []
        : [
            {
              column: each.column,
              metric:
                each.measure === 'range-coverage'
                  ? ('RangeCoverage' as const)
                  : ('CategoryCoverage' as const),
              score: numberOf(each.score),
              ...(each.measure === 'category-coverage'
                ? { floor: coverageFloorOf(each.column, real, synthetic) }
                : {}),
              reason: reasonOf(each.score),
            },
          ],
    ),
    lost: lostCategories(tables, comparedColumns(tables).features),
    parity: {
      allPairs: {
        score: numberOf(parity.quality),
        shapes: numberOf(parity.shapes.score),
        trends: numberOf(parity.trends.score),
      },
      thresholds: {
        score: numberOf(parity.strongQuality),
        shapes: numberOf(parity.shapes.score),
        trends: numberOf(parity.trends.strong.score),
      },
      exact: parity !== found,
    },
    overlays: onlyColumns(real, comparedColumns(tables).features).columns.map((column) =>
      overlayOf(
        column,
        findColumn(synthetic, column.name)!,
        unseen === null ? null : findColumn(unseen, column.name)!,
      ),
    ),
  };
}

function shapes(found: Fidelity, beside: Fidelity | undefined): ReportFidelity['shapes'] {
  const other = new Map(beside?.shapes.columns.map((each) => [each.column, each]));
  return {
    ...closeness(found.shapes, beside?.shapes),
    columns: found.shapes.columns.flatMap((each) =>
      each.measure === null
        ? []
        : [
            {
              ...withoutError(closeness(each, other.get(each.column))),
              column: each.column,
              metric:
                each.measure === 'ks-complement' ? ('KSComplement' as const) : ('TVComplement' as const),
            },
          ],
    ),
  };
}

function trends(found: Fidelity, beside: Fidelity | undefined): ReportFidelity['trends'] {
  const { pairs, of } = found.trends;
  // The same columns in the same order: the pair at the same place is the same pair.
  const realScore = (at: number): number | null => {
    const score = beside?.trends.scores[at];
    return score === undefined || Number.isNaN(score) ? null : score;
  };
  return {
    ...closeness(found.trends, beside?.trends),
    compared: of,
    ...(pairs.length < of ? { beyondNoise: beyondNoise(found.trends, realScore) } : {}),
    pairs: pairs.flatMap((each) =>
      each.measure === null
        ? []
        : [
            {
              ...withoutError(closeness(each, undefined)),
              real: realScore(each.at),
              left: each.left,
              right: each.right,
              metric:
                each.measure === 'correlation-similarity'
                  ? ('CorrelationSimilarity' as const)
                  : ('ContingencySimilarity' as const),
            },
          ],
    ),
  };
}

/** As the gate has it of listed pairs, over all: noise is the larger of the floor's and the unseen rows' error. */
function beyondNoise(
  { scores, floors }: Fidelity['trends'],
  realScore: (at: number) => number | null,
): { value: number; noise: number } {
  let beyond = 0;
  let noises = 0;
  let n = 0;
  for (let at = 0; at < scores.length; at += 1) {
    const score = scores[at]!;
    if (Number.isNaN(score)) continue;
    const floor = floors[at]!;
    const noise = Math.max(0, Number.isNaN(floor) ? 0 : 1 - floor, 1 - (realScore(at) ?? 1));
    beyond += Math.max(0, 1 - score - noise);
    noises += noise;
    n += 1;
  }
  return { value: n === 0 ? 0 : beyond / n, noise: n === 0 ? 0 : noises / n };
}

function threeWay(found: Fidelity, beside: Fidelity | undefined): ReportFidelity['threeWay'] {
  const { triples, of } = found.threeWay;
  const worst = triples
    .flatMap((triple, at) => (triple.score.ok ? [{ triple, at, score: triple.score.value }] : []))
    .sort((a, b) => a.score - b.score || a.at - b.at)
    .slice(0, WORST_TRIPLES);
  return {
    ...closeness(found.threeWay, beside?.threeWay),
    triples: of,
    assessed: triples.length,
    worst: worst.map(({ triple, at, score }) => {
      const other = beside?.threeWay.triples[at];
      return {
        columns: [...triple.columns],
        score,
        floor: numberOf(triple.floor),
        real: other === undefined ? null : numberOf(other.score),
      };
    }),
  };
}

/** Per column the most frequent real category that no synthetic row has. */
function lostCategories(
  { real, synthetic }: Pick<ReportTables, 'real' | 'synthetic'>,
  names: readonly string[],
): ReportFidelity['lost'] {
  return names.flatMap((name) => {
    const [left, right] = [findColumn(real, name), findColumn(synthetic, name)];
    if (left?.kind !== 'category' || right?.kind !== 'category') return [];
    const [before, after] = alignLevels([left, right]);
    const counts = new Int32Array(before!.levels.length);
    for (const code of before!.codes) if (code >= 0) counts[code]! += 1;
    const made = new Uint8Array(counts.length);
    for (const code of after!.codes) if (code >= 0) made[code] = 1;
    let lost = -1;
    for (const [code, count] of counts.entries())
      if (made[code] === 0 && count > (lost < 0 ? 0 : counts[lost]!)) lost = code;
    return lost < 0
      ? []
      : [{ column: name, level: before!.levels[lost]!.slice(0, 128), real: counts[lost]! }];
  });
}

/** What a table like the real one would cover of a column's categories with as many known values as the synthetic. */
function coverageFloorOf(name: string, real: Table, synthetic: Table): number | null {
  const [column, other] = [findColumn(real, name), findColumn(synthetic, name)];
  if (column?.kind !== 'category' || other === undefined) return null;
  const counts = new Float64Array(column.levels.length);
  for (const code of column.codes) if (code >= 0) counts[code] = (counts[code] ?? 0) + 1;
  return numberOf(coverageFloor(counts, synthetic.rows - missingIn(other)));
}
