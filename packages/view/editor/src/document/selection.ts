import { type EditorStore, regionOf, regionsOf, regionView } from './document.ts';
import type { RegionRecord } from './records.ts';
import type { RegionGroups } from './region-groups.ts';
import { byHeight } from './region-order.ts';

/** Ids of the regions that are selected. */
export function selectedIds(store: EditorStore): ReadonlySet<string> {
  const record = store.get('selection');
  return record?.type === 'selection' ? record.regionIds : new Set();
}

/** The regions that are selected, from the lowest to the highest. */
export function selectedRegions(store: EditorStore): RegionRecord[] {
  return [...selectedIds(store)].flatMap((id) => regionOf(store, id) ?? []).sort(byHeight);
}

/** The regions that are selected and may be changed. */
export function changeableRegions(store: EditorStore): RegionRecord[] {
  return selectedRegions(store).filter(({ id }) => !regionView(store, id).locked);
}

/** Selects these regions and no others; ids of none are left out. */
export function select(store: EditorStore, ids: Iterable<string>): void {
  const next = new Set([...ids].filter((id) => regionOf(store, id) !== undefined));
  const now = selectedIds(store);
  if (next.size === now.size && [...next].every((id) => now.has(id))) return;
  store.update('selection', 'selection', (selection) => ({ ...selection, regionIds: next }));
}

/** Adds regions to the selection, or takes them out of it where all of them are in it. */
export function toggleSelected(store: EditorStore, ids: readonly string[]): void {
  const now = selectedIds(store);
  const isSelected = ids.every((id) => now.has(id));
  const toggled = new Set(ids);
  select(store, isSelected ? [...now].filter((id) => !toggled.has(id)) : [...now, ...ids]);
}

/** Selects all regions that are shown and have a place in the image. */
export function selectAll(store: EditorStore): void {
  const all = regionsOf(store).filter(
    ({ id, geometry }) => geometry.kind !== 'image-class' && !regionView(store, id).hidden,
  );
  select(
    store,
    all.map(({ id }) => id),
  );
}

/** Ids of regions with those of the others in their groups that are shown. */
export function withGroups(
  { store, groups }: { readonly store: EditorStore; readonly groups: RegionGroups },
  regions: readonly RegionRecord[],
): Set<string> {
  const ids = new Set(regions.map(({ id }) => id));
  const met = new Set(regions.flatMap(({ groupId }) => groupId ?? []));
  for (const groupId of met) {
    for (const id of groups.membersOf(groupId)) if (!regionView(store, id).hidden) ids.add(id);
  }
  return ids;
}
