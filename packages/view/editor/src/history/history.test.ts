import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  contents,
  createTestStore,
  type Note,
  note,
  RUNS,
  view,
  type Write,
  write,
  writes,
} from '../testing/notes.ts';
import { createHistory, type Mark, MOST_STEPS } from './history.ts';

function recorded() {
  const store = createTestStore();
  return { store, history: createHistory(store) };
}

describe('undo and redo', () => {
  it('go step by step, from mark to mark', () => {
    const { store, history } = recorded();
    expect([history.undo(), history.redo(), history.canUndo.value]).toEqual([false, false, false]);
    history.mark('first');
    store.put(note('a'));
    store.put(note('b'));
    history.mark('second');
    store.put(note('a', 'changed'));
    history.mark('nothing happens after it');
    expect(history.undo()).toBe(true);
    expect([...store.all()]).toEqual([note('a'), note('b')]);
    expect(history.undo()).toBe(true);
    expect([...store.all()]).toEqual([]);
    expect([history.canUndo.value, history.canRedo.value, history.undo()]).toEqual([false, true, false]);
    history.redo();
    expect(history.redo()).toBe(true);
    expect(contents(store)).toEqual(
      new Map([
        ['a', note('a', 'changed')],
        ['b', note('b')],
      ]),
    );
    expect([history.canUndo.value, history.canRedo.value]).toEqual([true, false]);
  });

  it('concern the document alone', () => {
    const { store, history } = recorded();
    store.put(view(1));
    expect(history.canUndo.value).toBe(false);
    store.transact(() => store.put(note('a'), view(2)));
    history.undo();
    expect([...store.all()]).toEqual([view(2)]);
  });

  it('end being possible: redo with the next change, both with another document', () => {
    const { store, history } = recorded();
    store.put(note('a'));
    history.undo();
    store.put(note('b'));
    expect(history.canRedo.value).toBe(false);
    expect(history.redo()).toBe(false);
    history.undo();
    history.clear();
    expect([history.undo(), history.redo()]).toEqual([false, false]);
  });

  it('are the person’s own changes to those who listen, so that they are saved', () => {
    const { store, history } = recorded();
    const sources: string[] = [];
    store.put(note('a'));
    store.listen(({ source }) => sources.push(source));
    history.undo();
    history.redo();
    expect(sources).toEqual(['user', 'user']);
  });
});

describe('what came from remote', () => {
  it('is not undone', () => {
    const { store, history } = recorded();
    store.transact(() => store.put(note('theirs')), 'remote');
    expect(history.undo()).toBe(false);
    store.put(note('mine'));
    store.transact(() => store.put(note('later')), 'remote');
    history.undo();
    expect([...contents(store).keys()]).toEqual(['theirs', 'later']);
  });

  it('stays in the other properties of a record whose change is undone and redone', () => {
    const { store, history } = recorded();
    store.transact(() => store.put(note('a', 'old', 1)), 'remote');
    store.put(note('a', 'mine', 1));
    store.transact(() => store.put(note('a', 'mine', 7)), 'remote');
    history.undo();
    expect(store.get('a')).toEqual(note('a', 'old', 7));
    store.transact(() => store.put(note('a', 'old', 8)), 'remote');
    history.redo();
    expect(store.get('a')).toEqual(note('a', 'mine', 8));
  });

  it('in the middle of a step stays, in the properties that it changed', () => {
    const { store, history } = recorded();
    store.transact(() => store.put(note('a', 'old', 1), note('b'), note('c')), 'remote');
    const mark = history.begin('gesture');
    store.put(note('a', 'first', 1));
    store.remove('b', 'c');
    store.transact(() => store.put(note('a', 'first', 7), note('b', 'theirs')), 'remote');
    history.mark('part of it');
    store.put(note('a', 'second', 7), note('b', 'mine'), note('c', 'mine'));
    history.squash(mark);
    history.undo();
    expect(contents(store)).toEqual(
      new Map([
        ['a', note('a', 'old', 7)],
        ['b', note('b', 'theirs')],
        ['c', note('c')],
      ]),
    );
    history.redo();
    expect(store.get('a')).toEqual(note('a', 'second', 7));
    history.bail(mark);
    expect(store.get('a')).toEqual(note('a', 'old', 7));
  });

  it('changes no property that it only copied', () => {
    const { store, history } = recorded();
    const theirs = (record: Note) => store.transact(() => store.put(structuredClone(record)), 'remote');
    theirs(note('a', 'old', 1, 0));
    const mark = history.begin('drag');
    store.put(note('a', 'old', 1, 5));
    theirs(note('a', 'old', 1, 5));
    store.put(note('a', 'old', 1, 9));
    history.squash(mark);
    theirs(note('a', 'theirs', 1, 9));
    history.undo();
    expect(store.get('a')).toEqual(note('a', 'theirs', 1, 0));
    theirs(note('a', 'again', 1, 0));
    history.redo();
    expect(store.get('a')).toEqual(note('a', 'again', 1, 9));
  });

  it('is not brought back when it removed what was changed: the step before is undone instead', () => {
    const { store, history } = recorded();
    history.mark('make b');
    store.put(note('b'));
    store.transact(() => store.put(note('a')), 'remote');
    history.mark('change a');
    store.put(note('a', 'mine'));
    store.transact(() => store.remove('a'), 'remote');
    expect(history.undo()).toBe(true);
    expect([...store.all()]).toEqual([]);
  });
});

