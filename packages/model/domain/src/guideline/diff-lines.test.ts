import fc from 'fast-check';
import { expect, test } from 'vitest';
import { diffLines } from './diff-lines.ts';

const written = (before: string, after: string) =>
  diffLines(before, after).map(({ kind, text }) => `${{ same: ' ', added: '+', removed: '-' }[kind]}${text}`);

test('what stayed, what went and what came, in their order', () => {
  expect(written('a\nb\nc', 'a\nx\nc\nd')).toEqual([' a', '-b', '+x', ' c', '+d']);
  expect(written('', 'a\nb')).toEqual(['+a', '+b']);
  expect(written('a\nb', '')).toEqual(['-a', '-b']);
  expect(written('', '')).toEqual([]);
  expect(written('same\n\n', 'same\n\n')).toEqual([' same', ' ', ' ']);
});

test('the example of the source: five lines differ between ABCABBA and CBABAC', () => {
  const lines = diffLines([...'ABCABBA'].join('\n'), [...'CBABAC'].join('\n'));
  expect(lines.filter((line) => line.kind !== 'same')).toHaveLength(5);
});

const text = fc.array(fc.constantFrom('a', 'b', 'c', ''), { maxLength: 30 }).map((lines) => lines.join('\n'));

/** The length of the longest common subsequence, by the table. */
function longestCommon(a: readonly string[], b: readonly string[]): number {
  let row = new Array<number>(b.length + 1).fill(0);
  for (const line of a) {
    const next = [0];
    for (const [at, other] of b.entries())
      next.push(line === other ? (row[at] ?? 0) + 1 : Math.max(next[at] ?? 0, row[at + 1] ?? 0));
    row = next;
  }
  return row[b.length] ?? 0;
}

test('either text can be read back, and no fewer lines could differ', () => {
  const numRuns = process.env.ASSAY_SOAK === '1' ? 50_000 : 500;
  fc.assert(
    fc.property(text, text, (before, after) => {
      const lines = diffLines(before, after);
      const without = (kind: string) => lines.filter((line) => line.kind !== kind).map((line) => line.text);
      expect(without('added').join('\n')).toBe(before);
      expect(without('removed').join('\n')).toBe(after);
      const common = longestCommon(
        before === '' ? [] : before.split('\n'),
        after === '' ? [] : after.split('\n'),
      );
      expect(lines.filter((line) => line.kind === 'same')).toHaveLength(common);
    }),
    { numRuns },
  );
});

test('texts that have nothing in common are shown one after the other', () => {
  const many = (mark: string) => Array.from({ length: 5000 }, (_, at) => `${mark}${at}`).join('\n');
  const lines = diffLines(`head\n${many('a')}`, `head\n${many('b')}`);
  expect(lines).toHaveLength(10_001);
  expect(lines[0]).toEqual({ kind: 'same', text: 'head' });
  expect(lines[1]).toEqual({ kind: 'removed', text: 'a0' });
  expect(lines.at(-1)).toEqual({ kind: 'added', text: 'b4999' });
});
