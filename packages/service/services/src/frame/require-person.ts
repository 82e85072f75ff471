import { AssayError } from '@assay/contracts';
import type { Actor } from '@assay/domain';

/** The person who acts; work between requests has none. */
export function requirePerson(actor: Actor): string {
  if (actor.userId === null) throw new AssayError('forbidden', 'Only a person can do this.');
  return actor.userId;
}
