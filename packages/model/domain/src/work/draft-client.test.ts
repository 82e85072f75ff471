import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  acknowledgeDraft,
  type DraftClient,
  draftFields,
  editDraft,
  openDraft,
  sendDraft,
} from './draft-client.ts';
import { type Draft, emptyDraft, mergeDraft } from './merge-draft.ts';

const RUNS = { numRuns: process.env.ASSAY_SOAK === '1' ? 30_000 : 300 };

test('typing goes together until a request has carried it', () => {
  let client = openDraft('a', emptyDraft);
  client = editDraft(editDraft(client, { comment: 'h' }), { comment: 'he' });
  expect(client.waiting).toEqual([{ step: 1, set: { comment: 'he' } }]);
  const first = sendDraft(client);
  expect(first?.change).toEqual({ clientId: 'a', step: 1, baseRevision: 0, set: { comment: 'he' } });
  client = editDraft(first?.client ?? client, { comment: 'hel' });
  expect(client.waiting.map((each) => each.step)).toEqual([1, 2]);
  // Asked again before the answer came: the same change as before.
  expect(sendDraft(client)?.change).toEqual(first?.change);
  client = acknowledgeDraft(client, 1, { revision: 1, fields: { comment: 'he' } });
  expect(draftFields(client)).toEqual({ comment: 'hel' });
  expect(sendDraft(client)?.change).toMatchObject({ step: 2, baseRevision: 1 });
  expect(sendDraft(openDraft('a', emptyDraft))).toBeNull();
});

test('an answer that arrives late brings nothing back', () => {
  const client = acknowledgeDraft(openDraft('a', { revision: 5, fields: { x: 1 } }), 1, {
    revision: 4,
    fields: { x: 0 },
  });
  expect(client.seen).toEqual({ revision: 5, fields: { x: 1 } });
});

/** What happens to three tabs of one person: edits, requests whose answer is lost, kills with a reload from the store. */
const happening = fc.oneof(
  fc.record({
    kind: fc.constant('edit' as const),
    tab: fc.integer({ min: 0, max: 2 }),
    field: fc.constantFrom('a', 'b', 'c'),
    value: fc.option(fc.integer({ min: 0, max: 99 }), { nil: null }),
  }),
  fc.record({
    kind: fc.constant('send' as const),
    tab: fc.integer({ min: 0, max: 2 }),
    arrives: fc.boolean(),
    answered: fc.boolean(),
  }),
  fc.record({ kind: fc.constant('reload' as const), tab: fc.integer({ min: 0, max: 2 }) }),
);

test('whatever is lost, repeated or reloaded, all tabs end equal and each last edit stands', () => {
  fc.assert(
    fc.property(fc.array(happening, { maxLength: 80 }), (list) => {
      let server: Draft = emptyDraft;
      let clients: DraftClient[] = [0, 1, 2].map((n) => openDraft(`tab-${n}`, emptyDraft));
      const edits = new Map<string, Set<unknown>>();
      const put = (n: number, client: DraftClient) => {
        clients = clients.map((each, at) => (at === n ? client : each));
      };
      const send = (n: number, arrives: boolean, answered: boolean) => {
        const sent = sendDraft(clients[n] as DraftClient);
        if (sent === null) return;
        put(n, sent.client);
        if (!arrives) return;
        const next = mergeDraft(server, sent.change);
        if (typeof next === 'string') throw new Error(next);
        server = next;
        if (answered) put(n, acknowledgeDraft(sent.client, sent.change.step, server));
      };
      for (const each of list) {
        if (each.kind === 'edit') {
          put(each.tab, editDraft(clients[each.tab] as DraftClient, { [each.field]: each.value }));
          const last = edits.get(each.field) ?? new Set();
          edits.set(each.field, last.add(each.value));
        } else if (each.kind === 'send') send(each.tab, each.arrives, each.answered);
        else put(each.tab, JSON.parse(JSON.stringify(clients[each.tab])) as DraftClient);
      }
      for (let n = 0; n < 3; n += 1)
        while ((clients[n] as DraftClient).waiting.length > 0) send(n, true, true);
      for (const client of clients) {
        // Each asks how the draft stands, as a page does when it is opened again.
        const { fields } = openDraft(client.clientId, server).seen;
        expect(draftFields({ ...client, seen: { revision: server.revision, fields } })).toEqual(
          server.fields,
        );
      }
      for (const [field, values] of edits) expect(values).toContain(server.fields[field] ?? null);
      for (const field of Object.keys(server.fields)) expect(edits.has(field)).toBe(true);
    }),
    RUNS,
  );
});
