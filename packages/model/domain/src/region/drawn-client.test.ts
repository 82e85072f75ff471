import type { DrawnRecord } from '@assay/contracts';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { testId } from '../label/test-schema.ts';
import {
  acknowledgeDrawn,
  type DrawnClient,
  type DrawnEdit,
  editDrawn,
  layDrawn,
  openDrawn,
  sendDrawn,
} from './drawn-client.ts';
import { type DrawnHead, emptyDrawn, mergeDrawn, type StoredDrawn } from './merge-drawn.ts';
import { box, region } from './test-regions.ts';

const RUNS = { numRuns: process.env.ASSAY_SOAK === '1' ? 30_000 : 300 };
const IDS = [1, 2, 3, 4].map(testId);
const edit = (part: Partial<DrawnEdit>): DrawnEdit => ({ added: [], updated: [], removed: [], ...part });
const at = (n: number, x = 0): DrawnRecord => region(n, box(x, 0, 9, 9));
const ordered = (n: number, order: number): DrawnEdit =>
  edit({ updated: [{ id: testId(n), values: { order } }] });

/** A server with what it was drawn before, that takes what a client sends. */
function serverWith(...records: readonly DrawnRecord[]) {
  let head: DrawnHead = emptyDrawn;
  const stored = new Map<string, StoredDrawn>();
  const merge = (change: Parameters<typeof mergeDrawn>[2]) => {
    const merged = mergeDrawn(head, stored, change);
    if (merged === 'gap') throw new Error('A step was passed over.');
    if (merged === null) return;
    head = merged.head;
    for (const record of merged.records) stored.set(record.id, record);
  };
  if (records.length > 0) {
    merge({
      clientId: testId(999),
      step: 1,
      baseRevision: 0,
      added: [...records],
      updated: [],
      removed: [],
    });
  }
  return {
    merge,
    revision: () => head.revision,
    of: (id: string): DrawnRecord | null => stored.get(id)?.record ?? null,
    all: () => IDS.map((id) => stored.get(id)?.record ?? null),
  };
}
type Server = ReturnType<typeof serverWith>;

/** Sends what waits. Luck 0: it is lost on its way; 1: the answer is lost; else it is acknowledged. */
function send(client: DrawnClient, server: Server, luck = 2): DrawnClient {
  const sent = sendDrawn(client);
  if (sent === null) return client;
  if (luck === 0) return sent.client;
  server.merge(sent.change);
  return luck === 1 ? sent.client : acknowledgeDrawn(sent.client, sent.change.step, server.revision());
}

function sendAll(client: DrawnClient, server: Server): DrawnClient {
  let now = client;
  while (now.waiting.length > 0) now = send(now, server);
  return now;
}

describe('a tab', () => {
  test('puts what no request has carried yet into one change', () => {
    const client = editDrawn(editDrawn(openDrawn('a', 3), edit({ added: [at(1), at(2)] })), ordered(1, 7));
    const again = editDrawn(client, edit({ removed: [testId(2)] }));
    expect(again.waiting).toEqual([
      { step: 1, added: [{ ...at(1), order: 7 }], updated: [], removed: [testId(2)] },
    ]);
    expect(sendDrawn(again)?.change).toMatchObject({ clientId: 'a', step: 1, baseRevision: 3 });
  });

  test('sends a record that is added as a whole, without what was changed of it before', () => {
    const client = editDrawn(editDrawn(openDrawn('a', 3), ordered(1, 7)), edit({ added: [at(1, 5)] }));
    expect(client.waiting).toEqual([{ step: 1, added: [at(1, 5)], updated: [], removed: [] }]);
  });

  test('never changes what may have reached the server, and sends it until it is acknowledged', () => {
    const first = sendDrawn(editDrawn(openDrawn('a', 0), edit({ added: [at(1)] })));
    if (first === null) throw new Error('There is something to send.');
    const client = editDrawn(first.client, ordered(1, 7));
    expect(client.waiting.map(({ step }) => step)).toEqual([1, 2]);
    expect(sendDrawn(client)?.change).toEqual(first.change);
    const next = acknowledgeDrawn(client, 1, 1);
    expect(sendDrawn(next)?.change).toMatchObject({ step: 2, baseRevision: 1, added: [] });
    expect(sendDrawn(acknowledgeDrawn(next, 2, 2))).toBeNull();
  });

  test('has nothing to send of an edit in which nothing is', () => {
    const client = openDrawn('a', 5);
    expect(editDrawn(client, edit({}))).toEqual(client);
    expect(sendDrawn(client)).toBeNull();
  });

  test('learns nothing from an answer that arrives late', () => {
    const client = editDrawn(openDrawn('a', 5), edit({ added: [at(1)] }));
    expect(acknowledgeDrawn(client, 0, 4)).toEqual(client);
  });
});

