import type { Point } from './point.ts';

/** An affine transform: (x, y) goes to (a x + c y + e, b x + d y + f), as a canvas has it. */
export type Transform = {
  readonly a: number;
  readonly b: number;
  readonly c: number;
  readonly d: number;
  readonly e: number;
  readonly f: number;
};

export const IDENTITY: Transform = { a: 1, b: 0, c: 0, d: 1, e: 0, f: 0 };

export const translation = (x: number, y: number): Transform => ({ ...IDENTITY, e: x, f: y });

/** Scaling about a point that stays where it is. */
export const scaling = (x: number, y: number, about: Point = { x: 0, y: 0 }): Transform => ({
  a: x,
  b: 0,
  c: 0,
  d: y,
  e: about.x * (1 - x),
  f: about.y * (1 - y),
});

/** Turning about a point by an angle in radians, clockwise as it is seen. */
export function rotation(angle: number, about: Point = { x: 0, y: 0 }): Transform {
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
  return {
    a: cos,
    b: sin,
    c: -sin,
    d: cos,
    e: about.x - about.x * cos + about.y * sin,
    f: about.y - about.x * sin - about.y * cos,
  };
}

export const transformPoint = (by: Transform, { x, y }: Point): Point => ({
  x: by.a * x + by.c * y + by.e,
  y: by.b * x + by.d * y + by.f,
});

/** The transforms one after another, the first one first. */
export function composeTransforms(...all: readonly Transform[]): Transform {
  return all.reduce(
    (first, next) => ({
      a: next.a * first.a + next.c * first.b,
      b: next.b * first.a + next.d * first.b,
      c: next.a * first.c + next.c * first.d,
      d: next.b * first.c + next.d * first.d,
      e: next.a * first.e + next.c * first.f + next.e,
      f: next.b * first.e + next.d * first.f + next.f,
    }),
    IDENTITY,
  );
}

/** The transform back; undefined where the plane is pressed to a line or a point, or a number is not finite. */
export function invertTransform({ a, b, c, d, e, f }: Transform): Transform | undefined {
  const determinant = a * d - b * c;
  if (determinant === 0 || !Number.isFinite(1 / determinant)) return undefined;
  return {
    a: d / determinant,
    b: -b / determinant,
    c: -c / determinant,
    d: a / determinant,
    e: (c * f - d * e) / determinant,
    f: (b * e - a * f) / determinant,
  };
}
