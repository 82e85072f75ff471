import { AssayError, notFound } from '@assay/contracts';
import type { Actor } from '@assay/domain';
import { command } from '../frame/command.ts';
import type { Deps } from '../frame/deps.ts';

/** Takes a source out of the trash. Its project must be there; an erased source cannot come back. */
export async function restoreSource(deps: Deps, actor: Actor, input: { sourceId: string }): Promise<void> {
  return command(deps, actor, async ({ t, record }) => {
    const row = await t.trash.trashedSource(input.sourceId);
    if (row === null) throw notFound('source in the trash');
    if (row.project.deletedAt !== null) {
      throw new AssayError('not-ready', `Its project “${row.project.name}” is in the trash too.`, {
        kept: 'The source stays in the trash.',
        next: 'Restore the project first.',
      });
    }
    if (!(await t.trash.restoreSource(row.id))) throw notFound('source in the trash');
    await record({
      action: 'source.restored',
      object: { type: 'source', id: row.id },
      projectId: row.projectId,
      details: { name: row.name },
    });
  });
}
