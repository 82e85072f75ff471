import { z } from 'zod';

/** A UUID in canonical lower-case form. Every id in Assay is a UUIDv7, made by `deps.ids`. */
export const id = z.uuid();
export type Id = z.infer<typeof id>;

/** An opaque keyset cursor: the last row's sort key, base64url. Clients hand it back unread. */
export const cursor = z.string().max(512);
