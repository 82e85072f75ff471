import { createHash } from 'node:crypto';
import { createDb, type Db } from '@assay/db';
import { verifyExport } from '@assay/ledger';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { sweepBlobs } from '../blobs/sweep-blobs.ts';
import { command } from '../frame/command.ts';
import { nodeSha256 } from '../frame/node-sha256.ts';
import { exportLedger } from '../ledger/export-ledger.ts';
import { inviteMember } from '../members/invite-member.ts';
import { addSource } from '../testing/add-source.ts';
import { importCsv } from '../testing/import-csv.ts';
import { createTestDeps, type TestDeps, type UserActor } from '../testing/test-deps.ts';
import { deleteOrganisation } from './delete-organisation.ts';
import { orderOrganisationExport } from './order-organisation-export.ts';
import { purgeOrganisations } from './purge-organisations.ts';

/** What stays of a purged organisation, and rows of files until the sweep has removed them. */
const KEPT = ['audit_event', 'audit_object', 'ledger_head', 'ledger_tile', 'ledger_checkpoint'];

let test: TestDeps;
let behind: Db;
beforeAll(async () => {
  test = await createTestDeps();
  // As the database's owner, whom row-level security does not bind.
  behind = createDb({ appUrl: test.ownerUrl, systemUrl: test.ownerUrl, poolSize: 1 });
});
afterAll(async () => {
  await behind.close();
  await test.close();
});

const ask = <Row>(sql: string, ...values: unknown[]) =>
  behind.identity.$queryRawUnsafe<Row[]>(sql, ...values);

/** Rows of an organisation by table, of those tables that have any. */
async function rowsOf(orgId: string): Promise<Record<string, number>> {
  const tables = await ask<{ name: string }>(
    `SELECT c.table_name AS name FROM information_schema.columns c
     JOIN information_schema.tables t USING (table_schema, table_name)
     WHERE c.table_schema = 'public' AND c.column_name = 'org_id' AND t.table_type = 'BASE TABLE'`,
  );
  const counts: Record<string, number> = {};
  for (const { name } of tables) {
    const rows = await ask<{ n: number }>(
      `SELECT count(*)::int AS n FROM ${name} WHERE org_id = $1::uuid`,
      orgId,
    );
    if ((rows[0]?.n ?? 0) > 0) counts[name] = rows[0]?.n ?? 0;
  }
  return counts;
}

async function filesOf(orgId: string): Promise<string[]> {
  const { blobs } = await test.deps.storage.list(`local/${orgId}/`);
  return blobs.map((blob) => blob.key);
}

const deletedDaysAgo = (orgId: string, days: number) =>
  behind.identity.$executeRawUnsafe(
    'UPDATE organisation SET deleted_at = now() - make_interval(days => $2::int) WHERE id = $1::uuid',
    orgId,
    days,
  );

async function filled(name: string): Promise<{ orgId: string; owner: UserActor }> {
  const { orgId, owner } = await test.organisation(name);
  const projectId = await test.project(owner, 'A secret project');
  await importCsv(test, owner, { projectId, csv: 'id,name\n1,Ada\n2,Grace\n' });
  await inviteMember(test.deps, owner, { email: 'waiting@example.com', roles: ['member'] });
  return { orgId, owner };
}

