import { recipe } from '@assay/contracts';
import { expect, test } from 'vitest';
import { compareRecipes } from './compare-recipes.ts';

const base = recipe.parse({
  type: 'assay.recipe',
  version: 1,
  method: 'tree',
  sourceId: null,
  columns: [
    { make: 'uuid', column: 'id' },
    { make: 'model', column: 'age' },
  ],
  constraints: [{ kind: 'unique', column: 'id' }],
});

test('equal recipes differ in nothing', () => {
  expect(compareRecipes(base, recipe.parse(structuredClone(base)))).toEqual([]);
});

test('settings are compared by name, plans by column, lists by what is in them', () => {
  const other = recipe.parse({
    ...base,
    leaf: 200,
    columns: [
      { make: 'leave-out', column: 'age' },
      { make: 'model', column: 'sex' },
    ],
    constraints: [{ kind: 'unique', column: 'age' }],
  });
  expect(compareRecipes(base, other)).toEqual([
    { field: 'leaf', before: 50, after: 200 },
    { field: 'columns.age', before: base.columns[1], after: other.columns[0] },
    { field: 'columns.sex', before: null, after: other.columns[1] },
    { field: 'columns.id', before: base.columns[0], after: null },
    { field: 'constraints', before: base.constraints[0], after: null },
    { field: 'constraints', before: null, after: other.constraints[0] },
  ]);
});
