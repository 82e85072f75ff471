import { MOST_FRAMES } from '@assay/contracts';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { inNaturalOrder } from './natural-order.ts';
import { sequencesOf } from './sequences-of.ts';

const image = (path: string, width = 64) => ({ id: path, path, width, height: 48 });

test('names with numbers follow on each other as their numbers do', () => {
  const names = [
    'frame10.png',
    'frame2.png',
    'frame02.png',
    'Frame1.png',
    'frame.png',
    'frame2b.png',
    'frame1.png',
  ];
  expect(inNaturalOrder(names, (name) => name)).toEqual([
    'Frame1.png',
    'frame.png',
    'frame1.png',
    'frame02.png',
    'frame2.png',
    'frame2b.png',
    'frame10.png',
  ]);
});

const naturalOrder = (a: string, b: string): number =>
  a === b ? 0 : inNaturalOrder([a, b], (name) => name)[0] === a ? -1 : 1;

test('the order is total, and of numbers as long as they like', () => {
  const name = fc.string({ unit: fc.constantFrom('a', 'b', '0', '1', '9', '/', '.'), maxLength: 8 });
  fc.assert(
    fc.property(name, name, name, (a, b, c) => {
      expect(Math.sign(naturalOrder(a, b))).toBe(-Math.sign(naturalOrder(b, a)) + 0);
      expect(naturalOrder(a, b) === 0).toBe(a === b);
      if (naturalOrder(a, b) < 0 && naturalOrder(b, c) < 0) expect(naturalOrder(a, c)).toBeLessThan(0);
    }),
  );
  fc.assert(
    fc.property(fc.bigInt({ min: 0n }), fc.bigInt({ min: 0n }), (a, b) => {
      expect(Math.sign(naturalOrder(`f${a}`, `f${b}`))).toBe(a < b ? -1 : a > b ? 1 : 0);
    }),
  );
});

test('pictures are alone, one sequence, or one of each folder', () => {
  const images = ['b/f10.png', 'b/f9.png', 'a/2.png', 'a/11.png'].map((path) => image(path));
  const paths = (how: Parameters<typeof sequencesOf>[1], list = images) => {
    const made = sequencesOf(list, how);
    return made.ok
      ? made.sequences.map(({ path, frames }) => [path, ...frames.map((each) => each.path)])
      : made;
  };
  expect(paths('none')).toEqual(images.map(({ path }) => [path, path]));
  expect(paths('folders')).toEqual([
    ['a', 'a/2.png', 'a/11.png'],
    ['b', 'b/f9.png', 'b/f10.png'],
  ]);
  expect(paths('one')).toEqual([['a/2.png', 'a/2.png', 'a/11.png', 'b/f9.png', 'b/f10.png']]);
  expect(paths('one', [image('s/b/1.png'), image('s/a/1.png')])).toEqual([['s', 's/a/1.png', 's/b/1.png']]);
});

test('a frame of another size, or one too many, is named', () => {
  const odd = [image('a/1.png'), image('a/2.png', 65), image('b/1.png', 65)];
  expect(sequencesOf(odd, 'folders')).toMatchObject({
    ok: false,
    path: 'a/2.png',
    fault: expect.stringContaining('65 × 48'),
  });
  expect(sequencesOf([image('a/1.png'), image('b/1.png', 65)], 'folders')).toMatchObject({ ok: true });
  expect(sequencesOf(odd, 'none')).toMatchObject({ ok: true });
  const many = Array.from({ length: MOST_FRAMES + 1 }, (_, at) => image(`f${at}.png`));
  expect(sequencesOf(many, 'one')).toMatchObject({ ok: false, path: `f${MOST_FRAMES}.png` });
  expect(sequencesOf(many.slice(1), 'one')).toMatchObject({ ok: true });
});

test('no name is read again for each name that it is compared with, nor where there are too many', () => {
  const read = (count: number) => {
    let reads = 0;
    const images = Array.from({ length: count }, (_, at) => ({
      ...image(`f${at}.png`),
      get path() {
        reads += 1;
        return `f${(at * 7919) % count}.png`;
      },
    }));
    const { ok } = sequencesOf(images, 'one');
    return { ok, reads };
  };
  const most = read(MOST_FRAMES);
  expect(most.ok).toBe(true);
  expect(most.reads).toBeLessThan(4 * MOST_FRAMES);
  const more = read(50 * MOST_FRAMES);
  expect(more.ok).toBe(false);
  expect(more.reads).toBeLessThan(10);
});
