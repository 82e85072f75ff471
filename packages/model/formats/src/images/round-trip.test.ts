import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { imageLabelFormats } from './image-label-format.ts';
import { anyDocument } from './testing/documents.ts';
import { comparable, conformed, expectSame, roundTrip, written } from './testing/round-trip.ts';

const soak = process.env.ASSAY_SOAK ? 100 : 1;
const numRuns = 60 * soak;

describe.each(imageLabelFormats)('%s', (format) => {
  it('gives back what its table says, numbers to 1e-6 and masks bit by bit', async () => {
    await fc.assert(
      fc.asyncProperty(anyDocument, async (document) => {
        const again = await roundTrip(format, document);
        expectSame(comparable(format, again), comparable(format, await conformed(format, document)));
      }),
      { numRuns },
    );
  });

  it('gives all of it back the second time', async () => {
    await fc.assert(
      fc.asyncProperty(anyDocument, async (document) => {
        const once = await roundTrip(format, document);
        const twice = await roundTrip(format, once);
        expectSame(comparable(format, twice), comparable(format, once));
      }),
      { numRuns: numRuns / 2 },
    );
  });

  it('writes the same bytes again', async () => {
    await fc.assert(
      fc.asyncProperty(anyDocument, async (document) => {
        expect(await written(format, document)).toEqual(await written(format, document));
      }),
      { numRuns: numRuns / 4 },
    );
  });
});
