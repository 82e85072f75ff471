import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { EDITOR_PARTLY_CARRIED } from '../document/document.ts';
import type { EditorRecords } from '../document/records.ts';
import { createHistory } from '../history/history.ts';
import { createStore } from '../store/store.ts';
import { box, region } from '../testing/driver.ts';
import { contents, type Note, note, RUNS } from '../testing/notes.ts';
import { createPendingLog, type PendingLog, type Unsaved } from './pending-log.ts';

/** One person's editor, with a log that follows what is done there. */
function client() {
  const store = createStore<Note>({ note: 'document' });
  const history = createHistory(store);
  const log = createPendingLog<Note>();
  store.listen(({ diff }) => log.edit(diff), { source: 'user' });
  const receive = (id: string, theirs: Note | undefined) => {
    const { record, conflicts } = log.receive(id, structuredClone(theirs));
    store.transact(() => (record === undefined ? store.remove(id) : store.put(record)), 'remote');
    return conflicts;
  };
  return { store, history, log, receive };
}

/** A client whose server holds these records. */
function opened(...notes: readonly Note[]) {
  const made = client();
  for (const each of notes) made.receive(each.id, each);
  return made;
}

const edit = ({ store }: ReturnType<typeof client>, id: string, change: Partial<Note>) =>
  store.update('note', id, (now) => ({ ...now, ...change }));

describe('what is sent', () => {
  it('is what differs from the server, property by property', () => {
    const mine = opened(note('a', 'old', 1), note('b'), note('c'));
    edit(mine, 'a', { text: 'new' });
    edit(mine, 'a', { size: 5, colour: 'red' });
    edit(mine, 'a', { size: 1 });
    mine.store.remove('b');
    mine.store.put(note('d'));
    mine.store.put(note('gone again'));
    mine.store.remove('gone again');
    expect(mine.log.send()).toEqual([
      {
        kind: 'update',
        id: 'a',
        values: { text: { base: 'old', mine: 'new' }, colour: { base: undefined, mine: 'red' } },
      },
      { kind: 'remove', id: 'b' },
      { kind: 'add', id: 'd', record: note('d') },
    ]);
    expect(mine.receive('a', { ...note('a', 'new', 1), colour: 'red' })).toEqual([]);
    expect(mine.receive('b', undefined)).toEqual([]);
    expect(mine.receive('d', note('d'))).toEqual([]);
    mine.log.acknowledge();
    expect(mine.log.isEmpty()).toBe(true);
  });

  it('is never claimed of others: mine, theirs, mine again', () => {
    const mine = opened(note('a', 'old', 1));
    edit(mine, 'a', { text: 'mine' });
    expect(mine.receive('a', note('a', 'old', 7))).toEqual([]);
    expect(mine.store.get('a')).toEqual(note('a', 'mine', 7));
    edit(mine, 'a', { text: 'again' });
    expect(mine.log.send()).toEqual([
      { kind: 'update', id: 'a', values: { text: { base: 'old', mine: 'again' } } },
    ]);
  });

  it('is nothing where undo came before it, and is taken back where it came after', () => {
    const mine = opened(note('a', 'old', 1));
    edit(mine, 'a', { text: 'new' });
    mine.history.undo();
    expect(mine.log.isEmpty()).toBe(true);
    mine.history.redo();
    mine.log.send();
    mine.history.undo();
    expect(mine.receive('a', note('a', 'new', 1))).toEqual([]);
    expect(mine.store.get('a')).toEqual(note('a', 'old', 1));
    mine.log.acknowledge();
    expect(mine.log.send()).toEqual([
      { kind: 'update', id: 'a', values: { text: { base: 'new', mine: 'old' } } },
    ]);
  });

  it('comes back below what was changed since', () => {
    const mine = opened(note('a', 'old', 1, 0));
    edit(mine, 'a', { place: { x: 1 } });
    const sent = mine.log.send();
    edit(mine, 'a', { place: { x: 2 } });
    expect(mine.log.send()).toBe(sent);
    expect(mine.receive('a', note('a', 'old', 1, 1))).toEqual([]);
    mine.log.acknowledge();
    expect(mine.store.get('a')).toEqual(note('a', 'old', 1, 2));
    mine.store.put(note('b', 'first'));
    mine.log.send();
    edit(mine, 'b', { text: 'second' });
    expect(mine.receive('b', note('b', 'first'))).toEqual([]);
    expect(mine.store.get('b')).toEqual(note('b', 'second'));
  });

  it('is what came back by undo while its removal was under way, and what went while it was added', () => {
    const mine = opened(note('a'));
    mine.store.remove('a');
    mine.store.put(note('b'));
    mine.log.send();
    mine.history.undo();
    mine.store.put(note('a', 'back'));
    expect(mine.receive('a', note('a', 'theirs'))).toEqual([]);
    expect(mine.receive('a', undefined)).toEqual([]);
    expect(mine.receive('b', undefined)).toEqual([]);
    mine.receive('b', note('b'));
    mine.log.acknowledge();
    expect([...mine.store.all()]).toEqual([note('a', 'back')]);
    expect(mine.log.send()).toEqual([
      { kind: 'add', id: 'a', record: note('a', 'back') },
      { kind: 'remove', id: 'b' },
    ]);
  });

  it('is there when it is acknowledged, told or not', () => {
    const mine = opened(note('a', 'old'), note('b'));
    edit(mine, 'a', { text: 'new' });
    mine.store.put(note('c'));
    mine.store.remove('b');
    mine.log.send();
    edit(mine, 'c', { text: 'later' });
    mine.log.acknowledge();
    expect(mine.log.send()).toEqual([
      { kind: 'update', id: 'c', values: { text: { base: '', mine: 'later' } } },
    ]);
  });
});