describe('called by a listener', () => {
  it('undo and bail are no new steps', () => {
    const { store, history } = recorded();
    history.mark('first');
    store.put(note('a'));
    history.mark('redone later');
    store.put(note('c'));
    history.undo();
    const mark = history.begin('refused');
    const stop = store.listen(({ diff, origin }) => {
      if (origin === 'edit' && diff.added.has('b')) history.bail(mark);
    });
    store.put(note('b'));
    stop();
    expect([...contents(store).keys()]).toEqual(['a']);
    expect(history.canRedo.value).toBe(true);
    history.redo();
    expect([...contents(store).keys()]).toEqual(['a', 'c']);

    history.mark('undone at once');
    store.listen(({ diff, origin }) => {
      if (origin === 'edit' && diff.added.has('d')) history.undo();
    });
    store.put(note('d'));
    expect([...contents(store).keys()]).toEqual(['a', 'c']);
    expect(history.redo()).toBe(true);
    expect([...contents(store).keys()]).toEqual(['a', 'c', 'd']);
    while (history.undo());
    expect([...store.all()]).toEqual([]);
  });

  it('inside a transaction they throw, and lose no step', () => {
    const { store, history } = recorded();
    const mark = history.begin('mine');
    store.put(note('a'));
    for (const go of [history.undo, history.redo, () => history.bail(mark), () => history.squash(mark)]) {
      expect(() => store.transact(go)).toThrow('inside a transaction');
    }
    expect([...store.all()]).toEqual([note('a')]);
    expect(history.undo()).toBe(true);
    expect([...store.all()]).toEqual([]);
  });
});

describe('a step', () => {
  it('has nothing of what rules did to the session', () => {
    const { store, history } = recorded();
    store.put(view(1));
    store.addRule((diff) => {
      if (diff.removed.size > 0) store.update('view', 'view', (now) => ({ ...now, zoom: now.zoom + 1 }));
    });
    store.put(note('a'));
    history.undo();
    expect(store.get('view')).toEqual(view(2));
    store.put(view(9));
    history.redo();
    expect(store.get('view')).toEqual(view(9));
  });
});

describe('marks', () => {
  it('are bailed to as if nothing had begun: what could be redone can be redone', () => {
    const { store, history } = recorded();
    store.put(note('a'));
    history.mark('change');
    store.put(note('a', 'changed'));
    history.undo();
    const mark = history.begin('gesture');
    store.put(note('b'));
    history.mark('part of it');
    store.put(note('a', 'dragged'));
    expect(history.canRedo.value).toBe(false);
    expect(history.bail(mark)).toBe(true);
    expect([...store.all()]).toEqual([note('a')]);
    expect(history.redo()).toBe(true);
    expect(store.get('a')).toEqual(note('a', 'changed'));
    expect([history.bail(mark), history.squash(mark)]).toEqual([false, false]);
  });

  it('that are settled keep nothing of what could be redone before them', () => {
    const { store, history } = recorded();
    store.put(note('a'));
    history.mark('change');
    store.put(note('a', 'changed'));
    history.undo();
    const outer = history.begin('outer');
    const inner = history.begin('inner');
    store.put(note('b'));
    history.squash(inner);
    expect(history.bail(outer)).toBe(true);
    expect(history.canRedo.value).toBe(true);
    const settled = history.begin('gesture');
    store.put(note('b'));
    history.squash(settled);
    expect([history.bail(settled), history.canRedo.value]).toEqual([true, false]);
    expect([...store.all()]).toEqual([note('a')]);
  });

  it('are forgotten when there are too many', () => {
    const { store, history } = recorded();
    const first = history.begin('first');
    for (let at = 0; at < MOST_STEPS + 5; at += 1) {
      history.mark('step');
      store.put(note('a', String(at)));
    }
    expect(history.bail(first)).toBe(false);
    let undone = 0;
    while (history.undo()) undone += 1;
    expect(undone).toBe(MOST_STEPS);
    expect(store.get('a')).toEqual(note('a', '4'));
    while (history.redo());
    expect(store.get('a')).toEqual(note('a', String(MOST_STEPS + 4)));
  });

  it('squash to one step', () => {
    const { store, history } = recorded();
    store.put(note('a'));
    const mark = history.begin('gesture');
    store.put(note('a', 'first'));
    history.mark('part of it');
    store.put(note('a', 'second'), note('b'));
    expect(history.squash(mark)).toBe(true);
    history.undo();
    expect([...store.all()]).toEqual([note('a')]);
    history.redo();
    expect(store.get('a')).toEqual(note('a', 'second'));
  });

  it('divide nothing where nothing is left of what was done', () => {
    const { store, history } = recorded();
    store.put(note('a'));
    const before = store.get('a')!;
    history.mark('there and back');
    store.put(note('a', 'there'));
    store.put(before as ReturnType<typeof note>);
    history.undo();
    expect([...store.all()]).toEqual([]);
  });
});

