import { claimTasks, decideItem, openReview, rowSampleKey, submitTask } from '@assay/services';
import {
  addBatch,
  addRowsRun,
  answerOf,
  isForPractice,
  type TestDeps,
  type UserActor,
} from '@assay/services/testing';

const ROWS = 64;

/** A row that an expert decided and that is for practice, in a batch of it alone. */
export async function makePractice(
  test: TestDeps,
  owner: UserActor,
  projectId: string,
  labelSchemaVersionId: string,
) {
  const { deps } = test;
  const expert = await test.member(owner.orgId, ['member']);
  await test.inProject(projectId, expert, ['expert']);
  const rows = Array.from({ length: ROWS }, (_, row) => row);
  const runId = await addRowsRun(test, owner, { projectId, csv: `id\n${rows.join('\n')}\n` });
  const value = rows.find((row) => isForPractice(rowSampleKey(runId, row)));
  if (value === undefined) throw new Error('No row of the test is for practice.');
  const batchId = await addBatch(test, owner, {
    projectId,
    runId,
    labelSchemaVersionId,
    selection: {
      type: 'assay.batch-selection',
      version: 1,
      where: { op: 'compare', column: 'id', comparator: '=', value },
      size: null,
      quota: null,
      order: 'row',
      seed: 'test',
    },
  });
  const [task] = await claimTasks(deps, owner, { projectId, batchId, want: 1 });
  if (task === undefined || task.leaseId === null) throw new Error('The batch serves nothing.');
  const annotationId = deps.ids.next();
  await submitTask(deps, owner, {
    taskId: task.id,
    leaseId: task.leaseId,
    annotationId,
    payload: { ...answerOf(true), comment: 'Is it?' },
    activeMs: 1,
    toolVersion: 'test',
  });
  const scope = { orgId: owner.orgId, userId: owner.userId };
  const item = await deps.db.transaction(scope, (t) => t.reviews.ofSample(batchId, task.item));
  const reviewItemId = item?.id ?? '';
  const { leaseId } = await openReview(deps, expert, { reviewItemId });
  const verdict = { kind: 'accept', annotationId, faults: [], comment: '' } as const;
  const { decisionId } = await decideItem(deps, expert, { reviewItemId, leaseId, verdict });
  return { practiceBatchId: batchId, practiceDecisionId: decisionId ?? '' };
}
