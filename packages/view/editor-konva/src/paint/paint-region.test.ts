import type { Geometry } from '@assay/contracts';
import { maskOfRle, type RegionRecord, translateGeometry } from '@assay/editor';
import { rleOfPixels } from '@assay/geometry';
import { describe, expect, test } from 'vitest';
import { nodeCanvas, opaque, pixelAt, pixelsOf } from '../testing/node-canvas.ts';
import { HALO, PICTURE_COLOURS } from './colours.ts';
import { createHatches } from './hatches.ts';
import { createMaskBitmaps } from './mask-bitmaps.ts';
import { type Paint, paintRegion } from './paint-region.ts';
import type { RegionLook } from './region-look.ts';

const SIDE = 64;
const PLAIN: RegionLook = { colour: 'teal', status: 'accepted', isOccluded: false, text: '', bones: [] };
const TEAL = opaque(PICTURE_COLOURS.teal);

/** Paints geometries on a canvas of 64 x 64 pixels, and again when their masks were decoded. */
function painted(
  geometries: readonly Geometry[],
  {
    look = {},
    zoom = 1,
    isSelected = false,
  }: { look?: Partial<RegionLook>; zoom?: number; isSelected?: boolean } = {},
) {
  const works: Iterator<unknown>[] = [];
  const run = (work: Iterator<unknown, void>) => {
    works.push(work);
    return () => {};
  };
  const made: unknown[] = [];
  const masks = createMaskBitmaps({ run }, nodeCanvas, (bounds) => made.push(bounds));
  const { context } = nodeCanvas(SIDE, SIDE);
  context.scale(zoom, zoom);
  const paint: Paint = {
    context,
    pixel: 1 / zoom,
    opacity: 0.5,
    lookOf: () => ({ ...PLAIN, ...look }),
    masks,
    hatches: createHatches(nodeCanvas),
    isCrowded: false,
  };
  const all = () => {
    context.clearRect(0, 0, SIDE / zoom, SIDE / zoom);
    for (const [order, geometry] of geometries.entries()) {
      const region: RegionRecord = {
        id: `${order}`,
        type: 'region',
        geometry,
        label: null,
        order,
        groupId: null,
      };
      paintRegion(paint, region, isSelected);
    }
  };
  all();
  const decode = () => {
    for (const work of works) while (work.next().done !== true);
    all();
  };
  return { context, decode, masks, made };
}

const BOX: Geometry = { kind: 'box', version: 1, x: 12, y: 12, width: 40, height: 40 };
const covered = (geometry: Geometry, look: Partial<RegionLook> = {}) =>
  pixelsOf(painted([geometry], { look }).context).filter((value, at) => at % 4 === 3 && value > 0).length;

const SHAPES: readonly Geometry[] = [
  BOX,
  { kind: 'rotated-box', version: 1, cx: 32, cy: 32, width: 40, height: 20, rotation: 0.5 },
  {
    kind: 'polygon',
    version: 1,
    points: [
      { x: 10, y: 10 },
      { x: 54, y: 20 },
      { x: 30, y: 54 },
    ],
  },
  { kind: 'ellipse', version: 1, cx: 32, cy: 32, rx: 20, ry: 12, rotation: 1 },
];

