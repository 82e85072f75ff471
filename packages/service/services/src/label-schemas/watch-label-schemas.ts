import type { Actor } from '@assay/domain';
import { z } from 'zod';
import { query } from '../frame/command.ts';
import type { Deps } from '../frame/deps.ts';
import { jobVisibility } from '../jobs/job-visibility.ts';

/** Label schemas were migrated: whoever has a page open that asks by them asks by older ones. */
export type LabelSchemaNews = { kind: 'labelSchemas'; labelSchemaIds: string[] };

const notice = z.object({ orgId: z.string(), labelSchemaId: z.string() });

/**
 * Migrations of label schemas in the actor's projects, until the signal is aborted. That something may have been missed
 * is told by the stream of jobs, which listens by the same connection.
 */
export async function* watchLabelSchemas(
  deps: Deps,
  actor: Actor,
  signal: AbortSignal,
): AsyncGenerator<LabelSchemaNews> {
  const migrated = new Set<string>();
  let wake: () => void = () => undefined;
  const stopListening = deps.db.listener.on('assay_label_schema', (payload) => {
    const labelSchemaId = payload === null ? null : idFor(payload, actor.orgId);
    if (labelSchemaId === null) return;
    migrated.add(labelSchemaId);
    wake();
  });
  const onAbort = (): void => wake();
  signal.addEventListener('abort', onAbort);
  try {
    while (!signal.aborted) {
      if (migrated.size === 0) {
        await new Promise<void>((resolve) => {
          wake = resolve;
          if (signal.aborted) resolve();
        });
        continue;
      }
      const ids = [...migrated];
      migrated.clear();
      const { projects } = jobVisibility(actor);
      const labelSchemaIds = await query(deps, actor, (t) => t.labelSchemas.visibleAmong(projects, ids));
      if (labelSchemaIds.length > 0) yield { kind: 'labelSchemas', labelSchemaIds };
    }
  } finally {
    stopListening();
    signal.removeEventListener('abort', onAbort);
  }
}

function idFor(payload: string, orgId: string): string | null {
  try {
    const heard = notice.safeParse(JSON.parse(payload));
    return heard.success && heard.data.orgId === orgId ? heard.data.labelSchemaId : null;
  } catch {
    return null;
  }
}
