import type { Actor } from '@assay/domain';
import { query } from '../frame/command.ts';
import type { Deps } from '../frame/deps.ts';
import { EXPORT_DAYS } from '../trash/trash-days.ts';

const DAY_MS = 86_400_000;

/** Exports that can be fetched, newest first, each until when. */
export async function listOrganisationExports(deps: Deps, actor: Actor) {
  return query(deps, actor, async (t) => {
    const rows = await t.exports.finished();
    return rows.map((row) => ({
      exportId: row.exportId,
      bytes: row.bytes.toString(),
      sha256: row.sha256,
      createdAt: row.createdAt.toISOString(),
      keptUntil: new Date(row.createdAt.getTime() + EXPORT_DAYS * DAY_MS).toISOString(),
    }));
  });
}
