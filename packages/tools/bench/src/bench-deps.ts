import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createDb, ensureLogins, migrate } from '@assay/db';
import type { Actor } from '@assay/domain';
import { startEmbeddedPostgres } from '@assay/launch';
import { createOrganisation, type Deps } from '@assay/services';
import { type BenchPlace, benchDeps } from './join-bench-deps.ts';

const PRISMA_DIR = fileURLToPath(new URL('../../../../prisma', import.meta.url));

/**
 * Everything that use cases need, on the embedded database with the settings that `npm start` gives it; nothing of it
 * is left behind. `ownerUrl` reaches behind the application, to fill tables; `place` leads another process to the same.
 */
export async function withBenchDeps<T>(
  connections: number,
  measure: (bench: { deps: Deps; ownerUrl: string; place: BenchPlace }) => Promise<T>,
): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'assay-bench-'));
  const server = await startEmbeddedPostgres(folder, randomBytes(12).toString('hex'));
  try {
    await migrate(server.url, PRISMA_DIR);
    const { appUrl, systemUrl } = await ensureLogins(server.url, {
      app: 'bench',
      system: 'bench',
      queue: 'bench',
    });
    const db = createDb({ appUrl, systemUrl, poolSize: connections });
    try {
      const place = { folder, appUrl, systemUrl };
      return await measure({ deps: benchDeps(folder, db), ownerUrl: server.url, place });
    } finally {
      await db.close();
    }
  } finally {
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** A person of this number. */
export async function addPerson(deps: Deps, at: number): Promise<string> {
  const id = deps.ids.next();
  await deps.db.identity.user.create({ data: { id, name: `Bench ${at}`, email: `bench-${at}@example.com` } });
  return id;
}

/** A new organisation with its owner. */
export async function addOrganisation(deps: Deps): Promise<Extract<Actor, { kind: 'user' }>> {
  const userId = await addPerson(deps, 0);
  const { id: orgId } = await createOrganisation(deps, userId, { name: 'Bench' });
  return { kind: 'user', userId, orgId, orgRoles: ['owner'] };
}
