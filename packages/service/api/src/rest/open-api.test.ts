import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { restExamples } from './examples.ts';
import { openApiDocument } from './open-api.ts';
import { PROBLEM_TYPE } from './problem-response.ts';
import { restRoutes } from './rest-routes.ts';

type Json = { [key: string]: Json } & { [key: number]: Json };
const document = JSON.parse(JSON.stringify(openApiDocument('http://localhost:3000'))) as Json;
const paths = document.paths as Record<string, Record<string, Json>>;
const operations = Object.entries(paths).flatMap(([path, methods]) =>
  Object.entries(methods).map(([method, operation]) => ({ path, method, operation })),
);

/** Follows a reference within the document. */
function resolve(reference: string): unknown {
  let at: unknown = document;
  for (const name of reference.split('/').slice(1)) {
    at = typeof at === 'object' && at !== null ? (at as Record<string, unknown>)[name] : undefined;
  }
  return at;
}

function references(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, inner]) =>
    name === '$ref' && typeof inner === 'string' ? [inner] : references(inner),
  );
}

describe('the OpenAPI document', () => {
  it('describes exactly the routes that are answered', () => {
    const described = operations.map(({ path, method }) => `${method.toUpperCase()} ${path}`);
    expect(described.sort()).toEqual(
      restRoutes()
        .map((route) => `${route.method} ${route.path}`)
        .sort(),
    );
    expect(document.openapi).toMatch(/^3\.1\./);
    expect(document.servers).toEqual([{ url: 'http://localhost:3000/api/v1' }]);
    expect(document.info).toMatchObject({ title: 'Assay', version: '1' });
  });

  it.each(operations)(
    '$method $path declares each path parameter once and nothing else in the path',
    ({ path, operation }) => {
      const inPath = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name).sort();
      const parameters = (operation.parameters ?? []) as unknown as {
        in: string;
        name: string;
        required: boolean;
        schema: unknown;
      }[];
      const declared = parameters.filter((each) => each.in === 'path');
      expect(declared.map((each) => each.name).sort()).toEqual(inPath);
      expect(declared.every((each) => each.required)).toBe(true);
      const names = parameters.map((each) => `${each.in} ${each.name}`);
      expect(new Set(names).size).toBe(names.length);
      for (const each of parameters) {
        expect(['path', 'query', 'header']).toContain(each.in);
        expect(each.schema).toBeTypeOf('object');
      }
      for (const segment of path.split('/').slice(1)) expect(segment).toMatch(/^([a-z][a-z-]*|\{\w+\})$/);
    },
  );

  it.each(operations)(
    '$method $path is named, secured, and answers refusals as problems',
    ({ operation, method }) => {
      expect(operation).toMatchObject({
        operationId: expect.any(String),
        summary: expect.any(String),
        tags: [expect.any(String)],
        security: [{ apiKey: [] }],
      });
      const { 200: success, ...refusals } = operation.responses as unknown as Record<string, Json>;
      expect(success).toMatchObject({ content: { 'application/json': { schema: expect.anything() } } });
      expect(Object.keys(refusals)).toEqual(expect.arrayContaining(['401', '403', '429', '500', '503']));
      for (const [status, { $ref }] of Object.entries(refusals)) {
        expect(resolve(String($ref))).toMatchObject({
          description: expect.any(String),
          content: {
            [PROBLEM_TYPE]: {
              schema: { $ref: '#/components/schemas/Problem' },
              example: { status: Number(status), type: expect.stringMatching(/^urn:assay:problem:/) },
            },
          },
        });
      }
      expect(JSON.stringify(operation.parameters ?? []).includes('Idempotency-Key')).toBe(method === 'post');
    },
  );

  it('names each operation once, and refers to nothing that is not there', () => {
    const names = operations.map(({ operation }) => operation.operationId);
    expect(new Set(names).size).toBe(names.length);
    expect(references(document).filter((each) => resolve(each) === undefined)).toEqual([]);
    expect(document.components).toMatchObject({
      securitySchemes: { apiKey: { type: 'http', scheme: 'bearer' } },
    });
    expect(JSON.stringify(document)).not.toContain('"$schema"');
  });

  it.each(restRoutes())('$method $path has an example that its schemas take', (route) => {
    const example = restExamples[route.procedure];
    if (example?.response !== undefined && route.output instanceof z.ZodType) {
      expect(route.output.parse(example.response)).toEqual(example.response);
    }
    const body = Object.entries(route.fields).filter(([name]) => !route.parameters.includes(name));
    if (route.method === 'GET' || body.length === 0) return;
    const missing = `add a body for '${route.procedure}' to packages/service/api/src/rest/examples.ts`;
    expect(example?.body, missing).toBeDefined();
    expect(z.strictObject(Object.fromEntries(body)).parse(example?.body)).toEqual(example?.body);
  });
});
