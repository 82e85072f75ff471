import { type Bounds, type Point, scalePoint, uniteBounds } from '@assay/geometry';
import { type EditorCore, imageBounds } from '../editor-core.ts';
import { boundsOfGeometry, translateGeometry } from '../shapes/shapes.ts';
import { isSameValue } from '../store/same-value.ts';
import type { Clip } from './clipboard.ts';
import { regionsOf, relationsOf } from './document.ts';
import type { RegionRecord, RelationRecord } from './records.ts';
import { unspoken } from './remarks.ts';
import { select, selectedRegions } from './selection.ts';

/** Regions, by default what is selected, to be put elsewhere. */
export function clipOf(
  { store }: Pick<EditorCore, 'store'>,
  regions: readonly RegionRecord[] = selectedRegions(store),
): Clip {
  const ids = new Set(regions.map(({ id }) => id));
  return { regions, relations: relationsOf(store).filter(({ from, to }) => ids.has(from) && ids.has(to)) };
}

/** How far a copy lies from what it was copied of, in pixels of the image. */
const OFFSET: Point = { x: 10, y: 10 };

/**
 * Puts copies into an image, above all that is there and selected, as one step of the history: where it was in its own
 * image, or beside that where the same is there already; in this one all of it lies inside. They have ids, groups and
 * relations of their own. What this image cannot hold is left out: a mask of another size, and the label of the
 * whole image where it has it.
 *
 * @returns how many regions came in
 */
export function pasteClip(core: EditorCore, clip: Clip, name = 'paste'): number {
  const { store, history, newId, topOrder } = core;
  const regions = clip.regions.filter((region) => fits(core, region));
  if (regions.length === 0) return 0;
  const by = freePlace(core, regions);
  const [ids, groups] = [new Map<string, string>(), new Map<string, string>()];
  const renamed = (names: Map<string, string>, old: string) => {
    const next = names.get(old) ?? newId();
    names.set(old, next);
    return next;
  };
  const top = topOrder();
  const copies = regions.map(
    // Of what moves the copy begins in the frame that is shown, as what was copied was seen.
    ({ track: _, ...region }, at): RegionRecord => ({
      ...unspoken(region),
      id: renamed(ids, region.id),
      geometry: translateGeometry(region.geometry, by),
      order: top + at + 1,
      groupId: region.groupId === null ? null : renamed(groups, region.groupId),
    }),
  );
  const relations = clip.relations
    .filter(({ from, to }) => ids.has(from) && ids.has(to))
    .map(
      (each): RelationRecord => ({ ...each, id: newId(), from: ids.get(each.from)!, to: ids.get(each.to)! }),
    );
  history.mark(name);
  store.transact(() => {
    store.put(...copies, ...relations);
    select(store, ids.values());
  });
  return copies.length;
}

function fits({ store, image }: EditorCore, { geometry, label }: RegionRecord): boolean {
  if (geometry.kind === 'mask') return geometry.width === image.width && geometry.height === image.height;
  if (geometry.kind !== 'image-class') return true;
  return !regionsOf(store).some(
    (each) => each.geometry.kind === 'image-class' && each.label?.labelId === label?.labelId,
  );
}

/** More copies than this on one another are found by nobody. */
const MOST_MOVES = 100;

/** The move after which the first of them does not lie on its like. */
function freePlace(core: EditorCore, regions: readonly RegionRecord[]): Point {
  const around = uniteBounds(regions.flatMap(({ geometry }) => boundsOfGeometry(geometry) ?? []));
  const first = regions.find(({ geometry }) => boundsOfGeometry(geometry) !== undefined);
  if (around === undefined || first === undefined) return { x: 0, y: 0 };
  const all = regionsOf(core.store);
  let by = moveInto(core, around, { x: 0, y: 0 });
  for (let moves = 1; moves < MOST_MOVES; moves += 1) {
    const moved = translateGeometry(first.geometry, by);
    if (!all.some(({ geometry }) => isSameValue(geometry, moved))) break;
    by = moveInto(core, around, scalePoint(OFFSET, moves));
  }
  return by;
}

/** The move that is nearest to one and leads into the image; what is larger than the image begins where it does. */
function moveInto(core: EditorCore, around: Bounds, by: Point): Point {
  const image = imageBounds(core);
  return {
    x: Math.max(Math.min(by.x, image.maxX - around.maxX), image.minX - around.minX),
    y: Math.max(Math.min(by.y, image.maxY - around.maxY), image.minY - around.minY),
  };
}
