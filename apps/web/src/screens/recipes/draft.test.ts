import { recipe } from '@assay/contracts';
import { describe, expect, it } from 'vitest';
import { documentOf, draftOf, emptyDraft, newCondition, newConstraint, problemsAt } from './draft.ts';

const columns = [
  { name: 'age', type: 'integer' },
  { name: 'sex', type: 'category' },
  { name: 'born', type: 'datetime' },
];

const document = recipe.parse({
  type: 'assay.recipe',
  version: 1,
  method: 'tree',
  sourceId: '0190a5f0-0000-7000-8000-000000000001',
  target: 'sex',
  leaf: 100,
  columns: [{ make: 'leave-out', column: 'born' }],
  conditions: [
    {
      where: { op: 'compare', column: 'age', comparator: '>', value: 60 },
      atLeast: 40,
    },
  ],
  constraints: [
    { kind: 'range', column: 'age', low: 17, high: null },
    { kind: 'combinations', columns: ['age', 'sex'] },
    { kind: 'dependency', from: ['age'], column: 'sex' },
    { kind: 'rule', where: { op: 'not', arg: { op: 'missing', column: 'sex' } } },
  ],
  seed: { kind: 'fixed', seed: '7' },
});

describe('the draft of a recipe', () => {
  it('gives back the document that it was made of', () => {
    expect(documentOf(draftOf(document), columns)).toEqual({ document, problems: [] });
  });

  it('names the field of each text that cannot be read', () => {
    const draft = {
      ...emptyDraft(null),
      leaf: null,
      conditions: [
        { ...newCondition(), text: 'age >' },
        { ...newCondition(), text: 'age > 3', atLeast: 0 },
      ],
      constraints: [newConstraint('unique')],
    };
    const read = documentOf(draft, columns);
    expect(read.document).toBeNull();
    expect(read.problems.map(({ field, code }) => [field, code])).toEqual([
      ['conditions.0', 'predicate'],
      ['conditions.1', 'number'],
      ['constraints.0', 'empty'],
      ['leaf', 'number'],
    ]);
  });

  it('reads the bounds of a range by the type of its column', () => {
    const line = (column: string, low: string) => ({
      ...emptyDraft(null),
      constraints: [{ ...newConstraint('range'), column, low }],
    });
    expect(documentOf(line('age', '17'), columns).document?.constraints).toMatchObject([{ low: 17 }]);
    expect(documentOf(line('born', '2020'), columns).document?.constraints).toMatchObject([{ low: '2020' }]);
  });

  it('finds the problems of a field and of what is inside it, and no other', () => {
    const at = (field: string) => ({ severity: 'error' as const, code: 'x', field, message: '', next: null });
    const problems = [at('conditions.1'), at('conditions.1.where'), at('conditions.10')];
    expect(problemsAt(problems, 'conditions.1')).toHaveLength(2);
  });
});
