import { z } from 'zod';

/** How long a text is: in code points, as all offsets into texts are counted. */
export function codePointsOf(text: string): number {
  let points = 0;
  for (const _ of text) points += 1;
  return points;
}

/** Halves of characters, and the character 0: no JSON column takes them. */
const UNSTORABLE = /[\p{Surrogate}\0]/u;

/** As much of a text as can be shown and stored: at most so many code points, without what no JSON column takes. */
export function shortened(text: string, most: number): string {
  // Twice as many units hold as many code points, and none of those is cut.
  const whole = text.slice(0, 2 * most + 2).replaceAll(/[\p{Surrogate}\0]/gu, '');
  return whole.length <= most ? whole : [...whole].slice(0, most).join('');
}

/** A text of so many code points that can be stored as it is. */
export function boundedText(most: number, least = 0) {
  return z
    .string()
    .min(least)
    .refine((text) => text.length <= most || codePointsOf(text) <= most, `At most ${most} characters.`)
    .refine((text) => !UNSTORABLE.test(text), 'A character in it cannot be stored.');
}
