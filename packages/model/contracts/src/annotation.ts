import { z } from 'zod';
import { boundedText } from './bounded-text.ts';
import { chosenLabel } from './chosen-label.ts';
import { id } from './ids.ts';
import { MOST_LABEL_TEXT } from './label-schema.ts';
import { MOST_DRAWN, regionRecord, relationRecord } from './region.ts';

const note = boundedText(2000);

/** A part of a cell's text, in code points: from the first one to before `to`. */
export const textSpan = z
  .object({ from: z.number().int().min(0), to: z.number().int().min(1) })
  .strict()
  .refine((span) => span.from < span.to, 'A part of a text ends behind its beginning.');
export type TextSpan = z.infer<typeof textSpan>;

/** A mark on a cell, or on a part of its text. */
export const cellFlag = z
  .object({
    column: boundedText(256, 1),
    reasonId: id,
    note: note.default(''),
    span: textSpan.nullable().default(null),
  })
  .strict();
export type CellFlag = z.infer<typeof cellFlag>;

/** What was answered to a question, in the form that its kind asks for. */
export const annotationAnswer = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('single'), label: chosenLabel }).strict(),
  /** No label at all is an answer too: none of them fits. */
  z.object({ kind: z.literal('multiple'), labels: z.array(chosenLabel).max(500) }).strict(),
  z.object({ kind: z.literal('rating'), value: z.number().int() }).strict(),
  z.object({ kind: z.literal('text'), text: boundedText(MOST_LABEL_TEXT) }).strict(),
  /** No flag at all says that the cells were looked at and are in order. */
  z.object({ kind: z.literal('cells'), flags: z.array(cellFlag).max(1000) }).strict(),
  /** No region at all says that the image was looked at and has none. */
  z
    .object({
      kind: z.literal('regions'),
      regions: z.array(regionRecord).max(MOST_DRAWN),
      relations: z.array(relationRecord).max(MOST_DRAWN),
      /** Regions that were proposed and rejected: they are no part of what is said of the image. */
      rejected: z.array(regionRecord).max(MOST_DRAWN).optional(),
    })
    .strict(),
]);
export type AnnotationAnswer = z.infer<typeof annotationAnswer>;

export const realismVerdict = z.enum(['plausible', 'implausible', 'unsure']);
export type RealismVerdict = z.infer<typeof realismVerdict>;

/** Accepted or corrected: what became of a label that was proposed. */
export const proposalVerdict = z.enum(['accepted', 'corrected']);
export type ProposalVerdict = z.infer<typeof proposalVerdict>;

/** What one person says about one sample, `assay.annotation` version 1: the payload inside its envelope. */
export const annotation = z
  .object({
    type: z.literal('assay.annotation'),
    version: z.literal(1),
    /** By the id of the question. A question without an answer has no entry. */
    answers: z
      .record(id, annotationAnswer)
      .refine((answers) => Object.keys(answers).length <= 50, 'At most 50 answers.')
      .default({}),
    realism: z
      .object({ verdict: realismVerdict, reasons: z.array(boundedText(200)).max(20).default([]) })
      .strict()
      .nullable()
      .default(null),
    /** A fault that only making by machine leaves. */
    artefact: z.boolean().default(false),
    artefactNote: note.default(''),
    comment: boundedText(4000).default(''),
    verdict: proposalVerdict.nullable().default(null),
  })
  .strict();
export type Annotation = z.infer<typeof annotation>;

/** Something that keeps an annotation from being submitted. */
export const annotationProblem = z.object({
  code: z.enum([
    'missing-answer',
    'unknown-question',
    'wrong-kind',
    'unknown-label',
    'deprecated-label',
    'label-twice',
    'missing-attribute',
    'unknown-attribute',
    'wrong-attribute',
    'out-of-range',
    'too-long',
    'unknown-column',
    'unknown-reason',
    'deprecated-reason',
    'flag-twice',
    'id-twice',
    'missing-label',
    'wrong-shape',
    'wrong-track',
    'unknown-region',
    'unknown-relation',
    'deprecated-relation',
    'open-proposal',
  ]),
  /** Path in the payload: `answers.<question id>.label.attributes.<attribute id>`. */
  field: z.string(),
  questionId: id.nullable(),
  message: z.string(),
});
export type AnnotationProblem = z.infer<typeof annotationProblem>;
