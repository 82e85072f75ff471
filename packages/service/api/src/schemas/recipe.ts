import { id, recipe, recipeMethod, recipeProblem } from '@assay/contracts';
import { z } from 'zod';
import { isoDate, jsonValue, personRef } from './common.ts';

export const recipeListItem = z.object({
  id,
  name: z.string(),
  description: z.string(),
  versionId: id.nullable(),
  number: z.number().int(),
  method: recipeMethod.nullable(),
  sourceId: id.nullable(),
  conditions: z.number().int(),
  constraints: z.number().int(),
  createdAt: isoDate,
  updatedAt: isoDate,
  trashedAt: isoDate.nullable(),
  revision: z.number().int(),
});

export const recipeView = z.object({
  id,
  projectId: id,
  name: z.string(),
  description: z.string(),
  revision: z.number().int(),
  createdAt: isoDate,
  versionId: id,
  number: z.number().int(),
  document: recipe,
  sourceName: z.string().nullable(),
  /** What keeps its newest version from being run. */
  problems: z.array(recipeProblem),
  versions: z.array(
    z.object({
      id,
      number: z.number().int(),
      note: z.string(),
      method: recipeMethod,
      createdAt: isoDate,
      createdBy: personRef,
    }),
  ),
});

export const recipeVersionView = z.object({
  id,
  recipeId: id,
  recipeName: z.string(),
  number: z.number().int(),
  note: z.string(),
  document: recipe,
  createdAt: isoDate,
});

const side = z.object({ recipeName: z.string(), number: z.number().int() });

export const recipeComparison = z.object({
  before: side,
  after: side,
  differences: z.array(z.object({ field: z.string(), before: jsonValue, after: jsonValue })),
});

export const recipeCheck = z.object({
  problems: z.array(recipeProblem),
  /** Real rows that satisfy each condition. */
  conditions: z.array(z.object({ where: z.string(), atLeast: z.number().int(), realRows: z.number().int() })),
});
