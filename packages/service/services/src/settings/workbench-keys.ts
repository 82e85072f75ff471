import { AssayError, NO_OWN_KEYS, type WorkbenchKeys, workbenchKeys } from '@assay/contracts';
import { type Actor, checkOwnKeys } from '@assay/domain';
import { command, query } from '../frame/command.ts';
import type { Deps } from '../frame/deps.ts';
import { requirePerson } from '../frame/require-person.ts';
import { asJson } from '../sources/source-record.ts';

const KIND = 'workbench-keys';

/** The keys that one chose for the workbench; revision 0 where one never did. */
export function readWorkbenchKeys(
  deps: Deps,
  actor: Actor,
): Promise<{ revision: number; document: WorkbenchKeys }> {
  const userId = requirePerson(actor);
  return query(deps, actor, async (t) => {
    const row = await t.settings.get(userId, KIND);
    if (row === null) return { revision: 0, document: NO_OWN_KEYS };
    return { revision: row.revision, document: workbenchKeys.parse(row.document) };
  });
}

/** Puts other keys in the place of those that one has seen. */
export async function saveWorkbenchKeys(
  deps: Deps,
  actor: Actor,
  input: { revision: number; document: WorkbenchKeys },
): Promise<{ revision: number }> {
  const userId = requirePerson(actor);
  const { revision, document } = input;
  const wrong = checkOwnKeys(document);
  if (wrong !== null) {
    const key = document.keys[wrong.command];
    throw new AssayError(
      'bad-input',
      wrong.conflict.kind === 'reserved'
        ? `The key “${key}” is needed by browsers or screen readers.`
        : `The key “${key}” stands for two commands.`,
      { field: `document.keys.${wrong.command}`, next: 'Choose another key.' },
    );
  }
  return command(deps, actor, async ({ t, record }) => {
    if (!(await t.settings.save({ userId, kind: KIND, revision, document: asJson(document) }))) {
      throw new AssayError('stale', 'Your keys were changed in another window.', {
        kept: 'The keys of the other window are kept.',
        next: 'Look at them, and change what you want to change again.',
        field: 'revision',
      });
    }
    await record({
      action: 'setting.keys-chosen',
      object: { type: 'user', id: userId },
      details: { commands: Object.keys(document.keys) },
    });
    return { revision: revision + 1 };
  });
}
