import { generateOpenApiDocument } from 'trpc-to-openapi';
import { appRouter } from '../app-router.ts';
import { REST_PREFIX } from './handle-rest.ts';

/** The OpenAPI document of the routes that engineers need, made from the same schemas as the procedures. */
export function openApiDocument(baseUrl: string) {
  return generateOpenApiDocument(appRouter, {
    title: 'Assay',
    version: '1',
    baseUrl: `${baseUrl}${REST_PREFIX}`,
    description:
      'Authenticate with an API key: `Authorization: Bearer assay_...`. Errors are RFC 9457 problem documents. A POST may carry an `Idempotency-Key`.',
    securitySchemes: { apiKey: { type: 'http', scheme: 'bearer' } },
  });
}
