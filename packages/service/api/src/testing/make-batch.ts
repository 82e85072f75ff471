import { acknowledgeGuideline, claimTasks } from '@assay/services';
import { addBatch, addLabelSchema, addRowsRun, type TestDeps, type UserActor } from '@assay/services/testing';

/** A batch of two rows of a run under a guideline that the owner has read; one of the rows is in their hands. */
export async function makeBatch(
  test: TestDeps,
  owner: UserActor,
  projectId: string,
  guideline: { guidelineId: string; guidelineVersionId: string },
) {
  const runId = await addRowsRun(test, owner, { projectId, csv: 'id\n1\n2\n' });
  const labelSchemaVersionId = await addLabelSchema(test, owner, projectId);
  const batchId = await addBatch(test, owner, {
    projectId,
    runId,
    labelSchemaVersionId,
    guidelineId: guideline.guidelineId,
  });
  await acknowledgeGuideline(test.deps, owner, { guidelineVersionId: guideline.guidelineVersionId });
  const [task] = await claimTasks(test.deps, owner, { projectId, batchId, want: 1 });
  if (task === undefined) throw new Error('The batch of the test serves nothing.');
  return { batchId, labelledRunId: runId, yesOrNoVersionId: labelSchemaVersionId, taskId: task.id };
}
