import { type ScenarioList, scenarioList } from '@assay/contracts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { changeScenarios, NO_SCENARIOS, type ScenarioChange, scenarioNameKey } from './change-scenarios.ts';
import { compareScenarioLists } from './compare-scenario-lists.ts';
import { readPastedScenarios } from './read-pasted-scenarios.ts';

const soak = process.env.ASSAY_SOAK ? 100 : 1;
const idOf = (n: number) => `01931b90-0000-7000-8000-${String(n).padStart(12, '0')}`;
const input = (name: string) => ({
  name,
  kind: 'scenario' as const,
  why: '',
  importance: 'must' as const,
  where: null,
  minimum: { kind: 'rows' as const, rows: 1 },
});
const add = (...names: [number, string][]): ScenarioChange => ({
  does: 'add',
  scenarios: names.map(([n, name]) => ({ id: idOf(n), ...input(name) })),
});
const after = (list: ScenarioList, change: ScenarioChange): ScenarioList => {
  const next = changeScenarios(list, change);
  if (typeof next === 'string') throw new Error(next);
  return next;
};
const three = after(NO_SCENARIOS, add([1, 'Age above 90'], [2, 'No income'], [3, 'Two jobs']));
const names = (list: ScenarioList) => list.scenarios.map((each) => each.name);

describe('a list of scenarios', () => {
  it('takes changes that saw what they change, and says what each did', () => {
    const edited = after(three, {
      does: 'edit',
      id: idOf(2),
      revision: 1,
      scenario: { ...input(' No  income at all '), why: 'Ratios divide by it.' },
    });
    expect(names(edited)).toEqual(['Age above 90', 'No income at all', 'Two jobs']);
    expect(compareScenarioLists(three, edited)).toEqual([
      { id: idOf(2), name: 'No income at all', change: 'changed', fields: ['name', 'why'] },
    ]);
    expect(changeScenarios(edited, { does: 'retire', id: idOf(2), revision: 1 })).toBe('stale');
    // Another scenario was not touched: whoever saw it before may change it.
    const retired = after(edited, { does: 'retire', id: idOf(3), revision: 1 });
    expect(compareScenarioLists(edited, retired)).toMatchObject([{ id: idOf(3), change: 'retired' }]);
    expect(
      changeScenarios(retired, { does: 'edit', id: idOf(3), revision: 2, scenario: input('Three jobs') }),
    ).toBe('retired');
    const again = after(retired, add([4, 'TWO  jobs']));
    expect(changeScenarios(again, { does: 'restore', id: idOf(3), revision: 2 })).toBe('name-taken');
    expect(changeScenarios(again, add([5, 'age ABOVE 90']))).toBe('name-taken');
    const moved = after(again, { does: 'move', id: idOf(4), before: idOf(1) });
    expect(names(moved)).toEqual(['TWO jobs', 'Age above 90', 'No income at all', 'Two jobs']);
    expect(compareScenarioLists(again, moved)).toMatchObject([{ id: idOf(4), change: 'moved' }]);
    expect(changeScenarios(moved, { does: 'move', id: idOf(4), before: idOf(1) })).toBe('no-change');
    expect(changeScenarios(moved, { does: 'move', id: idOf(9), before: null })).toBe('unknown');
  });

  it('loses nothing, names none twice and stays a document, whatever is asked of it', () => {
    const number = fc.integer({ min: 1, max: 6 });
    const name = fc.constantFrom('a', 'A ', 'b', 'c', ' ');
    const change: fc.Arbitrary<ScenarioChange> = fc.oneof(
      fc.tuple(number, name).map(([n, of]) => add([n, of])),
      fc.record({
        does: fc.constant('edit' as const),
        id: number.map(idOf),
        revision: fc.integer({ min: 1, max: 4 }),
        scenario: name.map(input),
      }),
      fc.record({
        does: fc.constantFrom('retire' as const, 'restore' as const),
        id: number.map(idOf),
        revision: fc.integer({ min: 1, max: 4 }),
      }),
      fc.record({
        does: fc.constant('move' as const),
        id: number.map(idOf),
        before: fc.option(number.map(idOf), { nil: null }),
      }),
    );
    fc.assert(
      fc.property(fc.array(change, { maxLength: 40 }), (changes) => {
        let list = NO_SCENARIOS;
        for (const each of changes) {
          const next = changeScenarios(list, each);
          if (typeof next === 'string') continue;
          expect(compareScenarioLists(list, next)).not.toEqual([]);
          const ids = next.scenarios.map(({ id }) => id);
          expect(list.scenarios.every(({ id }) => ids.includes(id))).toBe(true);
          expect(new Set(ids).size).toBe(ids.length);
          list = scenarioList.parse(next);
          const live = list.scenarios.filter(({ retired }) => !retired);
          expect(new Set(live.map((one) => scenarioNameKey(one.name))).size).toBe(live.length);
        }
      }),
      { numRuns: 200 * soak },
    );
  });

  it('reads pasted lines, by words in any order, and says which it cannot take', () => {
    const text = [
      '- Pregnant patient below 16 | edge case | must | Doses differ.',
      'Should\tNight shift\tattribute',
      '',
      '2. no   INCOME',
      'must | could',
      `${'x'.repeat(121)}`,
    ].join('\r\n');
    expect(readPastedScenarios(text, ['No income'])).toMatchObject([
      {
        line: 1,
        problem: null,
        scenario: {
          name: 'Pregnant patient below 16',
          kind: 'edge-case',
          importance: 'must',
          why: 'Doses differ.',
        },
      },
      { line: 2, problem: null, scenario: { name: 'Night shift', kind: 'attribute', importance: 'should' } },
      { line: 4, problem: 'name-taken', scenario: { name: 'no INCOME', kind: 'scenario' } },
      // A second word of importance is a text of its own.
      { line: 5, problem: null, scenario: { name: 'could', importance: 'must' } },
      { line: 6, problem: 'name-too-long' },
    ]);
  });
});
