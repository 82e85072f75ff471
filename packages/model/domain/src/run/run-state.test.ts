import { runStatus } from '@assay/contracts';
import { expect, test } from 'vitest';
import { canMoveRun, hasRunRows, isRunOpen, runStatesBefore } from './run-state.ts';

test('a run goes from the queue to a verdict, and can be stopped on every step of the way', () => {
  const way = ['QUEUED', 'RUNNING', 'GENERATED', 'VALIDATING', 'READY'] as const;
  for (let at = 1; at < way.length; at += 1) expect(canMoveRun(way[at - 1]!, way[at]!)).toBe(true);
  for (const status of runStatus.options) {
    expect(canMoveRun(status, 'CANCELLED')).toBe(isRunOpen(status));
    expect(canMoveRun(status, 'FAILED')).toBe(isRunOpen(status));
    expect(canMoveRun(status, status)).toBe(false);
  }
});

test('a stopped run goes on, a judged one is judged anew', () => {
  expect(runStatesBefore('QUEUED')).toEqual(['CANCELLED', 'FAILED']);
  expect(runStatesBefore('READY')).toEqual(['GENERATED', 'VALIDATING', 'BLOCKED']);
  expect(runStatus.options.filter((status) => canMoveRun('READY', status))).toEqual([
    'VALIDATING',
    'BLOCKED',
  ]);
});

test('rows are there from generation on', () => {
  expect(runStatus.options.filter(hasRunRows)).toEqual(['GENERATED', 'VALIDATING', 'READY', 'BLOCKED']);
});
