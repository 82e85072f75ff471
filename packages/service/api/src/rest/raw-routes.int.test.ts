import { createApiKey, createGuestLink, revokeGuestLink, startReleaseExport } from '@assay/services';
import { runHere } from '@assay/services/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Asking, contextOf } from '../testing/call-procedure.ts';
import type { Things } from '../testing/test-things.ts';
import { makeWorld, type TestWorld } from '../testing/test-world.ts';
import { handleExportFile } from './handle-export-file.ts';
import { handleGuestFile } from './handle-guest-file.ts';
import { handleImageFile, handleRefusedImages, handleTaskPicture } from './handle-image-file.ts';
import { handleLogCsv } from './handle-log-csv.ts';
import { handleLogExport } from './handle-log-export.ts';
import { handleReportFile } from './handle-report-file.ts';
import { handleRowsCsv } from './handle-rows-csv.ts';
import { handleRunRows } from './handle-run-rows.ts';
import { handleUpload } from './handle-upload.ts';

let world: TestWorld;
beforeAll(async () => {
  world = await makeWorld();
});
afterAll(() => world.test.close());

const upload = (method: string) => (asking: Asking, things: Things) =>
  handleUpload(
    new Request('http://localhost:3000/api/uploads', {
      method,
      ...(method === 'PATCH'
        ? { body: 'a', headers: { 'content-type': 'application/offset+octet-stream', 'upload-offset': '0' } }
        : {}),
    }),
    contextOf(world.test.deps, asking),
    things.uploadId,
  );

/** Routes that carry bytes: each has the checks of a procedure without being one. */
const routes: Record<string, (asking: Asking, things: Things) => Promise<Response>> = {
  'HEAD upload': upload('HEAD'),
  'PATCH upload': upload('PATCH'),
  'DELETE upload': upload('DELETE'),
  'GET rows as CSV': (asking, things) =>
    handleRowsCsv(
      new Request('http://localhost:3000/api/rows'),
      contextOf(world.test.deps, asking),
      things.versionId,
    ),
  'GET a file of an export': (asking, things) =>
    handleExportFile(contextOf(world.test.deps, asking), things.versionExportId, 'data'),
  'GET a thumbnail': (asking, things) =>
    handleImageFile(contextOf(world.test.deps, asking), things.imageId, 'thumbnail'),
  'GET an original': (asking, things) =>
    handleImageFile(contextOf(world.test.deps, asking), things.imageId, 'original'),
  'GET what was not taken of pictures': (asking, things) =>
    handleRefusedImages(contextOf(world.test.deps, asking), things.imageImportId),
  'GET rows of a run': (asking, things) =>
    handleRunRows(
      new Request('http://localhost:3000/api/runs'),
      contextOf(world.test.deps, asking),
      things.runId,
      'rows.jsonl',
    ),
};

async function seen(response: Response) {
  const text = await response.text();
  const { instance, ...body } = text === '' ? {} : JSON.parse(text);
  return { status: response.status, body };
}

