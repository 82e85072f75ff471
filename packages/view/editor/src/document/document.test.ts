import { describe, expect, it } from 'vitest';
import { createHistory } from '../history/history.ts';
import { box, region } from '../testing/driver.ts';
import { createEditorStore, regionsOf, regionView, relationsOf, setRegionView } from './document.ts';
import type { RelationRecord } from './records.ts';
import { createRegionGroups } from './region-groups.ts';
import { select, selectAll, selectedIds, selectedRegions, toggleSelected, withGroups } from './selection.ts';

const relation = (id: string, from: string, to: string): RelationRecord => ({
  id,
  type: 'relation',
  from,
  to,
  labelId: null,
});

function withRegions() {
  const store = createEditorStore();
  const history = createHistory(store);
  store.transact(
    () =>
      store.put(
        region('a', box(0, 0, 10, 10), { order: 2 }),
        region('b', box(5, 5, 10, 10), { order: 1, groupId: 'g' }),
        region('c', box(20, 20, 5, 5), { order: 3, groupId: 'g' }),
        region('class', { kind: 'image-class', version: 1 }, { order: 4 }),
        relation('ab', 'a', 'b'),
        relation('bc', 'b', 'c'),
      ),
    'remote',
  );
  return { store, history };
}

describe('a region that is removed', () => {
  it('takes its relations with it, leaves the selection, and comes back with them by undo', () => {
    const { store, history } = withRegions();
    select(store, ['a', 'c']);
    const heard: string[][] = [];
    store.listen(({ diff }) => heard.push([...diff.removed.keys()]), { scope: 'document' });
    history.mark('delete');
    store.remove('a');
    expect(heard).toEqual([['a', 'ab']]);
    expect([...selectedIds(store)]).toEqual(['c']);
    history.undo();
    expect(
      relationsOf(store)
        .map(({ id }) => id)
        .sort(),
    ).toEqual(['ab', 'bc']);
  });

  it('by somebody else leaves the selection, and undo brings back no relation without its ends', () => {
    const { store, history } = withRegions();
    select(store, ['a', 'b']);
    history.mark('unrelate');
    store.remove('ab');
    store.transact(() => store.remove('a'), 'remote');
    expect([...selectedIds(store)]).toEqual(['b']);
    expect(history.undo()).toBe(false);
    expect(relationsOf(store).map(({ id }) => id)).toEqual(['bc']);
  });

  it('by somebody else leaves the relations to them', () => {
    const { store } = withRegions();
    const heard: [string, string[]][] = [];
    store.listen(({ diff, source }) => heard.push([source, [...diff.removed.keys()]]), { scope: 'document' });
    store.transact(() => store.remove('a'), 'remote');
    expect(heard).toEqual([['remote', ['a']]]);
    expect(relationsOf(store).map(({ id }) => id)).toEqual(['bc']);
    store.remove('b');
    expect(heard[1]).toEqual(['user', ['b', 'ab', 'bc']]);
  });
});

describe('a relation from remote', () => {
  it('that comes before its regions counts when they are there', () => {
    const { store } = withRegions();
    store.transact(() => store.put(relation('early', 'b', 'late')), 'remote');
    expect(relationsOf(store).map(({ id }) => id)).not.toContain('early');
    store.put(region('other', box(0, 0, 5, 5)), relation('nowhere', 'b', 'gone'));
    expect(store.get('nowhere')).toBeUndefined();
    store.transact(() => store.put(region('late', box(0, 0, 5, 5))), 'remote');
    expect(relationsOf(store).map(({ id }) => id)).toContain('early');
  });

  it('leads two editors to one document, whichever of region and relation comes first', () => {
    const records = [region('x', box(0, 0, 5, 5)), region('y', box(0, 0, 5, 5)), relation('xy', 'x', 'y')];
    const documents = [records, records.toReversed()].map((all) => {
      const store = createEditorStore();
      for (const each of all) store.transact(() => store.put(structuredClone(each)), 'remote');
      return new Map(store.snapshot('document').map((each) => [each.id, each]));
    });
    expect(documents[0]).toEqual(documents[1]);
    expect(documents[0]!.size).toBe(3);
  });
});

describe('regions', () => {
  it('lie in their order, whichever was added first', () => {
    const { store } = withRegions();
    expect(regionsOf(store).map(({ id }) => id)).toEqual(['b', 'a', 'c', 'class']);
    select(store, ['c', 'b']);
    expect(selectedRegions(store).map(({ id }) => id)).toEqual(['b', 'c']);
  });

  it('are shown and free until somebody says otherwise; how they are seen is not saved', () => {
    const { store, history } = withRegions();
    select(store, ['a', 'b']);
    setRegionView(store, ['a'], { hidden: true });
    setRegionView(store, ['a', 'b'], { locked: true });
    expect(regionView(store, 'a')).toMatchObject({ hidden: true, locked: true });
    expect(regionView(store, 'b')).toMatchObject({ hidden: false, locked: true });
    expect([...selectedIds(store)]).toEqual(['b']);
    setRegionView(store, ['a', 'b'], { hidden: false, locked: false });
    expect(store.snapshot('session').filter(({ type }) => type === 'region-view')).toEqual([]);
    expect(history.canUndo.value).toBe(false);
    setRegionView(store, ['a'], { locked: true });
    store.remove('a');
    expect(store.snapshot('session').filter(({ type }) => type === 'region-view')).toEqual([]);
  });
});

describe('the selection', () => {
  it('holds regions only, and is the same set while it does not change', () => {
    const { store } = withRegions();
    select(store, ['a', 'ab', 'nothing']);
    const before = selectedIds(store);
    expect([...before]).toEqual(['a']);
    select(store, ['a']);
    expect(selectedIds(store)).toBe(before);
  });

  it('stays what it is when the history is gone through, without what is gone', () => {
    const { store, history } = withRegions();
    const made = region('made', box(30, 30, 5, 5));
    history.mark('draw');
    store.put(made);
    select(store, ['made']);
    history.undo();
    select(store, ['a']);
    history.redo();
    expect([...selectedIds(store)]).toEqual(['a']);
    store.put({ id: 'selection', type: 'selection', regionIds: new Set(['a', 'gone']) });
    expect([...selectedIds(store)]).toEqual(['a']);
  });

  it('is toggled as a whole', () => {
    const { store } = withRegions();
    toggleSelected(store, ['a', 'b']);
    toggleSelected(store, ['b', 'c']);
    expect([...selectedIds(store)].sort()).toEqual(['a', 'b', 'c']);
    toggleSelected(store, ['b', 'c']);
    expect([...selectedIds(store)]).toEqual(['a']);
  });

  it('of all leaves out what is hidden or has no place; a group goes together', () => {
    const { store } = withRegions();
    const groups = createRegionGroups(store);
    setRegionView(store, ['b'], { hidden: true });
    selectAll(store);
    expect([...selectedIds(store)].sort()).toEqual(['a', 'c']);
    const together = (at: number) => [...withGroups({ store, groups }, [regionsOf(store)[at]!])].sort();
    expect(together(2)).toEqual(['c']);
    setRegionView(store, ['b'], { hidden: false });
    expect(together(2)).toEqual(['b', 'c']);
    expect(together(1)).toEqual(['a']);
  });
});
