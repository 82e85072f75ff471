import type { JsonElement } from './json-splitter.ts';

/** Reads one element by `JSON.parse`, with numbers that are none as null. */
export function parseElement(key: string | null, place: string, text: string): JsonElement {
  try {
    return { key, place, value: JSON.parse(text) };
  } catch (error) {
    try {
      const mended = text.replace(NOT_FINITE, (word) => (word.startsWith('"') ? word : 'null'));
      return { key, place, value: JSON.parse(mended) };
    } catch {
      // Also where a text is too long for the expression.
      const message = error instanceof Error ? error.message.slice(0, 200) : 'It is no JSON.';
      return { key, fault: { place, code: 'unreadable', message } };
    }
  }
}

/** Texts, so that words in them stay, and the words that Python writes for numbers that are none. */
const NOT_FINITE = /"(?:[^"\\]|\\.)*"|-?\b(?:NaN|Infinity)\b/g;
