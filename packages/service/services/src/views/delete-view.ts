import { notFound } from '@assay/contracts';
import type { Actor } from '@assay/domain';
import { command } from '../frame/command.ts';
import type { Deps } from '../frame/deps.ts';
import { requirePerson } from '../frame/require-person.ts';
import { requireOwnView } from './require-own-view.ts';

/** Deletes one of the actor's own views. */
export async function deleteView(deps: Deps, actor: Actor, input: { viewId: string }): Promise<void> {
  const userId = requirePerson(actor);
  return command(deps, actor, async ({ t, record }) => {
    const { view, projectId } = await requireOwnView(t, actor, input.viewId);
    if (!(await t.views.delete(view.id, userId))) throw notFound('view');
    await record({
      action: 'view.deleted',
      object: { type: 'view', id: view.id },
      projectId,
      details: { name: view.name },
    });
  });
}
