import { AssayError } from '@assay/contracts';
import type { Actor } from '@assay/domain';
import { command } from '../frame/command.ts';
import type { Deps } from '../frame/deps.ts';

/** How much harm a wrong release could do; policies take their defaults from it. */
export type Stakes = 'standard' | 'high';

/** Makes a project; whoever makes it manages it. */
export async function createProject(
  deps: Deps,
  actor: Actor,
  input: { name: string; description: string; stakes: Stakes },
): Promise<{ id: string }> {
  const { userId } = actor;
  if (userId === null) throw new AssayError('forbidden', 'A project is made by a person.');
  const id = deps.ids.next();
  return command(deps, actor, async ({ t, record }) => {
    await t.projects.create({ id, ...input, createdBy: userId });
    await t.projects.setMember({ id: deps.ids.next(), projectId: id, userId, roles: ['manager'] });
    await record({
      action: 'project.created',
      object: { type: 'project', id },
      projectId: id,
      details: { name: input.name, stakes: input.stakes },
    });
    return { id };
  });
}
