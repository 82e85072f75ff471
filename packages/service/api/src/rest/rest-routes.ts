import { z } from 'zod';
import { appRouter } from '../app-router.ts';
import { listProcedures } from '../frame/list-procedures.ts';
import type { Meta } from '../frame/trpc.ts';

export type RestMethod = 'GET' | 'POST' | 'PATCH' | 'PUT' | 'DELETE';

export type RestRoute = {
  method: RestMethod;
  /** With its parameters in braces. */
  path: string;
  /** Path of the procedure in the router. */
  procedure: string;
  meta: Meta;
  /** Every input field of the procedure, wherever on the way it is asked for. */
  fields: Readonly<Record<string, z.ZodType>>;
  output: unknown;
  parameters: readonly string[];
};

type Segment = { text: string; isParameter: boolean };

function segmentsOf(path: string): Segment[] {
  return path
    .split('/')
    .slice(1)
    .map((text) =>
      text.startsWith('{') && text.endsWith('}')
        ? { text: text.slice(1, -1), isParameter: true }
        : { text, isParameter: false },
    );
}

function fieldsOf(inputs: readonly unknown[]): Record<string, z.ZodType> {
  return Object.assign({}, ...inputs.map((input) => (input instanceof z.ZodObject ? input.shape : {})));
}

function findRoutes(): RestRoute[] {
  return listProcedures(appRouter).flatMap(({ path: procedure, meta, inputs, output }) => {
    if (meta.openapi === undefined) return [];
    const { method, path } = meta.openapi;
    const parameters = segmentsOf(path).flatMap(({ text, isParameter }) => (isParameter ? [text] : []));
    return [{ method, path, procedure, meta, fields: fieldsOf(inputs), output, parameters }];
  });
}

let found: { route: RestRoute; segments: Segment[] }[] | undefined;

function table() {
  // A path without a parameter is tried before one with: `/log/verifier-key` is no event.
  found ??= findRoutes()
    .map((route) => ({ route, segments: segmentsOf(route.path) }))
    .sort((a, b) => a.route.parameters.length - b.route.parameters.length);
  return found;
}

/** Every procedure that is also REST. */
export function restRoutes(): RestRoute[] {
  return table().map(({ route }) => route);
}

export type RestMatch =
  | { found: true; route: RestRoute; parameters: Record<string, string> }
  | { found: false; allow: RestMethod[] };

/** The route of a request; without one, the methods that its path would answer. */
export function matchRoute(method: string, path: string): RestMatch {
  const parts = path.split('/').slice(1);
  const allow: RestMethod[] = [];
  for (const { route, segments } of table()) {
    const parameters = readParameters(segments, parts);
    if (parameters === null) continue;
    if (route.method === method) return { found: true, route, parameters };
    allow.push(route.method);
  }
  return { found: false, allow };
}

function readParameters(segments: readonly Segment[], parts: readonly string[]) {
  if (segments.length !== parts.length) return null;
  const parameters: Record<string, string> = {};
  for (const [at, { text, isParameter }] of segments.entries()) {
    const part = parts[at] ?? '';
    if (isParameter ? part === '' : part !== text) return null;
    if (isParameter) parameters[text] = part;
  }
  return parameters;
}
