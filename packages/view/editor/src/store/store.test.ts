import { effect } from '@preact/signals-core';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  contents,
  createTestStore,
  idsOfDiff,
  type Note,
  note,
  pin,
  RUNS,
  type TestRecord,
  view,
  write,
  writes,
} from '../testing/notes.ts';
import { changesOf } from './diff.ts';
import type { Commit } from './store.ts';

function listening(to?: Parameters<ReturnType<typeof createTestStore>['listen']>[1]) {
  const store = createTestStore();
  const heard: Commit<TestRecord>[] = [];
  store.listen((commit) => heard.push(commit), to);
  return { store, heard };
}

describe('a transaction', () => {
  it('is told once, as one diff, with its source', () => {
    const { store, heard } = listening();
    store.transact(() => {
      store.put(note('a'), note('b'));
      store.update('note', 'a', (record) => ({ ...record, text: 'hello' }));
      store.remove('b');
    }, 'remote');
    expect(heard.map(({ diff, source }) => ({ ...idsOfDiff(diff), source }))).toEqual([
      { added: ['a'], updated: [], removed: [], source: 'remote' },
    ]);
    expect(heard[0]!.diff.added.get('a')).toEqual(note('a', 'hello'));
  });

  it('that changes nothing in the end is not told', () => {
    const { store, heard } = listening();
    store.transact(() => {
      store.put(note('a'));
      store.remove('a', 'never-there');
    });
    store.update('note', 'never-there', (record) => record);
    expect(heard).toEqual([]);
  });

  it('that throws did not happen, and an inner one that throws did not happen alone', () => {
    const { store, heard } = listening();
    const kept = note('kept');
    store.put(kept);
    const fail = () => {
      store.put(note('kept', 'changed'), note('new'));
      throw new Error('no');
    };
    expect(() => store.transact(fail)).toThrow('no');
    expect([...store.all()]).toEqual([kept]);
    store.transact(() => {
      store.put(note('kept', 'outer'));
      expect(() => store.transact(fail)).toThrow('no');
    });
    expect([...store.all()]).toEqual([note('kept', 'outer')]);
    expect(heard).toHaveLength(2);
    expect(heard[1]!.diff.updated.get('kept')).toEqual({ from: kept, to: note('kept', 'outer') });
  });

  it('of a user cannot be part of a remote one', () => {
    const store = createTestStore();
    const mix = () => store.transact(() => store.transact(() => {}, 'user'), 'remote');
    expect(mix).toThrow('A user transaction cannot be part of a remote one.');
    expect(() => store.transact(() => store.transact(() => {}), 'remote')).not.toThrow();
    const rewrite = () => store.transact(() => store.transact(() => {}, 'user', 'history'));
    expect(rewrite).toThrow('of origin history cannot be part of one of origin edit.');
  });

  it('is completed by rules, which roll back with it', () => {
    const { store, heard } = listening();
    store.addRule((diff) => {
      for (const [id] of diff.removed) {
        for (const record of [...store.all()]) {
          if (record.type === 'pin' && record.noteId === id) store.remove(record.id);
        }
      }
    });
    store.put(note('a'), pin('p', 'a'), note('b'));
    const diff = store.transact(() => store.remove('a'));
    expect(idsOfDiff(diff).removed.sort()).toEqual(['a', 'p']);
    expect(heard.at(-1)!.diff).toEqual(diff);
    store.addRule(() => {
      throw new Error('refused');
    });
    expect(() => store.remove('b')).toThrow('refused');
    expect(store.get('b')).toEqual(note('b'));
  });
});

describe('listeners', () => {
  it('hear their source and their scope only', () => {
    const { store, heard } = listening({ source: 'user', scope: 'document' });
    store.transact(() => store.put(note('a'), view(1)), 'remote');
    store.put(view(2));
    store.transact(() => store.put(note('b'), view(3)));
    expect(heard.map(({ diff }) => idsOfDiff(diff))).toEqual([{ added: ['b'], updated: [], removed: [] }]);
  });

  it('all hear commits in one order, when one of them writes too', () => {
    const store = createTestStore();
    const orders: string[][] = [[], []];
    store.listen(({ diff }) => {
      orders[0]!.push(...diff.added.keys());
      if (diff.added.has('a')) store.put(note('b'));
    });
    const stop = store.listen(({ diff }) => orders[1]!.push(...diff.added.keys()));
    store.put(note('a'));
    expect(orders).toEqual([
      ['a', 'b'],
      ['a', 'b'],
    ]);
    stop();
    store.put(note('c'));
    expect(orders[1]).toEqual(['a', 'b']);
  });

  it('hear although another one throws, and the commit stands', () => {
    const store = createTestStore();
    const heard: string[] = [];
    store.listen(() => {
      throw new Error('broken listener');
    });
    store.listen(({ diff }) => heard.push(...diff.added.keys()));
    expect(() => store.put(note('a'))).toThrow('broken listener');
    expect(heard).toEqual(['a']);
    expect(store.get('a')).toBeDefined();
    expect(() => store.put(note('b'))).toThrow('broken listener');
    expect(heard).toEqual(['a', 'b']);
  });
});

