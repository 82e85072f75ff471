import { expect, it } from 'vitest';
import { type Note, note } from '../testing/notes.ts';
import { carryOver } from './carry-over.ts';
import { diffOfChanges, isEmptyDiff, type RecordsDiff } from './diff.ts';
import { rebaseDiff as rebase } from './rebase-diff.ts';

const rebaseDiff = (diff: RecordsDiff<Note>, current: () => Note | undefined) =>
  rebase(diff, current, carryOver<Note>({}));

const before = note('a', 'old', 1);
const renamed = diffOfChanges([['a', { before, after: { ...before, text: 'new', colour: 'red' } }]]);

it('changes of a record only the properties that the diff changed', () => {
  const resized = { ...before, size: 9 };
  const rebased = rebaseDiff(renamed, () => resized);
  expect(rebased.updated.get('a')).toEqual({
    from: resized,
    to: { ...before, size: 9, text: 'new', colour: 'red' },
  });
});

it('takes away a property that the diff takes away', () => {
  const coloured = { ...before, colour: 'red' };
  const plain = diffOfChanges([['a', { before: coloured, after: before }]]);
  const rebased = rebaseDiff(plain, () => ({ ...coloured, size: 9 }));
  expect(rebased.updated.get('a')?.to).toEqual({ ...before, size: 9 });
  expect('colour' in rebased.updated.get('a')!.to).toBe(false);
});

it('leaves alone what is gone, and what is there already', () => {
  expect(isEmptyDiff(rebaseDiff(renamed, () => undefined))).toBe(true);
  const added = diffOfChanges([['a', { before: undefined, after: before }]]);
  expect(isEmptyDiff(rebaseDiff(added, () => note('a', 'theirs')))).toBe(true);
  const removed = diffOfChanges([['a', { before, after: undefined }]]);
  expect(isEmptyDiff(rebaseDiff(removed, () => undefined))).toBe(true);
  const theirs = note('a', 'theirs');
  expect(rebaseDiff(removed, () => theirs).removed.get('a')).toBe(theirs);
});
