import type { GateInput, Report, RowGateMetricId } from '@assay/contracts';
import { scenarioCoverage } from '../scenario/cover-scenarios.ts';
import type { GateFigure } from './judge-gate.ts';
import { reached } from './scenario-figures.ts';

/** Which inputs a report was given. */
export function givenInputs(report: Report): ReadonlySet<GateInput> {
  const given = new Set<GateInput>();
  if (report.inputs.unseen !== null) given.add('unseen');
  if (report.question.target !== null) given.add('target');
  if (report.question.sensitive.length > 0) given.add('sensitive');
  if (report.question.quasiIdentifiers.length > 0) given.add('quasi-identifiers');
  if (report.scenarios !== null) given.add('scenarios');
  return given;
}

type Close = { score: number | null; floor: number | null; real: number | null; reason: string | null };

const minus = (a: number | null, b: number | null): number | null =>
  a === null || b === null ? null : a - b;

/**
 * The error that equally drawn rows show: what unseen real rows show, and at least what the sizes alone let one
 * expect, so that a pilot of a few hundred rows is not judged as if it were large.
 */
const noiseOf = ({ real, floor }: Close): number => Math.max(0, 1 - (real ?? 1), 1 - (floor ?? 1));

const error = (slice: string | null, close: Close): GateFigure => ({
  slice,
  value: close.score === null ? null : 1 - close.score,
  noise: noiseOf(close),
  reason: close.reason,
});

const plain = (value: number | null, reason: string | null, slice: string | null = null): GateFigure => ({
  slice,
  value,
  noise: 0,
  reason,
});

const halfWidth = (interval: { low: number; high: number } | null): number =>
  interval === null ? 0 : (interval.high - interval.low) / 2;

