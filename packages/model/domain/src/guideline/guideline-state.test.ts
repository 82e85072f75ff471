import type { Guideline, GuidelineRole } from '@assay/contracts';
import { guidelineQuestionState } from '@assay/contracts';
import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import {
  acknowledgementOf,
  canAcknowledge,
  canMoveGuidelineQuestion,
  guidelineQuestionStateOf,
  guidelineVersionState,
  mustAcknowledge,
} from './guideline-state.ts';

const NUM_RUNS = process.env.ASSAY_SOAK === '1' ? 30_000 : 300;

const guideline = (texts: { all?: string; annotator?: string; manager?: string }): Guideline => ({
  type: 'assay.guideline',
  version: 1,
  sections: [
    { id: 'all', heading: 'All', roles: [], body: texts.all ?? '' },
    { id: 'annotator', heading: 'Annotators', roles: ['annotator', 'expert'], body: texts.annotator ?? '' },
    { id: 'manager', heading: 'Managers', roles: ['manager'], body: texts.manager ?? '' },
  ],
  glossary: [],
  examples: [],
  checklist: [],
  rules: [],
});

describe('random commands on a guideline', () => {
  type Command =
    | { do: 'save'; part: 'all' | 'annotator' | 'manager' }
    | { do: 'acknowledge'; person: GuidelineRole; back: number };
  const command: fc.Arbitrary<Command> = fc.oneof(
    fc.record({ do: fc.constant('save' as const), part: fc.constantFrom('all', 'annotator', 'manager') }),
    fc.record({
      do: fc.constant('acknowledge' as const),
      person: fc.constantFrom('annotator', 'expert', 'manager'),
      back: fc.nat({ max: 3 }),
    }),
  );
  const concerns = {
    all: ['annotator', 'expert', 'manager'],
    annotator: ['annotator', 'expert'],
    manager: ['manager'],
  };

  it('leave one version current, and ask people again exactly for what concerns them', () => {
    fc.assert(
      fc.property(fc.array(command, { maxLength: 40 }), (commands) => {
        const versions = [guideline({})];
        const acknowledged = new Map<string, number>();
        /** Kept beside the rule: who has not yet read a change that is theirs. */
        const owes = new Set(['annotator', 'expert', 'manager']);
        for (const [at, each] of commands.entries()) {
          if (each.do === 'save') {
            const newest = versions.at(-1) ?? guideline({});
            versions.push({
              ...newest,
              sections: newest.sections.map((section) =>
                section.id === each.part ? { ...section, body: `${section.body}\nChange ${at}` } : section,
              ),
            });
            for (const person of concerns[each.part]) owes.add(person);
          } else {
            const number = versions.length - each.back;
            if (!canAcknowledge(number, versions.length)) continue;
            acknowledged.set(each.person, number);
            owes.delete(each.person);
          }
          const newest = versions.length;
          const states = versions.map((_, index) => guidelineVersionState(index + 1, newest));
          expect(states.filter((state) => state === 'CURRENT')).toHaveLength(1);
          expect(states.at(-1)).toBe('CURRENT');
          for (const person of ['annotator', 'expert', 'manager']) {
            const number = acknowledged.get(person) ?? null;
            const state = acknowledgementOf(number, newest);
            expect(state === 'NONE').toBe(number === null);
            expect(state === 'CURRENT').toBe(number === newest);
            const read = number === null ? undefined : versions[number - 1];
            const must = mustAcknowledge(
              [person],
              number === null || read === undefined ? null : { number, document: read },
              { number: newest, document: versions.at(-1) ?? guideline({}) },
            );
            expect(must).toBe(owes.has(person));
            if (state === 'CURRENT') expect(must).toBe(false);
          }
        }
      }),
      { numRuns: NUM_RUNS },
    );
  });
});

test('an earlier or later version than the newest is not acknowledged', () => {
  expect([1, 2, 3, 4].map((number) => canAcknowledge(number, 3))).toEqual([false, false, true, false]);
});

describe('whether to acknowledge again', () => {
  const first = guideline({ all: 'a', annotator: 'b', manager: 'c' });
  const after = (roles: string[], document: Guideline) =>
    mustAcknowledge(roles, { number: 1, document: first }, { number: 2, document });

  it('is decided by what is for the person', () => {
    const forManagers = guideline({ all: 'a', annotator: 'b', manager: 'changed' });
    expect(after(['annotator'], forManagers)).toBe(false);
    expect(after(['manager'], forManagers)).toBe(true);
    expect(after(['annotator', 'manager'], forManagers)).toBe(true);
    expect(after(['expert'], guideline({ all: 'a', annotator: 'changed', manager: 'c' }))).toBe(true);
  });

  it('is not needed for another order, and is for a term, a rule or a section that went', () => {
    expect(after(['annotator'], { ...first, sections: [...first.sections].reverse() })).toBe(false);
    expect(after(['annotator'], { ...first, glossary: [{ term: 'Strike', meaning: 'A hit.' }] })).toBe(true);
    expect(after(['annotator'], { ...first, sections: first.sections.slice(1) })).toBe(true);
  });
});

test('a question is answered before a version resolves it, and then stays as it is', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...guidelineQuestionState.options), { maxLength: 12 }), (wanted) => {
      let question: { answer: string | null; resolvedVersionId: string | null } = {
        answer: null,
        resolvedVersionId: null,
      };
      let resolved = false;
      for (const to of wanted) {
        const from = guidelineQuestionStateOf(question);
        if (resolved) expect(from).toBe('RESOLVED');
        if (!canMoveGuidelineQuestion(from, to)) continue;
        expect(to).not.toBe('OPEN');
        if (to === 'RESOLVED') expect(question.answer).not.toBeNull();
        question =
          to === 'ANSWERED' ? { ...question, answer: 'Yes' } : { ...question, resolvedVersionId: 'version' };
        resolved ||= to === 'RESOLVED';
        expect(guidelineQuestionStateOf(question)).toBe(to);
      }
    }),
    { numRuns: NUM_RUNS },
  );
});
