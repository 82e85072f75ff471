import { AssayError } from '@assay/contracts';
import type { Actor } from '@assay/domain';
import { command } from '../frame/command.ts';
import type { Deps } from '../frame/deps.ts';
import { requireSource, requireVersion } from './source-record.ts';

/** Gives up an import that was not committed. A source that has no other version goes to the trash with it. */
export function discardVersion(deps: Deps, actor: Actor, input: { versionId: string }): Promise<void> {
  return command(deps, actor, async ({ t, record }) => {
    const version = await requireVersion(t, input.versionId);
    const source = await requireSource(t, version.sourceId);
    const moved = await t.sources.moveVersion(input.versionId, ['STAGING', 'REVIEW', 'FAILED'], {
      status: 'DISCARDED',
    });
    if (!moved) {
      throw new AssayError('conflict', 'Only an import that is not committed can be discarded.', {
        next: 'Move the source to the trash, or erase it.',
      });
    }
    await t.blobs.release({ type: 'source-version', id: input.versionId });
    for (const job of await t.jobs.openFor(input.versionId)) {
      await t.jobs.requestCancel(job.id, deps.clock.now());
    }
    if (source.currentVersionId === null) await t.sources.trash(source.id, actor.userId, deps.clock.now());
    await record({
      action: 'source-version.discarded',
      object: { type: 'sourceVersion', id: input.versionId },
      projectId: source.projectId,
      alsoTouched: [{ type: 'source', id: source.id }],
    });
  });
}
