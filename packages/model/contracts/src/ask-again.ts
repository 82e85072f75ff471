import { z } from 'zod';
import { id } from './ids.ts';
import { predicate } from './predicate.ts';

/** Which answers of a batch are asked for again: given before a version of its guideline; by label, and by row. */
export const askAgainFilter = z
  .object({
    /** Answers under versions before this one, or under none. */
    guidelineVersionId: id,
    /** Only where this label was given. */
    labelId: id.nullable(),
    /** Only of rows of the run that match. */
    where: predicate.nullable(),
  })
  .strict();
export type AskAgainFilter = z.infer<typeof askAgainFilter>;
