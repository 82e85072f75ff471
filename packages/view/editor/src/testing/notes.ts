import fc from 'fast-check';
import { createStore, type RecordsDiff, type Store } from '../index.ts';

/** Records with which the store is tested, apart from what the editor keeps in it. */
export type Note = {
  readonly id: string;
  readonly type: 'note';
  readonly text: string;
  readonly size: number;
  readonly colour?: string;
  /** What is replaced as one thing, although it is an object. */
  readonly place: { readonly x: number };
};
export type Pin = { readonly id: string; readonly type: 'pin'; readonly noteId: string };
export type View = { readonly id: string; readonly type: 'view'; readonly zoom: number };
export type TestRecord = Note | Pin | View;

export const createTestStore = (): Store<TestRecord> =>
  createStore<TestRecord>({ note: 'document', pin: 'document', view: 'session' });

/** A note with a place of its own, as each copy that comes from remote has one. */
export const note = (id: string, text = '', size = 1, x = 0): Note => ({
  id,
  type: 'note',
  text,
  size,
  place: { x },
});
export const pin = (id: string, noteId: string): Pin => ({ id, type: 'pin', noteId });
export const view = (zoom: number): View => ({ id: 'view', type: 'view', zoom });

/** One random write; ids are few, so that writes meet. */
export type Write = { kind: 'put'; record: Note } | { kind: 'remove'; id: string };

const ids = fc.constantFrom('a', 'b', 'c', 'd', '__proto__');
export const writes: fc.Arbitrary<Write[]> = fc.array(
  fc.oneof(
    fc.record({
      kind: fc.constant('put' as const),
      record: fc
        .tuple(ids, fc.constantFrom('x', 'y'), fc.nat(3))
        .map(([id, text, size]) => note(id, text, size)),
    }),
    fc.record({ kind: fc.constant('remove' as const), id: ids }),
  ),
  { maxLength: 8 },
);

export function write(store: Store<TestRecord>, all: readonly Write[]): void {
  for (const each of all) {
    if (each.kind === 'put') store.put(each.record);
    else store.remove(each.id);
  }
}

/** All records by id, to be compared. */
export const contents = (store: Store<TestRecord>): Map<string, TestRecord> =>
  new Map([...store.all()].map((record) => [record.id, record]));

/** A diff as lists of ids. */
export const idsOfDiff = (diff: RecordsDiff<TestRecord>) => ({
  added: [...diff.added.keys()],
  updated: [...diff.updated.keys()],
  removed: [...diff.removed.keys()],
});

export const RUNS = { numRuns: process.env.ASSAY_SOAK ? 20_000 : 200 };
