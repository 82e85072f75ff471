import { type GateResult, isPictureMetric, type Policy, type Report, type Verdict } from '@assay/contracts';
import { gateFigures, givenInputs } from './gate-figures.ts';
import { gatesAbout, judgeGate, verdictOn } from './judge-gate.ts';

/**
 * Judges a report by the gates of a policy that are about rows; one that has none was written for pictures, and the
 * gates of the balanced one are asked. A gate whose input was not given is not assessed; one whose input was given and
 * whose figure is undefined fails. Of a metric with a figure per column, class or group the worst decides, measured by
 * how far it lies beyond its own limit; figures that are undefined (a group too small) are passed over while others
 * are there.
 */
export function judgeReport(report: Report, policy: Policy): { gates: GateResult[]; verdict: Verdict } {
  const given = givenInputs(report);
  const gates = gatesAbout(policy, 'rows').gates.flatMap((gate) => {
    const { metric } = gate;
    return isPictureMetric(metric) ? [] : [judgeGate(gate, given, () => gateFigures(report, metric))];
  });
  return { gates, verdict: verdictOn(gates) };
}
