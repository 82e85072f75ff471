import { type AnswersMethod, AssayError, type VersionScope, type VersionSelection } from '@assay/contracts';
import type { Actor } from '@assay/domain';
import { referToBlobs } from '../blobs/store-blob.ts';
import { command } from '../frame/command.ts';
import type { Deps } from '../frame/deps.ts';
import { requirePerson } from '../frame/require-person.ts';
import { asJson } from '../sources/source-record.ts';
import { requireRunsOfVersion } from './version-runs.ts';

export type CommitVersion = {
  projectId: string;
  runIds: readonly string[];
  scope: VersionScope;
  method: AnswersMethod;
  message: string;
  branch: string;
  /** The version that it continues: where the person saw the branch. Null begins anew. */
  parentId: string | null;
};

export function selectionFrom(
  input: Pick<CommitVersion, 'scope' | 'method'>,
  runIds: readonly string[],
): VersionSelection {
  const { scope, method } = input;
  return { type: 'assay.version-selection', version: 1, runIds: [...runIds], scope, method };
}

/** Orders a version of a project's dataset; a job freezes it, and the branch then points at it. */
export async function commitDatasetVersion(
  deps: Deps,
  actor: Actor,
  input: CommitVersion,
): Promise<{ versionId: string; number: number; jobId: string }> {
  const createdBy = requirePerson(actor);
  const { projectId, branch, parentId } = input;
  const versionId = deps.ids.next();
  return command(deps, actor, async ({ t, record, order }) => {
    const runs = await requireRunsOfVersion(t, projectId, input.runIds);
    const parent = parentId === null ? null : await t.versions.get(parentId);
    if (
      parentId !== null &&
      (parent === null || parent.projectId !== projectId || parent.status !== 'READY')
    ) {
      throw new AssayError('not-found', 'There is no such version in this project.', { field: 'parentId' });
    }
    const dataset = await t.versions.openDataset(projectId, {
      id: deps.ids.next(),
      pseudonymSalt: deps.randomBytes(32),
    });
    const building = await t.versions.building(projectId, branch);
    if (building !== null) {
      throw new AssayError('conflict', `Version ${building.number} of ${branch} is being made.`, {
        field: 'branch',
        kept: 'No version was made.',
        next: 'Wait for it, or commit to another branch.',
      });
    }
    const ref = await t.versions.lockRef(projectId, branch);
    if (ref !== null && ref.kind !== 'branch') {
      throw new AssayError('conflict', `${branch} is a tag, and a tag stays where it is.`, {
        field: 'branch',
        next: 'Choose a branch.',
      });
    }
    if (ref !== null && ref.versionId !== parentId) {
      const [now] = await t.versions.many([ref.versionId]);
      throw new AssayError('stale', `${branch} points at version ${now?.number ?? '?'} by now.`, {
        field: 'branch',
        kept: 'No version was made.',
        next: 'Load the page again, look at that version, and commit once more.',
      });
    }
    const selection = selectionFrom(
      input,
      runs.map(({ row }) => row.id),
    );
    const { number } = await t.versions.create(
      {
        id: versionId,
        projectId,
        datasetId: dataset.id,
        message: input.message,
        branch,
        createdBy,
        selection: asJson(selection),
      },
      parent === null ? [] : [parent.id],
    );
    // From now on the rows stay, whatever becomes of the runs.
    await referToBlobs(
      t,
      runs.flatMap(({ manifest }) => manifest.chunks.map((chunk) => chunk.key)),
      { type: 'version', id: versionId },
    );
    const jobId = await order({
      kind: 'version.build',
      payload: { versionId },
      subject: { type: 'version', id: versionId },
      projectId,
    });
    await record({
      action: 'version.ordered',
      object: { type: 'version', id: versionId },
      projectId,
      details: { number, branch, selection: asJson(selection) as never, parent: parent?.id ?? null },
      alsoTouched: [{ type: 'job', id: jobId }, ...runs.map(({ row }) => ({ type: 'run', id: row.id }))],
    });
    return { versionId, number, jobId };
  });
}
