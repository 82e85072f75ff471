import { areaOfGeometry } from '../../index.ts';
import { box, polygon, region } from '../driver.ts';
import { recordIn, type Seen } from './behaviour.ts';

/** Three boxes, of which none is near another. */
export const A = region('a', box(100, 100, 120, 80), { order: 1 });
export const B = region('b', box(300, 100, 120, 80), { order: 2 });
export const C = region('c', box(500, 260, 120, 80), { order: 3 });
export const IN_A = [160, 140] as const;
export const IN_B = [360, 140] as const;
export const IN_C = [560, 300] as const;

/** Two squares with a border in common, and places in them. */
export const LEFT = region('left', polygon([100, 100], [200, 100], [200, 200], [100, 200]), { order: 1 });
export const RIGHT = region('right', polygon([200, 100], [300, 100], [300, 200], [200, 200]), { order: 2 });

/** What is asked of what can be seen. */
export const ids = ({ regions }: Seen) => regions.map(({ id }) => id);
export const kinds = ({ regions }: Seen) => regions.map(({ geometry }) => geometry.kind);
export const geometries = ({ regions }: Seen) => regions.map(({ geometry }) => geometry);
export const selected = ({ selected: all }: Seen) => all;
export const tool = ({ state }: Seen) => state.split('.')[0];
export const zoom = (seen: Seen) => round(recordIn(seen, 'camera')!.zoom);
export const cursor = (seen: Seen) => recordIn(seen, 'cursor')?.point;
export const joints = (seen: Seen) =>
  recordIn(seen, 'skeleton-draft')?.joints.map(({ visibility }) => visibility);
export const hidden = ({ others }: Seen) =>
  others.flatMap((each) => (each.type === 'region-view' && each.hidden ? [each.regionId] : []));
export const locked = ({ others }: Seen) =>
  others.flatMap((each) => (each.type === 'region-view' && each.locked ? [each.regionId] : []));

/** What the regions are, and how large, to a hundred pixels: what is painted is cut at pixels. */
export const sizes = ({ regions }: Seen) =>
  regions.map(({ geometry }) => [geometry.kind, Math.round(areaOfGeometry(geometry) / 100) * 100]);

/** The same to a thousand pixels: what follows edges follows those of a picture. */
export const roughSizes = (seen: Seen) =>
  sizes(seen).map(([kind, area]) => [kind, Math.round(Number(area) / 1000) * 1000]);

const round = (value: number) => Math.round(value * 1000) / 1000;
