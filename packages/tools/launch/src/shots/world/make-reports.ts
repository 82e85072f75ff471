import { eventually } from '@assay/testkit';
import type { ApiSession } from '../../api-session.ts';

export type ReportWorld = { project: string; red: string; other: string; policy: string };

const STANDING = new Set(['READY', 'BLOCKED', 'FAILED', 'CANCELLED']);

/** Two pilots of the wages with their reports (one red by its nature), a policy of the project, and its goals. */
export async function makeReports(
  { api }: ApiSession,
  input: { projectId: string; sourceId: string; stamp: string },
): Promise<ReportWorld> {
  const { projectId, sourceId, stamp } = input;
  const pilot = async (name: string, method: 'independent' | 'tree') => {
    const { versionId } = await api.recipe.create.mutate({
      projectId,
      name: `${name} ${stamp}`,
      document: {
        type: 'assay.recipe',
        version: 1,
        method,
        sourceId,
        seed: { kind: 'fixed', seed: '1' },
      },
    });
    return (await api.run.start.mutate({ recipeVersionId: versionId, kind: 'pilot' })).runId;
  };
  const runs = [
    await pilot('Wages, independent columns', 'independent'),
    await pilot('Wages, trees', 'tree'),
  ];
  const { policies } = await api.policy.list.query({ projectId });
  const balanced = policies.find((each) => each.ref === 'balanced');
  if (balanced === undefined) throw new Error('There is no balanced policy.');
  const { id: policy } = await api.policy.create.mutate({
    projectId,
    document: { ...balanced.document, name: `Our own ${stamp}` },
  });
  const { goals } = await api.goal.list.query({ projectId });
  if (goals.length === 0) {
    const presets = await api.goal.presets.query({ projectId, domain: 'general' });
    for (const goal of presets.goals) await api.goal.create.mutate({ projectId, goal });
  }
  const finished = (runId: string) =>
    eventually(
      async () => {
        const run = await api.run.get.query({ runId });
        if (!STANDING.has(run.status) || run.reportId === null) throw new Error('The run is not finished.');
        return run.reportId;
      },
      { timeout: 240_000, interval: 500 },
    );
  const [red, other] = [await finished(runs[0] ?? ''), await finished(runs[1] ?? '')];
  return { project: projectId, red, other, policy };
}
