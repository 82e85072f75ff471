import { notFound } from '@assay/contracts';
import type { Actor } from '@assay/domain';
import { command } from '../frame/command.ts';
import type { Deps } from '../frame/deps.ts';
import { trashEmptiesAt } from '../trash/trash-days.ts';

/** Puts a project into the trash, from which it can be restored until `emptiesAt`. */
export async function trashProject(
  deps: Deps,
  actor: Actor,
  input: { projectId: string },
): Promise<{ emptiesAt: string }> {
  return command(deps, actor, async ({ t, record }) => {
    const row = await t.projects.get(input.projectId);
    const now = deps.clock.now();
    if (row === null || !(await t.projects.trash(row.id, actor.userId, now))) throw notFound('project');
    await record({
      action: 'project.trashed',
      object: { type: 'project', id: row.id },
      projectId: row.id,
      details: { name: row.name },
    });
    return { emptiesAt: trashEmptiesAt(now).toISOString() };
  });
}