describe('what others changed', () => {
  test('comes in below what waits here, property by property', () => {
    const client = editDrawn(openDrawn('a', 1), ordered(1, 7));
    const theirs = at(1, 50);
    expect(layDrawn(client, testId(1), theirs)).toEqual({ ...theirs, order: 7 });
    expect(layDrawn(client, testId(2), at(2, 50))).toEqual(at(2, 50));
  });

  test('is gone here too when they removed it, unless it was added here again', () => {
    const changed = editDrawn(openDrawn('a', 1), ordered(1, 7));
    expect(layDrawn(changed, testId(1), null)).toBeNull();
    const added = editDrawn(openDrawn('a', 1), edit({ added: [at(1, 3)] }));
    expect(layDrawn(added, testId(1), null)).toEqual(at(1, 3));
    const removed = editDrawn(openDrawn('a', 1), edit({ removed: [testId(1)] }));
    expect(layDrawn(removed, testId(1), at(1, 50))).toBeNull();
  });

  test('does not make another thing of a record: id and type are its own', () => {
    const values = { id: testId(2), type: 'relation', order: 4 };
    const client = editDrawn(openDrawn('a', 1), edit({ updated: [{ id: testId(1), values }] }));
    expect(layDrawn(client, testId(1), at(1))).toEqual({ ...at(1), order: 4 });
  });
});

/** One act on one of four regions: what a person sees decides what they can do with it. */
const act = fc.record({
  what: fc.constantFrom('put', 'order', 'label', 'remove'),
  n: fc.integer({ min: 1, max: 4 }),
  value: fc.integer({ min: 0, max: 9 }),
});
type Act = typeof act extends fc.Arbitrary<infer T> ? T : never;

/** The edit that an act is, where the regions stand as the person sees them. */
function editOf({ what, n, value }: Act, seen: DrawnRecord | null): DrawnEdit {
  if (seen === null) return what === 'remove' ? edit({}) : edit({ added: [at(n, value)] });
  if (what === 'remove') return edit({ removed: [testId(n)] });
  if (what === 'order') return ordered(n, value);
  const values =
    what === 'label'
      ? { label: { labelId: testId(value), attributes: {} } }
      : { geometry: box(value, 0, 9, 9) };
  return edit({ updated: [{ id: testId(n), values }] });
}

const begun = fc.subarray([at(1, 100), at(2, 100), at(3, 100)]);
const happening = fc.oneof(
  { weight: 5, arbitrary: act.map((done) => ({ kind: 'act' as const, done })) },
  { weight: 3, arbitrary: fc.integer({ min: 0, max: 3 }).map((luck) => ({ kind: 'send' as const, luck })) },
  { weight: 1, arbitrary: fc.constant({ kind: 'reload' as const }) },
);

