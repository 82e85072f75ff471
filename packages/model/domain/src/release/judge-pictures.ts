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
    const judged = judgeGate(gate, given, () =>
      figures.filter(({ metric }) => metric === of).map(gateFigure),
    );
    return [applies(gate.metric, given) ? judged : { ...judged, blocking: false, because: NOTHING_REAL }];
  });
  return { gates, verdict: verdictOn(gates), byStandardGates: !own };
}