const FIGURES: { readonly [M in RowGateMetricId]: (report: Report) => GateFigure[] } = {
  'validity.score': ({ validity }) => [plain(validity.score, null)],
  'validity.column': ({ validity }) =>
    validity.columns
      .filter((each) => each.metric !== 'None')
      .map((each) => plain(each.score, each.reason, each.column)),
  'shapes.error': ({ fidelity }) => [error(null, fidelity.shapes)],
  'shapes.column-excess': ({ fidelity }) =>
    fidelity.shapes.columns.map((each) =>
      plain(each.score === null ? null : 1 - each.score - noiseOf(each), each.reason, each.column),
    ),
  'trends.error': ({ fidelity }) => [error(null, fidelity.trends)],
  'trends.excess': ({ fidelity }) => {
    const { beyondNoise } = fidelity.trends;
    if (beyondNoise !== undefined) return [{ slice: null, ...beyondNoise, reason: null }];
    const known = fidelity.trends.pairs.flatMap((pair) =>
      pair.score === null ? [] : [{ error: 1 - pair.score, noise: noiseOf(pair) }],
    );
    const mean = (of: (each: { error: number; noise: number }) => number) =>
      known.reduce((sum, each) => sum + of(each), 0) / known.length;
    // Pairs that do better than noise do not make up for those that do worse.
    return known.length === 0
      ? [plain(null, fidelity.trends.reason)]
      : [
          {
            slice: null,
            value: mean(({ error: own, noise }) => Math.max(0, own - noise)),
            noise: mean(({ noise }) => noise),
            reason: null,
          },
        ];
  },
  'trends.pair-excess': ({ fidelity }) =>
    fidelity.trends.pairs.map((pair) => ({
      slice: `${pair.left}, ${pair.right}`,
      value: pair.score === null ? null : 1 - pair.score - noiseOf(pair),
      noise: noiseOf(pair),
      reason: pair.reason,
    })),
  'three-way.error': ({ fidelity }) => [error(null, fidelity.threeWay)],
  'missing.difference': ({ fidelity }) =>
    fidelity.missing.map((each) => plain(Math.abs(each.real - each.synthetic), null, each.column)),
  'coverage.category': ({ fidelity }) =>
    fidelity.coverage
      .filter((each) => each.metric === 'CategoryCoverage')
      .map((each) => {
        // Of what so many rows can be expected to have: a pilot cannot hold every rare category.
        const expected = each.floor ?? 1;
        const value = each.score === null || expected <= 0 ? each.score : Math.min(1, each.score / expected);
        return plain(value, each.reason, each.column);
      }),
  'coverage.lost-category': ({ fidelity, inputs }) =>
    fidelity.lost.map((each) => ({
      slice: `${each.column} = ${each.level}`,
      value: inputs.real.rows === 0 ? null : each.real / inputs.real.rows,
      // The share that one synthetic row is: a category that should have had a dozen has hardly missed them by chance.
      noise: inputs.synthetic.rows === 0 ? 0 : 1 / inputs.synthetic.rows,
      reason: null,
    })),
  'detection.auc': ({ detection }) => [
    {
      slice: null,
      value: detection.auc,
      noise: Math.max(0, (detection.reference ?? 0.5) - 0.5) + halfWidth(detection.referenceInterval),
      reason: detection.reason,
    },
  ],
  'utility.loss': ({ utility }) => [
    {
      ...plain(minus(utility.trtr.rocAuc, utility.tstr.rocAuc), utility.reason),
      noise: Math.max(
        0,
        minus(utility.trtrRange?.high.rocAuc ?? null, utility.trtrRange?.low.rocAuc ?? null) ?? 0,
      ),
    },
  ],
  'utility.class-recall-loss': ({ utility }) =>
    utility.byClass.map((each) => ({
      ...plain(minus(each.trtr.recall, each.tstr.recall), utility.reason, each.class),
      // Twice the standard error of a share of one half, the largest there is at this size.
      noise: each.n === 0 ? 0 : 1 / Math.sqrt(each.n),
    })),
  'privacy.excess-copies': ({ privacy: { exactCopies } }) => [
    // The lower end of the interval: copies that chance explains are none in excess.
    plain(
      exactCopies.excess === null ? null : Math.max(0, exactCopies.interval?.low ?? exactCopies.excess),
      exactCopies.reason,
    ),
  ],
  'privacy.dcr-share': ({ privacy: { dcrShare } }) => [
    { slice: null, value: dcrShare.value, noise: halfWidth(dcrShare.interval), reason: dcrShare.reason },
  ],
  'privacy.nndr-ratio': ({ privacy: { nndr } }) => [
    plain(
      nndr.median === null || nndr.unseen === null || nndr.unseen === 0 ? null : nndr.median / nndr.unseen,
      nndr.reason,
    ),
  ],
  'privacy.points-to-one': ({ privacy: { kAnonymity }, inputs }) => [
    plain(
      kAnonymity.unseenPointsToOne === null ||
        kAnonymity.unseenPointsToOne.rows === 0 ||
        inputs.synthetic.rows === 0
        ? null
        : kAnonymity.pointsToOne / inputs.synthetic.rows -
            kAnonymity.unseenPointsToOne.count / kAnonymity.unseenPointsToOne.rows,
      kAnonymity.reason,
    ),
  ],
  'bias.amplification': ({ bias }) =>
    bias.questions.map((each) => ({
      slice: each.groups.join(', '),
      value: each.amplification.value,
      noise: Math.max(0, ...each.differences.map((one) => halfWidth(one.rate.interval))),
      reason: each.amplification.reason ?? bias.reason,
    })),
  'bias.share-difference': ({ bias }) =>
    bias.questions.flatMap((each) =>
      each.differences.map((one) => ({
        slice: `${each.groups.join(', ')} = ${one.group.map((part) => part ?? 'missing').join(', ')}`,
        value: one.share.difference === null ? null : Math.abs(one.share.difference),
        noise: halfWidth(one.share.interval),
        reason: one.share.reason ?? bias.reason,
      })),
    ),
  'scenarios.coverage': ({ scenarios }) => {
    if (scenarios === null) return [];
    const { value, reason } = scenarioCoverage(scenarios);
    return [plain(value, reason)];
  },
  'scenarios.must': ({ scenarios }) =>
    (scenarios?.items ?? [])
      .filter((each) => each.scenario.importance === 'must')
      .map((each) => {
        const { value, reason } = reached(each);
        return plain(value, reason, each.scenario.name);
      }),
};

/** The figures of a report that a metric of a policy names: one, or one per column, class or group. */
export function gateFigures(report: Report, metric: RowGateMetricId): GateFigure[] {
  return FIGURES[metric](report);
}
