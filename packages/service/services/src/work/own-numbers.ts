import type { OwnNumbers } from '@assay/db';
import type { Actor } from '@assay/domain';
import { query } from '../frame/command.ts';
import type { Deps } from '../frame/deps.ts';
import { requirePerson } from '../frame/require-person.ts';

/** What a person did in a project since a moment (their own midnight), and in all. Nobody else's numbers. */
export function readOwnNumbers(
  deps: Deps,
  actor: Actor,
  input: { projectId: string; since: Date },
): Promise<OwnNumbers> {
  const personId = requirePerson(actor);
  return query(deps, actor, (t) => t.tasks.ownNumbers(personId, input.projectId, input.since));
}
