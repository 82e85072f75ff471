import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { contents, createTestStore, idsOfDiff, note, RUNS, write, writes } from '../testing/notes.ts';
import { composeDiffs, emptyDiff, invertDiff, isEmptyDiff } from './diff.ts';

describe('diffs', () => {
  it('compose to what both did together', () => {
    const store = createTestStore();
    const first = store.transact(() => store.put(note('a'), note('b')));
    const second = store.transact(() => {
      store.put(note('a', 'new'), note('c'));
      store.remove('b');
    });
    expect(idsOfDiff(composeDiffs(first, second))).toEqual({ added: ['a', 'c'], updated: [], removed: [] });
    expect(composeDiffs(first, second).added.get('a')).toEqual(note('a', 'new'));
  });

  it('leave out what comes back as the same record', () => {
    const store = createTestStore();
    const before = note('a');
    store.put(before);
    const away = store.transact(() => store.put(note('a', 'other')));
    const back = store.transact(() => store.put(before));
    expect(isEmptyDiff(composeDiffs(away, back))).toBe(true);
    const removed = store.transact(() => store.remove('a'));
    const again = store.transact(() => store.put(note('a', 'again')));
    expect(idsOfDiff(composeDiffs(removed, again))).toEqual({ added: [], updated: ['a'], removed: [] });
  });

  it('compose associatively, invert, and lead there and back', () => {
    fc.assert(
      fc.property(writes, writes, writes, writes, (start, first, second, third) => {
        const store = createTestStore();
        store.transact(() => write(store, start));
        const before = contents(store);
        const [a, b, c] = [first, second, third].map((each) => store.transact(() => write(store, each)));
        const after = contents(store);
        const whole = composeDiffs(composeDiffs(a!, b!), c!);
        expect(composeDiffs(a!, composeDiffs(b!, c!))).toEqual(whole);
        expect(invertDiff(invertDiff(whole))).toEqual(whole);
        expect(composeDiffs(whole, invertDiff(whole))).toEqual(emptyDiff());
        expect(invertDiff(composeDiffs(a!, b!))).toEqual(composeDiffs(invertDiff(b!), invertDiff(a!)));
        store.apply(invertDiff(whole));
        expect(contents(store)).toEqual(before);
        store.apply(whole);
        expect(contents(store)).toEqual(after);
      }),
      RUNS,
    );
  });
});
