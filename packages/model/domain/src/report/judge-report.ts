import {
  type Bound,
  type Gate,
  type GateInput,
  type GateResult,
  gateMetrics,
  type Policy,
  type Report,
  type Verdict,
} from '@assay/contracts';
import { fourDigits } from './four-digits.ts';
import { type GateFigure, gateFigures, givenInputs } from './gate-figures.ts';

const INPUT_NAMES: Readonly<Record<GateInput, string>> = {
  unseen: 'unseen real rows',
  target: 'a target column',
  sensitive: 'sensitive columns',
  'quasi-identifiers': 'quasi-identifiers',
  scenarios: 'scenarios that experts wrote down',
};

const limitOf = (bound: Bound, noise: number): number => bound.plus + bound.times * noise;

/**
 * Judges a report by a policy. A gate whose input was not given is not assessed; one whose input was given and whose
 * figure is undefined fails. Of a metric with a figure per column, class or group the worst decides, measured by how
 * far it lies beyond its own limit; figures that are undefined (a group too small) are passed over while others
 * are there. The verdict is failed with any blocking gate red or failed, else incomplete with any blocking gate not
 * assessed, else passed.
 */
export function judgeReport(report: Report, policy: Policy): { gates: GateResult[]; verdict: Verdict } {
  const given = givenInputs(report);
  const gates = policy.gates.map((gate) => judgeGate(report, gate, given));
  const blocking = gates.filter((gate) => gate.blocking);
  const verdict = blocking.some((gate) => gate.status === 'red' || gate.status === 'failed')
    ? 'failed'
    : blocking.some((gate) => gate.status === 'not-assessed')
      ? 'incomplete'
      : 'passed';
  return { gates, verdict };
}

function judgeGate(report: Report, gate: Gate, given: ReadonlySet<GateInput>): GateResult {
  const metric = gateMetrics[gate.metric];
  const higher = metric.better === 'higher';
  const base = {
    id: gate.id,
    name: metric.name,
    metric: gate.metric,
    comparator: higher ? ('>=' as const) : ('<=' as const),
    blocking: gate.blocking,
  };
  const none = { value: null, green: null, amber: null };
  const lacking = metric.needs.filter((need) => !given.has(need));
  if (lacking.length > 0)
    return {
      ...base,
      ...none,
      slice: null,
      status: 'not-assessed',
      because: `Not assessed: it needs ${lacking.map((need) => INPUT_NAMES[need]).join(' and ')}.`,
    };
  const all = gateFigures(report, gate.metric).filter(
    (figure) => gate.slice === undefined || figure.slice === gate.slice,
  );
  const known = all.filter((figure): figure is GateFigure & { value: number } => figure.value !== null);
  if (all.length === 0 && metric.sliced && gate.slice === undefined)
    return {
      ...base,
      ...none,
      slice: null,
      status: 'green',
      because: 'There is nothing of this kind in the table, so that nothing can be wrong with it.',
    };
  if (known.length === 0)
    return {
      ...base,
      ...none,
      slice: gate.slice === undefined ? null : { of: gate.slice },
      status: 'failed',
      because: `It could not be computed${all[0]?.reason ? ` (${all[0].reason})` : ''}, and what is not known is not passed.`,
    };
  const beyond = (figure: GateFigure & { value: number }) => {
    const limit = limitOf(gate.green, figure.noise);
    return higher ? limit - figure.value : figure.value - limit;
  };
  const worst = known.reduce((a, b) => (beyond(b) > beyond(a) ? b : a));
  const green = limitOf(gate.green, worst.noise);
  const amber = gate.amber === undefined ? null : limitOf(gate.amber, worst.noise);
  const within = (limit: number) => (higher ? worst.value >= limit : worst.value <= limit);
  const status = within(green) ? 'green' : amber !== null && within(amber) ? 'amber' : 'red';
  const where = worst.slice === null ? '' : ` at ${worst.slice}`;
  const word = higher ? 'at least' : 'at most';
  const because =
    status === 'green'
      ? `${fourDigits(worst.value)}${where}; green is ${word} ${fourDigits(green)}.`
      : status === 'amber'
        ? `${fourDigits(worst.value)}${where} is past green (${word} ${fourDigits(green)}) and within amber (${fourDigits(amber ?? green)}).`
        : `${fourDigits(worst.value)}${where} is past ${amber === null ? 'green' : 'amber'} (${word} ${fourDigits(amber ?? green)}).`;
  return {
    ...base,
    slice: worst.slice === null ? null : { of: worst.slice },
    status,
    value: worst.value,
    green,
    amber,
    because,
  };
}
