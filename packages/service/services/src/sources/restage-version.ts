import { AssayError, type Dialect } from '@assay/contracts';
import type { Actor } from '@assay/domain';
import { command } from '../frame/command.ts';
import type { Deps } from '../frame/deps.ts';
import { stale } from '../frame/stale.ts';
import { requireSource, requireVersion } from './source-record.ts';

/** Reads the file again with a corrected dialect. */
export function restageVersion(
  deps: Deps,
  actor: Actor,
  input: { versionId: string; revision: number; dialect: Dialect },
): Promise<{ jobId: string }> {
  return command(deps, actor, async ({ t, record, order }) => {
    const version = await requireVersion(t, input.versionId);
    const source = await requireSource(t, version.sourceId);
    if (version.revision !== input.revision) throw stale('import');
    const moved = await t.sources.moveVersion(input.versionId, ['REVIEW', 'FAILED'], {
      status: 'STAGING',
      dialect: input.dialect,
    });
    if (!moved) {
      throw new AssayError('conflict', 'This import is past its review: its dialect cannot be changed.', {
        next: 'Upload the file again as a new version.',
      });
    }
    const jobId = await order({
      kind: 'source.stage',
      payload: { versionId: input.versionId },
      subject: { type: 'sourceVersion', id: input.versionId },
      projectId: source.projectId,
    });
    await record({
      action: 'source-version.dialect-corrected',
      object: { type: 'sourceVersion', id: input.versionId },
      projectId: source.projectId,
      details: { dialect: input.dialect },
      alsoTouched: [{ type: 'source', id: source.id }],
    });
    return { jobId };
  });
}
