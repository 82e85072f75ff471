import { goalDomain, goalInput } from '@assay/contracts';
import { expect, test } from 'vitest';
import { GOAL_PRESETS } from './goal-presets.ts';
import { goalStateOf } from './goal-state.ts';

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

test('presets are goals as people may set them', () => {
  for (const domain of goalDomain.options)
    for (const each of GOAL_PRESETS[domain]) expect(goalInput.parse(each)).toMatchObject(each);
});
