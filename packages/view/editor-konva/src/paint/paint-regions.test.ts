import type { Geometry } from '@assay/contracts';
import { maskOfRle, type RegionRecord } from '@assay/editor';
import { rleOfPixels } from '@assay/geometry';
import { describe, expect, test } from 'vitest';
import { nodeCanvas, opaque, pixelAt } from '../testing/node-canvas.ts';
import { PICTURE_COLOURS } from './colours.ts';
import { paintRegions } from './paint-regions.ts';
import type { RegionLook } from './region-look.ts';

const LOOKS: readonly RegionLook['colour'][] = ['teal', 'orange'];

/** A thumbnail of 50 x 50 pixels of an image of 100 x 100. */
function thumbnailOf(...regions: readonly (readonly [order: number, geometry: Geometry])[]) {
  const { context } = nodeCanvas(50, 50);
  const records = regions.map(
    ([order, geometry], at): RegionRecord => ({
      id: `${at}`,
      type: 'region',
      geometry,
      label: null,
      order,
      groupId: null,
    }),
  );
  paintRegions(records, {
    context,
    camera: { x: 0, y: 0, zoom: 0.5 },
    lookOf: ({ order }) => ({
      colour: LOOKS[order]!,
      status: 'accepted',
      isOccluded: false,
      text: '',
      bones: [],
    }),
    opacity: 1,
    makeCanvas: nodeCanvas,
  });
  return context;
}

const box = (x: number, y: number, side: number): Geometry => ({
  kind: 'box',
  version: 1,
  x,
  y,
  width: side,
  height: side,
});

describe('regions on a thumbnail', () => {
  test('lie as the camera and their order say', () => {
    const context = thumbnailOf([1, box(50, 50, 40)], [0, box(10, 10, 60)]);
    expect(pixelAt(context, 15, 15)).toEqual(opaque(PICTURE_COLOURS.teal));
    expect(pixelAt(context, 40, 40)).toEqual(opaque(PICTURE_COLOURS.orange));
    expect(pixelAt(context, 30, 30)).toEqual(opaque(PICTURE_COLOURS.orange));
    expect(pixelAt(context, 2, 2)[3]).toBe(0);
  });

  test('have masks at once', () => {
    const pixels = Uint8Array.from({ length: 100 * 100 }, (_, at) => Number(at % 100 < 50));
    const context = thumbnailOf([0, maskOfRle(rleOfPixels(pixels, 100, 100))]);
    expect(pixelAt(context, 10, 25)).toEqual(opaque(PICTURE_COLOURS.teal));
    expect(pixelAt(context, 40, 25)[3]).toBe(0);
  });
});
