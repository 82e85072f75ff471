import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { pixelsOfRle, rleOfPixels } from './pixels.ts';
import { BIG_MASKS, BIG_PAIRS, BIG_PIXELS, BIG_SIZE, BIG_UNION, KNOWN_MASKS } from './pycocotools-values.ts';
import { emptyRle, type Rle, type RleResult, rleOfCounts } from './rle.ts';
import { rleArea, rleBounds, rleContains } from './rle-measures.ts';
import { combineRles, mergeRles, rleIou, shiftRle } from './rle-merge.ts';
import { rleOfString, rleToString } from './rle-string.ts';

const RUNS = { numRuns: process.env.ASSAY_SOAK ? 20_000 : 200 };

const okRle = (result: RleResult): Rle => {
  if (!result.ok) throw new Error(result.reason);
  return result.value;
};
const pixelsOfRows = (rows: readonly string[]) =>
  Uint8Array.from([...rows.join('')].map((sign) => (sign === '#' ? 1 : 0)));
const cocoBox = (mask: Rle) => {
  const bounds = rleBounds(mask) ?? { minX: 0, minY: 0, maxX: 0, maxY: 0 };
  return [bounds.minX, bounds.minY, bounds.maxX - bounds.minX, bounds.maxY - bounds.minY];
};
function bigMask(name: keyof typeof BIG_PIXELS): Rle {
  const { width, height } = BIG_SIZE;
  const inside = BIG_PIXELS[name];
  const pixels = Uint8Array.from({ length: width * height }, (_, at) =>
    Number(inside(at % width, Math.floor(at / width))),
  );
  return rleOfPixels(pixels, width, height);
}

/** A random mask, and another of the same size. */
const twoMasks = fc
  .record({ width: fc.integer({ min: 1, max: 9 }), height: fc.integer({ min: 1, max: 9 }) })
  .chain(({ width, height }) => {
    const pixels = fc.uint8Array({ minLength: width * height, maxLength: width * height, max: 1 });
    return fc.record({
      width: fc.constant(width),
      height: fc.constant(height),
      first: pixels,
      second: pixels,
    });
  });

describe.each(KNOWN_MASKS)('mask $name', ({ rows, counts, text, area, box }) => {
  const [width, height] = [rows[0]!.length, rows.length];
  const mask = rleOfPixels(pixelsOfRows(rows), width, height);

  it('is encoded, measured and decoded as pycocotools does', () => {
    expect([...mask.counts]).toEqual(counts);
    expect(rleToString(mask)).toBe(text);
    expect(rleArea(mask)).toBe(area);
    expect(cocoBox(mask)).toEqual(box);
    expect(okRle(rleOfString(width, height, text))).toEqual(mask);
    expect(okRle(rleOfCounts(width, height, counts))).toEqual(mask);
    expect(pixelsOfRle(mask)).toEqual(pixelsOfRows(rows));
  });
});

describe.each(BIG_MASKS)('large mask $name', ({ name, text, area, box }) => {
  it('is encoded and measured as pycocotools does', () => {
    const mask = bigMask(name);
    expect(rleToString(mask)).toBe(text);
    expect(okRle(rleOfString(mask.width, mask.height, text))).toEqual(mask);
    expect(rleArea(mask)).toBe(area);
    expect(cocoBox(mask)).toEqual(box);
  });
});

describe('several masks', () => {
  it.each(BIG_PAIRS)('%s and %s meet as in pycocotools', (a, b, union, common, iou, bAsCrowd, aAsCrowd) => {
    const [first, second] = [bigMask(a), bigMask(b)];
    expect(rleArea(combineRles(first, second, 'union'))).toBe(union);
    expect(rleArea(combineRles(first, second, 'intersection'))).toBe(common);
    expect(rleIou(first, second)).toBe(iou);
    expect(rleIou(first, second, { isCrowd: true })).toBe(bAsCrowd);
    expect(rleIou(second, first, { isCrowd: true })).toBe(aAsCrowd);
  });

  it('are merged as in pycocotools', () => {
    const merged = mergeRles(
      BIG_MASKS.map(({ name }) => bigMask(name)),
      'union',
    )!;
    expect(rleToString(merged)).toBe(BIG_UNION.text);
    expect(rleArea(merged)).toBe(BIG_UNION.area);
    expect(mergeRles([], 'union')).toBeUndefined();
  });

  it('of different sizes are refused', () => {
    expect(() => combineRles(emptyRle(3, 4), emptyRle(4, 3), 'union')).toThrow(
      '3 x 4 does not fit one of 4 x 3',
    );
  });

  it('combine as their pixels do', () => {
    fc.assert(
      fc.property(twoMasks, ({ width, height, first, second }) => {
        const [a, b] = [rleOfPixels(first, width, height), rleOfPixels(second, width, height)];
        const expected = (join: (p: number, q: number) => number) =>
          rleOfPixels(
            first.map((pixel, at) => join(pixel, second[at]!)),
            width,
            height,
          );
        expect(combineRles(a, b, 'union')).toEqual(expected((p, q) => p | q));
        expect(combineRles(a, b, 'intersection')).toEqual(expected((p, q) => p & q));
        expect(combineRles(a, b, 'difference')).toEqual(expected((p, q) => p & (1 - q)));
        const [all, both] = [rleArea(combineRles(a, b, 'union')), rleArea(combineRles(a, b, 'intersection'))];
        expect(rleIou(a, b)).toBe(all === 0 ? undefined : both / all);
      }),
      RUNS,
    );
  });
});

