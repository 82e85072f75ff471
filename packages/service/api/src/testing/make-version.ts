import { commitDatasetVersion, startExport } from '@assay/services';
import {
  addBatch,
  addLabelSchema,
  addRowsRun,
  answerBatch,
  answerOf,
  runHere,
  type TestDeps,
  type UserActor,
} from '@assay/services/testing';

/** A version of four labelled rows that stands, on the branch `main`, and another one behind it. */
export async function makeVersion(test: TestDeps, owner: UserActor, projectId: string) {
  const runId = await addRowsRun(test, owner, {
    projectId,
    csv: 'id,amount\n1,2.5\n2,\n3,7\n4,8\n',
    withoutSource: true,
  });
  const labelSchemaVersionId = await addLabelSchema(test, owner, projectId);
  const batchId = await addBatch(test, owner, { projectId, runId, labelSchemaVersionId });
  await answerBatch(test, owner, { projectId, batchId }, ({ item }) => answerOf(item % 2 === 0));
  let parentId: string | null = null;
  const made: string[] = [];
  for (const message of ['The first', 'The second']) {
    const { versionId, jobId }: { versionId: string; jobId: string } = await commitDatasetVersion(
      test.deps,
      owner,
      {
        projectId,
        runIds: [runId],
        scope: 'labelled',
        method: 'majority',
        message,
        branch: 'main',
        parentId,
      },
    );
    const { status, error } = await runHere(test.deps, owner, jobId);
    if (status !== 'SUCCEEDED') throw new Error(`The version was not made: ${JSON.stringify(error)}`);
    made.push(versionId);
    parentId = versionId;
  }
  const [firstVersionId = '', datasetVersionId = ''] = made;
  const { exportId, jobId } = await startExport(test.deps, owner, {
    versionId: datasetVersionId,
    format: 'csv',
    leaveOutLost: false,
  });
  await runHere(test.deps, owner, jobId);
  return { versionRunId: runId, firstVersionId, datasetVersionId, versionExportId: exportId };
}