it('destroys rows, files and words of what was deleted 30 days ago, and leaves proofs and the others', async () => {
  const { deps } = test;
  const { orgId, owner } = await filled('Going');
  const other = await filled('Staying');
  const before = { rows: await rowsOf(other.orgId), files: await filesOf(other.orgId) };
  expect(Object.keys(await rowsOf(orgId)).length).toBeGreaterThan(15);
  expect((await filesOf(orgId)).length).toBeGreaterThan(0);
  // A job that waits, and one that a worker is at.
  await orderOrganisationExport(deps, owner);
  const running = deps.ids.next();
  const jobId = await command(deps, owner, async ({ order, record }) => {
    const subject = { type: 'organisation', id: orgId };
    await record({ action: 'test.ordered', object: subject });
    return order({ kind: 'organisation.export', payload: { exportId: orgId }, subject, projectId: null });
  });
  await deps.db.transaction({ orgId, userId: null }, (t) => t.jobs.begin(jobId, running, new Date(), 60_000));

  await deleteOrganisation(deps, owner, { name: 'Going' });
  const jobs = await ask<{ status: string }>(
    'SELECT DISTINCT status FROM job WHERE org_id = $1::uuid',
    orgId,
  );
  expect(jobs.map((job) => job.status).sort()).toEqual(['CANCELLED', 'RUNNING', 'SUCCEEDED']);
  await deletedDaysAgo(orgId, 29);
  expect(await purgeOrganisations(deps)).toEqual({ purged: 0, waiting: 0 });
  await deletedDaysAgo(orgId, 31);
  // The worker is still at it.
  expect(await purgeOrganisations(deps)).toEqual({ purged: 0, waiting: 1 });
  await deps.db.transaction({ orgId, userId: null }, (t) =>
    t.jobs.end(jobId, running, { status: 'CANCELLED', at: new Date() }),
  );
  expect(await purgeOrganisations(deps)).toEqual({ purged: 1, waiting: 0 });
  expect(await purgeOrganisations(deps)).toEqual({ purged: 0, waiting: 0 });

  await sweepBlobs(deps, -1000);
  expect(await filesOf(orgId)).toEqual([]);
  expect(Object.keys(await rowsOf(orgId)).sort()).toEqual(
    KEPT.filter((name) => name !== 'ledger_checkpoint').sort(),
  );
  const words = await ask(
    'SELECT action FROM audit_event WHERE org_id = $1::uuid AND (payload IS NOT NULL OR salt IS NOT NULL)',
    orgId,
  );
  expect(words).toEqual([{ action: 'organisation.purged' }]);
  const tombs = await ask('SELECT name, slug FROM organisation WHERE id = $1::uuid', orgId);
  expect(tombs).toEqual([{ name: '', slug: orgId }]);
  expect({ rows: await rowsOf(other.orgId), files: await filesOf(other.orgId) }).toEqual(before);

  const system = { kind: 'system', orgId, userId: null, orgRoles: [] } as const;
  const lines = await exportLedger(deps, system);
  const report = await verifyExport(
    (async function* () {
      for await (const line of lines) yield Buffer.from(line);
    })(),
    {
      verifierKey: deps.signerFor(orgId).verifierKey,
      sha256: nodeSha256,
      startSha256: () => createHash('sha256'),
    },
  );
  expect(report).toMatchObject({ verified: true });
});

it('keeps what is under legal hold, or was opened again', async () => {
  const { deps } = test;
  const held = await filled('Held');
  await deleteOrganisation(deps, held.owner, { name: 'Held' });
  await deletedDaysAgo(held.orgId, 31);
  const projectId = deps.ids.next();
  await deps.db.transaction({ orgId: held.orgId, userId: held.owner.userId }, (t) =>
    t.projects.create({
      id: projectId,
      name: 'P',
      description: '',
      stakes: 'standard',
      createdBy: projectId,
    }),
  );
  await addSource(test, { projectId, actor: held.owner, name: 'evidence', held: true });
  expect(await purgeOrganisations(deps)).toEqual({ purged: 0, waiting: 0 });
  // The door itself refuses, too.
  const purge = () =>
    deps.db.transaction({ orgId: held.orgId, userId: null }, (t) => t.organisations.purge(30));
  expect(await purge()).toBeNull();
  const open = await filled('Open');
  expect(
    await deps.db.transaction({ orgId: open.orgId, userId: null }, (t) => t.organisations.purge(0)),
  ).toBeNull();
  expect((await rowsOf(held.orgId)).source).toBe(2);
});
