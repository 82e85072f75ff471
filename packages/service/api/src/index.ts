export type { AppRouter } from './app-router.ts';
export { appRouter, createCaller } from './app-router.ts';
export type { ApiContext, Identity } from './frame/context.ts';
export { asAssayError } from './frame/trpc.ts';
export { handleRest, REST_PREFIX } from './rest/handle-rest.ts';
export { openApiDocument } from './rest/open-api.ts';
export { streamLedgerExport } from './routers/log/stream-ledger-export.ts';
