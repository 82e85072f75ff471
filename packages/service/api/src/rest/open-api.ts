import { AssayError, type ErrorCode, errorStatus, problem } from '@assay/contracts';
import { generateOpenApiDocument } from 'trpc-to-openapi';
import { z } from 'zod';
import { appRouter } from '../app-router.ts';
import { exampleId, restExamples } from './examples.ts';
import { REST_PREFIX } from './handle-rest.ts';
import { PROBLEM_TYPE, problemOf } from './problem-response.ts';
import { type RestRoute, restRoutes } from './rest-routes.ts';

/** What each refusal says in general; an answer says it in particular. */
const refusals = {
  'bad-input': 'The input is not what the schema says; `errors` lists each fault.',
  unauthenticated: 'The API key is missing, unknown, expired or revoked.',
  forbidden: 'The key’s scopes, or the roles of the person behind it, do not allow this.',
  'not-found': 'There is no such thing, or it may not be seen: the two answer alike.',
  conflict: 'The state of things does not allow it, or somebody changed it meanwhile.',
  'too-large': 'The body is larger than 1 MiB.',
  'unsupported-media-type': 'The body is not JSON.',
  'idempotency-mismatch': 'The Idempotency-Key was used for another request.',
  'rate-limited': 'Too many requests; `Retry-After` says in how many seconds to try again.',
  internal: 'Something went wrong on our side; `instance` is its reference.',
  unavailable: 'A part that this needs is not there at the moment.',
} as const satisfies Partial<Record<ErrorCode, string>>;
type Documented = keyof typeof refusals;

const documented = Object.keys(refusals) as Documented[];

function responseOf(code: Documented) {
  const example = problemOf(new AssayError(code, refusals[code]), exampleId);
  return {
    description: refusals[code],
    ...(code === 'unauthenticated' ? { headers: header('WWW-Authenticate', 'How to authenticate.') } : {}),
    ...(code === 'rate-limited' ? { headers: header('Retry-After', 'Seconds to wait.') } : {}),
    content: { [PROBLEM_TYPE]: { schema: { $ref: '#/components/schemas/Problem' }, example } },
  };
}

function header(name: string, description: string) {
  return { [name]: { description, schema: { type: 'string' as const } } };
}

/** Which refusals a route can answer. */
function refusalsOf(route: RestRoute): Documented[] {
  const writes = route.method !== 'GET';
  const possible: Record<Documented, boolean> = {
    'bad-input': Object.keys(route.fields).length > 0,
    unauthenticated: true,
    forbidden: true,
    'not-found': route.meta.on !== undefined || route.parameters.length > 0,
    conflict: writes,
    'too-large': writes,
    'unsupported-media-type': writes,
    'idempotency-mismatch': route.method === 'POST',
    'rate-limited': true,
    internal: true,
    unavailable: true,
  };
  return documented.filter((code) => possible[code]);
}

const idempotencyKey = {
  in: 'header' as const,
  name: 'Idempotency-Key',
  required: false,
  description: 'The same key and body get the first answer again for a day.',
  schema: { type: 'string' as const, minLength: 1, maxLength: 255 },
  example: '8e03978e-40d5-43dd-bc93-6894a57f9324',
};

type Generated = ReturnType<typeof generateOpenApiDocument>;
type Operation = NonNullable<NonNullable<Generated['paths']>[string]['get']>;

/** Adds to what the schemas say: problem documents, the idempotency key, examples. */
function complete(operation: Operation, route: RestRoute): Operation {
  const example = restExamples[route.procedure];
  const parameters = (operation.parameters ?? []).map((parameter) =>
    'in' in parameter && parameter.in === 'path' ? { ...parameter, example: exampleId } : parameter,
  );
  const { requestBody } = operation;
  const body = requestBody !== undefined && 'content' in requestBody ? requestBody : null;
  const json = body?.content['application/json'];
  const answer = operation.responses?.['200'];
  return {
    ...operation,
    ...(route.method === 'POST' || parameters.length > 0
      ? { parameters: route.method === 'POST' ? [...parameters, idempotencyKey] : parameters }
      : {}),
    ...(body === null || json === undefined
      ? {}
      : {
          requestBody: {
            ...body,
            content: { 'application/json': { ...json, ...(example?.body ? { example: example.body } : {}) } },
          },
        }),
    responses: {
      200: {
        description: 'Done.',
        content: {
          'application/json': {
            ...(answer !== undefined && 'content' in answer ? answer.content?.['application/json'] : {}),
            ...(example === undefined ? {} : { example: example.response }),
          },
        },
      },
      ...Object.fromEntries(
        refusalsOf(route).map((code) => [errorStatus[code], { $ref: `#/components/responses/${code}` }]),
      ),
    },
  };
}

type SchemaObject = NonNullable<NonNullable<Generated['components']>['schemas']>[string];
const { $schema, ...problemShape } = z.toJSONSchema(problem);
const problemSchema = problemShape as SchemaObject;

/** The OpenAPI document of the routes that engineers need, made from the same schemas as the procedures. */
export function openApiDocument(baseUrl: string): Generated {
  const generated = generateOpenApiDocument(appRouter, {
    title: 'Assay',
    version: '1',
    baseUrl: `${baseUrl}${REST_PREFIX}`,
    description:
      'Authenticate with an API key: `Authorization: Bearer assay_...`. Refusals are problem documents (RFC 9457) whose `code` is stable. Moments are ISO 8601 in UTC; whole numbers beyond 2^53 are strings of digits. Lists are read page by page: `cursor` of an answer goes into the next question, and null is the end. A POST may carry an `Idempotency-Key`.',
    securitySchemes: {
      apiKey: {
        type: 'http',
        scheme: 'bearer',
        description: 'An API key of the organisation, with the scopes of what it is to do.',
      },
    },
  });
  const paths = { ...generated.paths };
  for (const route of restRoutes()) {
    const method = route.method.toLowerCase() as 'get' | 'post' | 'patch' | 'put' | 'delete';
    const operation = paths[route.path]?.[method];
    if (operation === undefined) continue;
    paths[route.path] = { ...paths[route.path], [method]: complete(operation, route) };
  }
  const schemas = Object.entries(generated.components?.schemas ?? {});
  return {
    ...generated,
    paths,
    components: {
      ...generated.components,
      // The generator's own shapes of errors are not what is answered.
      schemas: {
        ...Object.fromEntries(schemas.filter(([name]) => !name.startsWith('error.'))),
        Problem: problemSchema,
      },
      responses: Object.fromEntries(documented.map((code) => [code, responseOf(code)])),
    },
  };
}
