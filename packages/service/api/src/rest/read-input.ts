import { AssayError } from '@assay/contracts';
import { z } from 'zod';
import type { RestRoute } from './rest-routes.ts';

/** The greatest JSON body; files go up another way. */
export const MAX_BODY_BYTES = 1024 * 1024;

/** Reads a body up to the bound, whatever its announced length says. */
export async function readBody(request: Request): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  for await (const chunk of request.body ?? []) {
    bytes += chunk.byteLength;
    if (bytes > MAX_BODY_BYTES) {
      throw new AssayError('too-large', 'The body is larger than 1 MiB.', {
        kept: 'Nothing was changed.',
        next: 'Send less at once.',
      });
    }
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

/** The fields of a body, which is a JSON object or nothing. */
export function fieldsOfBody(body: Buffer, contentType: string | null): Record<string, unknown> {
  if (body.length === 0) return {};
  if (contentType === null || !/^application\/json\s*(;|$)/i.test(contentType)) {
    throw new AssayError('unsupported-media-type', 'The body must be JSON.', {
      next: 'Send it with the header Content-Type: application/json.',
    });
  }
  let value: unknown;
  try {
    value = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(body));
  } catch (cause) {
    throw new AssayError('bad-input', 'The body is not valid JSON in UTF-8.', {
      next: 'Correct it and send it again. Nothing was changed.',
      cause,
    });
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw new AssayError('bad-input', 'The body must be a JSON object.', {
      next: 'Put the fields into one object and send it again. Nothing was changed.',
    });
  }
  return { ...value };
}

/** The fields of a query string. A name that the route does not know is refused: a filter that is misspelt would show all. */
export function fieldsOfQuery(query: URLSearchParams, route: RestRoute): Record<string, unknown> {
  const fields: Record<string, unknown> = {};
  for (const name of new Set(query.keys())) {
    const schema = Object.hasOwn(route.fields, name) ? route.fields[name] : undefined;
    if (schema === undefined || route.parameters.includes(name)) {
      throw new AssayError('bad-input', `There is no query parameter “${name}” here.`, {
        next: 'See the description of the interface at /api/openapi.json.',
        field: name,
      });
    }
    const texts = query.getAll(name);
    const type = plainType(schema);
    fields[name] =
      type instanceof z.ZodArray
        ? texts.map((text) => fromText(text, plainType(type.element as z.ZodType)))
        : texts.length > 1
          ? texts
          : fromText(texts[0] ?? '', type);
  }
  return fields;
}

/** The type behind what makes it optional. */
function plainType(schema: z.ZodType): z.ZodType {
  let type = schema;
  while (
    type instanceof z.ZodOptional ||
    type instanceof z.ZodNullable ||
    type instanceof z.ZodDefault ||
    type instanceof z.ZodExactOptional
  ) {
    type = type.unwrap() as z.ZodType;
  }
  return type;
}

/** Query strings are all text; what does not look like the type stays text, for the schema to refuse. */
function fromText(text: string, type: z.ZodType): unknown {
  if (type instanceof z.ZodNumber && /^-?\d+(\.\d+)?$/.test(text)) return Number(text);
  if (type instanceof z.ZodBoolean && (text === 'true' || text === 'false')) return text === 'true';
  return text;
}
