import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { FEWEST_MEASURED, forecastWork, type MeasuredPerson } from './forecast.ts';

const MINUTE = 60_000;
const person = (part: Partial<MeasuredPerson> = {}): MeasuredPerson => ({
  personId: 'a',
  answers: 60,
  activeMs: 60 * MINUTE,
  days: 2,
  ...part,
});

it('says hours at the pace of all, between the quickest and the slowest, and days at what they give', () => {
  // 60 answers in an hour over two days, and 30 in an hour on one day.
  const slow = person({ personId: 'b', answers: 30, days: 1 });
  const found = forecastWork(180, 'project', [person(), slow]);
  expect(found).toEqual({
    known: true,
    basis: 'project',
    tasks: 180,
    people: 2,
    answers: 90,
    tasksPerHour: 45,
    leftMs: 4 * 60 * MINUTE,
    quickestMs: 3 * 60 * MINUTE,
    slowestMs: 6 * 60 * MINUTE,
    perDayMs: 90 * MINUTE,
    daysLeft: 240 / 90,
  });
});

it('knows nothing from nothing, from too few answers, and of work that is done', () => {
  expect(forecastWork(10, 'project', [])).toEqual({ known: false, reason: 'too-few-answers', answers: 0 });
  const few = person({ answers: FEWEST_MEASURED - 1 });
  expect(forecastWork(10, 'project', [few])).toMatchObject({ known: false, reason: 'too-few-answers' });
  expect(forecastWork(0, 'batch', [person()])).toMatchObject({ known: false, reason: 'nothing-left' });
  // Time that was not measured makes no pace of zero.
  expect(forecastWork(10, 'project', [person({ activeMs: 0 })])).toMatchObject({ known: false, answers: 0 });
});

it('takes no range from whoever has answered too little', () => {
  const hasty = person({ personId: 'b', answers: 1, activeMs: 1 });
  const found = forecastWork(60, 'batch', [person(), hasty]);
  if (!found.known) throw new Error('It is known.');
  expect(found.slowestMs).toBe(60 * MINUTE);
  expect(found.quickestMs).toBe(found.leftMs);
});

it('lies within its range and grows with the work', () => {
  const anyone = fc.record({
    personId: fc.constant('a'),
    answers: fc.integer({ min: 0, max: 1000 }),
    activeMs: fc.integer({ min: 0, max: 10 ** 8 }),
    days: fc.double({ min: 0, max: 28, noNaN: true }),
  });
  fc.assert(
    fc.property(fc.array(anyone, { maxLength: 5 }), fc.integer({ min: 1, max: 10 ** 6 }), (people, tasks) => {
      const [one, more] = [
        forecastWork(tasks, 'project', people),
        forecastWork(tasks + 1, 'project', people),
      ];
      if (!one.known || !more.known) return one.known === more.known;
      return (
        one.quickestMs <= one.leftMs &&
        one.leftMs <= one.slowestMs &&
        one.leftMs < more.leftMs &&
        Number.isFinite(one.daysLeft) &&
        one.daysLeft > 0
      );
    }),
    { numRuns: process.env.ASSAY_SOAK === '1' ? 10_000 : 200 },
  );
});
