import { randomUUID } from 'node:crypto';
import { expect } from '@playwright/test';
import type { Person } from './person.ts';
import { readySource } from './ready-source.ts';
import { wagesCsv } from './wages.ts';

const LONG = { timeout: 120_000 };

export type ReadyBatch = { projectId: string; batchId: string; guidelineId: string };

/**
 * A batch of made-up wages, open to whoever labels in a new project: two labels to verify against the column `grade`,
 * cells to flag, and a guideline with a rule that rows drawn column by column break.
 */
export async function readyBatch(
  place: { person: Person; org: string },
  input: { name: string; samples: number },
): Promise<ReadyBatch> {
  const { person, org } = place;
  const api = person.api(org);
  const { id: projectId } = await api.project.create.mutate({ name: input.name });
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
  const { runId } = await api.run.start.mutate({ recipeVersionId, kind: 'pilot', name: 'By column' });
  await expect
    .poll(async () => (await api.run.get.query({ runId })).status, LONG)
    .toMatch(/^(READY|BLOCKED)$/);
  const { versionId: labelSchemaVersionId } = await api.labelSchema.create.mutate({
    projectId,
    name: 'Grade and cells',
    document: {
      type: 'assay.label-schema',
      version: 1,
      subject: 'row',
      questions: [
        {
          kind: 'single',
          id: randomUUID(),
          name: 'Grade',
          prompt: 'Which grade is this?',
          corrects: 'grade',
          labels: [
            { id: randomUUID(), name: 'junior', key: 'j', colour: 'teal' },
            { id: randomUUID(), name: 'senior', key: 'e', colour: 'orange' },
          ],
        },
        {
          kind: 'cells',
          id: randomUUID(),
          name: 'Cells',
          prompt: 'Which cells are wrong?',
          required: false,
          reasons: [
            { id: randomUUID(), name: 'Too high', key: 'h' },
            { id: randomUUID(), name: 'Too low', key: 'l' },
          ],
        },
      ],
    },
  });
  const { id: guidelineId, versionId: guidelineVersionId } = await api.guideline.create.mutate({
    projectId,
    name: 'Grades of wages',
    document: {
      type: 'assay.guideline',
      version: 1,
      sections: [
        { id: randomUUID(), heading: 'Grades', roles: [], body: 'A **senior** earns more than 52.' },
      ],
      checklist: [{ id: randomUUID(), text: 'Was the pay read?', required: true }],
      rules: [
        {
          id: randomUUID(),
          text: 'A senior earns more than 52.',
          severity: 'warning',
          holds: {
            op: 'or',
            args: [
              { op: 'compare', column: 'grade', comparator: '!=', value: 'senior' },
              { op: 'compare', column: 'pay', comparator: '>', value: 52 },
            ],
          },
        },
      ],
    },
  });
  await api.guideline.acknowledge.mutate({ guidelineVersionId });
  const { batchId, jobId } = await api.batch.create.mutate({
    projectId,
    kind: 'verify',
    name: 'Grades to verify',
    description: 'Say which grade each row is of.',
    runId,
    labelSchemaVersionId,
    guidelineId,
    investigation: (await api.run.get.query({ runId })).status === 'BLOCKED',
    selection: { type: 'assay.batch-selection', version: 1, size: input.samples, seed: 'e2e' },
  });
  await expect.poll(async () => (await api.job.get.query({ jobId })).status, LONG).toBe('SUCCEEDED');
  return { projectId, batchId, guidelineId };
}
