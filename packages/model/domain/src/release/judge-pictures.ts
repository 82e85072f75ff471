import {
  type GateInput,
  gateMetrics,
  isPictureMetric,
  type PictureChecks,
  type PictureFigure,
  type PictureGateMetricId,
  type Policy,
} from '@assay/contracts';
import { type GateFigure, gatesAbout, judgeGate, verdictOn } from '../report/judge-gate.ts';

type Figure = Pick<PictureFigure, 'metric' | 'slice' | 'value' | 'reason'>;

const gateFigure = ({ slice, value, reason }: Figure): GateFigure => ({
  slice: Object.values(slice)[0] ?? null,
  value,
  noise: 0,
  reason,
});

/** By feature: the distance at the size of the floor, and the floor as what such a comparison shows by chance. */
function distanceFigures(figures: readonly Figure[]): GateFigure[] {
  const features = [...new Set(figures.flatMap(({ slice }) => slice.feature ?? []))];
  return features.map((feature) => {
    const own = figures.filter(({ slice }) => slice.feature === feature);
    const of = (name: string | undefined) => own.find(({ slice }) => slice.of === name);
    const [same, floor, all] = [of('same-size'), of('floor'), of(undefined)];
    const value = same?.value ?? null;
    return { slice: feature, value, noise: floor?.value ?? 0, reason: all?.reason ?? null };
  });
}

const NOTHING_REAL =
  'Not assessed: the project does not hold both made and real pictures, so that nothing says whether made ones repeat what they were made from. It is in nobody’s way.';

/** A comparison with real pictures is not asked of who has none: that there are none is said, and stops nothing. */
function applies(metric: PictureGateMetricId, given: ReadonlySet<GateInput>): boolean {
  return gateMetrics[metric].needs.every(
    (need) => need !== 'made-and-real-pictures' || given.has('made-and-real-pictures'),
  );
}

/**
 * Judges the figures of the pictures of a version by the gates of a policy that are about pictures. A policy that has
 * none was written for rows: the gates of the balanced one are asked, and the result says so.
 */
export function judgePictures(
  figures: readonly Figure[],
  given: ReadonlySet<GateInput>,
  policy: Policy,
): Pick<PictureChecks, 'gates' | 'verdict' | 'byStandardGates'> {
  const { gates: asked, own } = gatesAbout(policy, 'pictures');
  const gates = asked.flatMap((gate) => {
    if (!isPictureMetric(gate.metric)) return [];
    const { of } = gateMetrics[gate.metric];
    const judged = judgeGate(gate, given, () => {
      const about = figures.filter(({ metric }) => metric === of);
      return gate.metric === 'pictures.set-distance' ? distanceFigures(about) : about.map(gateFigure);
    });
    return [applies(gate.metric, given) ? judged : { ...judged, blocking: false, because: NOTHING_REAL }];
  });
  return { gates, verdict: verdictOn(gates), byStandardGates: !own };
}
