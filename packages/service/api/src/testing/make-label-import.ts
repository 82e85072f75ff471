import { createLabelImport } from '@assay/services';
import { runHere, type TestDeps, type UserActor, uploadBytes } from '@assay/services/testing';

/** A file of prelabels that was read and waits to be taken, and the upload that it came from. */
export async function makeLabelImport(
  test: TestDeps,
  owner: UserActor,
  of: { projectId: string; labelledRunId: string; yesOrNoVersionId: string },
) {
  const { projectId } = of;
  const bytes = Buffer.from('row,Is it so?\n1,Yes\n2,No\n');
  const labelUploadId = await uploadBytes(test, owner, projectId, bytes, 'labels.csv');
  const { importId, jobId } = await createLabelImport(test.deps, owner, {
    projectId,
    use: 'prelabels',
    runId: of.labelledRunId,
    labelSchemaVersionId: of.yesOrNoVersionId,
    uploadId: labelUploadId,
    source: 'A rule',
    mapping: null,
  });
  const { status, error } = await runHere(test.deps, owner, jobId);
  if (status !== 'SUCCEEDED') throw new Error(`The labels were not read: ${JSON.stringify(error)}`);
  return { labelImportId: importId, labelUploadId };
}
