import type { Actor } from '@assay/domain';
import { query } from '../frame/command.ts';
import type { Deps } from '../frame/deps.ts';
import { requirePerson } from '../frame/require-person.ts';
import { requireViewTable, type ViewTableRef } from './view-table.ts';

/** The actor's own views of a table and those that others share, by name. */
export async function listViews(deps: Deps, actor: Actor, input: { table: ViewTableRef }) {
  const userId = requirePerson(actor);
  return query(deps, actor, async (t) => {
    const { save } = await requireViewTable(t, actor, input.table, 'read');
    const rows = await t.views.list(input.table, userId);
    const names = await t.members.names(rows.map((row) => row.userId));
    return {
      maySave: save,
      views: rows.map((row) => ({
        id: row.id,
        name: row.name,
        shared: row.shared,
        mine: row.userId === userId,
        owner: { userId: row.userId, name: names.get(row.userId) ?? null },
        state: row.state,
        createdAt: row.createdAt.toISOString(),
      })),
    };
  });
}
