import type { AttributeValues } from '../image-document.ts';

/** A JSON object whose members may be anything; an empty one for what is none. */
export type JsonObject = { readonly [key: string]: unknown };

export const isObject = (value: unknown): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

export const objectOf = (value: unknown): JsonObject => (isObject(value) ? value : {});
export const arrayOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);
/** A number, or NaN for what is none: texts are not taken for numbers. */
export const numberOf = (value: unknown): number => (typeof value === 'number' ? value : Number.NaN);
export const textOfValue = (value: unknown): string | undefined =>
  typeof value === 'string' ? value : undefined;

/** Something that names another thing: a text or a number, told apart (1 is not "1"). */
export type Key = string | number;
export const keyOf = (value: unknown): Key | undefined =>
  typeof value === 'string' || (typeof value === 'number' && Number.isFinite(value)) ? value : undefined;

/** The members that can be values of attributes; those of these names are left out. */
export function attributesOf(value: unknown, without: readonly string[] = []): AttributeValues {
  const entries = Object.entries(objectOf(value)).filter(
    (entry): entry is [string, string | number | boolean] => !without.includes(entry[0]) && isPlain(entry[1]),
  );
  return Object.fromEntries(entries);
}

/** Names of members that say something and cannot be values of attributes: lists and objects. */
export const nestedAttributes = (value: unknown): string[] =>
  Object.entries(objectOf(value))
    .filter(([, each]) => typeof each === 'object' && each !== null)
    .map(([name]) => name);

const isPlain = (value: unknown): boolean => ['string', 'number', 'boolean'].includes(typeof value);
