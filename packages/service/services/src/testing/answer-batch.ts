import type { Annotation } from '@assay/contracts';
import type { TaskRow } from '@assay/db';
import { submitTask } from '../work/answer-task.ts';
import { claimTasks } from '../work/claim-tasks.ts';
import type { TestDeps, UserActor } from './test-deps.ts';

/** Claims and answers a batch as one person until nothing waits for them, or `most` are done; returns how many. */
export async function answerBatch(
  { deps }: Pick<TestDeps, 'deps'>,
  person: UserActor,
  batch: { projectId: string; batchId: string },
  answer: (task: TaskRow) => Annotation,
  most = Number.POSITIVE_INFINITY,
): Promise<number> {
  for (let done = 0; ; done += 1) {
    const [task] = done === most ? [] : await claimTasks(deps, person, { ...batch, want: 1 });
    if (task === undefined || task.leaseId === null) return done;
    await submitTask(deps, person, {
      taskId: task.id,
      leaseId: task.leaseId,
      annotationId: deps.ids.next(),
      payload: answer(task),
      activeMs: 1000,
      toolVersion: 'test',
    });
  }
}
