import type { LabelSchemaProblem } from '@assay/contracts';
import { commandOfKey } from '../keys/workbench-commands.ts';
import { schemaError } from './schema-problem.ts';

/** Keys that two of one question have, and keys that the workbench needs itself. What is deprecated has no key. */
export function checkKeys(
  items: readonly { name: string; key: string | null; deprecated: boolean }[],
  field: string,
  problems: LabelSchemaProblem[],
): void {
  const owners = new Map<string, string>();
  for (const [at, { name, key, deprecated }] of items.entries()) {
    if (key === null || deprecated) continue;
    const action = commandOfKey(key);
    const owner = owners.get(key);
    if (action !== null) {
      const message = `The key “${key}” means “${action}” in the workbench; “${name}” cannot have it.`;
      problems.push(schemaError('reserved-key', `${field}.${at}.key`, message, 'Choose another key.'));
    } else if (owner !== undefined) {
      const message = `The key “${key}” of “${name}” is already that of “${owner}”.`;
      problems.push(schemaError('duplicate-key', `${field}.${at}.key`, message, 'Choose another key.'));
    } else owners.set(key, name);
  }
}
