import { type Actor, can, projectsWith } from '@assay/domain';
import { query } from '../frame/command.ts';
import type { Deps } from '../frame/deps.ts';
import { myProjectRoles } from '../projects/my-project-roles.ts';
import { TRASH_DAYS, trashEmptiesAt } from './trash-days.ts';

const MOST = 500;

/** Trashed projects and sources that the actor could see before, newest first, with who, when and until when. */
export async function listTrash(deps: Deps, actor: Actor) {
  return query(deps, actor, async (t) => {
    const roles = await myProjectRoles(t, actor);
    const visible = {
      projects: projectsWith(actor, 'project.read', roles),
      sources: projectsWith(actor, 'source.read', roles),
    };
    const rows = await t.trash.list(visible, MOST);
    const names = await t.members.names(rows.flatMap((row) => row.deletedBy ?? []));
    return {
      keptDays: TRASH_DAYS,
      mayRestore: can(actor, 'trash.restore'),
      items: rows.map((row) => ({
        kind: row.kind,
        id: row.id,
        projectId: row.projectId,
        name: row.name,
        deletedAt: row.deletedAt.toISOString(),
        deletedBy:
          row.deletedBy === null ? null : { userId: row.deletedBy, name: names.get(row.deletedBy) ?? null },
        emptiesAt: trashEmptiesAt(row.deletedAt).toISOString(),
      })),
    };
  });
}
