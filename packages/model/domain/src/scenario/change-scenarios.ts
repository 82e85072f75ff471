import { MOST_SCENARIOS, type Scenario, type ScenarioInput, type ScenarioList } from '@assay/contracts';

/** A change of the list. Each makes a version of it. */
export type ScenarioChange =
  | { does: 'add'; scenarios: readonly (ScenarioInput & { id: string })[] }
  | { does: 'edit'; id: string; revision: number; scenario: ScenarioInput }
  | { does: 'retire' | 'restore'; id: string; revision: number }
  /** Puts it before another one; null is the end. */
  | { does: 'move'; id: string; before: string | null };

export type ScenarioRefusal = 'unknown' | 'stale' | 'name-taken' | 'retired' | 'too-many' | 'no-change';

export const NO_SCENARIOS: ScenarioList = { type: 'assay.scenario-list', version: 1, scenarios: [] };

/** Names are one where they differ by case or blanks alone. */
export const scenarioNameKey = (name: string): string =>
  name.trim().replace(/\s+/g, ' ').toLocaleLowerCase('und');

const tidy = (input: ScenarioInput): ScenarioInput => ({
  name: input.name.trim().replace(/\s+/g, ' '),
  kind: input.kind,
  why: input.why.trim(),
  importance: input.importance,
  where: input.where,
  minimum: input.minimum,
});

/** Another scenario that counts has this name. Retired ones give theirs free. */
const isTaken = (scenarios: readonly Scenario[], name: string, but: string | null): boolean =>
  scenarios.some(
    (each) => each.id !== but && !each.retired && scenarioNameKey(each.name) === scenarioNameKey(name),
  );

/**
 * The list after a change, or why it is refused. Changes of one scenario name the revision that they saw, so that two
 * experts may work on different ones at once. Nothing is ever taken out: what no longer counts is retired.
 */
export function changeScenarios(list: ScenarioList, change: ScenarioChange): ScenarioList | ScenarioRefusal {
  const { scenarios } = list;
  const as = (next: readonly Scenario[]): ScenarioList => ({ ...list, scenarios: [...next] });
  if (change.does === 'add') {
    if (scenarios.length + change.scenarios.length > MOST_SCENARIOS) return 'too-many';
    let next: Scenario[] = [...scenarios];
    for (const { id, ...input } of change.scenarios) {
      const { name } = input;
      if (scenarioNameKey(name) === '') return 'unknown';
      if (isTaken(next, name, null) || next.some((each) => each.id === id)) return 'name-taken';
      next = [...next, { ...tidy(input), id, revision: 1, retired: false }];
    }
    return as(next);
  }
  const found = scenarios.find((each) => each.id === change.id);
  if (found === undefined) return 'unknown';
  if (change.does === 'move') return move(list, found, change.before);
  if (found.revision !== change.revision) return 'stale';
  const replace = (next: Scenario): ScenarioList =>
    as(scenarios.map((each) => (each.id === next.id ? { ...next, revision: found.revision + 1 } : each)));
  switch (change.does) {
    case 'edit': {
      if (found.retired) return 'retired';
      if (scenarioNameKey(change.scenario.name) === '') return 'unknown';
      if (isTaken(scenarios, change.scenario.name, found.id)) return 'name-taken';
      const next = { ...found, ...tidy(change.scenario) };
      return JSON.stringify(next) === JSON.stringify(found) ? 'no-change' : replace(next);
    }
    case 'retire':
      return found.retired ? 'no-change' : replace({ ...found, retired: true });
    case 'restore':
      if (!found.retired) return 'no-change';
      return isTaken(scenarios, found.name, found.id) ? 'name-taken' : replace({ ...found, retired: false });
  }
}

function move(list: ScenarioList, moved: Scenario, before: string | null): ScenarioList | ScenarioRefusal {
  const rest = list.scenarios.filter((each) => each.id !== moved.id);
  const at = before === null ? rest.length : rest.findIndex((each) => each.id === before);
  if (at < 0) return 'unknown';
  const next = [...rest.slice(0, at), moved, ...rest.slice(at)];
  return next.every((each, place) => each.id === list.scenarios[place]?.id)
    ? 'no-change'
    : { ...list, scenarios: next };
}
