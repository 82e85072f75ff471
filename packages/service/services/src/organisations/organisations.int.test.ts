import { execFileSync } from 'node:child_process';
import { createWriteStream, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { gunzipSync } from 'node:zlib';
import { blobKey } from '@assay/storage';
import { tempDirectory } from '@assay/testkit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createApiKey } from '../api-keys/create-api-key.ts';
import { runJob } from '../jobs/run-job.ts';
import { actorFor } from '../members/actor-for.ts';
import { inviteMember } from '../members/invite-member.ts';
import { previewInvitation } from '../members/preview-invitation.ts';
import { addSource } from '../testing/add-source.ts';
import { createTestDeps, type TestDeps } from '../testing/test-deps.ts';
import { purgeTrash } from '../trash/purge-trash.ts';
import { buildOrganisationExport } from './build-organisation-export.ts';
import { deleteOrganisation } from './delete-organisation.ts';
import { getOrganisation } from './get-organisation.ts';
import { listOrganisationExports } from './list-organisation-exports.ts';
import { orderOrganisationExport } from './order-organisation-export.ts';
import { organisationExportLink } from './organisation-export-link.ts';
import { renameOrganisation } from './rename-organisation.ts';

let test: TestDeps;
beforeAll(async () => {
  test = await createTestDeps();
});
afterAll(() => test.close());

describe('an organisation', () => {
  it('shows its members what they may see of it', async () => {
    const { deps } = test;
    const { owner, orgId } = await test.organisation('Riverside');
    const member = await test.member(orgId, ['member']);
    await test.project(owner);
    await inviteMember(deps, owner, { email: 'new@example.com', roles: ['member'] });
    expect(await getOrganisation(deps, owner)).toMatchObject({
      name: 'Riverside',
      roles: ['owner'],
      counts: { members: 2, projects: 1, sources: 0, openInvitations: 1, activeApiKeys: 0 },
    });
    expect(await getOrganisation(deps, member)).toMatchObject({
      roles: ['member'],
      counts: { members: 2, projects: 0, openInvitations: null },
    });
  });

  it('is renamed by whoever saw its latest name', async () => {
    const { deps } = test;
    const { owner, slug } = await test.organisation('Old');
    const rename = (name: string, revision: number) => renameOrganisation(deps, owner, { name, revision });
    expect(await rename('New', 1)).toEqual({ revision: 2 });
    await expect(rename('Newer', 1)).rejects.toMatchObject({ code: 'stale' });
    await expect(rename('  ', 2)).rejects.toMatchObject({ code: 'bad-input', field: 'name' });
    const twice = await Promise.allSettled([rename('A', 2), rename('B', 2)]);
    expect(twice.filter((each) => each.status === 'fulfilled')).toHaveLength(1);
    expect(await getOrganisation(deps, owner)).toMatchObject({ slug, revision: 3 });
  });

  it('is deleted by its typed name, unless something is under legal hold; then it is gone for all', async () => {
    const { deps } = test;
    const { owner, slug, orgId } = await test.organisation('Closing Down');
    const projectId = await test.project(owner);
    const { link } = await inviteMember(deps, owner, { email: 'late@example.com', roles: ['member'] });
    const held = await addSource(test, { projectId, actor: owner, name: 'evidence', held: true });
    await expect(deleteOrganisation(deps, owner, { name: 'closing down' })).rejects.toMatchObject({
      code: 'bad-input',
      kept: expect.any(String),
    });
    await expect(deleteOrganisation(deps, owner, { name: 'Closing Down' })).rejects.toMatchObject({
      code: 'not-ready',
      message: expect.stringContaining('evidence'),
    });
    await deps.db.transaction({ orgId, userId: null }, (t) => t.sources.tombstone(held, deps.clock.now()));
    await deleteOrganisation(deps, owner, { name: 'Closing Down' });
    expect(await actorFor(deps, owner.userId, slug)).toBeNull();
    await expect(getOrganisation(deps, owner)).rejects.toMatchObject({ code: 'not-found' });
    const token = link.slice(link.lastIndexOf('/') + 1);
    await expect(previewInvitation(deps, { token })).rejects.toMatchObject({ code: 'not-found' });
  });
});

describe('the export of an organisation', () => {
  it('holds every table, every file and the log, but no secrets and nothing of others', async () => {
    const { deps } = test;
    const { owner, orgId } = await test.organisation('Exported');
    const other = await test.organisation('Not Exported');
    await test.project(other.owner, 'Of somebody else');
    const projectId = await test.project(owner, 'Mine');
    await addSource(test, { projectId, actor: owner, name: 'table', columns: ['a', 'b'] });
    await createApiKey(deps, owner, {
      name: 'Key',
      scopes: ['org.read'],
      expiresAt: new Date(Date.now() + 86_400_000).toISOString(),
    });
    await inviteMember(deps, owner, { email: 'invited@example.com', roles: ['member'] });
    const key = blobKey({ region: 'local', orgId, kind: 'test', id: 'file.bin' });
    const put = await deps.storage.put(key, Buffer.from('content of a file'));
    await deps.db.transaction({ orgId, userId: null }, (t) =>
      t.blobs.add({ key, sha256: put.sha256, bytes: BigInt(put.bytes), contentType: 'text/plain' }),
    );

    const { exportId, jobId } = await orderOrganisationExport(deps, owner);
    await expect(orderOrganisationExport(deps, owner)).rejects.toMatchObject({ code: 'conflict' });
    const outcome = await runExport(orgId, jobId);
    expect(outcome).toBe('succeeded');
    expect(await listOrganisationExports(deps, owner)).toMatchObject([{ exportId }]);
    const link = await organisationExportLink(deps, owner, { exportId });
    expect(link.url).toContain('organisation-export');
    const checked = deps.storage.verifySignedUrl(link.url);
    if (!checked.valid) throw new Error('The link does not verify.');

    const folder = tempDirectory();
    const archive = join(folder.path, 'export.tar');
    await pipeline(await deps.storage.get(checked.key), createWriteStream(archive));
    execFileSync('tar', ['-xf', archive], { cwd: folder.path });
    const table = (name: string) => gunzipSync(readFileSync(join(folder.path, name))).toString();
    const catalogued = await deps.db.transaction({ orgId, userId: null }, (t) => t.exports.tables());
    expect(readdirSync(join(folder.path, 'tables')).sort()).toEqual(
      catalogued.map((each) => `${each.name}.jsonl.gz`).sort(),
    );
    expect(JSON.parse(table('organisation.jsonl.gz'))).toMatchObject({ id: orgId, name: 'Exported' });
    expect(JSON.parse(table('tables/project.jsonl.gz'))).toMatchObject({ id: projectId, name: 'Mine' });
    expect(table('tables/source_column.jsonl.gz').trim().split('\n')).toHaveLength(2);
    expect(JSON.parse(table('tables/api_key.jsonl.gz'))).not.toHaveProperty('key_hash');
    expect(JSON.parse(table('tables/invitation.jsonl.gz'))).not.toHaveProperty('token_hash');
    expect(table('ledger.jsonl.gz')).toContain('organisation.export-ordered');
    expect(readFileSync(join(folder.path, 'blobs', key), 'utf8')).toBe('content of a file');
    const all = readdirSync(join(folder.path, 'tables')).map((name) => table(`tables/${name}`));
    expect(all.join('')).not.toContain(other.orgId);
    folder.remove();

    // The archive can be fetched for a week; then the reference goes, and the sweep takes the file.
    expect((await purgeTrash(deps)).purged).toBe(0);
    await expect(organisationExportLink(deps, other.owner, { exportId })).rejects.toMatchObject({
      code: 'not-found',
    });
  });

  it('reads a table in pages without losing or repeating a row', async () => {
    const { deps } = test;
    const { orgId, owner } = await test.organisation();
    for (let i = 0; i < 7; i += 1) await test.project(owner, `P${i}`);
    await deps.db.transaction({ orgId, userId: null }, async (t) => {
      for (const name of ['project', 'audit_object']) {
        const table = (await t.exports.tables()).find((each) => each.name === name);
        if (table === undefined) throw new Error(`There is no table ${name}.`);
        const whole = (await t.exports.page(table, null, 1000)).lines;
        const paged: string[] = [];
        let after: string | null = null;
        do {
          const page: { lines: string[]; last: string | null } = await t.exports.page(table, after, 3);
          paged.push(...page.lines);
          after = page.last;
        } while (after !== null);
        expect(whole.length).toBeGreaterThanOrEqual(7);
        expect(paged).toEqual(whole);
      }
    });
  });
});

function runExport(orgId: string, jobId: string) {
  const delivery = { orgId, jobId, lastAttempt: true, signal: new AbortController().signal };
  return runJob(test.deps, 'organisation.export', (run) => buildOrganisationExport(test.deps, run), delivery);
}
