import type { DrawnChange, DrawnRecord } from '@assay/contracts';
import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { isSameJson } from './is-same-json.ts';
import {
  type DrawnHead,
  emptyDrawn,
  type MergedDrawn,
  mergeDrawn,
  type ReplacedDrawn,
  type StoredDrawn,
} from './merge-drawn.ts';

const RUNS = { numRuns: process.env.ASSAY_SOAK === '1' ? 30_000 : 300 };

const idOf = (n: number): string => `0193${n}b92-0000-7000-8000-00000000000${n}`;
const box = (n: number, x = 0, order = 0): DrawnRecord => ({
  type: 'region',
  id: idOf(n),
  geometry: { kind: 'box', version: 1, x, y: 0, width: 10, height: 10 },
  label: null,
  order,
  groupId: null,
});

/** A server that keeps what `mergeDrawn` says. */
function serverOf() {
  let head: DrawnHead = emptyDrawn;
  const records = new Map<string, StoredDrawn>();
  const replaced: ReplacedDrawn[] = [];
  return {
    take: (change: DrawnChange): MergedDrawn | 'gap' | null => {
      const merged = mergeDrawn(head, records, change);
      if (merged === 'gap' || merged === null) return merged;
      head = merged.head;
      for (const record of merged.records) records.set(record.id, record);
      replaced.push(...merged.replaced);
      return merged;
    },
    head: () => head,
    records,
    replaced,
    alive: () =>
      [...records.values()].flatMap(({ record }) => record ?? []).sort((a, b) => (a.id < b.id ? -1 : 1)),
  };
}

const change = (
  clientId: string,
  step: number,
  baseRevision: number,
  part: Partial<DrawnChange>,
): DrawnChange => ({
  clientId,
  step,
  baseRevision,
  added: [],
  updated: [],
  removed: [],
  ...part,
});

describe('changes of two tabs', () => {
  it('to different regions and different properties of one are all kept', () => {
    const server = serverOf();
    server.take(change('a', 1, 0, { added: [box(1), box(2)] }));
    server.take(change('a', 2, 1, { updated: [{ id: idOf(1), values: { order: 5 } }] }));
    server.take(change('b', 1, 1, { updated: [{ id: idOf(1), values: { groupId: idOf(9) } }] }));
    expect(server.records.get(idOf(1))?.record).toMatchObject({ order: 5, groupId: idOf(9) });
    expect(server.replaced).toEqual([]);
  });

  it('to one property keep the later, and tell what it replaced unseen', () => {
    const server = serverOf();
    server.take(change('a', 1, 0, { added: [box(1)] }));
    server.take(change('a', 2, 1, { updated: [{ id: idOf(1), values: { order: 5 } }] }));
    server.take(change('b', 1, 1, { updated: [{ id: idOf(1), values: { order: 7 } }] }));
    expect(server.records.get(idOf(1))?.record).toMatchObject({ order: 7 });
    expect(server.replaced).toEqual([
      { kind: 'value', id: idOf(1), property: 'order', value: 5, revision: 2 },
    ]);
  });

  it('to a flag and to anything else of one region are both kept, and a flag can be taken back', () => {
    const server = serverOf();
    const remark = { text: 'One, or two?' };
    server.take(change('a', 1, 0, { added: [box(1)] }));
    server.take(change('a', 2, 1, { updated: [{ id: idOf(1), values: { remark } }] }));
    server.take(change('b', 1, 1, { updated: [{ id: idOf(1), values: { order: 7 } }] }));
    expect(server.records.get(idOf(1))?.record).toEqual({ ...box(1, 0, 7), remark });
    expect(server.replaced).toEqual([]);
    server.take(change('b', 2, 1, { updated: [{ id: idOf(1), values: { remark: null } }] }));
    expect(server.records.get(idOf(1))?.record).toEqual({ ...box(1, 0, 7), remark: null });
    expect(server.replaced).toEqual([
      { kind: 'value', id: idOf(1), property: 'remark', value: remark, revision: 2 },
    ]);
  });

  it('let a removal win, whichever came first, and tell what went with it', () => {
    const first = serverOf();
    first.take(change('a', 1, 0, { added: [box(1)] }));
    first.take(change('a', 2, 1, { updated: [{ id: idOf(1), values: { order: 5 } }] }));
    first.take(change('b', 1, 1, { removed: [idOf(1)] }));
    expect(first.alive()).toEqual([]);
    expect(first.replaced).toEqual([
      { kind: 'removed', id: idOf(1), record: { ...box(1), order: 5 }, revision: 2 },
    ]);
    const second = serverOf();
    second.take(change('a', 1, 0, { added: [box(1)] }));
    second.take(change('b', 1, 1, { removed: [idOf(1)] }));
    second.take(change('a', 2, 1, { updated: [{ id: idOf(1), values: { order: 5 } }] }));
    expect(second.alive()).toEqual([]);
    expect(second.replaced).toEqual([{ kind: 'removed-before', id: idOf(1), values: { order: 5 } }]);
  });

  it('bring back what was removed when it is added again', () => {
    const server = serverOf();
    server.take(change('a', 1, 0, { added: [box(1)] }));
    server.take(change('a', 2, 1, { removed: [idOf(1)] }));
    server.take(change('a', 3, 2, { added: [box(1, 4)] }));
    expect(server.alive()).toEqual([box(1, 4)]);
  });

  it('count once when they are sent twice, and wait for the one in front of them', () => {
    const server = serverOf();
    const first = change('a', 1, 0, { added: [box(1)] });
    expect(server.take(change('a', 2, 0, { removed: [idOf(1)] }))).toBe('gap');
    server.take(first);
    expect(server.take(first)).toBeNull();
    expect(server.head().revision).toBe(1);
  });
});

