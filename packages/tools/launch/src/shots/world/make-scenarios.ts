import type { ScenarioInput } from '@assay/contracts';
import type { ApiSession } from '../../api-session.ts';

const younger: ScenarioInput['where'] = { op: 'compare', column: 'age', comparator: '<', value: 20 };

/** What experts would write down of the wages: covered, too few, missing, of a column that is not there, not yet said. */
const WRITTEN: readonly Partial<ScenarioInput>[] = [
  {
    name: 'Very young',
    kind: 'edge-case',
    importance: 'must',
    why: 'Rules for minors hold only for them, and models see few of them.',
    where: younger,
    minimum: { kind: 'rows', rows: 1 },
  },
  {
    name: 'Over ninety and still at work',
    kind: 'edge-case',
    importance: 'should',
    why: 'Nobody of that age was asked; a model should still not fail on one.',
    where: { op: 'compare', column: 'age', comparator: '>', value: 90 },
  },
  {
    name: 'Nearly everybody is in the middle of the working life, however they are paid',
    kind: 'attribute',
    importance: 'must',
    where: { op: 'between', column: 'age', low: 25, high: 60 },
    minimum: { kind: 'share', numerator: 99, denominator: 100 },
  },
  {
    name: 'Works abroad',
    importance: 'could',
    where: { op: 'compare', column: 'country_of_work', comparator: '!=', value: 'here' },
  },
  { name: 'Two jobs at once', importance: 'should', why: 'Hours add up over both.' },
];

/** A list of scenarios in a project that has none yet; two versions of it. */
export async function makeScenarios({ api }: ApiSession, projectId: string): Promise<void> {
  const { number } = await api.scenario.list.query({ projectId });
  if (number > 0) return;
  const named = ({ name = '', ...rest }: Partial<ScenarioInput>) => ({ name, ...rest });
  await api.scenario.add.mutate({ projectId, scenarios: WRITTEN.slice(0, 4).map(named) });
  await api.scenario.add.mutate({ projectId, scenarios: WRITTEN.slice(4).map(named) });
}
