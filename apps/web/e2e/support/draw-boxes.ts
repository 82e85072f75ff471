import { randomUUID } from 'node:crypto';
import type { RegionValue } from '@assay/contracts';
import type { Person } from './person.ts';

/**
 * Takes the next picture of a batch and hands in boxes, from left to right; gives the task and the regions.
 *
 * @param doubt flags the first of them, with these words
 */
export async function drawBoxes(
  person: Person,
  org: string,
  { projectId, batchId }: { projectId: string; batchId: string },
  xs: readonly number[],
  doubt?: string,
): Promise<{ taskId: string; regions: RegionValue[] }> {
  const api = person.api(org);
  const { tasks, batches } = await api.task.claim.mutate({ projectId, batchId, want: 1 });
  const [task, question] = [tasks[0], batches[0]?.schema.questions[0]];
  if (task === undefined || question?.kind !== 'regions') throw new Error('Nothing is served.');
  const labelId = question.labels[0]?.id ?? '';
  const regions = xs.map(
    (x, order): RegionValue => ({
      type: 'region',
      id: randomUUID(),
      geometry: { kind: 'box', version: 1, x, y: 60, width: 50, height: 90 },
      label: { labelId, attributes: {} },
      order,
      groupId: null,
      ...(doubt !== undefined && order === 0 ? { remark: { text: doubt } } : {}),
    }),
  );
  await api.task.submit.mutate({
    taskId: task.id,
    leaseId: task.leaseId,
    annotationId: randomUUID(),
    payload: {
      type: 'assay.annotation',
      version: 1,
      answers: { [question.id]: { kind: 'regions', regions, relations: [] } },
      realism: null,
      artefact: false,
      artefactNote: '',
      comment: '',
      verdict: null,
    },
    activeMs: 5000,
    toolVersion: 'e2e',
  });
  return { taskId: task.id, regions };
}
