import type { ClassScores, MetricId, Report } from '@assay/contracts';
import { scenarioFigures } from './scenario-figures.ts';

/** One figure of a report as it is stored: metric, slice, value or the reason why there is none. */
export type ReportFigure = {
  metric: MetricId;
  slice: Readonly<Record<string, string>>;
  value: number | null;
  reason: string | null;
  n: number;
  numerator?: number;
  denominator?: number;
  interval?: { low: number; high: number } | null;
  /** What it was computed from beside the rows. */
  inputs?: Readonly<Record<string, string>>;
};

/** Of pairs of columns, so many of the worst are stored one by one; all are in the document. */
const WORST_PAIRS = 20;

type Close = {
  score: number | null;
  error?: number | null;
  floor: number | null;
  real: number | null;
  reason: string | null;
};

/** The error, what sizes alone explain, and what unseen real rows show. */
function closeness(metric: MetricId, slice: Record<string, string>, close: Close, n: number): ReportFigure[] {
  const of = (name: string | null, score: number | null, reason: string | null): ReportFigure => ({
    metric,
    slice: name === null ? slice : { ...slice, of: name },
    value: score === null ? null : 1 - score,
    reason: score === null ? (reason ?? 'undefined') : null,
    n,
  });
  return [
    of(null, close.score, close.reason),
    ...(close.floor === null ? [] : [of('floor', close.floor, null)]),
    ...(close.real === null ? [] : [of('unseen', close.real, null)]),
  ];
}

const plain = (
  metric: MetricId,
  value: number | null,
  reason: string | null,
  n: number,
  more: Partial<ReportFigure> = {},
): ReportFigure => ({
  metric,
  slice: {},
  value,
  reason: value === null ? (reason ?? 'undefined') : null,
  n,
  ...more,
});

/** The headline figures of a report, in its order. */
export function reportFigures(report: Report): ReportFigure[] {
  return [
    ...validity(report),
    ...fidelity(report),
    ...detection(report),
    ...utility(report),
    ...privacy(report),
    ...bias(report),
    ...scenarioFigures(report),
  ];
}

function validity({ validity, inputs }: Report): ReportFigure[] {
  const n = inputs.synthetic.rows;
  return [
    plain('validity-score', validity.score, null, n),
    ...validity.columns
      .filter((each) => each.metric !== 'None')
      .map((each) => plain('validity-score', each.score, each.reason, n, { slice: { column: each.column } })),
  ];
}

function fidelity({ fidelity, inputs }: Report): ReportFigure[] {
  const n = inputs.synthetic.rows;
  const worst = fidelity.trends.pairs
    .filter((pair) => pair.score !== null)
    .sort((a, b) => (a.score ?? 0) - (b.score ?? 0) || (a.left < b.left ? -1 : 1))
    .slice(0, WORST_PAIRS);
  return [
    ...closeness('shape-error', {}, fidelity.shapes, n),
    ...fidelity.shapes.columns.flatMap((each) => closeness('shape-error', { column: each.column }, each, n)),
    ...closeness('trend-error', {}, fidelity.trends, n),
    ...worst.flatMap((each) => closeness('trend-error', { left: each.left, right: each.right }, each, n)),
    ...closeness('three-way-error', {}, fidelity.threeWay, n),
    ...fidelity.missing.map((each) =>
      plain('missing-difference', Math.abs(each.real - each.synthetic), null, n, {
        slice: { column: each.column },
      }),
    ),
    ...fidelity.coverage.map((each) =>
      plain(
        each.metric === 'RangeCoverage' ? 'range-coverage' : 'category-coverage',
        each.score,
        each.reason,
        n,
        { slice: { column: each.column } },
      ),
    ),
    plain('parity-quality', fidelity.parity.allPairs.score, null, n),
    plain('parity-quality', fidelity.parity.thresholds.score, null, n, {
      slice: { of: 'thresholds' },
    }),
  ];
}

function detection({ detection }: Report): ReportFigure[] {
  const n = 2 * detection.rowsEach;
  return [
    plain('detection-auc', detection.auc, detection.reason, n, { interval: detection.interval }),
    ...(detection.reference === null
      ? []
      : [
          plain('detection-auc', detection.reference, null, n, {
            slice: { of: 'unseen' },
            interval: detection.referenceInterval,
          }),
        ]),
  ];
}

