import { randomUUID } from 'node:crypto';
import type { Person } from './person.ts';
import { jobDone, wagesRun } from './wages-run.ts';

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
  const { projectId, runId, isBlocked } = await wagesRun({ person, org }, input.name);
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
    investigation: isBlocked,
    selection: { type: 'assay.batch-selection', version: 1, size: input.samples, seed: 'e2e' },
  });
  await jobDone({ person, org }, jobId);
  return { projectId, batchId, guidelineId };
}
