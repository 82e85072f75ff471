import { z } from 'zod';
import { boundedText } from './bounded-text.ts';
import { id } from './ids.ts';
import { MOST_LABEL_TEXT } from './label-schema.ts';

/** The value of an attribute: yes or no, a number, a text, or the id of the chosen option. */
export const attributeValue = z.union([z.boolean(), z.number(), boundedText(MOST_LABEL_TEXT)]);
export type AttributeValue = z.infer<typeof attributeValue>;

/** A label that was given, with the values of its attributes by the id of each. */
export const chosenLabel = z
  .object({
    labelId: id,
    attributes: z
      .record(id, attributeValue)
      .refine((values) => Object.keys(values).length <= 20, 'At most 20 attributes.')
      .default({}),
  })
  .strict();
export type ChosenLabel = z.infer<typeof chosenLabel>;
