import { addScenarios, retireScenario } from '@assay/services';
import type { TestDeps, UserActor } from '@assay/services/testing';

/** A list of two scenarios that count and one that is retired. */
export async function makeScenarios({ deps }: TestDeps, owner: UserActor, projectId: string) {
  const of = (name: string) => ({
    name,
    kind: 'scenario' as const,
    why: '',
    importance: 'must' as const,
    where: null,
    minimum: { kind: 'rows' as const, rows: 1 },
  });
  const { ids } = await addScenarios(deps, owner, {
    projectId,
    scenarios: [of('A scenario'), of('Another'), of('A retired one')],
  });
  const [scenarioId = '', , retiredScenarioId = ''] = ids;
  await retireScenario(deps, owner, { projectId, scenarioId: retiredScenarioId, revision: 1 });
  return { scenarioId, retiredScenarioId };
}