describe('a route that carries bytes', () => {
  const each = Object.entries(routes);

  it.each(each)('%s refuses whoever is not signed in', async (_, call) => {
    expect((await call({ org: world.a.slug }, world.a.things)).status).toBe(401);
    expect((await call({ key: 'assay_unknown' }, world.a.things)).status).toBe(401);
  });

  it.each(each)('%s refuses roles that may not', async (_, call) => {
    const people = [world.inOrg.auditor, world.inProject.viewer, world.inProject.annotator];
    for (const { userId } of people) {
      expect((await call({ userId, org: world.a.slug }, world.a.things)).status).toBe(403);
    }
    const { userId } = world.inOrg.member;
    expect((await call({ userId, org: world.a.slug }, world.a.things)).status).toBe(404);
  });

  it.each(each)('%s answers a foreign id as one of nothing', async (_, call) => {
    const asking = { userId: world.a.owner.userId, org: world.a.slug };
    const foreign = await seen(await call(asking, world.b.things));
    expect(foreign).toEqual(await seen(await call(asking, world.nothing())));
    expect(foreign.status).toBe(404);
  });

  it('gives the picture of a task to whoever may label there, and of no foreign one', async () => {
    const preview = (asking: Asking, taskId: string) =>
      handleTaskPicture(contextOf(world.test.deps, asking), taskId, 'preview');
    const { taskId } = world.a.things;
    const org = world.a.slug;
    expect((await preview({ org }, taskId)).status).toBe(401);
    expect((await preview({ userId: world.inProject.viewer.userId, org }, taskId)).status).toBe(403);
    const { userId } = world.inProject.annotator;
    const foreign = await seen(await preview({ userId, org }, world.b.things.taskId));
    expect(foreign).toEqual(await seen(await preview({ userId, org }, world.nothing().taskId)));
    expect(foreign.status).toBe(404);
    // It is a row of a table, and has no picture.
    expect((await preview({ userId, org }, taskId)).status).toBe(404);
  });

  it('gives a guest a file of their release for the posted secret of their link, and nothing else', async () => {
    const { test, a, b } = world;
    const { deps } = test;
    const { approvedReleaseId: releaseId, versionExportId } = a.things;
    const endsOn = new Date(Date.now() + 86_400_000).toISOString().slice(0, 10);
    const { path } = await createGuestLink(deps, a.owner, { releaseId, label: 'A reader', endsOn });
    const { exportId, jobId } = await startReleaseExport(deps, a.owner, { releaseId, format: 'csv' });
    await runHere(deps, a.owner, jobId);
    const ask = (
      file: string,
      body: string,
      of = exportId,
      type = 'application/x-www-form-urlencoded',
    ): Promise<Response> =>
      handleGuestFile(
        contextOf(deps, {}),
        new Request('http://localhost:3000/api/guest', {
          method: 'POST',
          body,
          headers: { 'content-type': type, 'content-length': String(body.length) },
        }),
        { exportId: of, file },
      );
    const secret = `token=${path.split('#')[1]}`;
    const response = await ask('data', secret);
    expect([response.status, response.headers.get('content-disposition')]).toEqual([
      200,
      expect.stringContaining('.csv"'),
    ]);
    expect(await response.text()).toContain('assay_key');
    const refused = async (given: Promise<Response>) => (await given).status;
    expect(await refused(ask('data', 'token=of-nobody'))).toBe(404);
    expect(await refused(ask('data', 'no=token'))).toBe(401);
    expect(await refused(ask('secrets', secret))).toBe(404);
    expect(await refused(ask('data', secret, versionExportId))).toBe(404);
    expect(await refused(ask('data', secret, b.things.versionExportId))).toBe(404);
    expect(await refused(ask('data', secret, exportId, 'application/json'))).toBe(400);
    expect(await refused(ask('data', `${secret}&more=${'x'.repeat(2000)}`))).toBe(400);
  });

  it('tells a guest on a page why a file is refused and what to do next, and a program in JSON', async () => {
    const { test, a } = world;
    const { deps } = test;
    const { approvedReleaseId: releaseId } = a.things;
    const endsOn = new Date(Date.now() + 86_400_000).toISOString().slice(0, 10);
    const { guestLinkId, path } = await createGuestLink(deps, a.owner, { releaseId, label: 'B', endsOn });
    const ask = (accept: string, token: string): Promise<Response> => {
      const body = `token=${encodeURIComponent(token)}`;
      const headers = {
        accept,
        'content-type': 'application/x-www-form-urlencoded',
        'content-length': String(body.length),
      };
      return handleGuestFile(
        contextOf(deps, {}),
        new Request('http://localhost:3000/api/guest', { method: 'POST', body, headers }),
        { exportId: a.things.versionExportId, file: 'data' },
      );
    };
    const ofBrowser = 'text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8';
    const secret = path.split('#')[1] ?? '';
    const page = async (token: string) => {
      const response = await ask(ofBrowser, token);
      expect(response.headers.get('content-type')).toBe('text/html; charset=utf-8');
      expect(response.headers.get('cache-control')).toBe('no-store');
      const text = await response.text();
      expect(text).toMatch(/^<!doctype html>/i);
      expect(text).not.toContain(secret);
      return { status: response.status, text };
    };
    expect(await page('<b>of nobody</b>')).toMatchObject({ status: 404 });

    test.setNow(new Date(Date.now() + 3 * 86_400_000));
    try {
      const ended = await page(secret);
      expect(ended.status).toBe(403);
      expect(ended.text).toContain('<h1>This link has ended.</h1>');
      expect(ended.text).toContain('Ask whoever gave it to you for another one.');
    } finally {
      test.setNow(null);
    }
    await revokeGuestLink(deps, a.owner, { releaseId, guestLinkId });
    const revoked = await page(secret);
    expect(revoked.status).toBe(403);
    expect(revoked.text).toContain('<h1>This link was taken back.</h1>');
    expect(revoked.text).toContain('Ask whoever gave it to you for another one.');
    const problem = await ask('*/*', secret);
    expect(problem.headers.get('content-type')).toBe('application/problem+json');
    expect(await problem.json()).toMatchObject({ status: 403, detail: 'This link was taken back.' });
  });

  it('exports rows as CSV to who may read them, without what is masked', async () => {
    const { userId } = world.inProject.engineer;
    const response = await routes['GET rows as CSV']?.({ userId, org: world.a.slug }, world.a.things);
    expect(response?.status).toBe(200);
    const text = (await response?.text()) ?? '';
    expect(text).toContain('right,3');
    expect(text).not.toContain('person1@example.com');
  });

  it('gives the rows of a run in each format to who may read them, and to their key', async () => {
    const { test, a } = world;
    const { engineer } = world.inProject;
    const ask = (asking: Asking, file: string, where = '') =>
      handleRunRows(
        new Request(`http://localhost:3000/api/runs?where=${encodeURIComponent(where)}`),
        contextOf(test.deps, asking),
        a.things.runId,
        file,
      );
    const asking = { userId: engineer.userId, org: a.slug };
    const types = { csv: 'text/csv', jsonl: 'application/jsonl', parquet: 'application/vnd.apache.parquet' };
    for (const [format, type] of Object.entries(types)) {
      const response = await ask(asking, `rows.${format}`);
      expect([format, response.status]).toEqual([format, 200]);
      expect(response.headers.get('content-type')).toContain(type);
      expect(response.headers.get('content-disposition')).toContain(`.${format}"`);
      expect((await response.arrayBuffer()).byteLength).toBeGreaterThan(50);
    }
    expect((await ask(asking, 'rows.xlsx')).status).toBe(404);
    expect((await ask(asking, 'rows.csv', 'no such thing')).status).toBe(400);
    const keyed = async (scope: 'run.readRows' | 'run.read') => {
      const expiresAt = new Date(Date.now() + 86_400_000).toISOString();
      const { key } = await createApiKey(test.deps, a.owner, { name: scope, scopes: [scope], expiresAt });
      return (await ask({ key }, 'rows.csv')).status;
    };
    expect(await keyed('run.readRows')).toBe(200);
    expect(await keyed('run.read')).toBe(403);
  });

  it('exports the log to who may, and records it', async () => {
    const asked = (userId: string) =>
      handleLogExport(contextOf(world.test.deps, { userId, org: world.a.slug }));
    expect((await asked(world.inOrg.member.userId)).status).toBe(403);
    expect((await asked(world.b.owner.userId)).status).toBe(404);
    const response = await asked(world.inOrg.auditor.userId);
    expect(response.status).toBe(200);
    const lines = (await response.text()).trimEnd().split('\n');
    for (const line of lines) JSON.parse(line);
    expect(lines.some((line) => line.includes('ledger.exported'))).toBe(true);
    expect(lines.join('').includes(world.b.owner.userId)).toBe(false);
  });

  it('gives the log as CSV to who may, filtered, with formulas defused, and records it', async () => {
    const asked = (userId: string, search = '') =>
      handleLogCsv(
        new Request(`http://localhost:3000/api/log/entries.csv?org=${world.a.slug}${search}`),
        contextOf(world.test.deps, { userId, org: world.a.slug }),
      );
    expect((await asked(world.inOrg.member.userId)).status).toBe(403);
    expect((await asked(world.b.owner.userId)).status).toBe(404);
    expect((await asked(world.inOrg.auditor.userId, '&actorId=nobody')).status).toBe(400);
    const { userId } = world.a.owner;
    const { name } = await world.test.deps.db.identity.user.findUniqueOrThrow({ where: { id: userId } });
    await world.test.deps.db.identity.user.update({ where: { id: userId }, data: { name: '=1+1' } });
    try {
      const text = await (await asked(userId)).text();
      const [header, ...lines] = text.trimEnd().split('\n');
      expect(header).toBe(
        'entry,at,action,actor_kind,actor_id,actor,object_type,object_id,project_id,details',
      );
      expect(lines.length).toBeGreaterThan(1);
      expect(lines[0]).toContain(`ledger.exported,user,${userId},'=1+1,organisation`);
      expect(text).not.toContain(world.b.owner.userId);
      const some = await (await asked(userId, '&action=ledger.')).text();
      for (const line of some.trimEnd().split('\n').slice(1)) expect(line).toContain('ledger.exported');
    } finally {
      await world.test.deps.db.identity.user.update({ where: { id: userId }, data: { name } });
    }
  });
});

