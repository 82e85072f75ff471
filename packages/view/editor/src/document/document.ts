import type { RecordsDiff } from '../store/diff.ts';
import type { CarryValue } from '../store/record.ts';
import { createStore, type Store } from '../store/store.ts';
import { carryLabel } from './carry-label.ts';
import { EDITOR_SCOPES, type EditorRecords, type RegionRecord, type RelationRecord } from './records.ts';

export type EditorStore = Store<EditorRecords>;

/**
 * The store of one image's regions and of how they are seen. Whatever removes a region, in the same transaction its
 * relations go too, and it leaves the selection; so no listener ever sees a relation that leads nowhere, and a document
 * is put in one transaction, its relations with its regions.
 */
export function createEditorStore(): EditorStore {
  const store = createStore<EditorRecords>(EDITOR_SCOPES, {
    region: { label: carryLabel as CarryValue },
  });
  store.addRule((diff) => removeDangling(store, diff));
  store.put(
    { id: 'camera', type: 'camera', x: 0, y: 0, zoom: 1 },
    { id: 'selection', type: 'selection', regionIds: new Set() },
    { id: 'pen', type: 'pen', label: null, radius: 10 },
  );
  return store;
}

function removeDangling(store: EditorStore, diff: RecordsDiff<EditorRecords>): void {
  const isGone = (id: string) => diff.removed.get(id)?.type === 'region';
  if (diff.updated.has('selection')) dropFromSelection(store, (id) => regionOf(store, id) === undefined);
  if ([...diff.removed.values()].some(({ type }) => type === 'region')) {
    const dangling = relationsOf(store).filter(({ from, to }) => isGone(from) || isGone(to));
    store.remove(...dangling.map(({ id }) => id), ...[...diff.removed.keys()].map(regionViewId));
    dropFromSelection(store, isGone);
  }
  // A relation may come from remote, or back by undo, after its region went.
  for (const { type, id } of diff.added.values()) {
    if (type !== 'relation') continue;
    const relation = store.get(id);
    if (relation?.type !== 'relation') continue;
    if (regionOf(store, relation.from) === undefined || regionOf(store, relation.to) === undefined) {
      store.remove(id);
    }
  }
}

function dropFromSelection(store: EditorStore, isGone: (id: string) => boolean): void {
  store.update('selection', 'selection', (selection) =>
    [...selection.regionIds].some(isGone)
      ? { ...selection, regionIds: new Set([...selection.regionIds].filter((id) => !isGone(id))) }
      : selection,
  );
}

/** A region; undefined for an id that is not one's. */
export function regionOf(store: EditorStore, id: string): RegionRecord | undefined {
  const record = store.get(id);
  return record?.type === 'region' ? record : undefined;
}

/** All regions, from the lowest to the highest. */
export function regionsOf(store: EditorStore): RegionRecord[] {
  const regions: RegionRecord[] = [];
  for (const id of store.idsOf('region').peek()) regions.push(store.get(id) as RegionRecord);
  return regions.sort((a, b) => a.order - b.order);
}

export function relationsOf(store: EditorStore): RelationRecord[] {
  return [...store.idsOf('relation').peek()].map((id) => store.get(id) as RelationRecord);
}

const regionViewId = (regionId: string) => `region-view ${regionId}`;

/** How a region is seen: shown and free unless somebody said otherwise. */
export function regionView(store: EditorStore, regionId: string): { hidden: boolean; locked: boolean } {
  const view = store.get(regionViewId(regionId));
  return view?.type === 'region-view' ? view : { hidden: false, locked: false };
}

/** Hides, shows, locks or frees regions for the person at this editor. Hidden regions leave the selection. */
export function setRegionView(
  store: EditorStore,
  regionIds: readonly string[],
  view: { readonly hidden?: boolean; readonly locked?: boolean },
): void {
  store.transact(() => {
    for (const regionId of regionIds) {
      const id = regionViewId(regionId);
      const { hidden, locked } = { ...regionView(store, regionId), ...view };
      if (hidden || locked) store.put({ id, type: 'region-view', regionId, hidden, locked });
      else store.remove(id);
    }
    if (view.hidden === true) {
      const gone = new Set(regionIds);
      dropFromSelection(store, (id) => gone.has(id));
    }
  });
}
