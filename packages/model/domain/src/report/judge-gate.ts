import {
  type Bound,
  type Gate,
  type GateInput,
  type GateResult,
  gateMetrics,
  isPictureMetric,
  type Policy,
  type Verdict,
} from '@assay/contracts';
import { DEFAULT_POLICIES } from './default-policies.ts';
import { fourDigits } from './four-digits.ts';

/** One figure that a gate may look at. `noise` is what this comparison shows between equally drawn tables. */
export type GateFigure = {
  slice: string | null;
  value: number | null;
  noise: number;
  reason: string | null;
};

/** What the gates of a policy are about. */
type GateSubject = 'rows' | 'pictures';

/** Gates of a policy about rows or about pictures; where it has none, those of the balanced one. */
export function gatesAbout(policy: Policy, about: GateSubject): { gates: Gate[]; own: boolean } {
  const of = (gates: readonly Gate[]) =>
    gates.filter(({ metric }) => isPictureMetric(metric) === (about === 'pictures'));
  const own = of(policy.gates);
  return own.length > 0
    ? { gates: own, own: true }
    : { gates: of(DEFAULT_POLICIES.balanced.gates), own: false };
}

/** Failed with any blocking gate red or failed, else incomplete with any blocking gate not assessed, else passed. */
export function verdictOn(gates: readonly GateResult[]): Verdict {
  const blocking = gates.filter((gate) => gate.blocking);
  if (blocking.some((gate) => gate.status === 'red' || gate.status === 'failed')) return 'failed';
  return blocking.some((gate) => gate.status === 'not-assessed') ? 'incomplete' : 'passed';
}

const INPUT_NAMES: Readonly<Record<GateInput, string>> = {
  unseen: 'unseen real rows',
  target: 'a target column',
  sensitive: 'sensitive columns',
  'quasi-identifiers': 'quasi-identifiers',
  scenarios: 'scenarios that experts wrote down',
  labels: 'final labels',
  'second-answers': 'pictures on which two people drew',
  'control-tasks': 'control tasks that were answered',
  'made-and-real-pictures': 'made and real pictures in the project',
};

const limitOf = (bound: Bound, noise: number): number => bound.plus + bound.times * noise;

/**
 * Judges one gate. Where its input was not given it is not assessed; where it was and the figure is undefined it fails.
 * Of several figures the worst decides, measured by how far it lies beyond its own limit.
 */
export function judgeGate(
  gate: Gate,
  given: ReadonlySet<GateInput>,
  figures: () => readonly GateFigure[],
): GateResult {
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
  const all = figures().filter((figure) => gate.slice === undefined || figure.slice === gate.slice);
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
