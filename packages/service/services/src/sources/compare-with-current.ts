import { tableManifest } from '@assay/contracts';
import { keepBlobs } from '../blobs/store-blob.ts';
import { command, query } from '../frame/command.ts';
import type { Deps } from '../frame/deps.ts';
import type { JobRun } from '../jobs/job-run.ts';
import { storeJsonBlob } from './json-blob.ts';
import { requireSource, requireVersion } from './source-record.ts';
import { withTable } from './version-table.ts';

/** Says what drifted from the current version to this one; nothing to say for the first version of a source. */
export async function compareWithCurrent(deps: Deps, run: JobRun<'source.commit'>, versionId: string) {
  const { manifest, before } = await query(deps, run.actor, async (t) => {
    const version = await requireVersion(t, versionId);
    const source = await requireSource(t, version.sourceId);
    const current =
      source.currentVersionId === null ? null : await t.sources.version(source.currentVersionId);
    return {
      manifest: tableManifest.parse(version.manifest),
      before:
        current?.manifest == null
          ? null
          : { id: current.id, manifest: tableManifest.parse(current.manifest) },
    };
  });
  if (before === null) return { comparedWith: null };
  const drift = await withTable(deps, before.manifest, (earlier) =>
    withTable(deps, manifest, (later) =>
      deps.tables.drift(earlier, later, {
        signal: run.signal,
        onProgress: ({ done, total }) => {
          void run.progress({ stage: 'drift', done, total }).catch(() => undefined);
        },
      }),
    ),
  );
  const blob = await storeJsonBlob(deps, run.actor.orgId, 'drift', { ...drift, comparedWith: before.id });
  await command(deps, run.actor, async ({ t, record }) => {
    await keepBlobs(t, [blob], { type: 'source-version', id: versionId });
    await t.sources.moveVersion(versionId, ['COMMITTING'], { driftKey: blob.key });
    await record({
      action: 'source-version.compared',
      object: { type: 'sourceVersion', id: versionId },
      projectId: run.job.projectId,
      details: { comparedWith: before.id },
      alsoTouched: [{ type: 'sourceVersion', id: before.id }],
    });
  });
  return { comparedWith: before.id };
}
