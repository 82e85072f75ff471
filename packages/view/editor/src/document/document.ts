import type { RecordsDiff } from '../store/diff.ts';
import type { CarryValue, EditorRecord, PartlyCarried, Scope } from '../store/record.ts';
import { createStore, type Store } from '../store/store.ts';
import { carryLabel } from './carry-label.ts';
import { markFixed } from './proposals.ts';
import {
  EDITOR_SCOPES,
  type EditorRecords,
  type RegionRecord,
  type RegionViewRecord,
  type RelationRecord,
} from './records.ts';
import { byHeight } from './region-order.ts';

export type EditorStore = Store<EditorRecords>;

/** What records of other types live for. */
export type AddedScopes = Readonly<Record<string, Scope>>;

/** The store of an editor for whoever added records of another type to it. */
export const storeWith = <R extends EditorRecord>(store: EditorStore): Store<EditorRecords | R> =>
  store as unknown as Store<EditorRecords | R>;

/** What undo and redo carry over piece by piece. */
const PARTLY_CARRIED: PartlyCarried<EditorRecords> = {
  region: { label: carryLabel as CarryValue },
};

/**
 * The store of one image's regions and of how they are seen. A proposal that the person changes is marked as put right.
 * Whatever removes a region, in the same transaction it
 * leaves the selection. When the person at this editor removes it, its relations go too. What comes from remote stays as
 * it is there, or two editors would come to hold different documents: a relation may come before its regions, and is
 * none of `relationsOf` until they are there.
 *
 * @param added types of records that others hold in it, with what they live for
 */
export function createEditorStore(added: AddedScopes = {}): EditorStore {
  const store = createStore<EditorRecords>({ ...added, ...EDITOR_SCOPES }, PARTLY_CARRIED);
  store.addRule((diff) => cleanSession(store, diff));
  store.addRule((diff, source) => {
    if (source !== 'user') return;
    removeDangling(store, diff);
    markFixed(store, diff);
  });
  store.put(
    { id: 'camera', type: 'camera', x: 0, y: 0, zoom: 1 },
    { id: 'selection', type: 'selection', regionIds: new Set() },
    { id: 'pen', type: 'pen', label: null, radius: 10, tolerance: 24 },
  );
  return store;
}

/** Regions that are gone leave the selection, whoever wrote it, and nobody sees them in any way. */
function cleanSession(store: EditorStore, diff: RecordsDiff<EditorRecords>): void {
  const gone = [...diff.removed.values()].flatMap(({ id, type }) => (type === 'region' ? [id] : []));
  store.remove(...gone.map(regionViewId));
  if (gone.length > 0 || diff.updated.has('selection')) {
    dropFromSelection(store, (id) => regionOf(store, id) === undefined);
  }
}

/** Removes relations whose regions were removed, and those that came back by undo after a region of theirs went. */
function removeDangling(store: EditorStore, diff: RecordsDiff<EditorRecords>): void {
  const isRemoved = [...diff.removed.values()].some(({ type }) => type === 'region');
  const isConcerned = ({ id, from, to }: RelationRecord) =>
    diff.added.has(id) || diff.removed.has(from) || diff.removed.has(to);
  if (!isRemoved && ![...diff.added.values()].some(({ type }) => type === 'relation')) return;
  const dangling = allRelations(store).filter((each) => isConcerned(each) && !hasEnds(store, each));
  store.remove(...dangling.map(({ id }) => id));
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
  return regions.sort(byHeight);
}

const allRelations = (store: EditorStore): RelationRecord[] =>
  [...store.idsOf('relation').peek()].map((id) => store.get(id) as RelationRecord);

const hasEnds = (store: EditorStore, { from, to }: RelationRecord): boolean =>
  regionOf(store, from) !== undefined && regionOf(store, to) !== undefined;

/** The relations of which both regions are there. */
export const relationsOf = (store: EditorStore): RelationRecord[] =>
  allRelations(store).filter((relation) => hasEnds(store, relation));

const regionViewId = (regionId: string) => `region-view ${regionId}`;

/** How a region is seen: shown and free unless somebody said otherwise. */
export function regionView(store: EditorStore, regionId: string): { hidden: boolean; locked: boolean } {
  const { hidden, locked, isAbsent } = ownView(store, regionId);
  return isAbsent === true ? { hidden: true, locked: true } : { hidden, locked };
}

/** The same, as the person said it, wherever the region is. */
export function ownView(
  store: EditorStore,
  regionId: string,
): Pick<RegionViewRecord, 'hidden' | 'locked' | 'isAbsent'> {
  const view = store.get(regionViewId(regionId));
  return view?.type === 'region-view' ? view : { hidden: false, locked: false };
}

/** Says whether a region is in the frame that is shown. */
export function setAbsent(store: EditorStore, regionId: string, isAbsent: boolean): void {
  const own = ownView(store, regionId);
  if ((own.isAbsent === true) !== isAbsent) putView(store, regionId, own, isAbsent);
}

function putView(
  store: EditorStore,
  regionId: string,
  { hidden, locked }: { readonly hidden: boolean; readonly locked: boolean },
  isAbsent: boolean,
): void {
  const id = regionViewId(regionId);
  if (!hidden && !locked && !isAbsent) store.remove(id);
  else store.put({ id, type: 'region-view', regionId, hidden, locked, ...(isAbsent ? { isAbsent } : {}) });
}

/** Hides, shows, locks or frees regions for the person at this editor. Hidden regions leave the selection. */
export function setRegionView(
  store: EditorStore,
  regionIds: readonly string[],
  view: { readonly hidden?: boolean; readonly locked?: boolean },
): void {
  store.transact(() => {
    for (const regionId of regionIds) {
      const own = ownView(store, regionId);
      putView(store, regionId, { ...own, ...view }, own.isAbsent === true);
    }
    if (view.hidden === true) {
      const gone = new Set(regionIds);
      dropFromSelection(store, (id) => gone.has(id));
    }
  });
}
