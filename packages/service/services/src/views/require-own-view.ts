import { AssayError, notFound } from '@assay/contracts';
import type { Repositories } from '@assay/db';
import type { Actor } from '@assay/domain';
import { isViewTableType, requireViewTable } from './view-table.ts';

/** The actor's own view; another's shared one is seen but not changed, another's private one is not found. */
export async function requireOwnView(t: Repositories, actor: Actor, id: string) {
  const view = await t.views.get(id);
  const mine = view !== null && view.userId === actor.userId;
  if (view === null || !(mine || view.shared) || !isViewTableType(view.tableType)) throw notFound('view');
  const { projectId } = await requireViewTable(
    t,
    actor,
    { type: view.tableType, id: view.tableId },
    mine ? 'save' : 'read',
  );
  if (!mine) {
    throw new AssayError('forbidden', 'Only whoever saved a view can change it.', {
      next: 'Save it under a name of your own.',
    });
  }
  return { view, projectId };
}
