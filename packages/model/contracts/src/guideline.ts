import { z } from 'zod';
import { literal, predicate } from './predicate.ts';

/** The roles that a guideline speaks to; other people of a project may read it whole. */
export const guidelineRole = z.enum(['annotator', 'expert', 'manager']);
export type GuidelineRole = z.infer<typeof guidelineRole>;

const key = z.uuid();
const line = z.string().trim().min(1).max(200);
const paragraph = z.string().trim().min(1).max(4000);

/** A part with a heading. `id` stays through all versions, so that a section can be followed and asked about. */
export const guidelineSection = z
  .object({
    id: key,
    heading: z.string().trim().min(1).max(120),
    /** For whom it is; empty is for everybody. */
    roles: z.array(guidelineRole).max(3),
    /** Markdown; HTML in it is text. */
    body: z.string().max(20_000),
  })
  .strict();
export type GuidelineSection = z.infer<typeof guidelineSection>;

export const guidelineTerm = z
  .object({ term: z.string().trim().min(1).max(120), meaning: paragraph })
  .strict();
export type GuidelineTerm = z.infer<typeof guidelineTerm>;

/** What an example shows: values of a row by column, or a text. */
export const guidelineExampleContent = z.discriminatedUnion('kind', [
  z
    .object({
      kind: z.literal('row'),
      values: z
        .array(z.object({ column: z.string().min(1).max(256), value: literal.nullable() }).strict())
        .min(1)
        .max(200),
    })
    .strict(),
  z.object({ kind: z.literal('text'), text: paragraph }).strict(),
]);
export type GuidelineExampleContent = z.infer<typeof guidelineExampleContent>;

export const guidelineExample = z
  .object({
    id: key,
    verdict: z.enum(['correct', 'incorrect']),
    title: line,
    content: guidelineExampleContent,
    why: paragraph,
  })
  .strict();
export type GuidelineExample = z.infer<typeof guidelineExample>;

export const guidelineCheck = z
  .object({ id: key, text: z.string().trim().min(1).max(500), required: z.boolean() })
  .strict();
export type GuidelineCheck = z.infer<typeof guidelineCheck>;

/**
 * What a program checks of a labelled sample: `holds` over its columns and `label`, the label's id. A rule is broken
 * where the predicate is false; where a value is missing it is unknown, and not broken.
 */
export const guidelineRule = z
  .object({
    id: key,
    text: z.string().trim().min(1).max(500),
    severity: z.enum(['error', 'warning']),
    holds: predicate,
  })
  .strict();
export type GuidelineRule = z.infer<typeof guidelineRule>;

/** All bodies together: what somebody could read in an afternoon, and what travels in one request. */
export const MOST_GUIDELINE_CHARACTERS = 200_000;

/** How samples are to be labelled, `assay.guideline` version 1. A version of a guideline never changes. */
export const guideline = z
  .object({
    type: z.literal('assay.guideline'),
    version: z.literal(1),
    sections: z.array(guidelineSection).max(60),
    glossary: z.array(guidelineTerm).max(300).default([]),
    examples: z.array(guidelineExample).max(200).default([]),
    checklist: z.array(guidelineCheck).max(60).default([]),
    rules: z.array(guidelineRule).max(100).default([]),
  })
  .strict()
  .superRefine((document, context) => {
    const once = (list: string, field: string, values: readonly string[]) => {
      const seen = new Set<string>();
      values.forEach((value, at) => {
        const folded = value.toLowerCase();
        if (seen.has(folded))
          context.addIssue({
            code: 'custom',
            path: [list, at, field],
            message: `“${value}” is there twice.`,
          });
        seen.add(folded);
      });
    };
    for (const list of ['sections', 'examples', 'checklist', 'rules'] as const)
      once(
        list,
        'id',
        document[list].map((each) => each.id),
      );
    once(
      'glossary',
      'term',
      document.glossary.map((each) => each.term),
    );
    document.sections.forEach(({ roles }, at) => {
      if (new Set(roles).size < roles.length)
        context.addIssue({
          code: 'custom',
          path: ['sections', at, 'roles'],
          message: 'A role is there twice.',
        });
    });
    const characters = document.sections.reduce((sum, each) => sum + each.body.length, 0);
    if (characters > MOST_GUIDELINE_CHARACTERS)
      context.addIssue({
        code: 'custom',
        path: ['sections'],
        message: `All sections together have ${characters} characters; ${MOST_GUIDELINE_CHARACTERS} is the most.`,
      });
  });
export type Guideline = z.infer<typeof guideline>;

/** What somebody's reading of a guideline is worth: none, of the current version, of one before. */
export const acknowledgementState = z.enum(['NONE', 'CURRENT', 'OUTDATED']);
export type AcknowledgementState = z.infer<typeof acknowledgementState>;

/** A question about a guideline: asked, answered, and answered by a version of the guideline itself. */
export const guidelineQuestionState = z.enum(['OPEN', 'ANSWERED', 'RESOLVED']);
export type GuidelineQuestionState = z.infer<typeof guidelineQuestionState>;
