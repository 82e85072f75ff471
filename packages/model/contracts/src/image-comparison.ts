import { z } from 'zod';
import { id } from './ids.ts';
import { imageOrigin } from './image.ts';
import { pictureFigure } from './picture-figure.ts';

/** Which pictures of a project stand on one side of a comparison, `assay.image-side` version 1. */
export const imageSide = z
  .object({
    type: z.literal('assay.image-side').default('assay.image-side'),
    version: z.literal(1).default(1),
    origin: imageOrigin.nullable().default(null),
    /** Only those of this import, or of this run. */
    importId: id.nullable().default(null),
    runId: id.nullable().default(null),
  })
  .strict();
export type ImageSide = z.infer<typeof imageSide>;

/** What sets of pictures are compared by. */
export const imageFeature = z.enum(['colours', 'gradients', 'frequencies']);
export type ImageFeature = z.infer<typeof imageFeature>;

/** So many pictures of a side are compared at most: of more, as many are drawn. */
export const MOST_COMPARED_PICTURES = 1_000;
/** Of what stands out on a side, the most that are named. */
export const MOST_OUTSTANDING = 12;

const figure = pictureFigure.omit({ pictures: true });
const outstanding = z.array(z.object({ imageId: id, distance: z.number() })).max(MOST_OUTSTANDING);
const side = z.object({ pictures: z.number().int(), compared: z.number().int() });

/** How far two sets of pictures are apart, `assay.image-comparison` version 1. */
export const imageComparison = z.object({
  type: z.literal('assay.image-comparison'),
  version: z.literal(1),
  real: side,
  made: side,
  features: z.array(
    z.object({
      feature: imageFeature,
      /** Pictures on each side of the floor, and of the distance at its size; null where there is none. */
      size: z.number().int().nullable(),
      figures: z.array(figure),
      /** Made pictures that no real one is near, and real ones that no made one is near, farthest first. */
      farMade: outstanding,
      farReal: outstanding,
    }),
  ),
});
export type ImageComparison = z.infer<typeof imageComparison>;
