import { byHeight, type Editor, type RegionRecord, regionOf, regionsOf, regionView } from '@assay/editor';
import type { Bounds } from '@assay/geometry';

/** The regions that are shown, from the lowest to the highest. */
export type RegionStack = {
  /** Those whose bounds meet these. */
  readonly meeting: (bounds: Bounds) => RegionRecord[];
  readonly stop: () => void;
};

/** So many are put in order anew; of more, those that meet are picked from all, which are in order. */
const MOST_SORTED = 2000;

export function createRegionStack({ store, index }: Pick<Editor, 'store' | 'index'>): RegionStack {
  /** Ids of all regions in order; undefined when one came or went or was moved up or down. */
  let ordered: readonly string[] | undefined;
  const stop = store.listen(
    ({ diff }) => {
      const isMoved = [...diff.updated.values()].some(
        ({ from, to }) => from.type === 'region' && to.type === 'region' && from.order !== to.order,
      );
      if (isMoved || diff.added.size > 0 || diff.removed.size > 0) ordered = undefined;
    },
    { scope: 'document' },
  );

  const isShown = ({ id }: RegionRecord) => !regionView(store, id).hidden;
  const regionsAt = (ids: Iterable<string>): RegionRecord[] => {
    const regions: RegionRecord[] = [];
    for (const id of ids) {
      const region = regionOf(store, id);
      if (region !== undefined) regions.push(region);
    }
    return regions;
  };
  const inOrder = (): readonly string[] => {
    ordered ??= regionsOf(store).map(({ id }) => id);
    return ordered;
  };

  return {
    meeting: (bounds) => {
      const found = index.search(bounds);
      const hasHidden = store.idsOf('region-view').peek().size > 0;
      const regions = found.length <= MOST_SORTED ? regionsAt(found).sort(byHeight) : pick(found);
      return hasHidden ? regions.filter(isShown) : regions;
    },
    stop,
  };

  function pick(found: readonly string[]): RegionRecord[] {
    const all = inOrder();
    if (found.length === all.length) return regionsAt(all);
    const met = new Set(found);
    return regionsAt(all.filter((id) => met.has(id)));
  }
}
