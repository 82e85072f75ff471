import { boundsContain, padBounds } from '@assay/geometry';
import { type EditorCore, imageBounds } from '../editor-core.ts';
import type { ShapeNumber } from '../shapes/shape-number.ts';
import { areaOfGeometry, boundsOfGeometry, numbersOfGeometry } from '../shapes/shapes.ts';
import { isSameValue } from '../store/same-value.ts';
import { ownView, regionOf, regionView } from './document.ts';

type NumberName = ShapeNumber<unknown>['name'];

/** Why numbers were not taken. */
export type NumberFault = 'gone' | 'locked' | 'unknown-number' | 'not-finite' | 'too-small' | 'outside';

/** How far out of the image rounding may lead, in pixels. */
const ROUNDING = 1e-6;

/** What of a region can be typed, as it is; none for a region that is not there. */
export function numbersOfRegion(
  { store }: Pick<EditorCore, 'store'>,
  regionId: string,
): { readonly name: NumberName; readonly value: number }[] {
  const region = regionOf(store, regionId);
  if (region === undefined || ownView(store, regionId).isAbsent === true) return [];
  return numbersOfGeometry(region.geometry).map(({ name, read }) => ({ name, value: read(region.geometry) }));
}

/**
 * Gives a region numbers that were typed, as one step of the history. All of them are taken or none: what lies in the
 * image stays in it.
 *
 * @returns why none was taken; undefined when all were
 */
export function enterNumbers(
  core: EditorCore,
  regionId: string,
  values: Readonly<Partial<Record<NumberName, number>>>,
): NumberFault | undefined {
  const region = regionOf(core.store, regionId);
  if (region === undefined) return 'gone';
  if (regionView(core.store, regionId).locked) return 'locked';
  const known = numbersOfGeometry(region.geometry);
  let { geometry } = region;
  for (const [name, value] of Object.entries(values)) {
    const number = known.find((each) => each.name === name);
    if (number === undefined) return 'unknown-number';
    if (!Number.isFinite(value)) return 'not-finite';
    if (number.least !== undefined && value < number.least) return 'too-small';
    geometry = number.write(geometry, value);
  }
  const image = padBounds(imageBounds(core), ROUNDING);
  const [before, after] = [boundsOfGeometry(region.geometry), boundsOfGeometry(geometry)];
  const leaves = before !== undefined && boundsContain(image, before);
  if (leaves && (after === undefined || !boundsContain(image, after))) return 'outside';
  // Pixels of a mask that are moved out of the image are gone: what is left lies in it.
  if (geometry.kind === 'mask' && areaOfGeometry(geometry) < areaOfGeometry(region.geometry))
    return 'outside';
  if (isSameValue(geometry, region.geometry)) return undefined;
  core.history.mark('enter numbers');
  core.store.update('region', regionId, (now) => ({ ...now, geometry }));
  return undefined;
}
