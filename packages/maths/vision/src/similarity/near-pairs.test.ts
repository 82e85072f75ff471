import fc from 'fast-check';
import { expect, test } from 'vitest';
import { hammingDistance, hashWords, nearDuplicates, nearPairs } from '../index.ts';

const RUNS = process.env.ASSAY_SOAK === '1' ? 5_000 : 50;

/** Hashes of which many are near one another: some roots, with a few bits changed. */
const families = fc
  .tuple(
    fc.array(fc.bigInt({ min: 0n, max: 2n ** 64n - 1n }), { minLength: 1, maxLength: 6 }),
    fc.array(fc.tuple(fc.nat(5), fc.array(fc.nat(63), { maxLength: 12 })), { minLength: 1, maxLength: 120 }),
  )
  .map(([roots, members]) =>
    members.map(([root, bits]) =>
      bits
        .reduce((hash, bit) => hash ^ (1n << BigInt(bit)), roots[root % roots.length]!)
        .toString(16)
        .padStart(16, '0'),
    ),
  );

/** All pairs, counted bit by bit. */
function bruteForce(hashes: readonly string[], distance: number): string[] {
  const words = hashWords(hashes);
  const pairs: string[] = [];
  for (let later = 1; later < hashes.length; later += 1) {
    for (let earlier = 0; earlier < later; earlier += 1) {
      let apart = 0;
      for (const half of [0, 1]) {
        for (let rest = words[later * 2 + half]! ^ words[earlier * 2 + half]!; rest !== 0; rest &= rest - 1)
          apart += 1;
      }
      if (apart <= distance) pairs.push(`${later} ${earlier} ${apart}`);
    }
  }
  return pairs;
}

test('the same pairs as comparing all, each once, at every distance', () => {
  fc.assert(
    fc.property(families, fc.nat(20), (hashes, distance) => {
      const found: string[] = [];
      nearPairs(hashWords(hashes), distance, (later, earlier, apart) => {
        found.push(`${later} ${earlier} ${apart}`);
      });
      expect(found.sort()).toEqual(bruteForce(hashes, distance).sort());
    }),
    { numRuns: RUNS },
  );
}, 600_000);

test('the same among thousands, where parts are longer', () => {
  let state = 7n;
  const next = () => {
    state = (state * 6364136223846793005n + 1442695040888963407n) & (2n ** 64n - 1n);
    return state ^ (state >> 29n);
  };
  const roots = Array.from({ length: 300 }, next);
  const hashes = Array.from({ length: 3_000 }, (_, at) => {
    let hash = roots[at % roots.length]!;
    for (let bit = 0n; bit < BigInt(at % 9); bit += 1n) hash ^= 1n << (next() % 64n);
    return hash.toString(16).padStart(16, '0');
  });
  for (const distance of [0, 3, 6]) {
    const found: string[] = [];
    nearPairs(hashWords(hashes), distance, (later, earlier, apart) => {
      found.push(`${later} ${earlier} ${apart}`);
    });
    expect(found.length).toBeGreaterThan(0);
    expect(found.sort()).toEqual(bruteForce(hashes, distance).sort());
  }
});

test('groups are what steps of the distance connect', () => {
  const hashes = [
    '0000000000000000',
    'ffffffffffffffff',
    '0000000000000003',
    '00000000000000ff',
    'ffffffffffffffff',
    '000000000000000f',
    '0123456789abcdef',
  ];
  expect(nearDuplicates(hashes, 2)).toEqual([
    [0, 2, 5],
    [1, 4],
  ]);
  expect(nearDuplicates(hashes, 4)).toEqual([
    [0, 2, 3, 5],
    [1, 4],
  ]);
  expect(nearDuplicates(hashes, 0)).toEqual([[1, 4]]);
  expect(nearDuplicates([], 3)).toEqual([]);
});

test('100,000 equal hashes are one group, without their pairs', () => {
  const groups = nearDuplicates(
    Array.from({ length: 100_000 }, () => '00000000000000aa'),
    4,
  );
  expect(groups.map(({ length }) => length)).toEqual([100_000]);
});

test('what is no hash or no distance is refused', () => {
  expect(() => hashWords(['123'])).toThrow(RangeError);
  expect(() => nearPairs(new Uint32Array(2), 65, () => undefined)).toThrow(RangeError);
  expect(() => nearPairs(new Uint32Array(2), 1.5, () => undefined)).toThrow(RangeError);
});

test('distances of bits', () => {
  expect(hammingDistance('0000000000000000', 'ffffffffffffffff')).toBe(64);
  expect(hammingDistance('8000000000000001', '0000000000000000')).toBe(2);
});