/** One random act at the editor, by the person or from remote. */
type Act =
  | { kind: 'user' | 'remote'; writes: Write[] }
  | { kind: 'mark' | 'bail' | 'squash' | 'undo' | 'redo' };

const acts = (kinds: readonly ('user' | 'remote')[]) =>
  fc.array(
    fc.oneof(
      fc.record({ kind: fc.constantFrom(...kinds), writes }),
      fc.record({ kind: fc.constantFrom('mark', 'mark', 'bail', 'squash', 'undo', 'redo') }),
    ) as fc.Arbitrary<Act>,
    { maxLength: 25 },
  );

it('leads to the beginning by undoing and to the end by redoing, whatever was done', () => {
  fc.assert(
    fc.property(acts(['user']), (all) => {
      const { store, history } = recorded();
      const marks: { mark: Mark; state: ReturnType<typeof contents> }[] = [];
      for (const act of all) {
        const last = marks.at(-1);
        if ('writes' in act) store.transact(() => write(store, act.writes));
        else if (act.kind === 'mark') marks.push({ mark: history.begin('m'), state: contents(store) });
        else if (act.kind === 'undo') history.undo();
        else if (act.kind === 'redo') history.redo();
        else if (last !== undefined && act.kind === 'squash') history.squash(last.mark);
        else if (last !== undefined && history.bail(last.mark)) expect(contents(store)).toEqual(last.state);
      }
      while (history.redo());
      const end = contents(store);
      while (history.undo());
      expect([...store.all()]).toEqual([]);
      expect(history.canUndo.value).toBe(false);
      while (history.redo());
      expect(contents(store)).toEqual(end);
      expect(history.canRedo.value).toBe(false);
    }),
    RUNS,
  );
});

it('never touches records that came from remote and that the person did not', () => {
  fc.assert(
    fc.property(acts(['user', 'remote']), (all) => {
      const { store, history } = recorded();
      const theirs = new Map<string, unknown>();
      let at = 0;
      for (const act of all) {
        if ('writes' in act && act.kind === 'user') store.transact(() => write(store, act.writes));
        else if ('writes' in act) {
          at += 1;
          const record = note(`remote ${at}`, String(act.writes.length));
          theirs.set(record.id, record);
          store.transact(() => store.put(record), 'remote');
        } else if (act.kind === 'undo') history.undo();
        else if (act.kind === 'redo') history.redo();
        else history.mark('m');
      }
      while (history.undo());
      expect(contents(store)).toEqual(theirs);
    }),
    RUNS,
  );
});

it('gives each property back to whoever changed it last, however both changed the same records', () => {
  const id = fc.constantFrom('a', 'b');
  const both = fc.array(
    fc.oneof(
      fc.record({ kind: fc.constant('user' as const), id, x: fc.nat(3) }),
      fc.record({ kind: fc.constant('remote' as const), id, size: fc.nat(9) }),
      fc.record({
        kind: fc.constantFrom('mark' as const, 'squash' as const, 'undo' as const, 'redo' as const),
      }),
    ),
    { maxLength: 25 },
  );
  fc.assert(
    fc.property(both, (all) => {
      const { store, history } = recorded();
      store.transact(() => store.put(note('a', 'first', 0), note('b', 'first', 0)), 'remote');
      const sizes = new Map([
        ['a', 0],
        ['b', 0],
      ]);
      let mark = history.begin('m');
      for (const act of all) {
        if (act.kind === 'user') store.update('note', act.id, (now) => ({ ...now, place: { x: act.x } }));
        else if (act.kind === 'remote') {
          sizes.set(act.id, act.size);
          const copy = structuredClone(store.get(act.id)) as Note;
          store.transact(() => store.put({ ...copy, size: act.size }), 'remote');
        } else if (act.kind === 'mark') mark = history.begin('m');
        else if (act.kind === 'squash') history.squash(mark);
        else history[act.kind]();
      }
      while (history.undo());
      for (const [each, size] of sizes) expect(store.get(each)).toEqual(note(each, 'first', size));
    }),
    RUNS,
  );
});
