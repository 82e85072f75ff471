import { AssayError, type RefKind, refKind, refName } from '@assay/contracts';
import { type Actor, decideRef, type RefVerdict } from '@assay/domain';
import { command } from '../frame/command.ts';
import type { Deps } from '../frame/deps.ts';
import { requirePerson } from '../frame/require-person.ts';

export type MoveRef = {
  projectId: string;
  kind: RefKind;
  name: string;
  /** The version at which the person saw it; null where there was none. */
  expected: string | null;
  /** The version at which it is to point; null deletes it. */
  to: string | null;
};

function refusal(why: Extract<RefVerdict, { ok: false }>['why'], name: string, now: string): AssayError {
  if (why === 'tag') {
    return new AssayError('conflict', `${name} is a tag, and a tag stays where it is.`, {
      field: 'name',
      kept: 'The tag points where it did.',
      next: 'Make a tag of another name, or delete this one first.',
    });
  }
  if (why === 'kind') {
    return new AssayError('conflict', `${name} is in use already, as another kind of name.`, {
      field: 'name',
      next: 'Choose another name.',
    });
  }
  if (why === 'gone') {
    return new AssayError('stale', `${name} was deleted by somebody else after you opened this page.`, {
      field: 'name',
      kept: 'Nothing was changed.',
      next: 'Load the page again; make the name anew if it is still wanted.',
    });
  }
  return new AssayError(
    'stale',
    why === 'taken'
      ? `${name} exists already and points at ${now}.`
      : `Somebody else has moved ${name} to ${now} after you opened this page.`,
    {
      field: 'name',
      kept: 'Your move was not made; theirs was.',
      next: 'Load the page again, look at that version, and decide once more.',
    },
  );
}

/** Makes, moves or deletes a branch or tag. Of two people who move one at the same time, the second is refused. */
export async function moveRef(deps: Deps, actor: Actor, input: MoveRef): Promise<{ does: string }> {
  const by = requirePerson(actor);
  const { projectId, kind, name, to } = input;
  if (!refName.safeParse(name).success) {
    throw new AssayError('bad-input', `${name} cannot be the name of a ${kind}.`, {
      field: 'name',
      next: 'Use small letters, digits, dots, dashes and underscores, at most 63, a letter or digit at both ends.',
    });
  }
  return command(deps, actor, async ({ t, record }) => {
    if (input.expected !== null) {
      const seen = await t.versions.get(input.expected);
      if (seen === null || seen.projectId !== projectId) {
        throw new AssayError('not-found', 'There is no such version in this project.', { field: 'expected' });
      }
    }
    if (to !== null) {
      const version = await t.versions.get(to);
      if (version === null || version.projectId !== projectId) {
        throw new AssayError('not-found', 'There is no such version in this project.', { field: 'to' });
      }
      if (version.status !== 'READY') {
        throw new AssayError('not-ready', `Version ${version.number} is not there yet.`, {
          field: 'to',
          next: 'Wait until it is made.',
        });
      }
    }
    const ref = await t.versions.lockRef(projectId, name);
    const verdict = decideRef(
      ref === null ? null : { kind: refKind.parse(ref.kind), versionId: ref.versionId },
      {
        kind,
        expected: input.expected,
        to,
      },
    );
    const where = async (versionId: string | undefined) => {
      const [version] = versionId === undefined ? [] : await t.versions.many([versionId]);
      return version === undefined ? 'another version' : `version ${version.number}`;
    };
    if (!verdict.ok) throw refusal(verdict.why, name, await where(ref?.versionId));
    const done =
      verdict.does === 'create' && to !== null
        ? await t.versions.createRef({ id: deps.ids.next(), projectId, kind, name, versionId: to }, by)
        : verdict.does === 'move' && ref !== null && to !== null
          ? await t.versions.moveRef(ref.id, ref.versionId, to, by)
          : verdict.does === 'delete' && ref !== null
            ? await t.versions.deleteRef(ref.id, ref.versionId)
            : true;
    if (!done) {
      const now = await t.versions.lockRef(projectId, name);
      throw refusal('taken', name, await where(now?.versionId));
    }
    const action = { create: 'created', move: 'moved', delete: 'deleted', nothing: 'left' }[verdict.does];
    await record({
      action: `version-ref.${action}`,
      object: { type: 'version', id: to ?? ref?.versionId ?? projectId },
      projectId,
      details: { kind, name, from: ref?.versionId ?? null, to },
    });
    return { does: verdict.does };
  });
}
