import { createDb } from '@assay/db';
import {
  decodeBase64,
  leafHash,
  parseVerifierKey,
  rootHash,
  verifyCheckpoint,
  verifyExport,
  verifyInclusion,
} from '@assay/ledger';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { query } from '../frame/command.ts';
import { createTestDeps, type TestDeps, type UserActor } from '../testing/test-deps.ts';
import { eraseEventPayload } from './erase-event-payload.ts';
import { exportLedger } from './export-ledger.ts';
import { getEvent } from './get-event.ts';
import { ledgerVerifierKey } from './ledger-verifier-key.ts';
import { listEvents, objectHistory } from './list-events.ts';
import { recordAccess } from './record-access.ts';
import { sequenceLedgers } from './sequence-ledgers.ts';
import { checkpointNow, writeCheckpoints } from './write-checkpoints.ts';

const SCALE = process.env.ASSAY_SOAK === '1' ? 100 : 1;
const WRITERS = 32;

let env: TestDeps;
beforeAll(async () => {
  env = await createTestDeps();
});
afterAll(() => env.close());

/** Breaks the database behind the application's back. */
async function damage(sql: string): Promise<void> {
  const owner = createDb({ appUrl: env.ownerUrl, systemUrl: env.ownerUrl, poolSize: 1 });
  await owner.identity.$executeRawUnsafe(sql);
  await owner.close();
}

function write(actor: UserActor, objectId: string, action = 'test.happened'): Promise<string> {
  return recordAccess(env.deps, actor, { action, object: { type: 'thing', id: objectId } });
}

/** Everything placed, and what a tree over it must be, computed anew from the rows. */
async function ledgerOf(actor: UserActor) {
  return query(env.deps, actor, async (t) => {
    const rows = await t.events.range(0n, 1_000_000);
    return {
      indexes: rows.map((row) => Number(row.index)),
      ids: rows.map((row) => row.id),
      root: rootHash(rows.map((row) => leafHash(row.commitment))),
      head: await t.ledger.head(),
    };
  });
}

async function exported(actor: UserActor, range?: { from?: Date; to?: Date }): Promise<string> {
  let text = '';
  for await (const line of await exportLedger(env.deps, actor, range === undefined ? {} : { range }))
    text += line;
  return text;
}

function bytesOf(text: string): AsyncIterable<Uint8Array> {
  return (async function* () {
    yield new TextEncoder().encode(text);
  })();
}

