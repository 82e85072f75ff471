import { notFound } from '@assay/contracts';
import type { Actor } from '@assay/domain';
import { command } from '../frame/command.ts';
import type { Deps } from '../frame/deps.ts';
import { requirePerson } from '../frame/require-person.ts';
import { addVersion } from './create-source.ts';

/** Brings new data into a source: a new version, compared with the current one when it is committed. */
export async function refreshSource(
  deps: Deps,
  actor: Actor,
  input: { sourceId: string; uploadId: string },
): Promise<{ versionId: string; jobId: string }> {
  const createdBy = requirePerson(actor);
  return command(deps, actor, async (context) => {
    const source = await context.t.sources.get(input.sourceId);
    if (source === null || source.erasedAt !== null) throw notFound('source');
    const added = await addVersion(deps, context, source, input.uploadId, createdBy);
    await context.record({
      action: 'source.refreshed',
      object: { type: 'source', id: source.id },
      projectId: source.projectId,
      alsoTouched: [
        { type: 'sourceVersion', id: added.versionId },
        { type: 'upload', id: input.uploadId },
      ],
    });
    return added;
  });
}
