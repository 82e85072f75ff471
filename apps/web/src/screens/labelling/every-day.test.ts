import { expect, it } from 'vitest';
import { everyDay } from './every-day.ts';

it('fills the days between with none, over the end of a month and a change of clocks', () => {
  expect(everyDay([])).toEqual([]);
  expect(everyDay([{ day: '2026-05-04', answers: 3 }])).toEqual([{ day: '2026-05-04', answers: 3 }]);
  expect(
    everyDay([
      { day: '2026-03-28', answers: 1 },
      { day: '2026-04-01', answers: 2 },
    ]),
  ).toEqual([
    { day: '2026-03-28', answers: 1 },
    { day: '2026-03-29', answers: 0 },
    { day: '2026-03-30', answers: 0 },
    { day: '2026-03-31', answers: 0 },
    { day: '2026-04-01', answers: 2 },
  ]);
});
