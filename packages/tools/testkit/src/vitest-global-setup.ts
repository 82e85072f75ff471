import { startPostgres } from './postgres-server.ts';
import { SERVER_VARIABLE } from './test-database.ts';

/** One PostgreSQL for the whole test run; the test processes inherit its address. */
export default async function setup(): Promise<() => Promise<void>> {
  const server = await startPostgres();
  process.env[SERVER_VARIABLE] = server.url;
  return () => server.stop();
}