const SCORES = [
  ['model-roc-auc', 'rocAuc'],
  ['model-accuracy', 'accuracy'],
  ['model-precision', 'precision'],
  ['model-recall', 'recall'],
  ['model-f1', 'f1'],
] as const satisfies readonly (readonly [MetricId, keyof ClassScores])[];

function utility({ utility, inputs }: Report): ReportFigure[] {
  if (utility.target === null) return [];
  const n = inputs.unseen?.rows ?? 0;
  const scores = (
    of: ClassScores,
    slice: Record<string, string>,
    size: number,
    range: { low: ClassScores; high: ClassScores } | null,
  ) =>
    SCORES.map(([metric, name]) => {
      const [low, high] = [range?.low[name] ?? null, range?.high[name] ?? null];
      return plain(metric, of[name], utility.reason, size, {
        slice,
        interval: low === null || high === null ? null : { low, high },
      });
    });
  const loss =
    utility.trtr.rocAuc === null || utility.tstr.rocAuc === null
      ? null
      : utility.trtr.rocAuc - utility.tstr.rocAuc;
  return [
    ...scores(utility.tstr, { trained: 'synthetic' }, n, utility.tstrRange),
    ...scores(utility.trtr, { trained: 'real' }, n, utility.trtrRange),
    ...scores(utility.logistic.tstr, { trained: 'synthetic', model: 'logistic' }, n, null),
    ...scores(utility.logistic.trtr, { trained: 'real', model: 'logistic' }, n, null),
    ...utility.byClass.flatMap((each) => [
      ...scores(each.tstr, { trained: 'synthetic', class: each.class }, each.n, null),
      ...scores(each.trtr, { trained: 'real', class: each.class }, each.n, null),
    ]),
    plain('utility-loss', loss, utility.reason, n),
    plain('synthetic-gap', utility.syntheticGap, utility.reason, n),
  ];
}

function privacy({ privacy, inputs }: Report): ReportFigure[] {
  const { exactCopies, dcrShare, nndr, kAnonymity } = privacy;
  const n = inputs.synthetic.rows;
  const unseen = kAnonymity.unseenPointsToOne;
  const share = (count: number, rows: number, slice: Record<string, string>): ReportFigure =>
    plain('points-to-one', rows === 0 ? null : count / rows, 'no rows', rows, {
      slice,
      numerator: count,
      denominator: rows,
    });
  return [
    // Without a column to compare nothing was counted.
    plain(
      'exact-copies',
      exactCopies.reason === 'no-features' ? null : exactCopies.count,
      exactCopies.reason,
      exactCopies.rows,
    ),
    plain('excess-copies', exactCopies.excess, exactCopies.reason, exactCopies.rows, {
      interval: exactCopies.interval,
    }),
    plain('dcr-share', dcrShare.value, dcrShare.reason, dcrShare.rows, { interval: dcrShare.interval }),
    plain('nndr', nndr.median, nndr.reason, n),
    ...(nndr.unseen === null ? [] : [plain('nndr', nndr.unseen, null, n, { slice: { of: 'unseen' } })]),
    ...(kAnonymity.quasiIdentifiers.length === 0
      ? []
      : [
          plain('k-anonymity', kAnonymity.k, kAnonymity.reason, n),
          share(kAnonymity.pointsToOne, n, {}),
          ...(unseen === null ? [] : [share(unseen.count, unseen.rows, { of: 'unseen' })]),
          ...kAnonymity.lDiversity.map((each) =>
            plain('l-diversity', each.distinct, kAnonymity.reason, n, { slice: { column: each.column } }),
          ),
        ]),
  ];
}

function bias({ bias, inputs }: Report): ReportFigure[] {
  const n = inputs.synthetic.rows;
  return bias.questions.flatMap((question) => [
    plain('bias-amplification', question.amplification.value, question.amplification.reason, n, {
      slice: { by: question.groups.join(', ') },
    }),
    ...question.differences.flatMap((each) => {
      const slice = Object.fromEntries(
        question.groups.map((name, at) => [name, each.group[at] ?? 'missing']),
      );
      return [
        plain('group-share-change', each.share.difference, each.share.reason, n, {
          slice,
          interval: each.share.interval,
        }),
        plain('selection-rate-change', each.rate.difference, each.rate.reason, n, {
          slice,
          interval: each.rate.interval,
        }),
      ];
    }),
  ]);
}