describe('signals', () => {
  it('tell of their own record alone, once for each transaction, after the listeners', () => {
    const store = createTestStore();
    store.put(note('a'), note('b'));
    const seen: string[] = [];
    store.listen(() => seen.push('listener'));
    const stop = effect(() => {
      const record = store.signalOf('a').value;
      seen.push(record?.type === 'note' ? record.text : 'none');
    });
    store.put(note('b', 'other'));
    store.transact(() => {
      store.put(note('a', 'first'));
      store.put(note('a', 'second'));
    });
    store.remove('a');
    store.put(note('a', 'back'));
    expect(seen).toEqual(['', 'listener', 'listener', 'second', 'listener', 'none', 'listener', 'back']);
    stop();
  });

  it('are true inside a transaction as well', () => {
    const store = createTestStore();
    const ids = store.idsOf('note');
    store.transact(() => {
      store.put(note('a'));
      expect(store.signalOf('a').value).toEqual(note('a'));
      expect([...ids.value]).toEqual(['a']);
      expect(store.get('a')).toEqual(note('a'));
    });
  });

  it('of queries change with who belongs to them only', () => {
    const store = createTestStore();
    store.put(note('a', 'x', 5), note('b', 'x', 1), pin('p', 'a'));
    const large = store.query((record) => record.type === 'note' && record.size > 3);
    const first = large.ids.value;
    expect([...first]).toEqual(['a']);
    store.put(note('a', 'renamed', 6), note('c', 'x', 2));
    expect(large.ids.value).toBe(first);
    store.put(note('b', 'x', 7), note('a', 'x', 1));
    expect([...large.ids.value]).toEqual(['b']);
    expect([...first]).toEqual(['a']);
    large.stop();
    store.put(note('d', 'x', 9));
    expect([...large.ids.value]).toEqual(['b']);
    expect([...store.idsOf('pin').value]).toEqual(['p']);
  });
});

describe('what is put from remote', () => {
  it('is no change where it is a copy of what is there', () => {
    const { store, heard } = listening();
    store.put(note('a', 'mine', 1, 5));
    const mine = store.get('a') as Note;
    store.transact(() => store.put(structuredClone(mine)), 'remote');
    expect(heard).toHaveLength(1);
    store.transact(() => store.put({ ...structuredClone(mine), text: 'theirs' }), 'remote');
    expect(heard[1]!.diff.updated.get('a')).toEqual({ from: mine, to: note('a', 'theirs', 1, 5) });
    const theirs = store.get('a') as Note;
    expect(theirs.place).toBe(mine.place);
    expect(Object.isFrozen(theirs)).toBe(true);
  });
});

describe('records', () => {
  it('are frozen, keep id and type, and are replaced whole', () => {
    const store = createTestStore();
    store.put(note('a'));
    const record = store.get('a') as { text: string };
    expect(() => {
      record.text = 'changed in place';
    }).toThrow(TypeError);
    expect(() => store.put(pin('a', 'a'))).toThrow('cannot become a pin');
    expect(() => store.update('pin', 'a', (each) => each)).toThrow('not a pin');
    expect(() => store.update('note', 'a', (each) => ({ ...each, id: 'b' }))).toThrow('cannot get the id b');
  });

  it('of a scope are its snapshot', () => {
    const store = createTestStore();
    store.put(note('a'), pin('p', 'a'), view(2));
    expect(store.snapshot('document')).toEqual([note('a'), pin('p', 'a')]);
    expect(store.snapshot('session')).toEqual([view(2)]);
    expect(store.snapshot('presence')).toEqual([]);
  });
});

it('a mirror that applies each diff holds the same records, whatever is written and rolled back', () => {
  const steps = fc.array(fc.tuple(writes, writes, fc.boolean(), fc.boolean()), { maxLength: 8 });
  fc.assert(
    fc.property(steps, (all) => {
      const store = createTestStore();
      const mirror = new Map<string, TestRecord>();
      const query = store.query((record) => record.type === 'note' && record.size > 1);
      store.listen(({ diff }) => {
        for (const [id, { before, after }] of changesOf(diff)) {
          expect(mirror.get(id)).toEqual(before);
          if (after === undefined) mirror.delete(id);
          else mirror.set(id, after);
        }
      });
      for (const [outer, inner, outerFails, innerFails] of all) {
        const past = contents(store);
        const run = () =>
          store.transact(() => {
            write(store, outer);
            const between = contents(store);
            try {
              store.transact(() => {
                write(store, inner);
                if (innerFails) throw new Error('inner');
              });
            } catch {
              expect(contents(store)).toEqual(between);
            }
            if (outerFails) throw new Error('outer');
          });
        if (outerFails) {
          expect(run).toThrow('outer');
          expect(contents(store)).toEqual(past);
        } else run();
        expect(mirror).toEqual(contents(store));
        const large = [...store.all()].filter((record) => record.type === 'note' && record.size > 1);
        expect([...query.ids.value].sort()).toEqual(large.map(({ id }) => id).sort());
      }
    }),
    RUNS,
  );
});