it('pixels, run lengths and text say the same of any mask', () => {
  fc.assert(
    fc.property(twoMasks, ({ width, height, first }) => {
      const mask = rleOfPixels(first, width, height);
      expect(pixelsOfRle(mask)).toEqual(first);
      expect(okRle(rleOfString(width, height, rleToString(mask)))).toEqual(mask);
      expect(okRle(rleOfCounts(width, height, mask.counts))).toEqual(mask);
      expect(mask.counts.slice(1)).not.toContain(0);
      const inside = [...first.keys()].filter((at) => first[at] === 1);
      expect(rleArea(mask)).toBe(inside.length);
      const [xs, ys] = [inside.map((at) => at % width), inside.map((at) => Math.floor(at / width))];
      expect(rleBounds(mask)).toEqual(
        inside.length === 0
          ? undefined
          : {
              minX: Math.min(...xs),
              minY: Math.min(...ys),
              maxX: Math.max(...xs) + 1,
              maxY: Math.max(...ys) + 1,
            },
      );
      for (const at of first.keys()) {
        const point = { x: (at % width) + 0.5, y: Math.floor(at / width) + 0.5 };
        expect(rleContains(mask, point)).toBe(first[at] === 1);
      }
      expect(rleContains(mask, { x: -0.1, y: 0 })).toBe(false);
      expect(rleContains(mask, { x: width, y: 0 })).toBe(false);
      expect(rleContains(mask, { x: Number.NaN, y: 0 })).toBe(false);
    }),
    RUNS,
  );
});

it('moves by whole pixels, and loses what leaves the image', () => {
  const distance = fc.integer({ min: -10, max: 10 });
  fc.assert(
    fc.property(twoMasks, distance, distance, ({ width, height, first }, right, down) => {
      const moved = new Uint8Array(width * height);
      for (const [at, pixel] of first.entries()) {
        const [x, y] = [(at % width) + right, Math.floor(at / width) + down];
        if (x >= 0 && x < width && y >= 0 && y < height) moved[y * width + x] = pixel;
      }
      expect(shiftRle(rleOfPixels(first, width, height), right, down)).toEqual(
        rleOfPixels(moved, width, height),
      );
    }),
    RUNS,
  );
  expect(() => shiftRle(emptyRle(3, 3), 0.5, 0)).toThrow('whole pixels');
});

describe('bad input', () => {
  it('of runs is refused with what is wrong', () => {
    expect(rleOfCounts(0, 4, [])).toEqual({ ok: false, reason: 'bad-size' });
    expect(rleOfCounts(2.5, 4, [10])).toEqual({ ok: false, reason: 'bad-size' });
    expect(rleOfCounts(1e6, 1e6, [1e12])).toEqual({ ok: false, reason: 'bad-size' });
    expect(rleOfCounts(2, 2, [5])).toEqual({ ok: false, reason: 'wrong-sum' });
    expect(rleOfCounts(2, 2, [])).toEqual({ ok: false, reason: 'wrong-sum' });
    expect(rleOfCounts(2, 2, [6, -2])).toEqual({ ok: false, reason: 'bad-run' });
    expect(rleOfCounts(2, 2, [3.5, 0.5])).toEqual({ ok: false, reason: 'bad-run' });
    expect(rleOfCounts(2, 2, [Number.NaN, 4])).toEqual({ ok: false, reason: 'bad-run' });
    expect(() => rleOfPixels(new Uint8Array(3), 2, 2)).toThrow('3 pixels do not fill 2 x 2');
  });

  it('of text is refused with what is wrong', () => {
    expect(rleOfString(4, 3, '')).toEqual({ ok: false, reason: 'wrong-sum' });
    expect(rleOfString(4, 3, '<1')).toEqual({ ok: false, reason: 'wrong-sum' });
    expect(rleOfString(4, 3, 'é')).toEqual({ ok: false, reason: 'bad-character' });
    expect(rleOfString(4, 3, '!')).toEqual({ ok: false, reason: 'bad-character' });
    expect(rleOfString(4, 3, 'l')).toEqual({ ok: false, reason: 'cut-off' });
    expect(rleOfString(4, 3, 'O=')).toEqual({ ok: false, reason: 'bad-run' });
    expect(rleOfString(4, 3, 'oooooooooo0')).toEqual({ ok: false, reason: 'bad-run' });
  });

  it('of any text gives a mask of the size or a reason', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.integer({ min: 47, max: 112 }).map((code) => String.fromCharCode(code)) }),
        (text) => {
          const result = rleOfString(5, 4, text);
          if (result.ok) expect(pixelsOfRle(result.value)).toHaveLength(20);
          else expect(result.reason).not.toBe('bad-size');
        },
      ),
      RUNS,
    );
  });

  it('with empty runs in the middle is the mask that it says', () => {
    expect([...okRle(rleOfCounts(3, 2, [0, 0, 2, 1, 0, 2, 1, 0])).counts]).toEqual([2, 3, 1]);
  });
});

it('holds the largest image that is allowed', () => {
  const mask = okRle(rleOfCounts(46_340, 46_340, [1, 46_340 * 46_340 - 1]));
  expect(okRle(rleOfString(46_340, 46_340, rleToString(mask)))).toEqual(mask);
  expect(rleArea(mask)).toBe(46_340 * 46_340 - 1);
});
