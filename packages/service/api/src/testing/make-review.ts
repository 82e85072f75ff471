import { claimTasks, decideItem, openReview, rejectPattern, submitTask } from '@assay/services';
import { addBatch, addRowsRun, answerOf, type TestDeps, type UserActor } from '@assay/services/testing';

/** A batch of two rows that the owner answered: one waits for an expert, one is back; and a pattern. */
export async function makeReview(
  test: TestDeps,
  owner: UserActor,
  projectId: string,
  labelSchemaVersionId: string,
) {
  const { deps } = test;
  const expert = await test.member(owner.orgId, ['member']);
  await test.inProject(projectId, expert, ['expert']);
  const runId = await addRowsRun(test, owner, { projectId, csv: 'id\n1\n2\n' });
  const batchId = await addBatch(test, owner, { projectId, runId, labelSchemaVersionId });
  for (const comment of ['Is it?', 'Is it not?']) {
    const [task] = await claimTasks(deps, owner, { projectId, batchId, want: 1 });
    if (task === undefined || task.leaseId === null) throw new Error('The batch serves nothing.');
    await submitTask(deps, owner, {
      taskId: task.id,
      leaseId: task.leaseId,
      annotationId: deps.ids.next(),
      payload: { ...answerOf(true), comment },
      activeMs: 1,
      toolVersion: 'test',
    });
  }
  const scope = { orgId: owner.orgId, userId: owner.userId };
  const { sent, open, sample } = await deps.db.transaction(scope, async (t) => ({
    sent: await t.reviews.ofSample(batchId, 0),
    open: await t.reviews.ofSample(batchId, 1),
    sample: await t.reviews.sample(batchId, 0),
  }));
  if (sent === null || open === null || sample === null) throw new Error('Nothing waits for the expert.');
  const { leaseId } = await openReview(deps, expert, { reviewItemId: sent.id });
  await decideItem(deps, expert, {
    reviewItemId: sent.id,
    leaseId,
    verdict: {
      kind: 'send-back',
      annotationIds: sample.answers.map((each) => each.annotationId),
      proposal: answerOf(false),
      faults: ['wrong-label'],
      comment: 'Look again.',
    },
  });
  const [back] = await deps.db.transaction(scope, (t) => t.reviewReturns.ofItem(sent.id));
  const { patternId } = await rejectPattern(deps, expert, {
    batchId,
    reviewItemId: null,
    pattern: {
      name: 'A pattern',
      where: { op: 'compare', column: 'id', comparator: '=', value: 2 },
      reasons: ['implausible'],
      comment: '',
    },
  });
  return {
    reviewedBatchId: batchId,
    reviewItemId: open.id,
    reviewReturnId: back?.id ?? '',
    patternId,
  };
}
