import { MOST_LEASES } from '@assay/contracts';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { batchStatesBefore, canMoveBatch, servesTasks, takesAnswers } from './batch-state.ts';
import { leasesAllowed } from './leases-allowed.ts';
import { decideTask, mayTake, openTask, type TaskCommand, type TaskState } from './task-state.ts';

const RUNS = { numRuns: process.env.ASSAY_SOAK === '1' ? 50_000 : 500 };
const people = fc.constantFrom('ann', 'ben', 'eve');
const leases = fc.constantFrom('l1', 'l2', 'l3', 'l4');

const commands: fc.Arbitrary<TaskCommand> = fc.oneof(
  fc.record({ kind: fc.constant('claim' as const), personId: people, leaseId: leases }),
  fc.record({ kind: fc.constant('release' as const), leaseId: leases }),
  fc.record({ kind: fc.constant('expire' as const) }),
  fc.record({ kind: fc.constant('submit' as const), leaseId: leases, annotationId: fc.constant('a1') }),
  fc.record({ kind: fc.constant('skip' as const), leaseId: leases }),
  fc.record({ kind: fc.constant('retract' as const), personId: people, leaseId: leases }),
  fc.record({ kind: fc.constant('ask-again' as const) }),
  fc.record({ kind: fc.constant('cancel' as const) }),
);

test('whatever is asked of a task, it is held by one person or by nobody, and an answer has one', () => {
  fc.assert(
    fc.property(fc.array(commands, { maxLength: 40 }), (list) => {
      let task: TaskState = openTask;
      for (const command of list) {
        const before = task;
        const next = decideTask(task, command);
        if (typeof next === 'string') continue;
        task = next;
        expect(task.leaseId !== null).toBe(task.status === 'LEASED');
        expect(task.annotationId !== null).toBe(task.status === 'SUBMITTED');
        expect(task.personId === null).toBe(task.status === 'OPEN' || task.status === 'CANCELLED');
        // Only whoever holds a task answers it, and an answer passes from one person to nobody else.
        if (task.status === 'SUBMITTED' || task.status === 'SKIPPED') {
          expect(before.status).toBe('LEASED');
          expect(task.personId).toBe(before.personId);
        }
        if (before.status === 'SUBMITTED' || before.status === 'SKIPPED') {
          // Its author takes it up again, or what was answered is asked of anybody.
          if (command.kind === 'ask-again') {
            expect([before.status, task]).toEqual(['SUBMITTED', openTask]);
          } else {
            expect(command.kind).toBe('retract');
            expect(task.personId).toBe(before.personId);
          }
        }
        expect(before.status).not.toBe('CANCELLED');
      }
    }),
    RUNS,
  );
});

test('a lease that ended holds nothing', () => {
  const held = decideTask(openTask, { kind: 'claim', personId: 'ann', leaseId: 'l1' }) as TaskState;
  expect(decideTask(held, { kind: 'claim', personId: 'ben', leaseId: 'l2' })).toBe('taken');
  expect(decideTask(held, { kind: 'expire' })).toEqual(openTask);
  expect(decideTask(openTask, { kind: 'submit', leaseId: 'l1', annotationId: 'a1' })).toBe('not-held');
  expect(decideTask(held, { kind: 'submit', leaseId: 'l2', annotationId: 'a1' })).toBe('not-held');
  const done = decideTask(held, { kind: 'submit', leaseId: 'l1', annotationId: 'a1' }) as TaskState;
  expect(decideTask(done, { kind: 'cancel' })).toBe('ended');
  expect(decideTask(done, { kind: 'retract', personId: 'ben', leaseId: 'l2' })).toBe('not-yours');
  expect(mayTake([done, openTask], 'ann')).toBe(false);
  expect(mayTake([done, openTask], 'ben')).toBe(true);
});

test('few tasks are shared out, many are fetched ahead', () => {
  expect(leasesAllowed(0, 10)).toBe(1);
  expect(leasesAllowed(9, 10)).toBe(1);
  expect(leasesAllowed(30, 10)).toBe(3);
  expect(leasesAllowed(10_000, 10)).toBe(MOST_LEASES);
  expect(leasesAllowed(10_000, 10, 25)).toBe(25);
  expect(leasesAllowed(100, 10, 25)).toBe(10);
});

test('a batch serves while it is open, takes what is in hand while it is paused, and is cancelled for good', () => {
  expect(servesTasks('OPEN')).toBe(true);
  expect(servesTasks('PAUSED')).toBe(false);
  expect(takesAnswers('PAUSED')).toBe(true);
  expect(takesAnswers('CANCELLED')).toBe(false);
  expect(batchStatesBefore('CANCELLED')).toEqual(['BUILDING', 'FAILED', 'OPEN', 'PAUSED', 'DONE']);
  expect(canMoveBatch('CANCELLED', 'OPEN')).toBe(false);
  // One of imported answers is done when it is built.
  expect(batchStatesBefore('DONE')).toEqual(['BUILDING', 'OPEN', 'PAUSED']);
});
