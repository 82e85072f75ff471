import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Draft, emptyDraft, MOST_DRAFT_FIELDS, mergeDraft } from './merge-draft.ts';

const RUNS = { numRuns: process.env.ASSAY_SOAK === '1' ? 20_000 : 200 };

function merged(draft: Draft, change: Parameters<typeof mergeDraft>[1]): Draft {
  const next = mergeDraft(draft, change);
  if (typeof next === 'string') throw new Error(next);
  return next;
}

const change = (
  clientId: string,
  step: number,
  baseRevision: number,
  set: Record<string, string | null>,
) => ({
  clientId,
  step,
  baseRevision,
  set,
});

test('changes of different fields by two tabs are both kept', () => {
  const one = merged(emptyDraft, change('a', 1, 0, { label: 'x' }));
  const both = merged(one, change('b', 1, 0, { comment: 'y' }));
  expect(both.fields).toEqual({ label: 'x', comment: 'y' });
  expect(both.replaced).toEqual([]);
});

test('of the same field the later stands, and what it replaced unseen can be brought back', () => {
  const one = merged(emptyDraft, change('a', 1, 0, { label: 'x' }));
  const unseen = merged(one, change('b', 1, 0, { label: 'y' }));
  expect(unseen.fields).toEqual({ label: 'y' });
  expect(unseen.replaced).toEqual([{ field: 'label', value: 'x', revision: 1 }]);
  // Who has seen it replaces it and means to.
  expect(merged(one, change('b', 1, 1, { label: 'y' })).replaced).toEqual([]);
  expect(merged(one, change('b', 1, 0, { label: 'x' })).replaced).toEqual([]);
  expect(merged(one, change('a', 2, 1, { label: null })).fields).toEqual({});
});

test('a change that is sent twice counts once, and one that overtook another waits', () => {
  const one = merged(emptyDraft, change('a', 1, 0, { label: 'x' }));
  expect(mergeDraft(one, change('a', 1, 0, { label: 'x' }))).toBe(one);
  expect(mergeDraft(one, change('a', 3, 1, { label: 'z' }))).toBe('gap');
});

test('a draft does not grow without end', () => {
  const set = Object.fromEntries(Array.from({ length: MOST_DRAFT_FIELDS + 1 }, (_, i) => [`f${i}`, 'x']));
  expect(mergeDraft(emptyDraft, change('a', 1, 0, set))).toBe('too-many-fields');
  let draft = emptyDraft;
  for (let i = 0; i < 300; i += 1) draft = merged(draft, change(`c${i}`, 1, 0, { label: `v${i}` }));
  expect(Object.keys(draft.steps)).toHaveLength(100);
  expect(draft.replaced).toHaveLength(50);
  expect(draft.replaced.at(-1)).toEqual({ field: 'label', value: 'v298', revision: 299 });
});

/** What happens between two tabs and a server, with answers lost and requests repeated. */
const happenings = fc.array(
  fc.record({
    tab: fc.integer({ min: 0, max: 2 }),
    field: fc.constantFrom('label', 'realism', 'comment', 'cell'),
    value: fc.option(fc.integer({ min: 0, max: 9 }).map(String), { nil: null }),
    /** Does the answer reach the tab? If not, the same change is sent again later. */
    answered: fc.boolean(),
  }),
  { minLength: 1, maxLength: 60 },
);

test('whatever is lost or repeated on the way, every change counts once and all tabs end equal', () => {
  fc.assert(
    fc.property(happenings, (list) => {
      let server = emptyDraft;
      const tabs = [0, 1, 2].map((n) => ({
        clientId: `tab-${n}`,
        step: 0,
        seen: 0,
        waiting: [] as Parameters<typeof mergeDraft>[1][],
      }));
      const accepted: [field: string, value: string | null][] = [];
      const send = (tab: (typeof tabs)[number], answered: boolean) => {
        const next = tab.waiting[0];
        if (next === undefined) return;
        const before = server;
        server = merged(server, next);
        if (server !== before) {
          for (const [field, value] of Object.entries(next.set))
            accepted.push([field, value as string | null]);
        }
        if (!answered) return;
        tab.waiting.shift();
        tab.seen = server.revision;
      };
      for (const { tab: n, field, value, answered } of list) {
        const tab = tabs[n];
        if (tab === undefined) continue;
        tab.step += 1;
        tab.waiting.push(change(tab.clientId, tab.step, tab.seen, { [field]: value }));
        send(tab, answered);
      }
      for (const tab of tabs) while (tab.waiting.length > 0) send(tab, true);
      // Once each, in the order in which the server took them.
      expect(accepted).toHaveLength(list.length);
      expect(server.revision).toBe(list.length);
      const last = new Map(accepted);
      const expected = Object.fromEntries([...last].filter(([, value]) => value !== null));
      expect(server.fields).toEqual(expected);
    }),
    RUNS,
  );
});
