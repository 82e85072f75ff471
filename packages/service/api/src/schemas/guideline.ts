import {
  acknowledgementState,
  guideline,
  guidelineCheck,
  guidelineExample,
  guidelineQuestionState,
  guidelineRole,
  guidelineRule,
  guidelineTerm,
  id,
} from '@assay/contracts';
import { z } from 'zod';
import { isoDate, personRef } from './common.ts';

const count = z.number().int();

/** What somebody's reading is worth. `must`: the newest version has something that they have to read first. */
const acknowledgement = z.object({
  state: acknowledgementState,
  /** The latest version that they acknowledged. */
  number: count.nullable(),
  versionId: id.nullable(),
  at: isoDate.nullable(),
  must: z.boolean(),
});

export const guidelineListItem = z.object({
  id,
  name: z.string(),
  description: z.string(),
  versionId: id,
  number: count,
  sections: count,
  examples: count,
  rules: count,
  openQuestions: count,
  /** The reader's own; null for who is not asked to acknowledge. */
  acknowledgement: acknowledgement.nullable(),
  createdAt: isoDate,
  updatedAt: isoDate,
  trashedAt: isoDate.nullable(),
  revision: count,
});

export const guidelineView = z.object({
  id,
  projectId: id,
  name: z.string(),
  description: z.string(),
  revision: count,
  createdAt: isoDate,
  versionId: id,
  number: count,
  document: guideline,
  openQuestions: count,
  acknowledgement: acknowledgement.nullable(),
  versions: z.array(
    z.object({ id, number: count, note: z.string(), createdAt: isoDate, createdBy: personRef }),
  ),
});

export const guidelineVersionView = z.object({
  id,
  guidelineId: id,
  guidelineName: z.string(),
  number: count,
  note: z.string(),
  document: guideline,
  createdAt: isoDate,
});

const sides = <T extends z.ZodType>(each: T) => z.object({ before: each.nullable(), after: each.nullable() });
const side = z.object({ number: count, createdAt: isoDate });

export const guidelineComparison = z.object({
  before: side,
  after: side,
  changes: z.object({
    sections: z.array(
      z.object({
        id: z.uuid(),
        kind: z.enum(['added', 'removed', 'changed', 'moved']),
        heading: sides(z.string()),
        roles: sides(z.array(guidelineRole)),
        place: sides(count),
        moved: z.boolean(),
        lines: z.array(z.object({ kind: z.enum(['same', 'added', 'removed']), text: z.string() })),
      }),
    ),
    glossary: z.array(sides(guidelineTerm)),
    examples: z.array(sides(guidelineExample)),
    checklist: z.array(sides(guidelineCheck)),
    rules: z.array(sides(guidelineRule)),
  }),
});

export const guidelineAcknowledgements = z.object({
  /** Of the newest version. */
  number: count,
  people: z.array(acknowledgement.extend({ ...personRef.shape, roles: z.array(z.string()) })),
});

export const guidelineQuestionView = z.object({
  id,
  text: z.string(),
  state: guidelineQuestionState,
  /** Of the version that was read when it was asked. */
  number: count,
  section: z.object({ id: z.uuid(), heading: z.string() }).nullable(),
  askedBy: personRef,
  askedAt: isoDate,
  answer: z.string().nullable(),
  answeredBy: personRef.nullable(),
  answeredAt: isoDate.nullable(),
  resolvedBy: z.object({ id, number: count }).nullable(),
  revision: count,
});
