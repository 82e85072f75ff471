import { byHeight, type Editor, type RegionRecord, regionOf, regionsOf, regionView } from '@assay/editor';
import type { Bounds } from '@assay/geometry';

/** The regions that are shown, from the lowest to the highest. */
export type RegionStack = {
  /** Those whose bounds meet these, looked for one after another where there are many. */
  readonly meeting: (bounds: Bounds) => Iterable<RegionRecord>;
  /** How long painting them would take, in outlines of shapes. */
  readonly cost: (bounds: Bounds) => number;
  readonly stop: () => void;
};

/** Copying a mask takes as long as so many outlines. */
const COST_OF_MASK = 40;

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

  const hasHidden = () => store.idsOf('region-view').peek().size > 0;
  const isShown = ({ id }: RegionRecord) => !hasHidden() || !regionView(store, id).hidden;
  const inOrder = (): readonly string[] => {
    ordered ??= regionsOf(store).map(({ id }) => id);
    return ordered;
  };

  function* pick(found: readonly string[]): Generator<RegionRecord> {
    const all = inOrder();
    const met = found.length === all.length ? undefined : new Set(found);
    for (const id of all) {
      if (met?.has(id) === false) continue;
      // It may be gone since they were looked for.
      const region = regionOf(store, id);
      if (region !== undefined && isShown(region)) yield region;
    }
  }

  return {
    meeting: (bounds) => {
      const found = index.search(bounds);
      if (found.length > MOST_SORTED) return pick(found);
      return found
        .flatMap((id) => regionOf(store, id) ?? [])
        .filter(isShown)
        .sort(byHeight);
    },
    cost: (bounds) => {
      let cost = 0;
      for (const id of index.search(bounds)) {
        cost += regionOf(store, id)?.geometry.kind === 'mask' ? COST_OF_MASK : 1;
      }
      return cost;
    },
    stop,
  };
}
