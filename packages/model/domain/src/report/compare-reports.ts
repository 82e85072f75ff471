import type { GateResult, MetricId, Report, Verdict } from '@assay/contracts';
import { type ReportFigure, reportFigures } from './report-figures.ts';

/** A figure in both reports; null where a report does not have it. */
export type FigurePair = {
  metric: MetricId;
  slice: Readonly<Record<string, string>>;
  before: Pick<ReportFigure, 'value' | 'reason'> | null;
  after: Pick<ReportFigure, 'value' | 'reason'> | null;
  /** After minus before, where both are known. */
  difference: number | null;
};

export type GatePair = {
  id: string;
  name: string;
  before: GateResult | null;
  after: GateResult | null;
  changed: boolean;
};

export type ReportComparison = {
  verdict: { before: Verdict; after: Verdict };
  figures: FigurePair[];
  gates: GatePair[];
};

const keyOf = ({ metric, slice }: ReportFigure): string =>
  `${metric} ${JSON.stringify(Object.entries(slice).sort(([a], [b]) => (a < b ? -1 : 1)))}`;

const known = (figure: ReportFigure | undefined) =>
  figure === undefined ? null : { value: figure.value, reason: figure.reason };

/** Two reports side by side: every headline figure and every gate, in the order of the first. */
export function compareReports(before: Report, after: Report): ReportComparison {
  const old = new Map(reportFigures(before).map((figure) => [keyOf(figure), figure]));
  const now = new Map(reportFigures(after).map((figure) => [keyOf(figure), figure]));
  const figures = [...new Set([...old.keys(), ...now.keys()])].flatMap((key): FigurePair[] => {
    const [first, second] = [old.get(key), now.get(key)];
    const either = first ?? second;
    if (either === undefined) return [];
    return [
      {
        metric: either.metric,
        slice: either.slice,
        before: known(first),
        after: known(second),
        difference:
          typeof first?.value === 'number' && typeof second?.value === 'number'
            ? second.value - first.value
            : null,
      },
    ];
  });
  const ids = [...new Set([...before.gates, ...after.gates].map((gate) => gate.id))];
  const gates = ids.map((id): GatePair => {
    const first = before.gates.find((gate) => gate.id === id) ?? null;
    const second = after.gates.find((gate) => gate.id === id) ?? null;
    return {
      id,
      name: first?.name ?? second?.name ?? id,
      before: first,
      after: second,
      changed: first?.status !== second?.status,
    };
  });
  return { verdict: { before: before.verdict, after: after.verdict }, figures, gates };
}
