import { AssayError, type JobKind, type JobPayload, jobCatalog } from '@assay/contracts';
import type { Prisma, Repositories } from '@assay/db';
import type { Actor } from '@assay/domain';
import { canonicalJson, commit } from '@assay/ledger';
import { announce } from '../webhooks/announce.ts';
import type { Deps } from './deps.ts';
import { nodeSha256 } from './node-sha256.ts';

export type JsonValue =
  | string
  | number
  | boolean
  | null
  | readonly JsonValue[]
  | { readonly [key: string]: JsonValue };

/** What happened, for the audit log. `details` holds ids and settings; names and free text only where they matter. */
export type Happened = {
  action: string;
  object: { type: string; id: string };
  projectId?: string | null;
  details?: { readonly [key: string]: JsonValue };
  alsoTouched?: ReadonlyArray<{ type: string; id: string }>;
};

export type JobOrder<K extends JobKind> = {
  kind: K;
  payload: JobPayload<K>;
  subject: { type: string; id: string };
  projectId: string | null;
};

/** One command's transaction: repositories, and the doors through which its effects are recorded and ordered. */
export type CommandContext = {
  t: Repositories;
  record: (happened: Happened) => Promise<string>;
  order: <K extends JobKind>(job: JobOrder<K>) => Promise<string>;
};

/** Writes one audit event: canonical payload, fresh salt, commitment. Must run in the command's transaction. */
async function appendEvent(deps: Deps, actor: Actor, t: Repositories, happened: Happened): Promise<string> {
  const at = deps.clock.now();
  const id = deps.ids.next();
  const payload = canonicalJson({
    type: 'assay.event',
    version: 1,
    id,
    at: at.toISOString(),
    action: happened.action,
    actor:
      actor.kind === 'system'
        ? { kind: 'system' }
        : actor.kind === 'guest'
          ? { kind: 'guest', linkId: actor.linkId }
          : actor.kind === 'user'
            ? { kind: 'user', id: actor.userId }
            : { kind: 'api-key', id: actor.userId, keyId: actor.keyId },
    object: happened.object,
    ...(happened.projectId ? { projectId: happened.projectId } : {}),
    ...(happened.details ? { details: happened.details } : {}),
  });
  const salt = deps.randomBytes(32);
  await t.events.append({
    id,
    actorId: actor.userId,
    actorKind: actor.kind,
    action: happened.action,
    objectType: happened.object.type,
    objectId: happened.object.id,
    projectId: happened.projectId ?? null,
    at,
    payload,
    salt,
    commitment: commit(salt, payload, nodeSha256),
    alsoTouched: happened.alsoTouched ?? [],
  });
  await announce(deps, t, happened, { id, at, orgId: actor.orgId });
  return id;
}

/**
 * Runs a command in one transaction with its audit events and its outgoing jobs. A command that records nothing is
 * a mistake of ours and is rolled back.
 */
export function command<T>(
  deps: Deps,
  actor: Actor,
  run: (context: CommandContext) => Promise<T>,
): Promise<T> {
  return deps.db.transaction({ orgId: actor.orgId, userId: actor.userId }, async (t) => {
    let recorded = 0;
    const result = await run({
      t,
      record: async (happened) => {
        recorded += 1;
        return appendEvent(deps, actor, t, happened);
      },
      order: async ({ kind, payload, subject, projectId }) => {
        const id = deps.ids.next();
        await t.jobs.create({
          id,
          outboxId: deps.ids.next(),
          kind,
          payload: payload as Prisma.InputJsonValue,
          projectId,
          subjectType: subject.type,
          subjectId: subject.id,
          region: deps.region,
          unit: jobCatalog[kind].unit,
          createdBy: actor.userId,
        });
        return id;
      },
    });
    if (recorded === 0) throw new AssayError('internal', 'A command must record what it did.');
    return result;
  });
}

/** A read in the actor's organisation: no event, no effect. */
export function query<T>(deps: Deps, actor: Actor, run: (t: Repositories) => Promise<T>): Promise<T> {
  return deps.db.transaction({ orgId: actor.orgId, userId: actor.userId }, run);
}
