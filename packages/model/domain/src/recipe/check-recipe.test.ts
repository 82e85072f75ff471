import { type Recipe, recipe } from '@assay/contracts';
import { describe, expect, test } from 'vitest';
import { parsePredicate } from '../predicate/parse-predicate.ts';
import { checkRecipe } from './check-recipe.ts';

const columns = [
  { name: 'id', type: 'identifier', physical: 'VARCHAR', role: 'identifier' },
  { name: 'age', type: 'integer', physical: 'BIGINT', role: 'quasi-identifier' },
  { name: 'years', type: 'integer', physical: 'BIGINT', role: 'feature' },
  { name: 'sex', type: 'category', physical: 'VARCHAR', role: 'sensitive' },
] as const;

const where = (text: string) => {
  const parsed = parsePredicate(text, ['id', 'age', 'years', 'sex']);
  if (!parsed.ok) throw new Error(parsed.error.message);
  return parsed.predicate;
};
const made = (more: Partial<Recipe>): Recipe =>
  recipe.parse({
    type: 'assay.recipe',
    version: 1,
    method: 'tree',
    sourceId: '01931b7b-1c5d-7e18-96f7-081920314b5c',
    ...more,
  });
const codes = (more: Partial<Recipe>, rows: number | null = 1000) =>
  checkRecipe(made(more), columns, rows).map((problem) => `${problem.code} ${problem.field}`);

describe('a recipe', () => {
  test('that asks for what can be has no problem', () => {
    expect(
      codes({
        target: 'sex',
        conditions: [{ where: where('sex = F and age > 60'), atLeast: 500 }],
        constraints: [
          { kind: 'range', column: 'age', low: 0, high: 120 },
          { kind: 'inequality', left: 'years', comparator: '<', right: 'age' },
        ],
      }),
    ).toEqual([]);
  });

  test('needs a source, or rules', () => {
    expect(checkRecipe(made({ sourceId: null }), null, null)[0]?.code).toBe('no-source');
    expect(checkRecipe(made({ method: 'rules', sourceId: null }), null, null)[0]?.code).toBe('no-rules');
  });

  test('names columns that are there, each once', () => {
    expect(
      codes({
        target: 'sx',
        columns: [
          { make: 'uuid', column: 'id' },
          { make: 'model', column: 'id' },
          { make: 'model', column: 'wage' },
        ],
      }),
    ).toEqual(['planned-twice columns.1', 'unknown-column columns.2.column', 'unknown-column target']);
    expect(codes({ target: 'id' })).toEqual(['target-identifier target']);
    expect(codes({ target: 'age', columns: [{ make: 'leave-out', column: 'age' }] })).toEqual([
      'target-left-out target',
    ]);
  });

  test('contradicts neither itself nor its constraints', () => {
    expect(codes({ conditions: [{ where: where('age > 60 and age < 50'), atLeast: 1 }] })).toEqual([
      'contradiction conditions.0',
    ]);
    const range = { kind: 'range', column: 'age', low: 18, high: 50 } as const;
    expect(codes({ constraints: [range], conditions: [{ where: where('age > 60'), atLeast: 1 }] })).toEqual([
      'contradiction conditions.0',
    ]);
    expect(codes({ constraints: [range, { ...range, low: 51, high: 60 }] })).toEqual([
      'contradiction constraints.1',
    ]);
    expect(
      codes({
        constraints: [
          { kind: 'inequality', left: 'age', comparator: '<', right: 'years' },
          { kind: 'inequality', left: 'years', comparator: '<=', right: 'age' },
        ],
      }),
    ).toEqual(['contradiction constraints.1']);
    expect(
      codes({
        constraints: [
          { kind: 'sum', total: 'age', parts: ['years'] },
          { kind: 'dependency', column: 'age', from: ['sex'] },
        ],
      }),
    ).toEqual(['derived-twice constraints.1']);
  });

  test('asks for no more rows than there are', () => {
    const conditions = [
      { where: where('sex = F'), atLeast: 600 },
      { where: where('sex = M'), atLeast: 600 },
    ];
    expect(codes({ conditions })).toEqual(['too-many-rows conditions']);
    expect(codes({ conditions }, 500)).toEqual([
      'too-many-rows conditions.0',
      'too-many-rows conditions.1',
      'too-many-rows conditions',
    ]);
    expect(codes({ conditions }, null)).toEqual([]);
  });
});
