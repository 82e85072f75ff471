import { randomUUID } from 'node:crypto';
import type { Person } from './person.ts';
import { jobDone, wagesRun } from './wages-run.ts';

const [GRADE, JUNIOR, SENIOR, CELLS, HIGH] = [1, 11, 12, 2, 21].map(
  (n) => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`,
) as [string, string, string, string, string];

/** What somebody says of each sample, in the order in which they are served. */
export type Said = { senior?: boolean; flags?: string; comment?: string };

type Place = { person: Person; org: string };

/** A project with a batch of made-up wages that two people answer, a guideline, and nothing reviewed by chance. */
export async function batchToReview({ person, org }: Place, samples: number) {
  const api = person.api(org);
  const { projectId, runId, isBlocked } = await wagesRun({ person, org }, 'Grades to review');
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
          id: GRADE,
          name: 'Grade',
          prompt: 'Which grade is this?',
          labels: [
            { id: JUNIOR, name: 'Junior', key: 'j', colour: 'teal' },
            { id: SENIOR, name: 'Senior', key: 'e', colour: 'orange' },
          ],
        },
        {
          kind: 'cells',
          id: CELLS,
          name: 'Cells',
          prompt: 'Which cells are wrong?',
          required: false,
          reasons: [{ id: HIGH, name: 'Too high', key: 'h' }],
        },
      ],
    },
  });
  const { id: guidelineId } = await api.guideline.create.mutate({
    projectId,
    name: 'Grades of wages',
    document: {
      type: 'assay.guideline',
      version: 1,
      sections: [
        { id: randomUUID(), heading: 'Grades', roles: [], body: 'A **senior** earns more than 52.' },
      ],
    },
  });
  await api.review.saveRouting.mutate({
    projectId,
    known: 0,
    document: {
      type: 'assay.review-routing',
      version: 1,
      random: { share: 0, seed: 'e2e' },
    },
  });
  const { batchId, jobId } = await api.batch.create.mutate({
    projectId,
    name: 'Grades',
    runId,
    labelSchemaVersionId,
    overlap: 2,
    investigation: isBlocked,
    selection: { type: 'assay.batch-selection', version: 1, size: samples, order: 'row', seed: 'e2e' },
  });
  await jobDone({ person, org }, jobId);
  return { projectId, batchId, guidelineId, runId };
}

/** Lets somebody into the project. */
export async function join(
  { person, org }: Place,
  projectId: string,
  newcomer: Person,
  roles: ('annotator' | 'expert')[],
): Promise<void> {
  const { link } = await person.api(org).member.invite.mutate({
    email: newcomer.email,
    roles: ['member'],
    project: { id: projectId, roles },
  });
  await newcomer.api().member.acceptInvitation.mutate({ token: link.slice(link.lastIndexOf('/') + 1) });
}

/** Answers as somebody, one sample after the other. */
export async function say(
  { person, org }: Place,
  { projectId, batchId }: { projectId: string; batchId: string },
  said: readonly Said[],
): Promise<void> {
  const api = person.api(org);
  for (const { senior = false, flags, comment = '' } of said) {
    const { tasks } = await api.task.claim.mutate({ projectId, batchId, want: 1 });
    const [task] = tasks;
    if (task === undefined) throw new Error('Nothing was served.');
    await api.task.submit.mutate({
      taskId: task.id,
      leaseId: task.leaseId,
      annotationId: randomUUID(),
      payload: {
        type: 'assay.annotation',
        version: 1,
        answers: {
          [GRADE]: { kind: 'single', label: { labelId: senior ? SENIOR : JUNIOR, attributes: {} } },
          ...(flags === undefined
            ? {}
            : {
                [CELLS]: {
                  kind: 'cells' as const,
                  flags: [{ column: flags, reasonId: HIGH, note: '', span: null }],
                },
              }),
        },
        comment,
      },
      activeMs: 1000,
      toolVersion: 'e2e',
    });
  }
}
