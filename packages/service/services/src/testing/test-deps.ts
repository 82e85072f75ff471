import { createHash, randomBytes } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { OrgRole, ProjectRole } from '@assay/contracts';
import { createDb, ensureLogins, migrate } from '@assay/db';
import type { Actor } from '@assay/domain';
import { createStorage } from '@assay/storage';
import { createTables } from '@assay/tables';
import { createLog } from '@assay/telemetry';
import { createTestDatabase, tempDirectory } from '@assay/testkit';
import { uuidv7 } from 'uuidv7';
import type { Deps, Mail } from '../frame/deps.ts';
import { createSignerFactory } from '../ledger/create-signer-factory.ts';
import { createOrganisation } from '../organisations/create-organisation.ts';
import { createProject } from '../projects/create-project.ts';
import { createWebhookSecrets } from '../webhooks/create-webhook-secrets.ts';
import { migrationsHash } from './migrations-hash.ts';

const PRISMA_DIR = fileURLToPath(new URL('../../../../../prisma', import.meta.url));
/** Roles belong to the whole server, which the tests of one run share: everybody sets the same passwords. */
const PASSWORDS = { app: 'test-app', system: 'test-system', queue: 'test-queue' };

export type UserActor = Extract<Actor, { kind: 'user' }>;

export type TestDeps = {
  deps: Deps;
  /** The superuser's connection, for looking behind the application and for breaking things. */
  ownerUrl: string;
  appUrl: string;
  systemUrl: string;
  queueUrl: string;
  /** Mails that were sent, when `mail` is on. */
  mails: Mail[];
  /** Moves the clock that serves display and expiry; the database's own time stays. */
  setNow: (at: Date | null) => void;
  person: (name?: string) => Promise<{ userId: string; email: string }>;
  /** A new organisation with its first owner. */
  organisation: (name?: string) => Promise<{ orgId: string; slug: string; owner: UserActor }>;
  /** A new person in an organisation with these roles. */
  member: (
    orgId: string,
    roles: readonly OrgRole[],
  ) => Promise<UserActor & { email: string; memberId: string }>;
  project: (owner: Actor, name?: string) => Promise<string>;
  inProject: (projectId: string, actor: Actor, roles: readonly ProjectRole[]) => Promise<void>;
  close: () => Promise<void>;
};

/**
 * Everything that use cases need, for tests: a database of its own on a real PostgreSQL with all migrations, blobs
 * in a folder, real tables, a silent log. `close` leaves nothing behind.
 */
export async function createTestDeps(options: { mail?: boolean } = {}): Promise<TestDeps> {
  const database = await createTestDatabase({
    template: {
      hash: await migrationsHash(PRISMA_DIR),
      prepare: async (url) => {
        await migrate(url, PRISMA_DIR);
        await ensureLogins(url, PASSWORDS);
      },
    },
  });
  // The template may be an earlier run's: the roles' passwords are the server's and are set by whoever made it.
  const { appUrl, systemUrl, queueUrl } = await ensureLogins(database.url, PASSWORDS);
  const folder = tempDirectory();
  const workDir = join(folder.path, 'work');
  const tempDir = join(folder.path, 'duck');
  for (const path of [workDir, tempDir]) mkdirSync(path);
  const db = createDb({ appUrl, systemUrl, poolSize: 8 });
  const mails: Mail[] = [];
  let fixed: Date | null = null;
  const now = () => fixed ?? new Date();
  const deps: Deps = {
    db,
    storage: createStorage({
      driver: 'folder',
      root: join(folder.path, 'blobs'),
      signingSecret: 'a secret of the tests alone',
      now: () => now().getTime(),
    }),
    tables: createTables({ memoryLimitMb: 512, threads: 2, tempDir }),
    log: createLog({ name: 'test', level: 'silent' }),
    clock: { now },
    ids: { next: () => uuidv7() },
    randomBytes: (length) => new Uint8Array(randomBytes(length)),
    region: 'local',
    signerFor: createSignerFactory(
      new Uint8Array(createHash('sha256').update('a seed of the tests').digest()),
    ),
    sendMail: options.mail === true ? async (mail) => void mails.push(mail) : null,
    webhooks: {
      secretOf: createWebhookSecrets(
        new Uint8Array(createHash('sha256').update('a seed of the tests, too').digest()),
      ),
      allowedHosts: new Set(['127.0.0.1']),
    },
    baseUrl: 'http://localhost:3000',
    workDir,
  };

  const person: TestDeps['person'] = async (name = 'Test Person') => {
    const userId = deps.ids.next();
    const email = `${userId}@example.com`;
    await db.identity.user.create({ data: { id: userId, name, email } });
    return { userId, email };
  };

  return {
    deps,
    ownerUrl: database.url,
    appUrl,
    systemUrl,
    queueUrl,
    mails,
    setNow: (at) => {
      fixed = at;
    },
    person,
    organisation: async (name = 'Test Organisation') => {
      const { userId } = await person('Test Owner');
      const { id, slug } = await createOrganisation(deps, userId, { name });
      return { orgId: id, slug, owner: { kind: 'user', userId, orgId: id, orgRoles: ['owner'] } };
    },
    member: async (orgId, roles) => {
      const { userId, email } = await person('Test Member');
      const memberId = deps.ids.next();
      await db.transaction({ orgId, userId }, (t) =>
        t.members.add({ id: memberId, userId, roles: [...roles] }),
      );
      return { kind: 'user', userId, orgId, orgRoles: [...roles], email, memberId };
    },
    project: async (owner, name = 'Test project') =>
      (await createProject(deps, owner, { name, description: '', stakes: 'standard' })).id,
    inProject: async (projectId, actor, roles) => {
      const { orgId, userId } = actor;
      if (userId === null) throw new Error('Only a person is a member of a project.');
      await db.transaction({ orgId, userId }, (t) =>
        t.projects.setMember({ id: deps.ids.next(), projectId, userId, roles: [...roles] }),
      );
    },
    close: async () => {
      await db.close();
      await database.drop();
      folder.remove();
    },
  };
}
