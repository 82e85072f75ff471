import type { Permission } from '@assay/contracts';
import type { TrashKind } from '@assay/db';
import { type Actor, can, projectsWith } from '@assay/domain';
import { query } from '../frame/command.ts';
import type { Deps } from '../frame/deps.ts';
import { myProjectRoles } from '../projects/my-project-roles.ts';
import { TRASH_DAYS, trashEmptiesAt } from './trash-days.ts';

const MOST = 500;

/** Who sees a kind of thing in the trash, and who takes it out. */
const RIGHTS: Readonly<Record<TrashKind, { see: Permission; restore: Permission }>> = {
  project: { see: 'project.read', restore: 'trash.restore' },
  source: { see: 'source.read', restore: 'trash.restore' },
  recipe: { see: 'recipe.read', restore: 'recipe.write' },
  run: { see: 'run.read', restore: 'run.delete' },
  policy: { see: 'policy.read', restore: 'policy.write' },
  goal: { see: 'goal.read', restore: 'goal.write' },
  guideline: { see: 'guideline.read', restore: 'guideline.write' },
  labelSchema: { see: 'labelSchema.read', restore: 'labelSchema.write' },
};

/** What the actor could see before it was put away, newest first, with who, when and until when. */
export async function listTrash(deps: Deps, actor: Actor) {
  return query(deps, actor, async (t) => {
    const roles = await myProjectRoles(t, actor);
    const where = (kind: TrashKind) => projectsWith(actor, RIGHTS[kind].see, roles);
    const visible = {
      project: where('project'),
      source: where('source'),
      recipe: where('recipe'),
      run: where('run'),
      policy: where('policy'),
      goal: where('goal'),
      guideline: where('guideline'),
      labelSchema: where('labelSchema'),
    };
    const rolesIn = new Map(roles.map((each) => [each.projectId, each.roles]));
    const rows = await t.trash.list(visible, MOST);
    const names = await t.members.names(rows.flatMap((row) => row.deletedBy ?? []));
    return {
      keptDays: TRASH_DAYS,
      items: rows.map((row) => ({
        kind: row.kind,
        id: row.id,
        projectId: row.projectId,
        name: row.name,
        mayRestore: can(actor, RIGHTS[row.kind].restore, rolesIn.get(row.projectId) ?? null),
        deletedAt: row.deletedAt.toISOString(),
        deletedBy:
          row.deletedBy === null ? null : { userId: row.deletedBy, name: names.get(row.deletedBy) ?? null },
        emptiesAt: trashEmptiesAt(row.deletedAt).toISOString(),
      })),
    };
  });
}
