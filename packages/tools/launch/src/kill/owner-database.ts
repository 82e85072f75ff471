import pg from 'pg';
import type { AppUnderTest } from '../app-under-test.ts';
import { readSecrets } from '../secrets.ts';

/** A connection as the owner of the database, who sees every tenant: for checking what is really there. */
export async function ownerDatabase(app: AppUnderTest): Promise<pg.Client> {
  const url = new URL(app.env.DATABASE_APP_URL ?? '');
  const { databaseOwner } = await readSecrets(app.home);
  url.username = 'assay_owner';
  url.password = encodeURIComponent(databaseOwner);
  const client = new pg.Client({ connectionString: url.toString() });
  await client.connect();
  return client;
}
