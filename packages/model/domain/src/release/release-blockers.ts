import type { GateResult, ReleaseBlocker, ReleaseChecks } from '@assay/contracts';
import { fourDigits } from '../report/four-digits.ts';

const standsInTheWay = (gate: GateResult): boolean =>
  gate.blocking && ['red', 'failed', 'not-assessed'].includes(gate.status);

/**
 * What stands in the way of a release: blocking gates that are red, failed or were not assessed, blocking goals that
 * are missed or of which nothing is known, and rows that nothing real is known of.
 */
export function releaseBlockers(checks: ReleaseChecks): ReleaseBlocker[] {
  const several = checks.reports.length > 1;
  const gates = checks.reports.flatMap((report) =>
    report.gates.filter(standsInTheWay).map(
      (gate): ReleaseBlocker => ({
        key: `gate:${report.reportId}:${gate.id}`,
        kind: 'gate',
        name: several ? `${gate.name}, against ${report.source.name}` : gate.name,
        because: gate.because,
        reportId: report.reportId,
      }),
    ),
  );
  const pictures = (checks.pictures?.gates ?? []).filter(standsInTheWay).map(
    (gate): ReleaseBlocker => ({
      key: `gate:pictures:${gate.id}`,
      kind: 'gate',
      name: gate.name,
      because: gate.because,
      reportId: null,
    }),
  );
  const goals = checks.goals
    .filter((goal) => goal.blocking && goal.state !== 'met')
    .map(
      (goal): ReleaseBlocker => ({
        key: `goal:${goal.goalId}`,
        kind: 'goal',
        name: goal.name,
        because:
          goal.value === null
            ? `The final validation says nothing about it, and what is not known is not passed.`
            : `${fourDigits(goal.value)} where ${goal.comparator} ${fourDigits(goal.target)} is wanted.`,
        reportId: goal.reportId,
      }),
    );
  const reference: ReleaseBlocker[] =
    checks.unreferenced.length === 0
      ? []
      : [
          {
            key: 'reference',
            kind: 'reference',
            name: 'Nothing real to compare with',
            because: `No real data is known of ${checks.unreferenced.length === 1 ? 'run' : 'runs'} ${checks.unreferenced.join(', ')}, so that nothing says how good the rows are.`,
            reportId: null,
          },
        ];
  return [...gates, ...pictures, ...goals, ...reference];
}
