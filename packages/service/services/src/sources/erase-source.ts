import { AssayError } from '@assay/contracts';
import { type Actor, retentionDue } from '@assay/domain';
import { command, query } from '../frame/command.ts';
import type { Deps } from '../frame/deps.ts';
import type { JobRun } from '../jobs/job-run.ts';
import { tellOfReleases } from '../releases/tell-of-releases.ts';
import { destroyModels, endRunsOfSource } from '../runs/stop-run.ts';
import { requireSource, termsOf } from './source-record.ts';

/** What hangs on a source: its versions, and what was made from them. */
export async function listDependents(deps: Deps, actor: Actor, input: { sourceId: string }) {
  return query(deps, actor, async (t) => {
    const source = await requireSource(t, input.sourceId);
    const versions = await t.sources.versions(source.id);
    const ids = versions.map((version) => version.id);
    const edges = await t.sources.dependents([source.id, ...ids]);
    const splits = (await Promise.all(ids.map((id) => t.sources.splits(id)))).flat();
    return {
      versions: versions.map(({ id, number, status, rows, createdAt }) => ({
        id,
        number,
        status,
        rows: rows === null ? null : Number(rows),
        createdAt: createdAt.toISOString(),
        isCurrent: id === source.currentVersionId,
        // Made from an earlier version than the current one: the data behind it has moved on.
        stale: source.currentVersionId !== null && id !== source.currentVersionId && status === 'READY',
      })),
      splits: splits.map(({ id, versionId, active, createdAt }) => ({
        id,
        versionId,
        active,
        createdAt: createdAt.toISOString(),
      })),
      others: edges.map(({ toType, toId, fromId, at }) => ({
        type: toType,
        id: toId,
        fromId,
        at: at.toISOString(),
        stale: fromId !== source.id && fromId !== source.currentVersionId,
      })),
    };
  });
}

/** Orders the erasure of a source. A legal hold beats it. */
export function orderErasure(
  deps: Deps,
  actor: Actor,
  input: { sourceId: string; confirmName: string; reason: string },
): Promise<{ jobId: string }> {
  return command(deps, actor, async ({ t, record, order }) => {
    const source = await requireSource(t, input.sourceId);
    if (input.confirmName.trim() !== source.name) {
      throw new AssayError('bad-input', 'The name does not match.', {
        field: 'confirmName',
        kept: 'Nothing was erased.',
        next: `Type the name of the source exactly: ${source.name}.`,
      });
    }
    const hold = termsOf(source).retention?.legalHold ?? null;
    if (hold !== null) {
      throw new AssayError(
        'not-ready',
        `A legal hold since ${hold.since} keeps this source: ${hold.reason}`,
        {
          kept: 'Nothing was erased.',
          next: 'Lift the hold in the terms first.',
        },
      );
    }
    const jobId = await order({
      kind: 'source.erase',
      payload: { sourceId: source.id },
      subject: { type: 'source', id: source.id },
      projectId: source.projectId,
    });
    await record({
      action: 'source.erasure-ordered',
      object: { type: 'source', id: source.id },
      projectId: source.projectId,
      details: { reason: input.reason },
      alsoTouched: [{ type: 'job', id: jobId }],
    });
    return { jobId };
  });
}

/**
 * Erases a source: rows, files, dictionary, findings, splits and measurements. What stays is a tombstone and the log.
 */
export async function eraseSource(deps: Deps, run: JobRun<'source.erase'>) {
  const { sourceId } = run.job.payload;
  const keys = await run.step('release', () =>
    command(deps, run.actor, async (context) => {
      const { t, record } = context;
      const source = await t.sources.getAny(sourceId);
      if (source === null) throw new AssayError('not-found', 'This source is gone already.');
      const versions = await t.sources.versions(sourceId);
      const owned: string[] = [];
      for (const version of versions) {
        const owner = { type: 'source-version', id: version.id };
        owned.push(...(await t.blobs.ofOwner(owner)).map((ref) => ref.blobKey));
        await t.blobs.release(owner);
        if (version.uploadId !== null) {
          await t.blobs.release({ type: 'upload', id: version.uploadId });
          await t.uploads.remove(version.uploadId);
        }
        for (const job of await t.jobs.openFor(version.id))
          await t.jobs.requestCancel(job.id, deps.clock.now());
      }
      await endRunsOfSource(deps, context, sourceId, 'The source was erased while this run read it.');
      const versionIds = versions.map((version) => version.id);
      owned.push(...(await destroyModels(deps, context, versionIds)));
      await tellOfReleases(deps, context, source);
      await t.sources.tombstone(sourceId, deps.clock.now());
      await record({
        action: 'source.erased',
        object: { type: 'source', id: sourceId },
        projectId: source.projectId,
        details: { versions: versions.length, files: owned.length },
        alsoTouched: [
          { type: 'job', id: run.job.id },
          ...versions.map((version) => ({ type: 'sourceVersion', id: version.id })),
        ],
      });
      return owned;
    }),
  );
  let files = 0;
  for (const key of keys) {
    // The sweep would do it within a day; erasure does it now, unless something else came to need the file.
    if (await deps.db.system.forgetBlob(key)) {
      await deps.storage.delete(key);
      files += 1;
    }
    await run.progress({ stage: 'erase', done: files, total: keys.length });
  }
  return { files };
}

/** Orders the erasure of every source whose retention has run out. */
export async function actOnRetention(deps: Deps): Promise<number> {
  const due = await deps.db.system.retentionDue(100);
  let ordered = 0;
  for (const { orgId, sourceId } of due) {
    const actor: Actor = { kind: 'system', orgId, userId: null, orgRoles: [] };
    await command(deps, actor, async ({ t, record, order }) => {
      const source = await t.sources.getAny(sourceId);
      const open = await t.jobs.openFor(sourceId);
      const state =
        source === null ? null : retentionDue(termsOf(source), source.createdAt, deps.clock.now());
      if (source === null || open.length > 0 || state === null || !state.due) {
        await record({
          action: 'source.retention-checked',
          object: { type: 'source', id: sourceId },
          projectId: source?.projectId ?? null,
          details: { due: state?.due ?? false },
        });
        return;
      }
      const jobId = await order({
        kind: 'source.erase',
        payload: { sourceId },
        subject: { type: 'source', id: sourceId },
        projectId: source.projectId,
      });
      ordered += 1;
      await record({
        action: 'source.retention-due',
        object: { type: 'source', id: sourceId },
        projectId: source.projectId,
        details: { on: state.on },
        alsoTouched: [{ type: 'job', id: jobId }],
      });
    });
  }
  return ordered;
}
