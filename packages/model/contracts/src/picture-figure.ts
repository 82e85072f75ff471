import { z } from 'zod';
import { id } from './ids.ts';
import { metricId } from './metrics.ts';

/** Of a figure about pictures, the most that are named. */
export const MOST_PICTURES_SHOWN = 12;

/** A figure of pictures as it was stored. */
export const pictureFigure = z.object({
  measurementId: id,
  metric: metricId,
  slice: z.record(z.string(), z.string()),
  value: z.number().nullable(),
  /** Why there is none. */
  reason: z.string().nullable(),
  n: z.number().int(),
  low: z.number().nullable(),
  high: z.number().nullable(),
  /** Some of the pictures that it is about, where it is about some. */
  pictures: z.array(id).max(MOST_PICTURES_SHOWN),
});
export type PictureFigure = z.infer<typeof pictureFigure>;
