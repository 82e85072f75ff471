import { notFound } from '@assay/contracts';
import type { Actor } from '@assay/domain';
import { command } from '../frame/command.ts';
import type { Deps } from '../frame/deps.ts';

/** Takes a project out of the trash, with its members and sources as they were. */
export async function restoreProject(deps: Deps, actor: Actor, input: { projectId: string }): Promise<void> {
  return command(deps, actor, async ({ t, record }) => {
    const row = await t.trash.trashedProject(input.projectId);
    if (row === null || !(await t.projects.restore(row.id))) throw notFound('project in the trash');
    await record({
      action: 'project.restored',
      object: { type: 'project', id: row.id },
      projectId: row.id,
      details: { name: row.name },
    });
  });
}