describe('a conflict', () => {
  it('is the same property changed here and there, and mine stays until it is decided', () => {
    const mine = opened(note('a', 'old', 1));
    edit(mine, 'a', { text: 'mine', size: 2 });
    expect(mine.receive('a', note('a', 'theirs', 2))).toEqual([
      { kind: 'value', id: 'a', property: 'text', base: 'old', theirs: 'theirs', mine: 'mine' },
    ]);
    expect(mine.store.get('a')).toEqual(note('a', 'mine', 2));
    expect(mine.receive('a', note('a', 'theirs', 2))).toEqual([]);
  });

  it('is a removal against a change, on either side', () => {
    const mine = opened(note('a'), note('b'));
    edit(mine, 'a', { text: 'mine' });
    expect(mine.receive('a', undefined)).toEqual([
      { kind: 'removed-there', id: 'a', mine: { text: 'mine' } },
    ]);
    expect(mine.store.get('a')).toBeUndefined();
    mine.store.remove('b');
    expect(mine.receive('b', note('b', 'theirs'))).toMatchObject([{ kind: 'removed-here', id: 'b' }]);
    expect(mine.store.get('b')).toBeUndefined();
    expect(mine.receive('b', undefined)).toEqual([]);
  });

  describe('of labels', () => {
    const label = (labelId: string, attributes: Record<string, string> = {}) => ({ labelId, attributes });
    const labelled = (chosen: ReturnType<typeof label>) => region('a', box(0, 0, 10, 10), { label: chosen });
    const conflictsOf = (
      base: ReturnType<typeof label>,
      mine: ReturnType<typeof label>,
      theirs: ReturnType<typeof label>,
    ) => {
      const log = createPendingLog<EditorRecords>(EDITOR_PARTLY_CARRIED);
      const updated = new Map([['a', { from: labelled(base), to: labelled(mine) }]]);
      log.edit({ added: new Map(), updated, removed: new Map() });
      const { record, conflicts } = log.receive('a', labelled(theirs));
      return {
        label: record?.type === 'region' ? record.label : undefined,
        conflicts,
        isEmpty: log.isEmpty(),
      };
    };

    it('is an attribute of a label that is no longer chosen there', () => {
      const [base, mine, theirs] = [label('car'), label('car', { colour: 'red' }), label('van')];
      expect(conflictsOf(base, mine, theirs)).toEqual({
        label: theirs,
        conflicts: [{ kind: 'value', id: 'a', property: 'label', base, theirs, mine }],
        isEmpty: true,
      });
    });

    it('is an attribute there of a label that is no longer chosen here', () => {
      const [base, mine, theirs] = [label('car'), label('van'), label('car', { colour: 'red' })];
      expect(conflictsOf(base, mine, theirs)).toMatchObject({
        label: mine,
        conflicts: [{ property: 'label', theirs, mine }],
      });
    });

    it('is none where both changed other attributes, or the same one alike', () => {
      const base = label('car', { doors: 'two' });
      const mine = label('car', { doors: 'four' });
      const other = label('car', { doors: 'two', colour: 'red' });
      const both = label('car', { doors: 'four', colour: 'red' });
      expect(conflictsOf(base, mine, other)).toMatchObject({ label: both, conflicts: [] });
      expect(conflictsOf(base, mine, both)).toEqual({ label: both, conflicts: [], isEmpty: true });
    });
  });

  it('is none where both can be done', () => {
    const merge = (from: unknown, to: unknown, now: unknown) => Number(now) + Number(to) - Number(from);
    const log: PendingLog<Note> = createPendingLog<Note>({ note: { size: merge } });
    const [before, after] = [note('a', '', 1), note('a', '', 3)];
    log.edit({
      added: new Map(),
      updated: new Map([['a', { from: before, to: after }]]),
      removed: new Map(),
    });
    expect(log.receive('a', note('a', '', 11))).toEqual({
      record: note('a', '', 13),
      conflicts: [],
    });
  });
});

describe('while a gesture is under way', () => {
  it('the history is not settled, and what it did so far lies on top of what comes', () => {
    const mine = opened(note('a', 'old', 1, 0));
    const mark = mine.history.begin('drag');
    expect(mine.history.isSettled.value).toBe(false);
    edit(mine, 'a', { place: { x: 5 } });
    mine.receive('a', note('a', 'theirs', 1, 0));
    expect(mine.store.get('a')).toEqual(note('a', 'theirs', 1, 5));
    mine.history.bail(mark);
    expect(mine.history.isSettled.value).toBe(true);
    expect(mine.store.get('a')).toEqual(note('a', 'theirs', 1, 0));
    expect(mine.log.isEmpty()).toBe(true);
  });
});

