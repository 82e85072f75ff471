import { type Bounds, type Point, padBounds } from '@assay/geometry';
import RBush from 'rbush';
import { areaOfGeometry, boundsOfGeometry, distanceToGeometry, geometryMeets } from '../shapes/shapes.ts';
import { changesOf, type RecordsDiff } from '../store/diff.ts';
import { type EditorStore, regionOf, regionsOf, regionView } from './document.ts';
import type { EditorRecords, RegionRecord } from './records.ts';
import { byHeight } from './region-order.ts';

/** Where regions are, kept in step with each commit: inside a transaction it is as before it. */
export type RegionIndex = {
  /** Ids of regions whose bounds meet these, in no promised order. */
  readonly search: (bounds: Bounds) => string[];
  /** Regions that are shown and of which some lies in bounds. */
  readonly meeting: (bounds: Bounds) => RegionRecord[];
  /**
   * Regions that are shown and at most `tolerance` pixels from a point: the smallest area first, because a small region
   * on a large one could not be reached otherwise; of equal ones the highest first.
   */
  readonly at: (point: Point, tolerance: number) => RegionRecord[];
};

type Entry = Bounds & { readonly id: string };

export function createRegionIndex(store: EditorStore): RegionIndex {
  const tree = new RBush<Entry>();
  const entries = new Map<string, Entry>();

  const rebuild = () => {
    entries.clear();
    for (const region of regionsOf(store)) {
      const entry = entryOf(region);
      if (entry !== undefined) entries.set(region.id, entry);
    }
    tree.clear().load([...entries.values()]);
  };

  const replace = (id: string, region: EditorRecords | undefined) => {
    const old = entries.get(id);
    const entry = region?.type === 'region' ? entryOf(region) : undefined;
    if (old !== undefined && entry !== undefined && areSameBounds(old, entry)) return;
    if (old !== undefined) tree.remove(old);
    if (entry === undefined) entries.delete(id);
    else {
      tree.insert(entry);
      entries.set(id, entry);
    }
  };

  const follow = (diff: RecordsDiff<EditorRecords>) => {
    const changed = diff.added.size + diff.updated.size + diff.removed.size;
    // Where much changed at once, packing the tree anew is quicker than changing it, and the tree is better.
    if (changed > 100 && changed > entries.size / 4) rebuild();
    else for (const [id, { after }] of changesOf(diff)) replace(id, after);
  };

  rebuild();
  store.listen(({ diff }) => follow(diff), { scope: 'document' });

  const shown = (bounds: Bounds): RegionRecord[] =>
    tree
      .search(bounds)
      .filter(({ id }) => !regionView(store, id).hidden)
      .flatMap(({ id }) => regionOf(store, id) ?? []);

  return {
    search: (bounds) => tree.search(bounds).map(({ id }) => id),
    meeting: (bounds) => shown(bounds).filter(({ geometry }) => geometryMeets(geometry, bounds)),
    at: (point, tolerance) => {
      const around = padBounds({ minX: point.x, minY: point.y, maxX: point.x, maxY: point.y }, tolerance);
      return shown(around)
        .filter(({ geometry }) => distanceToGeometry(geometry, point) <= tolerance)
        .map((region) => ({ region, area: areaOfGeometry(region.geometry) }))
        .sort((a, b) => a.area - b.area || byHeight(b.region, a.region))
        .map(({ region }) => region);
    },
  };
}

function entryOf({ id, geometry }: RegionRecord): Entry | undefined {
  const bounds = boundsOfGeometry(geometry);
  return bounds === undefined ? undefined : { ...bounds, id };
}

const areSameBounds = (a: Bounds, b: Bounds): boolean =>
  a.minX === b.minX && a.minY === b.minY && a.maxX === b.maxX && a.maxY === b.maxY;
