import type { Geometry } from '@assay/contracts';
import { type Ring, ringArea, ringsOfRle, signedArea, simplifyRing } from '@assay/geometry';
import { relationsOf } from '../document/document.ts';
import { removeRegions } from '../document/proposals.ts';
import type { RegionRecord, RelationRecord } from '../document/records.ts';
import { isFlagged, unspoken } from '../document/remarks.ts';
import { changeableRegions, select } from '../document/selection.ts';
import type { EditorCore } from '../editor-core.ts';
import { joinGeometries, polygonOf } from '../shapes/combine-geometries.ts';
import { ringsOf, rleOf } from '../shapes/geometry-rings.ts';
import { maskOfRle, rleOfMask } from '../shapes/mask.ts';
import { boundsOfGeometry } from '../shapes/shapes.ts';
import type { Command } from './command.ts';

/**
 * Makes one region of all that are selected, if they have one label and an inside. It is the highest of them; relations
 * of the others become its own, and where it has no flag that of the highest that has one. What moves through a sequence is
 * not joined: it is alike in one frame only.
 */
const join: Command['run'] = ({ core }) => {
  const regions = changeableRegions(core.store);
  const kept = regions.at(-1);
  if (kept === undefined || regions.length < 2) return false;
  if (regions.some(({ label, track }) => track !== undefined || label?.labelId !== kept.label?.labelId)) {
    return false;
  }
  const geometry = joinGeometries(
    regions.map((each) => each.geometry),
    core.image,
  );
  if (geometry === undefined) return false;
  core.history.mark('join');
  core.store.transact(() => {
    const others = regions.filter(({ id }) => id !== kept.id);
    moveRelations(core, new Set(others.map(({ id }) => id)), kept.id);
    // Whoever was not sure of a part is not sure of the whole.
    const remark = kept.remark ?? others.findLast(isFlagged)?.remark;
    core.store.put({ ...kept, geometry, ...(remark == null ? {} : { remark }) });
    // A part that was proposed on its own is there twice now.
    removeRegions(core.store, others, 'duplicate');
    select(core.store, [kept.id]);
  });
  return true;
};

/** Relations that begin or end at regions that go, begin or end at another one; none relates it to itself, or twice. */
function moveRelations({ store }: EditorCore, gone: ReadonlySet<string>, to: string): void {
  const moved = (id: string) => (gone.has(id) ? to : id);
  const keyOf = ({ from, to: end, labelId }: RelationRecord) => JSON.stringify([from, end, labelId]);
  const all = relationsOf(store);
  const concerned = all.filter((each) => gone.has(each.from) || gone.has(each.to));
  const known = new Set(all.filter((each) => !concerned.includes(each)).map(keyOf));
  for (const relation of concerned) {
    const next = { ...relation, from: moved(relation.from), to: moved(relation.to) };
    if (next.from === next.to || known.has(keyOf(next))) {
      store.remove(relation.id);
      continue;
    }
    known.add(keyOf(next));
    store.put(next);
  }
}

/** How far the border of a polygon may be from the pixels of its mask, in pixels: corners of pixels are cut. */
const SMOOTHING = 0.75;

/** The outer borders of a geometry; holes are filled, for a polygon has none. */
function outlinesOf(geometry: Geometry): Ring[] {
  if (geometry.kind !== 'mask') return ringsOf(geometry) ?? [];
  return ringsOfRle(rleOfMask(geometry))
    .filter((ring) => signedArea(ring) > 0)
    .map((ring) => simplifyRing(ring, SMOOTHING))
    .sort((a, b) => ringArea(b) - ringArea(a));
}

/** Makes polygons of what has an inside: of a mask in several parts several, in one group. */
const toPolygon: Command['run'] = ({ core }) => {
  const { store, history, newId } = core;
  const changed = changeableRegions(store)
    .filter(({ geometry }) => geometry.kind !== 'polygon')
    .map((region) => ({ region, rings: outlinesOf(region.geometry) }))
    .filter(({ rings }) => rings.length > 0);
  if (changed.length === 0) return false;
  history.mark('make polygons');
  store.transact(() => {
    const made = changed.flatMap(({ region, rings }): RegionRecord[] => {
      const groupId = region.groupId ?? (rings.length > 1 ? newId() : null);
      return rings.map((ring, at) => {
        const part = at === 0 ? region : { ...unspoken(region), id: newId() };
        return { ...part, groupId, geometry: polygonOf(ring) };
      });
    });
    store.put(...made);
    select(
      store,
      [...changeableRegions(store), ...made].map(({ id }) => id),
    );
  });
  return true;
};

/** Makes masks of what has an inside in the image. */
const toMask: Command['run'] = ({ core }) => {
  const { store, history, image } = core;
  const changed = changeableRegions(store).flatMap((region): RegionRecord[] => {
    const rle = region.geometry.kind === 'mask' ? undefined : rleOf(region.geometry, image);
    const geometry = rle && maskOfRle(rle);
    return geometry === undefined || boundsOfGeometry(geometry) === undefined
      ? []
      : [{ ...region, geometry }];
  });
  if (changed.length === 0) return false;
  history.mark('make masks');
  store.put(...changed);
  return true;
};

export const shapeCommands = {
  join: { keys: ['j'], run: join },
  'to-polygon': { keys: ['Shift+p'], run: toPolygon },
  'to-mask': { keys: ['Shift+b'], run: toMask },
} satisfies Record<string, Command>;
