import { expect, test } from 'vitest';
import { eventually } from './index.ts';

test('tries until the condition holds, and gives its value', async () => {
  let tries = 0;
  const value = await eventually(
    () => {
      tries += 1;
      if (tries < 3) throw new Error('not yet');
      return tries;
    },
    { interval: 1 },
  );
  expect(value).toBe(3);
});

test('gives up with the last reason', async () => {
  await expect(
    eventually(
      () => {
        throw new Error('never');
      },
      { timeout: 5, interval: 1 },
    ),
  ).rejects.toThrow('never');
});