describe('the ledger', () => {
  test('places what 32 writers commit, gap-free and under the right root, with two sequencers at once', async () => {
    const { owner } = await env.organisation();
    const { deps } = env;
    let writing = true;
    const sequencing = [0, 1].map(async () => {
      while (writing) await sequenceLedgers(deps);
    });
    const each = 12 * SCALE;
    const written = await Promise.all(
      Array.from({ length: WRITERS }, async () => {
        const ids: string[] = [];
        for (let i = 0; i < each; i += 1) ids.push(await write(owner, deps.ids.next()));
        return ids;
      }),
    );
    writing = false;
    await Promise.all(sequencing);
    await sequenceLedgers(deps);

    const { indexes, ids, root, head } = await ledgerOf(owner);
    // One more for the organisation itself.
    expect(indexes).toEqual(Array.from({ length: WRITERS * each + 1 }, (_, index) => index));
    expect(ids).toEqual(expect.arrayContaining(written.flat()));
    expect(Number(head?.size)).toBe(indexes.length);
    expect(Buffer.from(head?.root ?? []).equals(Buffer.from(root))).toBe(true);
  });

  test('takes one organisation’s trouble as that organisation’s alone', async () => {
    const { deps } = env;
    const [broken, sound] = [await env.organisation(), await env.organisation()];
    await sequenceLedgers(deps);
    await damage(`DELETE FROM ledger_tile WHERE org_id = '${broken.orgId}'`);
    await write(broken.owner, deps.ids.next());
    const id = await write(sound.owner, deps.ids.next());
    await sequenceLedgers(deps);
    expect((await getEvent(deps, sound.owner, id)).index).toBe(1);
    expect((await ledgerOf(broken.owner)).indexes).toEqual([0]);
    // The others' tests sequence too.
    await damage(`DELETE FROM audit_object WHERE org_id = '${broken.orgId}'`);
    await damage(`DELETE FROM audit_event WHERE org_id = '${broken.orgId}'`);
  });

  test('proves an event against the latest checkpoint once one covers it', async () => {
    const { deps } = env;
    const { owner, orgId } = await env.organisation();
    const first = await write(owner, deps.ids.next());
    expect((await getEvent(deps, owner, first)).evidence).toBeNull();
    for (let i = 0; i < 300; i += 1) await write(owner, deps.ids.next());
    await sequenceLedgers(deps);
    expect((await getEvent(deps, owner, first)).evidence).toBeNull();
    await writeCheckpoints(deps, 'minute');

    const event = await getEvent(deps, owner, first);
    const { verifierKey } = await ledgerVerifierKey(deps, owner);
    const opened = verifyCheckpoint(event.evidence?.checkpoint ?? '', parseVerifierKey(verifierKey));
    if (!opened.ok) throw new Error(opened.reason);
    const { checkpoint } = opened;
    expect(checkpoint.origin).toBe(`assay/${orgId}`);
    const claim = {
      index: event.evidence?.index ?? -1,
      size: checkpoint.size,
      leafHash: leafHash(decodeBase64(event.commitment) ?? new Uint8Array()),
      proof: (event.evidence?.proof ?? []).map((hash) => decodeBase64(hash) ?? new Uint8Array()),
    };
    expect(verifyInclusion(claim, checkpoint.root)).toEqual({ ok: true });
    expect(verifyInclusion({ ...claim, index: claim.index + 1 }, checkpoint.root).ok).toBe(false);
  });

  test('signs a checkpoint only when the head has moved', async () => {
    const { deps } = env;
    const { owner, orgId } = await env.organisation();
    await checkpointNow(deps, orgId, 'release');
    const before = (await ledgerVerifierKey(deps, owner)).latestCheckpoint;
    await checkpointNow(deps, orgId, 'release');
    expect((await ledgerVerifierKey(deps, owner)).latestCheckpoint).toEqual(before);
    await write(owner, deps.ids.next());
    await checkpointNow(deps, orgId, 'release');
    const after = (await ledgerVerifierKey(deps, owner)).latestCheckpoint;
    expect([before?.size, after?.size]).toEqual([1, 2]);
  });

  test('exports what verifies offline, and what does not after one byte or entry is changed', async () => {
    const { deps } = env;
    const { owner, orgId } = await env.organisation();
    for (let i = 0; i < 20; i += 1) {
      await write(owner, deps.ids.next());
      if (i % 7 === 0) await checkpointNow(deps, orgId, 'release');
    }
    const text = await exported(owner);
    const { verifierKey } = await ledgerVerifierKey(deps, owner);
    const verify = (file: string) => verifyExport(bytesOf(file), { verifierKey });
    const report = await verify(text);
    expect(report.problems).toEqual([]);
    expect(report.verified).toBe(true);
    expect(text).toContain('ledger.exported');
    expect(text.split('\n').filter((line) => line.includes('"type":"entry"'))).toHaveLength(22);

    const lines = text.split('\n');
    const dropped = [...lines.slice(0, 5), ...lines.slice(6)].join('\n');
    expect((await verify(dropped)).verified).toBe(false);
    expect((await verify(text.replace('test.happened', 'test.happenee'))).verified).toBe(false);
  });

  test('exports a range of time, which verifies by itself', async () => {
    const { deps } = env;
    const { owner } = await env.organisation();
    const times = [10, 11, 12, 13].map((hour) => new Date(Date.UTC(2025, 0, 1, hour)));
    for (const at of times) {
      env.setNow(at);
      await write(owner, deps.ids.next(), `test.at-${at.getUTCHours()}`);
    }
    env.setNow(null);
    const [, from, , to] = times as [Date, Date, Date, Date];
    const text = await exported(owner, { from, to });
    const { verifierKey } = await ledgerVerifierKey(deps, owner);
    expect((await verifyExport(bytesOf(text), { verifierKey })).problems).toEqual([]);
    expect([...text.matchAll(/"action":"(test\.at-\d+)"/g)].map((match) => match[1])).toEqual([
      'test.at-11',
      'test.at-12',
    ]);
  });

  test('still verifies after what an event said was destroyed', async () => {
    const { deps } = env;
    const { owner } = await env.organisation();
    const secret = await write(owner, deps.ids.next(), 'test.secret');
    const erase = () => eraseEventPayload(deps, owner, { eventId: secret, reason: 'a person asked' });
    await expect(erase()).rejects.toMatchObject({ code: 'not-ready' });
    await sequenceLedgers(deps);
    await erase();
    await expect(erase()).rejects.toMatchObject({ code: 'conflict' });
    expect(await getEvent(deps, owner, secret)).toMatchObject({ payload: null, salt: null, erased: true });
    const text = await exported(owner);
    const { verifierKey } = await ledgerVerifierKey(deps, owner);
    expect((await verifyExport(bytesOf(text), { verifierKey })).problems).toEqual([]);
    expect(text.match(/"destroyed":true/g)).toHaveLength(1);
  });
});

