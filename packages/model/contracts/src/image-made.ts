import { z } from 'zod';
import { boundedText } from './bounded-text.ts';

/** The largest manifest, and the longest line of one. */
export const MOST_MANIFEST_BYTES = 32 * 1024 ** 2;
export const MOST_MANIFEST_LINE = 64 * 1024;
/** Lines that all manifests of an import may have. */
export const MOST_MANIFEST_LINES = 200_000;

/** How a picture was made, as a manifest beside it says, `assay.image-made` version 1. */
export const imageMade = z
  .object({
    type: z.literal('assay.image-made').default('assay.image-made'),
    version: z.literal(1).default(1),
    prompt: boundedText(4000).default(''),
    /** A whole number in digits: seeds of 64 bits are more than numbers of JSON hold. */
    seed: z
      .string()
      .regex(/^-?\d{1,20}$/)
      .nullable()
      .default(null),
    generator: boundedText(200).default(''),
    model: boundedText(200).default(''),
    licence: boundedText(500).default(''),
    /** What it was meant to show. */
    labels: z.array(boundedText(100, 1)).max(50).default([]),
  })
  .strict();
export type ImageMade = z.infer<typeof imageMade>;
