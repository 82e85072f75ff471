import { geometry } from '@assay/contracts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type ImageLabelFormat, imageLabelFormats } from './image-label-format.ts';
import { anyDocument, type WholeDocument } from './testing/documents.ts';
import { fileOf, read, written } from './testing/round-trip.ts';

const soak = process.env.ASSAY_SOAK ? 100 : 1;

/** What takes the place of a piece of a file: numbers that are none, brackets, quotes, tags, nothing. */
const piece = fc.constantFrom(
  ...['', '"', '{', '}', '[', ']', ',', '\\', 'NaN', '-1', '1e999', '99999999999', 'null', '{}', '[[]]'],
  ...['<', '>', '</image>', '<box>', '&', '&x;', '<!DOCTYPE a>', '\n', ' ', ': ', '*a', '\0', '\ud800', '-'],
);
const damage = fc.array(fc.tuple(fc.double({ min: 0, max: 1, noNaN: true }), fc.nat(12), piece), {
  minLength: 1,
  maxLength: 4,
});

async function damagedFiles(
  format: ImageLabelFormat,
  document: WholeDocument,
  cuts: readonly [number, number, string][],
) {
  const { files } = await written(format, document);
  return files.map(({ path, text }) => {
    const damaged = cuts.reduce((now, [share, length, instead]) => {
      const at = Math.floor(share * now.length);
      return now.slice(0, at) + instead + now.slice(at + length);
    }, text);
    return fileOf(path, damaged, 50);
  });
}

describe.each(imageLabelFormats)('damaged %s', (format) => {
  it('is read to its end, and gives only regions that can be stored', async () => {
    await fc.assert(
      fc.asyncProperty(anyDocument, damage, async (document, cuts) => {
        const files = await damagedFiles(format, document, cuts);
        const { images, problems } = await read(format, files, { sizeOf: () => ({ width: 20, height: 20 }) });
        for (const { width, height, regions, path } of images) {
          expect(path).not.toBe('');
          expect(width > 0 && height > 0).toBe(true);
          for (const region of regions) {
            expect(geometry.safeParse(region.geometry).error?.issues).toBeUndefined();
            expect(Number.isFinite(region.order)).toBe(true);
            if (region.score !== null) expect(region.origin).toBe('prediction');
          }
        }
        for (const { message, kept, next } of problems) expect([message, kept, next]).not.toContain('');
      }),
      { numRuns: 60 * soak },
    );
  });
});
