import { z } from 'zod';
import { geometry } from './geometry.ts';

/** The most frames of one sequence. */
export const MOST_FRAMES = 2_000;

/** What something is in one frame, as somebody said it. */
export const keyFrame = z
  .object({
    /** From 0, in the order of the frames. */
    frame: z
      .int()
      .min(0)
      .max(MOST_FRAMES - 1),
    /** Null where it is in the picture no more, until the next key frame. */
    geometry: geometry.nullable(),
  })
  .strict();
export type KeyFrame = z.infer<typeof keyFrame>;

/**
 * One thing through a sequence of frames, stored sparse: key frames alone, by ascending frame, none twice, the first of
 * them with a geometry. Between two it moves from the one to the other, after the last it stays, before the first it is
 * not there.
 */
export const track = z
  .object({
    version: z.literal(1),
    /** How many frames the sequence has. */
    frames: z.int().min(1).max(MOST_FRAMES),
    keyFrames: z.array(keyFrame).min(1).max(MOST_FRAMES),
  })
  .strict();
export type Track = z.infer<typeof track>;
