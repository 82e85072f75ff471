import { type Bounds, boundsMeet } from '@assay/geometry';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Context2d } from '../paint/context.ts';
import { nodeCanvas, pixelsOf } from '../testing/node-canvas.ts';
import { createRestingLayer, type PaintResting } from './resting-layer.ts';

const screen = { width: 80, height: 60 };
const image: Bounds = { minX: 0, minY: 0, maxX: 200, maxY: 200 };
const camera = { x: 20, y: 20, zoom: 1.5 };

type Square = { readonly x: number; readonly y: number; readonly side: number; readonly colour: string };
const boundsOf = ({ x, y, side }: Square): Bounds => ({ minX: x, minY: y, maxX: x + side, maxY: y + side });

/** A layer of squares; its slices are done when the test says so. */
function layerOf(first: readonly Square[]) {
  let squares = first;
  const works = new Set<Iterator<unknown, void>>();
  let paints = 0;
  const paint: PaintResting = function* ({ context, bounds }) {
    for (const square of squares) {
      if (!boundsMeet(boundsOf(square), bounds)) continue;
      context.fillStyle = square.colour;
      context.fillRect(square.x, square.y, square.side, square.side);
      paints += 1;
      yield;
    }
  };
  const layer = createRestingLayer({
    makeCanvas: nodeCanvas,
    slices: {
      run: (work) => {
        works.add(work);
        return () => works.delete(work);
      },
    },
    paint,
    cost: (bounds) => squares.filter((each) => boundsMeet(boundsOf(each), bounds)).length,
    isCrowded: () => false,
    onBegin: () => {},
    image,
    onChange: () => {},
  });
  return {
    ...layer,
    /** Goes on with what waits by so many steps. */
    step: (steps: number) => {
      for (let step = 0; step < steps; step += 1) {
        for (const work of [...works]) if (work.next().done === true) works.delete(work);
      }
    },
    finish: () => {
      while (works.size > 0) for (const work of [...works]) if (work.next().done === true) works.delete(work);
    },
    set: (next: readonly Square[], changed: readonly Bounds[]) => {
      squares = next;
      layer.change(changed);
    },
    paints: () => paints,
    picture: () => {
      const { context } = nodeCanvas(screen.width, screen.height);
      layer.draw(context as CanvasRenderingContext2D);
      return pixelsOf(context as Context2d).join();
    },
  };
}

const squares: fc.Arbitrary<Square> = fc.record({
  x: fc.double({ min: 0, max: 100, noNaN: true }),
  y: fc.double({ min: 0, max: 100, noNaN: true }),
  side: fc.double({ min: 1, max: 30, noNaN: true }),
  colour: fc.constantFrom('#ff000080', '#00ff00', '#0000ff80'),
});

describe('the layer of what rests', () => {
  test('is sharp when all was painted for the camera, and shows nothing before', () => {
    const layer = layerOf([
      { x: 20, y: 20, side: 200, colour: '#ff0000' },
      { x: 30, y: 30, side: 5, colour: '#0000ff' },
    ]);
    layer.show({ camera, screen, ratio: 1 });
    const blank = layer.picture();
    layer.step(1);
    expect(layer.isSharp()).toBe(false);
    expect(layer.picture()).toBe(blank);
    layer.finish();
    expect(layer.isSharp()).toBe(true);
    expect(layer.picture()).not.toBe(blank);
    layer.stop();
  });

  test('paints what changed as painting all of it would', () => {
    fc.assert(
      fc.property(
        fc.array(squares, { minLength: 2, maxLength: 12 }),
        fc.array(fc.tuple(fc.nat(11), squares), { minLength: 1, maxLength: 4 }),
        (first, changes) => {
          const layer = layerOf(first);
          layer.show({ camera, screen, ratio: 1 });
          layer.finish();
          let now = [...first];
          for (const [place, square] of changes) {
            const at = place % now.length;
            const changed = [boundsOf(now[at]!), boundsOf(square)];
            now = now.with(at, square);
            layer.set(now, changed);
          }
          layer.finish();
          const anew = layerOf(now);
          anew.show({ camera, screen, ratio: 1 });
          anew.finish();
          expect(layer.picture()).toBe(anew.picture());
          layer.stop();
          anew.stop();
        },
      ),
      { numRuns: process.env.ASSAY_SOAK ? 2000 : 60 },
    );
  });

  test('shows what changed while it was being painted', () => {
    const first = Array.from(
      { length: 10 },
      (_, at): Square => ({ x: 20 + at * 4, y: 20, side: 3, colour: '#ff0000' }),
    );
    const layer = layerOf(first);
    layer.show({ camera, screen, ratio: 1 });
    layer.step(5);
    const moved = { ...first[0]!, y: 40 };
    const now = [moved, ...first.slice(1)];
    layer.set(now, [boundsOf(first[0]!), boundsOf(moved)]);
    layer.finish();
    const anew = layerOf(now);
    anew.show({ camera, screen, ratio: 1 });
    anew.finish();
    expect(layer.picture()).toBe(anew.picture());
    layer.stop();
    anew.stop();
  });

  test('is painted for the camera that is there when painting begins', () => {
    const layer = layerOf([{ x: 20, y: 20, side: 50, colour: '#ff0000' }]);
    layer.show({ camera: { x: 0, y: 0, zoom: 0.1 }, screen, ratio: 1 });
    layer.change([image]);
    layer.show({ camera, screen, ratio: 1 });
    layer.finish();
    expect(layer.isSharp()).toBe(true);
    layer.stop();
  });

  test('paints nothing while it is panned within its margin, and all of it when it is panned further', () => {
    const layer = layerOf([{ x: 20, y: 20, side: 100, colour: '#ff0000' }]);
    layer.show({ camera, screen, ratio: 1 });
    layer.finish();
    const before = layer.paints();
    layer.show({ camera: { ...camera, x: 30 }, screen, ratio: 1 });
    layer.step(5);
    expect(layer.paints()).toBe(before);
    layer.show({ camera: { ...camera, x: 60 }, screen, ratio: 1 });
    layer.finish();
    expect(layer.paints()).toBe(before + 1);
    layer.stop();
  });

  test('paints all of it in slices when much changed at once', () => {
    const many = Array.from(
      { length: 500 },
      (_, at): Square => ({ x: 20 + (at % 50), y: 20 + at / 50, side: 1, colour: '#00ff00' }),
    );
    const layer = layerOf(many);
    layer.show({ camera, screen, ratio: 1 });
    layer.finish();
    const before = layer.paints();
    layer.set(many.slice(1), many.map(boundsOf));
    expect(layer.paints()).toBe(before);
    expect(layer.isSharp()).toBe(false);
    layer.finish();
    expect(layer.paints()).toBe(before + 499);
    expect(layer.isSharp()).toBe(true);
    layer.stop();
  });
});
