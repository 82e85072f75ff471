import { z } from 'zod';
import { id } from './ids.ts';

/** How far people agree: a value with its interval, or why there is none. */
export const agreementFigure = z.discriminatedUnion('defined', [
  z.object({
    defined: z.literal(true),
    value: z.number(),
    /** 95% of resamples of whole samples lie between; null when there are too few for it. */
    low: z.number().nullable(),
    high: z.number().nullable(),
    /** Samples that at least two people answered, and answers that were read. */
    samples: z.number().int(),
    answers: z.number().int(),
  }),
  z.object({
    defined: z.literal(false),
    reason: z.enum(['too-few', 'unanimous', 'one-category']),
    samples: z.number().int(),
    answers: z.number().int(),
  }),
]);
export type AgreementFigure = z.infer<typeof agreementFigure>;

/** What two categories that differ mean: nothing, or a distance. */
export const agreementLevel = z.enum(['nominal', 'ordinal']);

const figures = {
  /** Share of pairs of people who said the same; not corrected for chance. */
  percent: agreementFigure,
  alpha: agreementFigure,
};

const rate = z.number().min(0).max(1).nullable();
const found = { regions: z.number().int(), detection: rate };

/** How far people agree in what they draw: in finding things, in what they call them, and in where they see them. */
export const regionAgreement = z.object({
  /** Every two people on every image that both answered. */
  comparisons: z.number().int(),
  /** Regions of both in all comparisons; and of those the share that the other one drew too. */
  ...found,
  /** Of what both drew, the share with one label. */
  naming: rate,
  /** Of what both drew, the mean similarity. */
  placing: rate,
  labels: z.array(z.object({ labelId: id, ...found })),
  sizes: z.array(z.object({ size: z.enum(['small', 'medium', 'large', 'none']), ...found })),
  pairs: z.array(
    z.object({ first: id, second: id, samples: z.number().int(), ...found, naming: rate, placing: rate }),
  ),
});
export type RegionAgreement = z.infer<typeof regionAgreement>;

export const agreementQuestion = z.object({
  /** The id of the question; `realism` is what every sample is asked. */
  questionId: z.string(),
  kind: z.enum(['single', 'multiple', 'rating', 'text', 'cells', 'regions', 'realism']),
  level: agreementLevel,
  categories: z.number().int(),
  ...figures,
  fleiss: agreementFigure,
  /** Gwet's AC1, of ratings AC2 with ordinal weights. */
  gwet: agreementFigure,
  /** Each label against all others: given or not. */
  labels: z.array(z.object({ labelId: id, given: z.number().int(), ...figures })),
  /** Of a question of regions; of documents before these were told, none. */
  regions: regionAgreement.nullable().default(null),
  weeks: z.array(z.object({ week: z.string(), ...figures })),
  /** Samples of each slice, by the scenario that it is; of documents before slices were told, none. */
  slices: z.array(z.object({ sliceId: id, ...figures })).default([]),
  pairs: z.array(
    z.object({
      first: id,
      second: id,
      percent: agreementFigure,
      /** Cohen's kappa. */
      kappa: agreementFigure,
      /** With quadratic weights; of ratings alone. */
      weighted: agreementFigure.nullable(),
    }),
  ),
});
export type AgreementQuestion = z.infer<typeof agreementQuestion>;

/** `assay.agreement` version 1: from each person's first word on each sample, before an expert sent anything back. */
export const agreement = z.object({
  type: z.literal('assay.agreement'),
  version: z.literal(1),
  samples: z.number().int(),
  /** Samples that at least two people answered. */
  shared: z.number().int(),
  answers: z.number().int(),
  people: z.array(id),
  questions: z.array(agreementQuestion),
});
export type Agreement = z.infer<typeof agreement>;

/** More answers than this are computed by a job. */
export const MOST_AGREEMENT_NOW = 4_000;
