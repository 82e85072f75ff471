import { id } from '@assay/contracts';
import type { JsonValue } from '@assay/services';
import { z } from 'zod';

/**
 * A moment on the wire, out: an ISO 8601 string in UTC, for tRPC and for REST alike. Services may answer with a Date
 * or with the string. Whole numbers beyond 2^53 are strings of digits for the same reason.
 */
export const isoDate = z
  .union([z.date(), z.iso.datetime()])
  .transform((moment) => (typeof moment === 'string' ? moment : moment.toISOString()))
  .pipe(z.iso.datetime());

/** A moment on the wire, in: an ISO 8601 string with its zone, read as a Date. */
export const isoMoment = z.iso.datetime({ offset: true }).transform((text) => new Date(text));

/** Plain JSON of which only the service knows the shape. */
export const jsonValue: z.ZodType<JsonValue> = z.json().meta({ id: 'JsonValue' });

export const nameText = z.string().trim().min(1).max(120);

/** Keyset pages: `cursor` of the answer goes into the next question; null is the end. */
export const pageInput = {
  limit: z.number().int().min(1).max(200).default(50),
  cursor: id.nullable().default(null),
};
export const pageCursor = id.nullable();

/** A person as they are named beside what they did; the name is null when they have left. */
export const personRef = z.object({ userId: z.string(), name: z.string().nullable() });

/** For commands that answer nothing but that it is done. */
export const done = z.object({ done: z.literal(true) });
export const isDone = { done: true } as const;