describe('a region', () => {
  test('has a line in its colour, a darker one on both sides of it, and a tint inside', () => {
    const { context } = painted([{ ...BOX, x: 12.5, y: 12.5 }]);
    const across = Array.from({ length: 9 }, (_, x) => pixelAt(context, 8 + x, 32));
    expect(across).toContainEqual(TEAL);
    const [line] = [across.findIndex((pixel) => pixel.every((value, at) => value === TEAL[at]))];
    expect(across[line - 1]!.slice(0, 3)).not.toEqual(TEAL.slice(0, 3));
    expect(luminance(across[line - 1]!)).toBeLessThan(luminance(TEAL));
    const inside = pixelAt(context, 32, 32);
    expect(inside[3]).toBeGreaterThanOrEqual(127);
    expect(inside[3]).toBeLessThanOrEqual(128);
    expect(pixelAt(context, 4, 32)[3]).toBe(0);
  });

  test('has lines of the same width at each zoom', () => {
    const widthAt = (zoom: number) => {
      const geometry: Geometry = {
        kind: 'polyline',
        version: 1,
        points: [
          { x: 32 / zoom, y: 0 },
          { x: 32 / zoom, y: 64 / zoom },
        ],
      };
      const { context } = painted([geometry], { zoom });
      return (
        Array.from({ length: SIDE }, (_, x) => pixelAt(context, x, 32)[3]!).reduce(
          (sum, alpha) => sum + alpha,
        ) / 255
      );
    };
    expect(widthAt(1)).toBeCloseTo(3.75, 1);
    expect(widthAt(8)).toBeCloseTo(widthAt(1), 1);
    expect(widthAt(0.25)).toBeCloseTo(widthAt(1), 1);
  });

  test.each(SHAPES.map((geometry) => [geometry.kind, geometry] as const))(
    'of the kind %s looks otherwise when it is proposed, rejected or occluded, in the same colour',
    (_, geometry) => {
      const looks: Partial<RegionLook>[] = [
        {},
        { status: 'proposed' },
        { status: 'rejected' },
        { isOccluded: true },
        { status: 'proposed', isOccluded: true },
      ];
      const pictures = looks.map((look) => pixelsOf(painted([geometry], { look }).context).join());
      expect(new Set(pictures).size).toBe(looks.length);
    },
  );

  test('that is a point says its status without colour', () => {
    const point: Geometry = { kind: 'point', version: 1, x: 32, y: 32 };
    const looks: Partial<RegionLook>[] = [
      {},
      { status: 'proposed' },
      { status: 'rejected' },
      { isOccluded: true },
    ];
    const pictures = looks.map((look) => pixelsOf(painted([point], { look }).context).join());
    expect(new Set(pictures).size).toBe(looks.length);
  });

  test('of less than three pixels of the screen is a speck, and does not vanish', () => {
    const { context } = painted([{ kind: 'box', version: 1, x: 320, y: 320, width: 2, height: 1 }], {
      zoom: 0.1,
    });
    expect(pixelAt(context, 32, 32)).toEqual(TEAL);
    expect(covered({ kind: 'image-class', version: 1 })).toBe(0);
  });

  test('that is selected has a wider line', () => {
    const plain = pixelsOf(painted([BOX]).context);
    const selected = pixelsOf(painted([BOX], { isSelected: true }).context);
    const seen = (pixels: Uint8ClampedArray) =>
      pixels.filter((value, at) => at % 4 === 3 && value > 200).length;
    expect(seen(selected)).toBeGreaterThan(seen(plain));
  });
});

describe('a skeleton', () => {
  const skeleton: Geometry = {
    kind: 'skeleton',
    version: 1,
    joints: [
      { name: 'hip', x: 12, y: 32, visibility: 'visible' },
      { name: 'knee', x: 52, y: 32, visibility: 'occluded' },
      { name: 'foot', x: 32, y: 8, visibility: 'absent' },
    ],
  };

  test('has bones between joints that are there, and a hollow joint where one is hidden', () => {
    const bones = [
      ['hip', 'knee'],
      ['knee', 'foot'],
    ] as const;
    const { context } = painted([skeleton], { look: { bones } });
    expect(pixelAt(context, 32, 32)).toEqual(TEAL);
    expect(pixelAt(context, 12, 32)).toEqual(TEAL);
    expect(pixelAt(context, 52, 32)).toEqual(opaque(HALO));
    expect(pixelAt(context, 32, 8)[3]).toBe(0);
    expect(pixelAt(context, 42, 20)[3]).toBe(0);
  });
});

