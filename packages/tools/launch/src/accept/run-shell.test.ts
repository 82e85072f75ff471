import { expect, test } from 'vitest';
import { runShell } from './run-shell.ts';

const counted = /^\d+ passed, 0 failed$/;

test('a command proves its part when it ends well and its last line is as expected', async () => {
  const step = await runShell('echo first && echo "3 passed, 0 failed"', { expected: counted });
  expect(step).toMatchObject({ printed: '3 passed, 0 failed', passed: true });
});

test('another last line, a bad end, or no such command prove nothing', async () => {
  expect((await runShell('echo "3 passed, 1 failed"', { expected: counted })).passed).toBe(false);
  expect((await runShell('echo "3 passed, 0 failed" && exit 1', { expected: counted })).passed).toBe(false);
  expect(await runShell('exit 0')).toMatchObject({ printed: '(nothing)', passed: true });
  expect((await runShell('./no-such-command')).passed).toBe(false);
});
