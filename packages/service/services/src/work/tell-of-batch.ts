import type { Repositories } from '@assay/db';
import type { Deps } from '../frame/deps.ts';
import { notify } from '../notifications/notify.ts';

/** Tells people that a batch is for them by name. */
export function tellOfBatch(
  deps: Deps,
  t: Repositories,
  batch: { id: string; projectId: string; number: number; name: string },
  people: readonly string[],
  by: string | null,
): Promise<void> {
  return notify(deps, t, {
    userIds: people,
    except: by,
    kind: 'batch.assigned',
    subject: { projectId: batch.projectId, batchId: batch.id, number: batch.number, name: batch.name },
    link: `/projects/${batch.projectId}/work?batch=${batch.id}`,
  });
}