/** What the server tells: a record, or that it has what was sent. */
type Told = 'saved' | { readonly id: string; readonly record: Note | undefined };

/** Does at the server what was sent, and tells what each record then is. */
function serve(records: Map<string, Note>, unsaved: readonly Unsaved<Note>[]) {
  return unsaved.map((each) => {
    const now = records.get(each.id);
    if (each.kind === 'add') records.set(each.id, each.record);
    else if (each.kind === 'remove') records.delete(each.id);
    else if (now !== undefined) {
      const mine = Object.entries(each.values).map(([property, value]) => [property, value.mine]);
      records.set(each.id, { ...now, ...Object.fromEntries(mine) });
    }
    return { id: each.id, record: records.get(each.id) };
  });
}

const id = fc.constantFrom('a', 'b');
const who = fc.constantFrom(0, 1);
const deed = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({ kind: fc.constant('edit' as const), who, id, x: fc.nat(3), size: fc.nat(2) }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('put' as const), who, id, x: fc.nat(3) }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('remove' as const), who, id }) },
  {
    weight: 5,
    arbitrary: fc.record({ kind: fc.constantFrom('send', 'serve', 'receive', 'undo', 'redo'), who }),
  },
);

it('leads all to what the server has, however what they do and what is under way fall together', () => {
  fc.assert(
    fc.property(fc.array(deed, { maxLength: 40 }), (deeds) => {
      const server = new Map([['a', note('a')]]);
      const clients = [opened(note('a')), opened(note('a'))];
      const up: (readonly Unsaved<Note>[])[][] = [[], []];
      const down: Told[][] = [[], []];
      const waiting = [false, false];
      const send = (at: number) => {
        if (waiting[at]) return;
        waiting[at] = true;
        up[at]!.push(structuredClone(clients[at]!.log.send()));
      };
      const take = (at: number) => {
        const unsaved = up[at]!.shift();
        if (unsaved === undefined) return;
        const told = serve(server, unsaved);
        for (const queue of down) queue.push(...told);
        down[at]!.push('saved');
      };
      const hear = (at: number) => {
        const next = down[at]!.shift();
        if (next === 'saved') {
          waiting[at] = false;
          clients[at]!.log.acknowledge();
        } else if (next !== undefined) clients[at]!.receive(next.id, next.record);
      };
      for (const each of deeds) {
        const { store, history } = clients[each.who]!;
        if ('size' in each) edit(clients[each.who]!, each.id, { place: { x: each.x }, size: each.size });
        else if ('x' in each) store.put(note(each.id, 'put', 1, each.x));
        else if ('id' in each) store.remove(each.id);
        else if (each.kind === 'send') send(each.who);
        else if (each.kind === 'serve') take(each.who);
        else if (each.kind === 'receive') hear(each.who);
        else if (each.kind === 'undo') history.undo();
        else history.redo();
      }
      for (let round = 0; round < 10; round += 1) {
        for (const at of [0, 1]) {
          send(at);
          while (up[at]!.length > 0) take(at);
        }
        for (const at of [0, 1]) while (down[at]!.length > 0) hear(at);
      }
      for (const { store, log } of clients) {
        expect(log.isEmpty()).toBe(true);
        expect(contents(store as never)).toEqual(server);
      }
    }),
    RUNS,
  );
});

it('changes nothing here, and reports nothing, where nobody else does anything', () => {
  fc.assert(
    fc.property(fc.array(deed, { maxLength: 40 }), (deeds) => {
      const server = new Map([['a', note('a')]]);
      const mine = opened(note('a'));
      const up: (readonly Unsaved<Note>[])[] = [];
      const down: Told[] = [];
      let waiting = false;
      const send = () => {
        if (!waiting) up.push(structuredClone(mine.log.send()));
        waiting = true;
      };
      const take = () => {
        const unsaved = up.shift();
        if (unsaved !== undefined) down.push(...serve(server, unsaved), 'saved');
      };
      const hear = () => {
        const next = down.shift();
        if (next === undefined) return;
        if (next === 'saved') {
          waiting = false;
          return mine.log.acknowledge();
        }
        const before = contents(mine.store as never);
        expect(mine.receive(next.id, next.record)).toEqual([]);
        expect(contents(mine.store as never)).toEqual(before);
      };
      for (const each of deeds) {
        if ('size' in each) edit(mine, each.id, { place: { x: each.x }, size: each.size });
        else if ('x' in each) mine.store.put(note(each.id, 'put', 1, each.x));
        else if ('id' in each) mine.store.remove(each.id);
        else if (each.kind === 'send') send();
        else if (each.kind === 'serve') take();
        else if (each.kind === 'receive') hear();
        else mine.history[each.kind]();
      }
      for (let round = 0; round < 2; round += 1) {
        send();
        take();
        while (down.length > 0) hear();
      }
      expect(contents(mine.store as never)).toEqual(server);
      expect(mine.log.isEmpty()).toBe(true);
    }),
    RUNS,
  );
});
