import { expect, test } from 'vitest';
import { blobKey, InvalidKeyError } from './index.ts';

const parts = {
  region: 'eu-1',
  orgId: '0192f0c1-0000-7000-8000-000000000000',
  kind: 'chunk',
  id: 'part-0.parquet',
};

test('a key is its parts, separated by slashes', () => {
  expect(blobKey(parts)).toBe('eu-1/0192f0c1-0000-7000-8000-000000000000/chunk/part-0.parquet');
});

test.each([
  '',
  '.',
  '..',
  '../x',
  'a/b',
  '/a',
  'a\\b',
  'a\0b',
  '.hidden',
  'a b',
  'ä',
  'a\n',
  'x'.repeat(129),
  '%2e%2e',
])('refuses the part %j wherever it stands', (part) => {
  for (const name of ['region', 'orgId', 'kind', 'id'] as const) {
    expect(() => blobKey({ ...parts, [name]: part })).toThrow(InvalidKeyError);
  }
});
