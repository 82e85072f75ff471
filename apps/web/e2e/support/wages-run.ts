import { expect } from '@playwright/test';
import type { Person } from './person.ts';
import { readySource } from './ready-source.ts';
import { wagesCsv } from './wages.ts';

const LONG = { timeout: 120_000 };

type Place = { person: Person; org: string };

/**
 * A new project with a run of made-up wages, drawn column by column, as far as its report. Gates that are `lenient`
 * let it pass.
 */
export async function wagesRun(
  { person, org }: Place,
  name: string,
  { lenient = false }: { lenient?: boolean } = {},
): Promise<{ projectId: string; runId: string; isBlocked: boolean }> {
  const api = person.api(org);
  const { id: projectId } = await api.project.create.mutate({ name });
  const source = await readySource({ person, org, projectId }, { name: 'Wages', csv: wagesCsv() });
  const { versionId: recipeVersionId } = await api.recipe.create.mutate({
    projectId,
    name: 'Wages by column',
    document: {
      type: 'assay.recipe',
      version: 1,
      method: 'independent',
      sourceId: source.id,
      seed: { kind: 'fixed', seed: '1' },
    },
  });
  const policyRef = lenient ? await lenientPolicy({ person, org }, projectId) : undefined;
  const { runId } = await api.run.start.mutate({
    recipeVersionId,
    kind: 'pilot',
    name: 'By column',
    ...(policyRef === undefined ? {} : { policyRef }),
  });
  const status = async () => (await api.run.get.query({ runId })).status;
  await expect.poll(status, LONG).toMatch(/^(READY|BLOCKED)$/);
  return { projectId, runId, isBlocked: (await status()) === 'BLOCKED' };
}

/** Gates that whatever is made passes. */
async function lenientPolicy({ person, org }: Place, projectId: string): Promise<string> {
  const { id } = await person.api(org).policy.create.mutate({
    projectId,
    document: {
      type: 'assay.policy',
      version: 1,
      name: 'Whatever comes',
      gates: [{ id: 'shapes', metric: 'shapes.error', green: { plus: 1 } }],
    },
  });
  return id;
}

/** Waits for a job to end as it should. */
export async function jobDone({ person, org }: Place, jobId: string): Promise<void> {
  const api = person.api(org);
  await expect.poll(async () => (await api.job.get.query({ jobId })).status, LONG).toBe('SUCCEEDED');
}
