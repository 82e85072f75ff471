import { AssayError, notFound } from '@assay/contracts';
import type { Actor } from '@assay/domain';
import { command, type JsonValue } from '../frame/command.ts';
import type { Deps } from '../frame/deps.ts';
import { requireName } from '../frame/require-name.ts';
import { requirePerson } from '../frame/require-person.ts';
import { requireOwnView } from './require-own-view.ts';

async function changeView(
  deps: Deps,
  actor: Actor,
  id: string,
  action: string,
  change: { name?: string; shared?: boolean },
): Promise<void> {
  const userId = requirePerson(actor);
  return command(deps, actor, async ({ t, record }) => {
    const { view, projectId } = await requireOwnView(t, actor, id);
    const outcome = await t.views.change(view.id, userId, change);
    if (outcome === 'missing') throw notFound('view');
    if (outcome === 'taken') {
      throw new AssayError('conflict', 'You have another view of this table with that name.', {
        next: 'Choose another name, or delete the other view.',
        field: 'name',
      });
    }
    const details: { [key: string]: JsonValue } = { ...change };
    await record({ action, object: { type: 'view', id: view.id }, projectId, details });
  });
}

export async function renameView(
  deps: Deps,
  actor: Actor,
  input: { viewId: string; name: string },
): Promise<void> {
  return changeView(deps, actor, input.viewId, 'view.renamed', { name: requireName(input.name, 'A view') });
}

/** Shows a view to everybody who may see its table, or takes that back. */
export async function shareView(
  deps: Deps,
  actor: Actor,
  input: { viewId: string; shared: boolean },
): Promise<void> {
  return changeView(deps, actor, input.viewId, 'view.shared', { shared: input.shared });
}
