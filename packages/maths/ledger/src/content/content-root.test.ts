import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { canonicalJson, namedRoot, startContentRoot } from '../index.ts';

const native = (data: Uint8Array) => new Uint8Array(createHash('sha256').update(data).digest());
const sha = (...parts: (string | Buffer)[]) => {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part);
  return hash.digest();
};
const LEAF = Buffer.from([0]);
const NODE = Buffer.from([1]);

const rootOf = (rows: readonly (readonly [string, unknown])[]) => {
  const root = startContentRoot();
  for (const [key, row] of rows) root.add(key, canonicalJson(row));
  return root.end();
};

test('is the tree of RFC 6962 over the sorted keys and the hashes of their rows', () => {
  const leaf = (key: string, row: string) => sha(LEAF, `["${key}","${sha(row).toString('hex')}"]`);
  const [a, b, c] = [leaf('a', '{"x":1}'), leaf('b', '{"x":2}'), leaf('c', 'null')];
  const expected = sha(NODE, sha(NODE, a, b), c).toString('hex');
  expect(
    rootOf([
      ['c', null],
      ['a', { x: 1 }],
      ['b', { x: 2 }],
    ]),
  ).toEqual({ root: expected, rows: 3 });
  expect(rootOf([])).toEqual({ root: sha('').toString('hex'), rows: 0 });
});

test('the order of rows makes no difference, any change of one does', () => {
  const rows = fc.uniqueArray(fc.tuple(fc.uuid(), fc.jsonValue()), {
    selector: ([key]) => key,
    minLength: 1,
    maxLength: 40,
  });
  fc.assert(
    fc.property(rows, fc.nat(), (given, at) => {
      const before = rootOf(given).root;
      expect(rootOf([...given].reverse()).root).toBe(before);
      const native2 = startContentRoot(native);
      for (const [key, row] of given) native2.add(key, canonicalJson(row));
      expect(native2.end().root).toBe(before);
      const changed = given.map(
        ([key, row], i) => [key, i === at % given.length ? { was: row } : row] as const,
      );
      expect(rootOf(changed).root).not.toBe(before);
      expect(rootOf(given.slice(1)).root).not.toBe(before);
    }),
    { numRuns: process.env.ASSAY_SOAK === '1' ? 5000 : 50 },
  );
});

test('a key that comes twice is refused', () => {
  expect(() =>
    rootOf([
      ['a', 1],
      ['a', 2],
    ]),
  ).toThrow('came twice');
});

test('a root over named roots depends on each name and each root', () => {
  const one = sha(LEAF, '["labels","aa"]');
  const two = sha(LEAF, '["samples","bb"]');
  expect(namedRoot({ samples: 'bb', labels: 'aa' })).toBe(sha(NODE, one, two).toString('hex'));
  expect(namedRoot({ samples: 'aa', labels: 'bb' })).not.toBe(namedRoot({ samples: 'bb', labels: 'aa' }));
});
