import { AssayError, notFound } from '@assay/contracts';
import type { Actor } from '@assay/domain';
import { command, type JsonValue } from '../frame/command.ts';
import type { Deps } from '../frame/deps.ts';
import { requireName } from '../frame/require-name.ts';
import { stale } from '../frame/stale.ts';
import type { Stakes } from './create-project.ts';

/** Changes name, description or stakes of a project; what is left out stays. */
export async function updateProject(
  deps: Deps,
  actor: Actor,
  input: { projectId: string; revision: number; name?: string; description?: string; stakes?: Stakes },
): Promise<{ revision: number }> {
  return command(deps, actor, async ({ t, record }) => {
    const before = await t.projects.get(input.projectId);
    if (before === null) throw notFound('project');
    const change = {
      ...(input.name === undefined ? {} : { name: requireName(input.name, 'A project') }),
      ...(input.description === undefined ? {} : { description: input.description.trim() }),
      ...(input.stakes === undefined ? {} : { stakes: input.stakes }),
    };
    const details: { [key: string]: JsonValue } = {};
    if (change.name !== undefined && change.name !== before.name) {
      details.name = { from: before.name, to: change.name };
    }
    if (change.stakes !== undefined && change.stakes !== before.stakes) {
      details.stakes = { from: before.stakes, to: change.stakes };
    }
    if (change.description !== undefined && change.description !== before.description) {
      details.description = 'changed';
    }
    if (Object.keys(details).length === 0) {
      throw new AssayError('bad-input', 'Nothing was changed: everything is as it was before.');
    }
    if (!(await t.projects.update(before.id, input.revision, change))) throw stale('project');
    await record({
      action: 'project.updated',
      object: { type: 'project', id: before.id },
      projectId: before.id,
      details,
    });
    return { revision: input.revision + 1 };
  });
}
