import { writeFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { orFull, StorageFullError } from './storage-errors.ts';

function failureOf(act: () => void): unknown {
  try {
    act();
  } catch (error) {
    return error;
  }
  throw new Error('It did not fail.');
}

test.runIf(process.platform === 'linux')('what a full device says is a StorageFullError', () => {
  expect(orFull(failureOf(() => writeFileSync('/dev/full', 'x')))).toBeInstanceOf(StorageFullError);
});

test('any other error stays what it is', () => {
  const error = failureOf(() => writeFileSync('/no/such/folder/file', 'x'));
  expect(orFull(error)).toBe(error);
});