describe('masks', () => {
  /** Paints so many masks of 64 x 64 pixels where there is room for some; tells how often one was made. */
  function crowd(count: number, room: number) {
    const works: Iterator<unknown, void>[] = [];
    let made = 0;
    const run = (work: Iterator<unknown, void>) => {
      works.push(work);
      return () => works.splice(works.indexOf(work), 1);
    };
    const masks = createMaskBitmaps(
      { run },
      nodeCanvas,
      () => {
        made += 1;
        all();
      },
      room,
    );
    const bounds = { minX: 0, minY: 0, maxX: SIDE, maxY: SIDE };
    const geometries = Array.from({ length: count }, (_, at) =>
      maskOfRle(rleOfPixels(new Uint8Array(SIDE * SIDE).fill(1, at), SIDE, SIDE)),
    );
    const { context } = nodeCanvas(SIDE, SIDE);
    const paint: Paint = {
      ...{ context, pixel: 1, opacity: 0.5, lookOf: () => PLAIN, masks, isCrowded: false },
      hatches: createHatches(nodeCanvas),
    };
    const all = () => {
      for (const [order, geometry] of geometries.entries()) {
        paintRegion(paint, { id: `${order}`, type: 'region', geometry, label: null, order, groupId: null });
      }
    };
    masks.expect(
      geometries.map(() => bounds),
      { pixel: 1 },
    );
    all();
    for (let steps = 0; masks.isBusy() && steps < 100_000; steps += 1) {
      const [work] = works;
      if (work!.next().done === true) works.splice(works.indexOf(work!), 1);
    }
    return { made, isBusy: masks.isBusy() };
  }

  test('for which there is no room are made coarser, once, and not again and again', () => {
    expect(crowd(20, 200 * SIDE * SIDE)).toEqual({ made: 20, isBusy: false });
    expect(crowd(20, 10 * SIDE * SIDE)).toEqual({ made: 20, isBusy: false });
  });

  test('have a line for their border where their pixels are large, which hides nothing beside it', () => {
    const block = Uint8Array.from({ length: 64 }, (_, at) =>
      Number(at % 8 >= 2 && at % 8 < 6 && at >= 16 && at < 48),
    );
    const { context, decode } = painted([maskOfRle(rleOfPixels(block, 8, 8))], { zoom: 8 });
    decode();
    const inside = pixelAt(context, 32, 32);
    expect(inside[3]).toBe(255);
    // Four pixels of the screen from the border, in the middle of the outermost pixel of the mask.
    expect(pixelAt(context, 20, 32)).toEqual(inside);
    expect(pixelAt(context, 12, 32)[3]).toBe(0);
    expect(pixelAt(context, 16, 32)).not.toEqual(inside);
  });
});

describe('a mask', () => {
  const side = 40;
  const pixels = Uint8Array.from({ length: side * side }, (_, at) =>
    Number(Math.hypot((at % side) - 20, Math.floor(at / side) - 20) < 15),
  );
  const mask = maskOfRle(rleOfPixels(pixels, side, side));

  test('is a frame until it is decoded, and then has its pixels and a border', () => {
    const { context, decode, masks, made } = painted([mask]);
    expect(masks.isBusy()).toBe(true);
    expect(pixelAt(context, 20, 20)[3]).toBe(0);
    decode();
    expect(masks.isBusy()).toBe(false);
    expect(made).toEqual([{ minX: 6, minY: 6, maxX: 35, maxY: 35 }]);
    expect(pixelAt(context, 20, 20)).toEqual(TEAL);
    expect(pixelAt(context, 6, 20)).toEqual(TEAL);
    expect(pixelAt(context, 7, 7)[3]).toBe(0);
  });

  test('shows what it was before while it is moved, and makes nothing of the steps between', () => {
    const works = new Map<Iterator<unknown>, boolean>();
    const masks = createMaskBitmaps(
      {
        run: (work) => {
          works.set(work, true);
          return () => works.set(work, false);
        },
      },
      nodeCanvas,
      () => {},
    );
    const { context } = nodeCanvas(SIDE, SIDE);
    const paint: Paint = {
      context,
      pixel: 1,
      opacity: 0.5,
      lookOf: () => PLAIN,
      masks,
      hatches: createHatches(nodeCanvas),
      isCrowded: false,
    };
    const show = (geometry: Geometry) => {
      context.clearRect(0, 0, SIDE, SIDE);
      paintRegion(paint, { id: 'mask', type: 'region', geometry, label: null, order: 1, groupId: null });
      return pixelsOf(context).join();
    };
    show(mask);
    for (const work of works.keys()) while (work.next().done !== true);
    const first = show(mask);
    const steps = [3, 4, 5].map((by) => translateGeometry(mask, { x: by, y: 0 }));
    const pictures = steps.map(show);
    expect(new Set([first, ...pictures]).size).toBe(4);
    expect(pixelAt(context, 6 + 5, 20)).toEqual(TEAL);
    expect([...works.values()].slice(1)).toEqual([false, false, true]);
    for (const [work, isWanted] of works) while (isWanted && work.next().done !== true);
    expect(show(steps[2]!)).toBe(pictures[2]);
  });

  test('is hatched when it was rejected', () => {
    const plain = painted([mask]);
    const rejected = painted([mask], { look: { status: 'rejected' } });
    plain.decode();
    rejected.decode();
    expect(pixelsOf(rejected.context).join()).not.toBe(pixelsOf(plain.context).join());
  });
});

const luminance = ([red, green, blue]: readonly number[]): number => red! + green! + blue!;
