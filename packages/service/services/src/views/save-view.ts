import { AssayError } from '@assay/contracts';
import type { Actor } from '@assay/domain';
import { command, type JsonValue } from '../frame/command.ts';
import type { Deps } from '../frame/deps.ts';
import { requireName } from '../frame/require-name.ts';
import { requirePerson } from '../frame/require-person.ts';
import { requireViewTable, type ViewTableRef } from './view-table.ts';

const MOST_BYTES = 64 * 1024;

/** What a grid shows: columns, sort, filter. The grid reads it by its type and version. */
export type ViewState = {
  readonly type: string;
  readonly version: number;
  readonly [key: string]: JsonValue;
};

/** Saves a view under a name; the actor's own view of that name on that table is replaced. */
export async function saveView(
  deps: Deps,
  actor: Actor,
  input: { table: ViewTableRef; name: string; shared: boolean; state: ViewState },
): Promise<{ id: string }> {
  const userId = requirePerson(actor);
  const name = requireName(input.name, 'A view');
  if (JSON.stringify(input.state).length > MOST_BYTES) {
    throw new AssayError('too-large', 'This view holds more than 64 KB of settings.', {
      next: 'Use fewer values in its filters.',
      field: 'state',
    });
  }
  return command(deps, actor, async ({ t, record }) => {
    const { projectId } = await requireViewTable(t, actor, input.table, 'save');
    const id = await t.views.save({
      id: deps.ids.next(),
      userId,
      table: input.table,
      name,
      shared: input.shared,
      state: { ...input.state },
    });
    await record({
      action: 'view.saved',
      object: { type: 'view', id },
      projectId,
      details: { table: input.table.type, tableId: input.table.id, name, shared: input.shared },
    });
    return { id };
  });
}
