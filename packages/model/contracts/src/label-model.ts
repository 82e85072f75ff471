import { z } from 'zod';
import { id } from './ids.ts';

const probability = z.number().min(0).max(1);
const count = z.number().int().min(0);

/**
 * What a model says of the labels that came with the rows of a batch, `assay.label-model` version 1. Each row is judged
 * by boosted trees that did not see it: five stratified folds.
 */
export const labelModel = z
  .object({
    type: z.literal('assay.label-model'),
    version: z.literal(1),
    /** The question whose proposal the label is, and the column that holds it. */
    questionId: id,
    column: z.string(),
    /** Rows that were learnt from and judged. */
    rows: count,
    folds: count,
    classes: count,
    /** Rows of which the label that the model finds likeliest is their own. */
    agrees: count,
    /**
     * How far the model's certainty can be believed: rows by the probability of the label that it finds likeliest, in
     * ten bins of equal count, and the share of them whose own label it is, with its 95% Wilson interval.
     */
    calibration: z.object({
      bins: z
        .array(
          z.object({
            rows: count,
            predicted: probability,
            observed: probability,
            low: probability,
            high: probability,
          }),
        )
        .max(10),
      /** The mean of the distances of the two, by rows: the expected calibration error (Guo et al., 2017). */
      error: probability,
    }),
  })
  .strict();
export type LabelModel = z.infer<typeof labelModel>;

/** What the model says of one row's own label, and which label it finds likeliest. */
export const rowLikelihood = z.object({ own: probability, likeliest: z.string(), probability }).strict();
export type RowLikelihood = z.infer<typeof rowLikelihood>;
