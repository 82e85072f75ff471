import { type Report, type ReportScenarios, scenarioImportance } from '@assay/contracts';
import { scenarioCoverage } from '../scenario/cover-scenarios.ts';
import type { ReportFigure } from './report-figures.ts';

type Item = ReportScenarios['items'][number];

/** How much of the rows that a scenario needs is there, at most 1; of one that cannot be asked, nothing is. */
export function reached({ state, matching, needed }: Item): { value: number | null; reason: string | null } {
  if (state === 'not-expressed' || needed === null) return { value: null, reason: 'not-expressed' };
  return { value: Math.min(1, (matching ?? 0) / needed), reason: null };
}

/** Coverage of all scenarios and by importance, then each scenario by its name. */
export function scenarioFigures({ scenarios }: Pick<Report, 'scenarios'>): ReportFigure[] {
  if (scenarios === null) return [];
  const list = { scenarioList: scenarios.list.sha256 };
  return [
    ...[null, ...scenarioImportance.options].flatMap((importance): ReportFigure[] => {
      const { value, reason, covered, expressed, all } = scenarioCoverage(scenarios, importance);
      if (importance !== null && all === 0) return [];
      return [
        {
          metric: 'scenario-coverage',
          slice: importance === null ? {} : { importance },
          value,
          reason,
          n: expressed,
          numerator: covered,
          denominator: expressed,
          inputs: list,
        },
      ];
    }),
    ...scenarios.items.map(
      (each): ReportFigure => ({
        metric: 'scenario-reached',
        slice: { scenario: each.scenario.name },
        ...reached(each),
        n: scenarios.rows,
        ...(each.needed === null ? {} : { numerator: each.matching ?? 0, denominator: each.needed }),
        inputs: { ...list, scenario: each.scenario.id, state: each.state },
      }),
    ),
  ];
}