test('what was drawn in any order is on the server what it is here, whatever is lost, sent again or reloaded', () => {
  fc.assert(
    fc.property(begun, fc.array(happening, { maxLength: 60 }), (records, list) => {
      const server = serverWith(...records);
      let client = openDrawn('tab', server.revision());
      // What the person sees, changed by what they do alone.
      const seen = new Map<string, DrawnRecord | null>(IDS.map((id) => [id, server.of(id)]));
      for (const each of list) {
        if (each.kind === 'act') {
          const id = testId(each.done.n);
          const done = editOf(each.done, seen.get(id) ?? null);
          client = editDrawn(client, done);
          for (const { values } of done.updated) {
            seen.set(id, { ...seen.get(id), ...values } as unknown as DrawnRecord);
          }
          for (const record of done.added) seen.set(id, record);
          for (const gone of done.removed) seen.set(gone, null);
        } else if (each.kind === 'send') client = send(client, server, each.luck);
        else client = JSON.parse(JSON.stringify(client)) as DrawnClient;
        for (const id of IDS) expect(layDrawn(client, id, server.of(id))).toEqual(seen.get(id));
      }
      const { revision } = client;
      client = sendAll(client, server);
      expect(server.all()).toEqual(IDS.map((id) => seen.get(id)));
      expect(client.revision).toBeGreaterThanOrEqual(revision);
      // Each step was taken once: sending one of them again changes nothing.
      const after = server.revision();
      expect(after).toBe((records.length > 0 ? 1 : 0) + client.step);
    }),
    RUNS,
  );
});

test('edits that go together say what they say one by one', () => {
  fc.assert(
    fc.property(begun, fc.array(act, { maxLength: 30 }), (records, acts) => {
      const [together, apart] = [serverWith(...records), serverWith(...records)];
      let joined = openDrawn('tab', together.revision());
      let single = openDrawn('tab', apart.revision());
      for (const done of acts) {
        const next = editOf(done, apart.of(testId(done.n)));
        joined = editDrawn(joined, next);
        single = send(editDrawn(single, next), apart);
      }
      expect(joined.waiting.length).toBeLessThanOrEqual(1);
      sendAll(joined, together);
      expect(together.all()).toEqual(apart.all());
    }),
    RUNS,
  );
});

test('a tab that was killed goes on under its name with what it kept', () => {
  fc.assert(
    fc.property(fc.array(act, { minLength: 1, maxLength: 20 }), fc.nat(20), fc.nat(1), (acts, cut, luck) => {
      const server = serverWith(at(1), at(2));
      let client = openDrawn('tab', server.revision());
      const shown = () => IDS.map((id) => layDrawn(client, id, server.of(id)));
      for (const [n, done] of acts.entries()) {
        const here = layDrawn(client, testId(done.n), server.of(testId(done.n)));
        client = editDrawn(client, editOf(done, here));
        if (n === cut) client = send(client, server, luck);
      }
      const before = shown();
      client = JSON.parse(JSON.stringify(client)) as DrawnClient;
      expect(shown()).toEqual(before);
      for (let sent = sendDrawn(client); sent !== null; sent = sendDrawn(client)) {
        expect(sent.change.clientId).toBe('tab');
        client = send(client, server);
      }
      expect(server.all()).toEqual(before);
    }),
    RUNS,
  );
});

test('whatever others changed meanwhile, what is shown here is what comes of sending', () => {
  const acts = fc.array(act, { maxLength: 15 });
  fc.assert(
    fc.property(begun, acts, acts, fc.nat(15), fc.nat(1), (records, mine, theirs, cut, luck) => {
      const server = serverWith(...records);
      const before = new Map(IDS.map((id) => [id, server.of(id)]));
      let client = openDrawn('tab', server.revision());
      let other = openDrawn('other tab', server.revision());
      for (const [n, done] of mine.entries()) {
        const here = layDrawn(client, testId(done.n), before.get(testId(done.n)) ?? null);
        client = editDrawn(client, editOf(done, here));
        // Of what went together nothing more is changed from here on; it may have arrived.
        if (n === cut) client = send(client, server, luck);
      }
      for (const done of theirs)
        other = send(editDrawn(other, editOf(done, server.of(testId(done.n)))), server);
      const isThere = luck === 1 && cut < mine.length;
      // A step that is on the server already is no longer laid on top of what came after it.
      if (isThere) client = send(client, server);
      const shown = IDS.map((id) => layDrawn(client, id, server.of(id)));
      sendAll(client, server);
      expect(server.all()).toEqual(shown);
    }),
    RUNS,
  );
});
