export { eventually } from './eventually.ts';
export { onExit } from './exit-cleanup.ts';
export { freePort } from './free-port.ts';
export type { PostgresServer } from './postgres-server.ts';
export { startPostgres } from './postgres-server.ts';
export type { TempDirectory } from './temp-directory.ts';
export { tempDirectory } from './temp-directory.ts';
export type { DatabaseTemplate, TestDatabase } from './test-database.ts';
export { createTestDatabase } from './test-database.ts';
