import type { Context2d, Drawable } from './context.ts';
import type { Hatch } from './region-look.ts';

/** Makes what can be painted on and drawn elsewhere: a canvas of the browser, or of a library in Node. */
export type MakeCanvas = (
  width: number,
  height: number,
) => {
  readonly pixels: Drawable;
  readonly context: Context2d;
  /** Gives its memory back at once, where the collector of garbage would do it for many in one long go. */
  readonly release?: () => void;
};

/** Hatches, made once for each colour. */
export type Hatches = {
  /** A hatch of constant size on the screen. */
  readonly patternOf: (
    on: { readonly context: Context2d; readonly pixel: number },
    colour: string,
    hatch: Exclude<Hatch, 'none'>,
  ) => CanvasPattern | string;
};

const SIDE = 8;

export function createHatches(makeCanvas: MakeCanvas): Hatches {
  const made = new Map<string, Drawable>();
  const tileOf = (colour: string, hatch: Hatch): Drawable => {
    const key = `${hatch} ${colour}`;
    const known = made.get(key);
    if (known !== undefined) return known;
    const { pixels, context } = makeCanvas(SIDE, SIDE);
    context.strokeStyle = colour;
    context.lineWidth = 1.25;
    context.beginPath();
    // Beyond the corners, so that lines of neighbouring tiles meet.
    line(context, -SIDE, 0, SIDE, 2 * SIDE);
    line(context, -SIDE, -SIDE, 2 * SIDE, 2 * SIDE);
    line(context, 0, -SIDE, 2 * SIDE, SIDE);
    if (hatch === 'crossed') {
      line(context, 2 * SIDE, 0, 0, 2 * SIDE);
      line(context, 2 * SIDE, -SIDE, -SIDE, 2 * SIDE);
      line(context, SIDE, -SIDE, -SIDE, SIDE);
    }
    context.stroke();
    made.set(key, pixels);
    return pixels;
  };
  return {
    patternOf: ({ context, pixel }, colour, hatch) => {
      const pattern = context.createPattern(tileOf(colour, hatch), 'repeat');
      if (pattern === null) return colour;
      pattern.setTransform({ a: pixel, b: 0, c: 0, d: pixel, e: 0, f: 0 });
      return pattern;
    },
  };
}

function line(context: Context2d, x1: number, y1: number, x2: number, y2: number): void {
  context.moveTo(x1, y1);
  context.lineTo(x2, y2);
}
