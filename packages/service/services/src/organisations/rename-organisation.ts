import { AssayError, notFound } from '@assay/contracts';
import type { Actor } from '@assay/domain';
import { command } from '../frame/command.ts';
import type { Deps } from '../frame/deps.ts';
import { requireName } from '../frame/require-name.ts';
import { stale } from '../frame/stale.ts';

/** Gives the organisation another name; its address stays, so that links keep working. */
export async function renameOrganisation(
  deps: Deps,
  actor: Actor,
  input: { name: string; revision: number },
): Promise<{ revision: number }> {
  const name = requireName(input.name, 'An organisation');
  return command(deps, actor, async ({ t, record }) => {
    const before = await t.organisations.current();
    if (before === null) throw notFound('organisation');
    if (before.name === name)
      throw new AssayError('bad-input', 'That is its name already.', { field: 'name' });
    if (!(await t.organisations.rename(name, input.revision))) throw stale('organisation');
    await record({
      action: 'organisation.renamed',
      object: { type: 'organisation', id: actor.orgId },
      details: { from: before.name, to: name },
    });
    return { revision: input.revision + 1 };
  });
}