test('values are the same in whatever order their properties come', () => {
  expect(isSameJson({ a: 1, b: [{ c: 2, d: null }] }, { b: [{ d: null, c: 2 }], a: 1 })).toBe(true);
  expect(isSameJson({ a: 1 }, { a: 1, b: undefined })).toBe(false);
  expect(isSameJson([1, 2], [2, 1])).toBe(false);
  expect(isSameJson({ 0: 1 }, [1])).toBe(false);
});

const happenings = fc.array(
  fc.record({
    tab: fc.integer({ min: 0, max: 2 }),
    what: fc.constantFrom('add', 'order', 'move', 'remark', 'remove'),
    region: fc.integer({ min: 1, max: 4 }),
    value: fc.integer({ min: 0, max: 5 }),
    /** Does the answer reach the tab? If not, the same change is sent again later. */
    answered: fc.boolean(),
    /** Does the tab see what others did before its next change? */
    looks: fc.boolean(),
  }),
  { minLength: 1, maxLength: 60 },
);

type Tab = { clientId: string; step: number; seen: number; waiting: DrawnChange | null };

test('whatever is lost or repeated, each change counts once, and no value goes unseen and untold', () => {
  fc.assert(
    fc.property(happenings, (list) => {
      const server = serverOf();
      const tabs: Tab[] = [0, 1, 2].map((n) => ({ clientId: `tab-${n}`, step: 0, seen: 0, waiting: null }));
      // What stood before each accepted change, to be looked for after it.
      const deliver = (tab: Tab, answered: boolean): void => {
        const sent = tab.waiting;
        if (sent === null) return;
        const before = new Map(server.records);
        const told = server.replaced.length;
        const merged = server.take(sent);
        if (merged === 'gap') throw new Error('A step was passed over.');
        if (merged === null) expect(server.replaced).toHaveLength(told);
        else checkNothingLost(before, server.records, server.replaced.slice(told), sent);
        if (answered) {
          tab.waiting = null;
          tab.seen = server.head().revision;
        }
      };
      for (const { tab: n, what, region, value, answered, looks } of list) {
        const tab = tabs[n] as Tab;
        deliver(tab, true);
        if (looks) tab.seen = server.head().revision;
        tab.step += 1;
        const id = idOf(region);
        const moved = { kind: 'box', version: 1, x: value, y: 0, width: 10, height: 10 };
        const valuesOf = {
          order: { order: value },
          move: { geometry: moved },
          remark: { remark: value === 0 ? null : { text: String(value) } },
        };
        const part: Partial<DrawnChange> =
          what === 'add'
            ? { added: [box(region, value)] }
            : what === 'remove'
              ? { removed: [id] }
              : { updated: [{ id, values: valuesOf[what] }] };
        tab.waiting = change(tab.clientId, tab.step, tab.seen, part);
        deliver(tab, answered);
      }
      for (const tab of tabs) {
        deliver(tab, true);
        // Sending the last one again, after everything else, changes nothing.
        const end = JSON.stringify(server.alive());
        server.take(change(tab.clientId, tab.step, 0, { removed: [1, 2, 3, 4].map(idOf) }));
        expect(JSON.stringify(server.alive())).toBe(end);
      }
      expect(server.head().revision).toBe(tabs.reduce((sum, { step }) => sum + step, 0));
    }),
    RUNS,
  );
});

/** Each property that is other than before was set by this change, and if its maker had not seen it, it is told. */
function checkNothingLost(
  before: ReadonlyMap<string, StoredDrawn>,
  after: ReadonlyMap<string, StoredDrawn>,
  told: readonly ReplacedDrawn[],
  { baseRevision, removed }: DrawnChange,
): void {
  for (const [id, { record, changed }] of before) {
    if (record === null) continue;
    const now = after.get(id)?.record ?? null;
    if (now === null) {
      expect(removed).toContain(id);
      const unseen = Object.values(changed).some((revision) => revision > baseRevision);
      expect(told.some((each) => each.kind === 'removed' && each.id === id)).toBe(unseen);
      continue;
    }
    for (const [property, value] of Object.entries(record)) {
      const next = (now as unknown as Record<string, unknown>)[property];
      if (isSameJson(value, next)) continue;
      const unseen = (changed[property] ?? 0) > baseRevision;
      const isTold = told.some(
        (each) =>
          each.kind === 'value' &&
          each.id === id &&
          each.property === property &&
          isSameJson(each.value, value),
      );
      expect(isTold).toBe(unseen);
    }
  }
}
