import { randomUUID } from 'node:crypto';
import type { Annotation } from '@assay/contracts';
import type { ApiSession } from '../../api-session.ts';

/** Answers the next row that a person is served of a batch; false when there is none. */
export async function answerNext(
  { api }: ApiSession,
  of: { projectId: string; batchId: string },
  payload: Annotation,
  activeMs = 15_000,
): Promise<boolean> {
  const [task] = (await api.task.claim.mutate({ ...of, want: 1 })).tasks;
  if (task === undefined) return false;
  const { id: taskId, leaseId } = task;
  const turn = { taskId, leaseId, annotationId: randomUUID() };
  await api.task.submit.mutate({ ...turn, payload, activeMs, toolVersion: 'pictures' });
  return true;
}
