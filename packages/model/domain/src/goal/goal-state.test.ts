import { goalDomain, goalInput } from '@assay/contracts';
import { expect, test } from 'vitest';
import { GOAL_PRESETS } from './goal-presets.ts';
import { goalStateOf, isGoalOverdue } from './goal-state.ts';

test.each([
  ['<', 1, 1, 'missed'],
  ['<=', 1, 1, 'met'],
  ['>', 1, 1.5, 'met'],
  ['>=', 1, 0.5, 'missed'],
  ['=', 1, 1, 'met'],
  ['>=', 1, null, 'unknown'],
] as const)('%s %d is, for %s, %s', (comparator, target, value, state) => {
  expect(goalStateOf({ comparator, target }, value)).toBe(state);
});

test.each([
  ['2026-01-30', 'missed', true],
  ['2026-01-30', 'unknown', true],
  ['2026-01-30', 'met', false],
  ['2026-01-31', 'missed', false],
  [null, 'missed', false],
] as const)('a goal due %s and %s is overdue on the 31st: %s', (due, state, overdue) => {
  expect(isGoalOverdue(due, state, '2026-01-31')).toBe(overdue);
});

test('presets are goals as people may set them', () => {
  for (const domain of goalDomain.options)
    for (const each of GOAL_PRESETS[domain]) expect(goalInput.parse(each)).toMatchObject(each);
});
