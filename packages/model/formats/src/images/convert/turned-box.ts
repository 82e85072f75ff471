import type { Geometry } from '@assay/contracts';

/** The attribute by which CVAT says how a box is turned in formats that have no turned boxes: degrees about its centre. */
export const TURN = 'rotation';

const RADIANS = Math.PI / 180;

/** The degrees that a value says; undefined where it is no number. Texts count in formats that have nothing else. */
export function degreesOf(value: unknown, isText = false): number | undefined {
  const number = isText && typeof value === 'string' && value.trim() !== '' ? Number(value) : value;
  return typeof number === 'number' && Number.isFinite(number) ? number : undefined;
}

/** A box as it is turned, clockwise and about its centre; one that is not turned stays as it is. */
export function turnedBox(box: Extract<Geometry, { kind: 'box' }>, degrees: number): Geometry {
  const { x, y, width, height } = box;
  if (degrees === 0) return box;
  const centre = { cx: x + width / 2, cy: y + height / 2 };
  return { kind: 'rotated-box', version: 1, ...centre, width, height, rotation: degrees * RADIANS };
}
