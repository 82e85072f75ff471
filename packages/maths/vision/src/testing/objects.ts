import type { RgbPicture } from '../picture.ts';

/** A picture of one object, and which of its pixels are the object. */
export type DrawnObject = {
  picture: RgbPicture;
  inside: Uint8Array;
  contour: (angle: number) => [number, number];
};

export const OBJECTS = 20;
const SIDE = 320;
/** Samples along each axis of a pixel, so that edges are as soft as a camera's. */
const FINE = 3;

/** A number in [0, 1) that depends on its arguments alone. */
export function scatter(one: number, other: number): number {
  let state = Math.imul(one + 1, 0x9e3779b1) ^ Math.imul(other + 7, 0x85ebca6b);
  state = Math.imul(state ^ (state >>> 15), 0x2c1b3c6d);
  state = Math.imul(state ^ (state >>> 12), 0x297a2d39);
  return ((state ^ (state >>> 15)) >>> 0) / 2 ** 32;
}

/**
 * The objects that selection is judged on: closed curves with lobes and dents, shaded from one side, on a background of
 * broad stripes of other colours, all with noise of about 6 levels.
 */
export function drawnObject(number: number): DrawnObject {
  const of = (what: number) => scatter(number, what);
  const lobes = 2 + (number % 5);
  const [size, depth, turn] = [70 + 50 * of(1), 0.08 + 0.2 * of(2), 2 * Math.PI * of(3)];
  const [centreX, centreY] = [SIDE / 2 + 20 * (of(4) - 0.5), SIDE / 2 + 20 * (of(5) - 0.5)];
  const radius = (angle: number) =>
    size * (1 + depth * Math.cos(lobes * angle + turn) + 0.05 * Math.cos((lobes + 3) * angle));
  const within = (x: number, y: number) =>
    Math.hypot(x - centreX, y - centreY) < radius(Math.atan2(y - centreY, x - centreX));
  const ground = [50 + 50 * of(9), 70 + 50 * of(10), 110 + 90 * of(11)];
  // from plain to hard to see
  const contrast = 1 - 0.65 * (number / (OBJECTS - 1));
  const object = [150 + 90 * of(6), 110 + 60 * of(7), 40 + 60 * of(8)].map(
    (level, colour) => ground[colour]! + contrast * (level - ground[colour]!),
  );
  const pixels = new Uint8Array(SIDE * SIDE * 3);
  const inside = new Uint8Array(SIDE * SIDE);
  for (let at = 0; at < SIDE * SIDE; at += 1) {
    const [x, y] = [at % SIDE, Math.floor(at / SIDE)];
    const share = coverage(x, y, within);
    inside[at] = share >= 0.5 ? 1 : 0;
    const stripe = 14 * Math.sin((x * of(12) + y * (1 - of(12))) / 9);
    const shade = ((x - centreX) / size) * 18;
    for (let colour = 0; colour < 3; colour += 1) {
      const level = share * (object[colour]! + shade) + (1 - share) * (ground[colour]! + stripe);
      const grain = (scatter(at, number * 3 + colour) + scatter(at, 100 + number * 3 + colour) - 1) * 15;
      pixels[at * 3 + colour] = Math.min(255, Math.max(0, Math.round(level + grain)));
    }
  }
  const contour = (angle: number): [number, number] => [
    Math.round(centreX - 0.5 + radius(angle) * Math.cos(angle)),
    Math.round(centreY - 0.5 + radius(angle) * Math.sin(angle)),
  ];
  return { picture: { pixels, width: SIDE, height: SIDE }, inside, contour };
}

function coverage(x: number, y: number, within: (x: number, y: number) => boolean): number {
  let count = 0;
  for (let sample = 0; sample < FINE * FINE; sample += 1) {
    const across = ((sample % FINE) + 0.5) / FINE;
    const down = (Math.floor(sample / FINE) + 0.5) / FINE;
    if (within(x + across, y + down)) count += 1;
  }
  return count / FINE ** 2;
}
