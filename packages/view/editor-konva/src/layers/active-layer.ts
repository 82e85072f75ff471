import {
  byHeight,
  type Editor,
  type Handle,
  handlesInReach,
  type RegionRecord,
  regionOf,
  regionView,
  selectedIds,
} from '@assay/editor';
import { type Bounds, boundsContainPoint, padBounds } from '@assay/geometry';
import { HALO } from '../paint/colours.ts';
import type { Context2d } from '../paint/context.ts';

/** Above so many selected regions they rest as all others do, and are only painted as selected. */
export const MOST_ACTIVE = 300;

const HANDLE_SIDE = 8;
const HANDLE_COLOUR = '#ffffff';

/** The handles that the select tool can take hold of: those of a region that is selected alone and free. */
export function handlesShown({ store, tool }: Editor, pixel: number, seen: Bounds): Handle[] {
  const ids = selectedIds(store);
  if (ids.size !== 1 || tool.peek() !== 'select') return [];
  const [id] = ids;
  const region = regionOf(store, id!);
  if (region === undefined || regionView(store, region.id).locked) return [];
  const around = padBounds(seen, HANDLE_SIDE * pixel);
  return handlesInReach(region.geometry, pixel).filter(({ point }) => boundsContainPoint(around, point));
}

/** Handles of constant size on the screen: corners and sides square, vertices and joints round, midpoints small. */
export function paintHandles(context: Context2d, handles: readonly Handle[], pixel: number): void {
  context.lineWidth = 1.5 * pixel;
  context.strokeStyle = HALO;
  context.fillStyle = HANDLE_COLOUR;
  for (const { kind, point } of handles) {
    const side = (kind === 'midpoint' ? HANDLE_SIDE * 0.6 : HANDLE_SIDE) * pixel;
    context.beginPath();
    if (kind === 'corner' || kind === 'side')
      context.rect(point.x - side / 2, point.y - side / 2, side, side);
    else context.arc(point.x, point.y, side / 2, 0, 2 * Math.PI);
    context.fill();
    context.stroke();
  }
}

/** Which regions are active: selected, or being drawn. */
export type ActiveRegions = {
  readonly has: (id: string) => boolean;
  /** Selected, and too many to be active. */
  readonly isMarked: (id: string) => boolean;
  readonly regions: () => RegionRecord[];
  /** Those that are not active any more, and do not rest yet: they would be seen nowhere. */
  readonly retiring: () => RegionRecord[];
  /** All that left rest now. Were there any? */
  readonly settle: () => boolean;
  /** Takes what is selected and in hand now. Returns the ids that joined or left, or `all` for too many. */
  readonly follow: (inHand: ReadonlySet<string>) => ReadonlySet<string> | 'all';
};

export function createActiveRegions({ store }: Pick<Editor, 'store'>): ActiveRegions {
  let active: ReadonlySet<string> = new Set();
  let marked: ReadonlySet<string> = new Set();
  const leaving = new Set<string>();
  const shown = (ids: Iterable<string>) =>
    [...ids]
      .flatMap((id) => regionOf(store, id) ?? [])
      .filter(({ id }) => !regionView(store, id).hidden)
      .sort(byHeight);
  return {
    has: (id) => active.has(id),
    isMarked: (id) => marked.has(id),
    regions: () => shown(active),
    retiring: () => shown(leaving),
    settle: () => {
      const wereAny = leaving.size > 0;
      leaving.clear();
      return wereAny;
    },
    follow: (inHand) => {
      const selected = selectedIds(store);
      const isMany = selected.size > MOST_ACTIVE;
      const [before, wasMarked] = [active, marked];
      active = isMany ? inHand : new Set([...selected, ...inHand]);
      marked = isMany ? selected : new Set();
      for (const id of before) if (!active.has(id)) leaving.add(id);
      for (const id of active) leaving.delete(id);
      if (marked !== wasMarked && marked.size + wasMarked.size > 0) return 'all';
      return new Set([...before, ...active].filter((id) => before.has(id) !== active.has(id)));
    },
  };
}