describe('the log', () => {
  test('pages through events, newest first, with names of people', async () => {
    const { deps } = env;
    const { owner } = await env.organisation();
    for (let i = 0; i < 5; i += 1) await write(owner, deps.ids.next());
    const first = await listEvents(deps, owner, { limit: 4, before: null });
    const second = await listEvents(deps, owner, { limit: 4, before: first.next });
    expect(first.events).toHaveLength(4);
    expect(second.next).toBeNull();
    expect([...first.events, ...second.events].map((event) => event.action)).toEqual([
      ...Array.from({ length: 5 }, () => 'test.happened'),
      'organisation.created',
    ]);
    expect(first.events[0]?.actor).toEqual({ kind: 'user', id: owner.userId, name: 'Test Owner' });
  });

  test('finds by who, what, when and on what', async () => {
    const { deps } = env;
    const { owner, orgId } = await env.organisation();
    const member = await env.member(orgId, ['member']);
    const thing = deps.ids.next();
    await write(owner, thing, 'test.one');
    await recordAccess(deps, member, {
      action: 'test.two',
      object: { type: 'other', id: deps.ids.next() },
      alsoTouched: [{ type: 'thing', id: thing }],
    });
    const find = async (filter: object) =>
      (await listEvents(deps, owner, { limit: 10, before: null, ...filter })).events.map(
        (event) => event.action,
      );
    expect(await find({ actorId: member.userId })).toEqual(['test.two']);
    expect(await find({ action: 'test.' })).toEqual(['test.two', 'test.one']);
    expect(await find({ objectType: 'other' })).toEqual(['test.two']);
    expect(await find({ from: new Date(Date.now() + 3_600_000) })).toEqual([]);
    const history = await objectHistory(
      deps,
      owner,
      { type: 'thing', id: thing },
      { limit: 10, before: null },
    );
    expect(history.events.map((event) => event.action)).toEqual(['test.two', 'test.one']);
  });

  test('shows an organisation its own events only', async () => {
    const { deps } = env;
    const [one, other] = [await env.organisation(), await env.organisation()];
    const id = await write(other.owner, deps.ids.next());
    await expect(getEvent(deps, one.owner, id)).rejects.toMatchObject({ code: 'not-found' });
    await expect(getEvent(deps, one.owner, deps.ids.next())).rejects.toMatchObject({ code: 'not-found' });
    expect((await listEvents(deps, one.owner, { limit: 10, before: null })).events).toHaveLength(1);
  });
});
