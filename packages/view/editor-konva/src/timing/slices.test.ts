import { expect, test } from 'vitest';
import { createSlices } from './slices.ts';

/** A clock whose time passes when work is done, and whose tasks wait until they are run. */
function handClock() {
  let time = 0;
  const tasks: (() => void)[] = [];
  return {
    now: () => time,
    pass: (ms: number) => {
      time += ms;
    },
    later: (task: () => void) => void tasks.push(task),
    stop: () => {},
    /** Runs the next task; false when there is none. */
    runNext: () => {
      const task = tasks.shift();
      task?.();
      return task !== undefined;
    },
  };
}

test('long work is left after some milliseconds, and gone on with in the next task', () => {
  const clock = handClock();
  const slices = createSlices(clock);
  const done: number[] = [];
  function* work() {
    for (let step = 0; step < 10; step += 1) {
      clock.pass(3);
      done.push(step);
      yield;
    }
  }
  slices.run(work());
  expect(done).toEqual([]);
  clock.runNext();
  expect(done).toEqual([0, 1, 2]);
  while (clock.runNext());
  expect(done).toHaveLength(10);
  expect(slices.isIdle()).toBe(true);
});

test('work follows in the order in which it came, and what is given up is not gone on with', () => {
  const clock = handClock();
  const slices = createSlices(clock);
  const done: string[] = [];
  function* work(name: string) {
    for (let step = 0; step < 3; step += 1) {
      clock.pass(4);
      done.push(name);
      yield;
    }
  }
  slices.run(work('first'));
  const giveUp = slices.run(work('second'));
  slices.run(work('third'));
  clock.runNext();
  giveUp();
  while (clock.runNext());
  expect(done).toEqual(['first', 'first', 'first', 'third', 'third', 'third']);
});

test('work that fails is dropped, and what waits behind it has its turn', () => {
  const clock = handClock();
  const slices = createSlices(clock);
  let isDone = false;
  slices.run(
    (function* () {
      yield;
      throw new Error('broken');
    })(),
  );
  slices.run(
    (function* () {
      isDone = true;
      yield;
    })(),
  );
  expect(() => clock.runNext()).toThrow('broken');
  while (clock.runNext());
  expect(isDone).toBe(true);
});

test('what is urgent comes before what waits, and before what has begun', () => {
  const clock = handClock();
  const slices = createSlices(clock);
  const done: string[] = [];
  function* work(name: string) {
    for (let step = 0; step < 2; step += 1) {
      clock.pass(10);
      done.push(name);
      yield;
    }
  }
  slices.run(work('first'));
  slices.run(work('second'));
  clock.runNext();
  slices.run(work('urgent'), true);
  while (clock.runNext());
  expect(done).toEqual(['first', 'urgent', 'urgent', 'first', 'second', 'second']);
});
