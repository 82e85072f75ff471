import type { TrashKind } from '@assay/db';
import { command } from '../frame/command.ts';
import type { Deps } from '../frame/deps.ts';
import { EXPORT_DAYS, TRASH_DAYS } from './trash-days.ts';

const MOST = 200;

/**
 * Destroys what has been in the trash for 30 days and lets go of exports older than a week, each in a transaction of
 * its own with its event; the sweep of files does the rest. What is under legal hold stays. For the hourly sweep.
 */
export async function purgeTrash(deps: Deps): Promise<{ purged: number; failed: number }> {
  const due = await deps.db.system.trashDue({ trashDays: TRASH_DAYS, exportDays: EXPORT_DAYS }, MOST);
  let purged = 0;
  let failed = 0;
  for (const item of due) {
    try {
      if (await purge(deps, item)) purged += 1;
    } catch (error) {
      // One that fails must not keep the others in the trash for ever.
      failed += 1;
      deps.log.error(
        { err: error, kind: item.kind, id: item.id },
        'Something in the trash could not be purged',
      );
    }
  }
  return { purged, failed };
}

type Due = { orgId: string; kind: TrashKind | 'organisation-export'; id: string };

async function purge(deps: Deps, { orgId, kind, id }: Due): Promise<boolean> {
  const actor = { kind: 'system', orgId, userId: null, orgRoles: [] } as const;
  const gone = new GoneAlready();
  try {
    await command(deps, actor, async ({ t, record }) => {
      if (kind === 'organisation-export') {
        const { count } = await t.blobs.release({ type: kind, id });
        if (count === 0) throw gone;
        await record({ action: 'organisation.export-expired', object: { type: kind, id } });
      } else if (kind === 'source') {
        const row = await t.trash.purgeSource(id);
        if (row === null) throw gone;
        await record({ action: 'source.purged', object: { type: 'source', id }, projectId: row.projectId });
      } else if (kind === 'run') {
        const row = await t.trash.purgeRun(id);
        if (row === null) throw gone;
        await record({
          action: 'run.purged',
          object: { type: 'run', id },
          projectId: row.projectId,
          alsoTouched: row.reports.map((report) => ({ type: 'report', id: report })),
        });
      } else if (kind !== 'project') {
        const row = await t.trash.purgePlain(kind, id);
        if (row === null) throw gone;
        const named = kind === 'labelSchema' ? 'label-schema' : kind;
        await record({ action: `${named}.purged`, object: { type: kind, id }, projectId: row.projectId });
      } else {
        const row = await t.trash.purgeProject(id);
        if (row === null) throw gone;
        await record({
          action: 'project.purged',
          object: { type: 'project', id },
          projectId: id,
          alsoTouched: row.sources.map((source) => ({ type: 'source', id: source })),
        });
      }
    });
    return true;
  } catch (error) {
    if (error === gone) return false;
    throw error;
  }
}

/** Restored or purged by somebody else since it was listed. */
class GoneAlready extends Error {}