describe('the file of a report', () => {
  const ask = (asking: Asking, file: string, things = world.a.things) =>
    handleReportFile(contextOf(world.test.deps, asking), things.reportId, file);
  const asPerson = (userId: string): Asking => ({ userId, org: world.a.slug });

  it('is its document, or a page, and no other', async () => {
    const owner = asPerson(world.a.owner.userId);
    expect(await (await ask(owner, 'report.json')).json()).toMatchObject({
      type: 'assay.report',
      version: 1,
    });
    const page = await ask(owner, 'report.html');
    expect(page.headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect(await page.text()).toMatch(/^<!doctype html>/i);
    const pdf = await ask(owner, 'report.pdf');
    expect(pdf.headers.get('content-type')).toBe('application/pdf');
    expect(pdf.headers.get('content-disposition')).toContain('.pdf"');
    expect(
      Buffer.from(await pdf.arrayBuffer())
        .subarray(0, 5)
        .toString(),
    ).toBe('%PDF-');
    expect((await ask(owner, 'report.exe')).status).toBe(404);
  });

  it('is refused to whoever may not read reports', async () => {
    expect((await ask({ org: world.a.slug }, 'report.json')).status).toBe(401);
    expect((await ask(asPerson(world.inProject.annotator.userId), 'report.json')).status).toBe(403);
    expect((await ask(asPerson(world.a.owner.userId), 'report.json', world.b.things)).status).toBe(404);
  });
});
