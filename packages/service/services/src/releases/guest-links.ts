import { AssayError, MOST_GUEST_DAYS, notFound } from '@assay/contracts';
import type { Actor } from '@assay/domain';
import { command, query } from '../frame/command.ts';
import type { Deps } from '../frame/deps.ts';
import { requirePerson } from '../frame/require-person.ts';
import { hashOfSecret } from '../members/invitation-token.ts';
import { releaseMark, requireRelease, todayOf } from './release-record.ts';

const DAY_MS = 86_400_000;

/**
 * Makes a link by which whoever holds it sees one release, until a day. It is told once, and only the hash of its secret
 * is kept. The secret stands behind `#`, which no browser sends along.
 * `endsOn` is the last day on which it opens, in UTC.
 */
export function createGuestLink(
  deps: Deps,
  actor: Actor,
  input: { releaseId: string; label: string; endsOn: string },
): Promise<{ guestLinkId: string; path: string; expiresAt: Date }> {
  const createdBy = requirePerson(actor);
  const guestLinkId = deps.ids.next();
  return command(deps, actor, async ({ t, record }) => {
    const row = await requireRelease(t, input.releaseId);
    const today = todayOf(deps);
    const { standing } = releaseMark(row, today);
    if (standing !== 'in-force') {
      throw new AssayError('not-ready', 'Only a release that is approved and in force is shown to guests.', {
        kept: 'No link was made.',
        next: standing === 'lapsed' ? 'Renew the waiver that ended.' : 'Have it approved first.',
      });
    }
    if (input.endsOn < today) {
      throw new AssayError('bad-input', 'The last day of the link is over.', {
        field: 'endsOn',
        next: 'Choose a day that is still to come.',
      });
    }
    const expiresAt = new Date(Date.parse(`${input.endsOn}T00:00:00Z`) + DAY_MS);
    if (expiresAt.getTime() > deps.clock.now().getTime() + (MOST_GUEST_DAYS + 1) * DAY_MS) {
      throw new AssayError('bad-input', `A link lasts at most ${MOST_GUEST_DAYS} days.`, {
        field: 'endsOn',
        next: 'Choose an earlier day; another link can follow.',
      });
    }
    const token = Buffer.from(deps.randomBytes(32)).toString('base64url');
    await t.guestLinks.create({
      id: guestLinkId,
      projectId: row.projectId,
      releaseId: row.id,
      label: input.label,
      tokenHash: hashOfSecret(token),
      expiresAt,
      createdBy,
    });
    await record({
      action: 'guest-link.created',
      object: { type: 'guestLink', id: guestLinkId },
      projectId: row.projectId,
      details: { release: row.id, label: input.label, expiresAt: expiresAt.toISOString() },
      alsoTouched: [{ type: 'release', id: row.id }],
    });
    return { guestLinkId, path: `/guest#${token}`, expiresAt };
  });
}

/** Links to a release, newest first, without their secrets. */
export function listGuestLinks(deps: Deps, actor: Actor, input: { releaseId: string }) {
  return query(deps, actor, async (t) => {
    const rows = await t.guestLinks.list(input.releaseId);
    const names = await t.members.names([...new Set(rows.map((row) => row.createdBy))]);
    const now = deps.clock.now();
    return rows.map((row) => ({
      id: row.id,
      label: row.label,
      state:
        row.revokedAt !== null
          ? ('revoked' as const)
          : row.expiresAt <= now
            ? ('expired' as const)
            : ('open' as const),
      expiresAt: row.expiresAt,
      createdAt: row.createdAt,
      createdBy: { userId: row.createdBy, name: names.get(row.createdBy) ?? null },
      visits: row.visits,
      lastUsedAt: row.lastUsedAt,
    }));
  });
}

/** Ends a link at once. */
export function revokeGuestLink(
  deps: Deps,
  actor: Actor,
  input: { releaseId: string; guestLinkId: string },
): Promise<void> {
  const revokedBy = requirePerson(actor);
  return command(deps, actor, async ({ t, record }) => {
    const row = await t.guestLinks.get(input.guestLinkId);
    if (row === null || row.releaseId !== input.releaseId) throw notFound('guest link');
    if (!(await t.guestLinks.revoke(row.id, revokedBy, deps.clock.now()))) {
      throw new AssayError('conflict', 'This link was revoked already.');
    }
    await record({
      action: 'guest-link.revoked',
      object: { type: 'guestLink', id: row.id },
      projectId: row.projectId,
      details: { release: row.releaseId, label: row.label },
      alsoTouched: [{ type: 'release', id: row.releaseId }],
    });
  });
}
