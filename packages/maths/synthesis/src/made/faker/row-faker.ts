import { drawBlock, type Stream } from '@assay/random';
import { base, en, Faker, type Randomizer } from '@faker-js/faker';
import { referenceDate } from './meanings.ts';

const UNIT = 2 ** -32;

/** A faker whose draws are a pure function of (stream, row). */
export type RowFaker = {
  readonly faker: Faker;
  /** Begins the draws of a row. */
  begin(row: number): void;
};

/** Faker takes its random numbers from the blocks of a stream instead of from a generator with a state. */
export function createRowFaker(stream: Stream): RowFaker {
  const words = new Uint32Array(4);
  let row = 0;
  let taken = 0;
  const randomizer: Randomizer = {
    next() {
      if (taken % 4 === 0) drawBlock(stream, row, 0, taken >> 2, words);
      taken += 1;
      return words[(taken - 1) % 4]! * UNIT;
    },
    // Faker seeds what it is given once; the stream is seeded already.
    seed() {},
  };
  const faker = new Faker({ locale: [en, base], randomizer });
  faker.setDefaultRefDate(referenceDate());
  return {
    faker,
    begin(next) {
      row = next;
      taken = 0;
    },
  };
}
