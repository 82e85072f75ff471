import type { ReportScenarios, ScenarioImportance, ScenarioList, ScenarioMinimum } from '@assay/contracts';

/** What was found of a scenario: rows that match, or why its condition cannot be asked of the columns. */
export type ScenarioFinding = { matching: number } | { reason: string };

/**
 * Rows that a scenario needs among so many: a share is rounded up to whole rows in integer arithmetic, and at least
 * one row is needed.
 */
export function rowsNeeded(minimum: ScenarioMinimum, rows: number): number {
  if (minimum.kind === 'rows') return minimum.rows;
  const exact = BigInt(minimum.numerator) * BigInt(rows);
  const denominator = BigInt(minimum.denominator);
  return Math.max(1, Number((exact + denominator - 1n) / denominator));
}

/** How far rows cover each scenario of a list that counts; null where none does. */
export function coverScenarios(given: {
  list: { number: number; sha256: string; document: ScenarioList };
  rows: number;
  /** By the id of the scenario; of those that are expressed. */
  found: ReadonlyMap<string, ScenarioFinding>;
}): ReportScenarios | null {
  const { list, rows, found } = given;
  const items = list.document.scenarios
    .filter((each) => !each.retired)
    .map(({ retired: _counts, revision: _seen, ...scenario }): ReportScenarios['items'][number] => {
      const finding = scenario.where === null ? undefined : found.get(scenario.id);
      if (finding === undefined) {
        return { scenario, state: 'not-expressed', matching: null, needed: null, reason: null };
      }
      const needed = rowsNeeded(scenario.minimum, rows);
      if ('reason' in finding) {
        return { scenario, state: 'not-expressible', matching: null, needed, reason: finding.reason };
      }
      const { matching } = finding;
      const state = matching >= needed ? 'covered' : matching > 0 ? 'short' : 'missing';
      return { scenario, state, matching, needed, reason: null };
    });
  if (items.length === 0) return null;
  return { list: { number: list.number, sha256: list.sha256 }, rows, items };
}

export type ScenarioCoverage = {
  /** Scenarios that the rows cover, and those that are expressed: numerator and denominator. */
  covered: number;
  expressed: number;
  /** All that count, with those that are not yet expressed. */
  all: number;
  value: number | null;
  reason: 'none-expressed' | null;
};

/** The share of expressed scenarios that are covered, of all or of one importance. */
export function scenarioCoverage(
  { items }: Pick<ReportScenarios, 'items'>,
  importance: ScenarioImportance | null = null,
): ScenarioCoverage {
  const asked = items.filter((each) => importance === null || each.scenario.importance === importance);
  const expressed = asked.filter((each) => each.state !== 'not-expressed').length;
  const covered = asked.filter((each) => each.state === 'covered').length;
  return {
    covered,
    expressed,
    all: asked.length,
    value: expressed === 0 ? null : covered / expressed,
    reason: expressed === 0 ? 'none-expressed' : null,
  };
}
