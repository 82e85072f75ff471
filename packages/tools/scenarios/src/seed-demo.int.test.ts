import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { DEMO_SIGN_INS } from '@assay/launch';
import { verifyExport } from '@assay/ledger';
import {
  type AppDeps,
  createAuth,
  createDeps,
  exportLedger,
  getBias,
  getLabelImport,
  getReadiness,
  homeSummary,
  listBatches,
  listColumns,
  listFindings,
  listJobs,
  listLabelImports,
  listProjects,
  listSources,
  listSplits,
  readEnv,
} from '@assay/services';
import { createTestDeps, type TestDeps } from '@assay/services/testing';
import { tempDirectory } from '@assay/testkit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { streetScene, withFault } from './demo/street-scene.ts';
import {
  AIRPORTS_SOURCE,
  createPerson,
  DEMO_SLUG,
  EARLY_STRIKES_SOURCE,
  importCsv,
  memberAt,
  SCENES_PROJECT,
  STRIKES_PROJECT,
  seedDemo,
  type UserActor,
  WAGES_PROJECT,
} from './index.ts';

const ENTRY = fileURLToPath(new URL('./seed-demo.ts', import.meta.url));
const home = tempDirectory();

let test: TestDeps;
let app: AppDeps;
let manager: UserActor;
beforeAll(async () => {
  test = await createTestDeps();
  const env = {
    DATABASE_APP_URL: test.appUrl,
    DATABASE_SYSTEM_URL: test.systemUrl,
    DATABASE_QUEUE_URL: test.queueUrl,
    ASSAY_HOME: home.path,
    ASSAY_SECRET: Buffer.alloc(32, 9).toString('base64'),
  };
  app = createDeps(readEnv({ ...env, LOG_LEVEL: 'silent' }), 'cli');
  // As the launcher runs it.
  const seeded = await promisify(execFile)(process.execPath, ['--import', 'tsx', ENTRY], {
    env: { PATH: process.env.PATH, ...env },
  });
  expect([seeded.stdout, seeded.stderr]).toEqual(['', '']);
  manager = await person('manager@demo.example');
});
afterAll(async () => {
  await app.close();
  await test.close();
  home.remove();
});

async function person(email: string): Promise<UserActor> {
  const { deps } = app;
  const { id } = await deps.db.identity.user.findUniqueOrThrow({ where: { email } });
  const actor = await memberAt(deps, id, DEMO_SLUG);
  if (actor === null) throw new Error(`${email} is no member.`);
  return actor;
}

async function projectNamed(name: string) {
  const { projects } = await listProjects(app.deps, manager, { search: '', limit: 50, cursor: null });
  const found = projects.find((each) => each.name === name);
  if (found === undefined) throw new Error(`There is no project ${name}.`);
  return found;
}

async function sourcesOf(projectName: string) {
  const { id: projectId } = await projectNamed(projectName);
  const page = { projectId, search: '', limit: 50, before: null };
  return (await listSources(app.deps, manager, page)).sources;
}

/** All that is there, by what people see. */
async function everything() {
  const { deps } = app;
  const jobs = await listJobs(deps, manager, { limit: 200, before: null });
  const events = await deps.db.transaction({ orgId: manager.orgId, userId: null }, (t) =>
    t.events.list({}, 1000, null),
  );
  return {
    strikes: await sourcesOf(STRIKES_PROJECT),
    wages: await sourcesOf(WAGES_PROJECT),
    jobs: jobs.jobs.map(({ id, kind, status }) => ({ id, kind, status })),
    events: events.map((each) => each.id),
    people: await deps.db.identity.user.count(),
    sessions: await deps.db.identity.session.count(),
  };
}

describe('the demo', () => {
  it('changes nothing when it is seeded again', async () => {
    const before = await everything();
    await seedDemo(app);
    expect(await everything()).toEqual(before);
    expect(before.jobs.filter((job) => job.status !== 'SUCCEEDED')).toEqual([]);
    expect(before).toMatchObject({ people: 5, sessions: 0 });
  });

  it('lets each person sign in with the password that the launcher prints', async () => {
    const auth = createAuth(app.deps, { secret: app.authSecret });
    for (const { email, password, name } of DEMO_SIGN_INS) {
      const { user } = await auth.api.signInEmail({ body: { email, password } });
      expect(user.name).toBe(name);
    }
    const wrong = { email: 'manager@demo.example', password: 'something else altogether' };
    await expect(auth.api.signInEmail({ body: wrong })).rejects.toMatchObject({ status: 'UNAUTHORIZED' });
  });

  it('gives each person their roles', async () => {
    const rolesIn = async (email: string) => {
      const actor = await person(email);
      const { projects } = await listProjects(app.deps, actor, { search: '', limit: 50, cursor: null });
      return [actor.orgRoles, projects.map((each) => each.roles).sort()];
    };
    expect(await rolesIn('manager@demo.example')).toEqual([
      ['owner'],
      [['manager'], ['manager'], ['manager']],
    ]);
    expect(await rolesIn('expert@demo.example')).toEqual([['member'], [['expert'], ['expert'], ['expert']]]);
    expect(await rolesIn('annotator@demo.example')).toEqual([
      ['member'],
      [['annotator'], ['annotator'], ['annotator']],
    ]);
    expect(await rolesIn('engineer@demo.example')).toEqual([
      ['member'],
      [['engineer'], ['engineer'], ['engineer']],
    ]);
    expect(await rolesIn('auditor@demo.example')).toEqual([['auditor'], [[], [], []]]);
  });

  it('has a main source that is ready to synthesise, without any advice left', async () => {
    const [ready] = (await sourcesOf(STRIKES_PROJECT)).filter((each) => each.ready);
    expect(ready).toMatchObject({ isDemo: true, latest: { status: 'READY', rows: 10_000, rejected: 0 } });
    const sourceId = ready?.id ?? '';
    const versionId = ready?.latest?.id ?? '';
    expect(await getReadiness(app.deps, manager, { sourceId })).toEqual({ ready: true, missing: [] });
    const { columns } = await listColumns(app.deps, manager, {
      versionId,
      search: '',
      offset: 0,
      limit: 50,
    });
    expect(columns).toHaveLength(14);
    expect(columns.filter((each) => each.meaning === null || !each.roleConfirmed)).toEqual([]);
    expect(columns.filter((each) => each.role === 'target').map((each) => each.name)).toEqual([
      'Effect Amount of damage',
    ]);
    const damage = await getBias(app.deps, manager, {
      versionId,
      question: { groups: ['Effect Amount of damage'], target: null, favourable: [] },
      populationId: null,
    });
    expect(damage.groups.find((each) => each.group[0] === 'None')?.count).toBe(8939);
    const [split] = await listSplits(app.deps, manager, { versionId });
    expect(split).toMatchObject({ active: true, plan: { method: 'stratified' } });
    expect((split?.counts.fit ?? 0) + (split?.counts.tune ?? 0) + (split?.counts.test ?? 0)).toBe(10_000);
  });

  it('has a source whose bias shows a failed, a passed and a not assessable comparison', async () => {
    const [wages] = await sourcesOf(WAGES_PROJECT);
    expect(wages).toMatchObject({ ready: true, latest: { rows: 534 } });
    const versionId = wages?.latest?.id ?? '';
    const bias = async (group: string) =>
      (
        await getBias(app.deps, manager, {
          versionId,
          question: { groups: [group], target: 'occupation', favourable: ['management'] },
          populationId: null,
        })
      ).groups.map(({ group, count, outcome }) => [
        group[0],
        count,
        outcome?.favourable,
        outcome?.fourFifths,
      ]);
    // Counted from the package's data.json: 34 of 289 men and 21 of 245 women have a management occupation.
    expect((await bias('gender')).sort()).toEqual([
      ['female', 245, 21, 'fails'],
      ['male', 289, 34, 'passes'],
    ]);
    expect((await bias('race')).sort()).toEqual([
      ['hispanic', 27, 3, 'not-assessable'],
      ['other', 67, 6, 'passes'],
      ['white', 440, 46, 'passes'],
    ]);
  });

  it('has drawn streets whose proposals wait to be corrected, some of them wrong', async () => {
    const { id: projectId } = await projectNamed(SCENES_PROJECT);
    const { batches } = await listBatches(app.deps, manager, { projectId, limit: 10, before: null });
    expect(batches.map(({ kind, status, samples }) => [kind, status, samples])).toEqual([
      ['verify', 'OPEN', 16],
    ]);
    const { imports } = await listLabelImports(app.deps, manager, { projectId, limit: 10 });
    expect(imports.map(({ use, status }) => [use, status])).toEqual([['prelabels', 'DONE']]);
    const imported = await getLabelImport(app.deps, manager, { importId: imports[0]?.id ?? '' });
    expect(imported).toMatchObject({ records: 16, good: 16 });
    const faulty = Array.from({ length: 16 }, (_, at) => at + 1).filter((number) => {
      const { things } = streetScene(number);
      return JSON.stringify(withFault(number, things)) !== JSON.stringify(things);
    });
    expect(faulty.length).toBeGreaterThan(4);
    expect(faulty.length).toBeLessThan(16);
  });

  it('leaves work that waits', async () => {
    const sources = await sourcesOf(STRIKES_PROJECT);
    const airports = sources.find((each) => each.name === AIRPORTS_SOURCE);
    const early = sources.find((each) => each.name === EARLY_STRIKES_SOURCE);
    expect(early).toMatchObject({ ready: false, latest: { status: 'REVIEW', rows: 200 } });
    expect(airports).toMatchObject({ ready: false, latest: { status: 'READY', rows: 3376 } });
    const missing = await getReadiness(app.deps, manager, { sourceId: airports?.id ?? '' });
    expect(missing.missing.map((item) => item.code)).toEqual(
      expect.arrayContaining(['licence-missing', 'consent-missing', 'findings-undecided', 'split-missing']),
    );
    const open = await listFindings(app.deps, manager, { versionId: airports?.latest?.id ?? '' });
    expect(open.map((finding) => [finding.column, finding.kind])).toEqual(
      expect.arrayContaining([['latitude', 'coordinates']]),
    );
    const waits = async (email: string) => {
      const { versionsToReview, findings, terms } = (await homeSummary(app.deps, await person(email))).waits;
      return [versionsToReview.length, findings.length, terms.length].map((each) => each > 0);
    };
    expect(await waits('manager@demo.example')).toEqual([true, true, true]);
    expect(await waits('expert@demo.example')).toEqual([true, true, false]);
    expect(await waits('engineer@demo.example')).toEqual([true, false, false]);
  });

  it('leaves a log that verifies', async () => {
    const lines = await exportLedger(app.deps, await person('auditor@demo.example'));
    const report = await verifyExport(bytesOf(lines), {
      verifierKey: app.deps.signerFor(manager.orgId).verifierKey,
      startSha256: () => createHash('sha256'),
    });
    expect(report).toMatchObject({ verified: true, complete: true, problemCount: 0 });
  });
});

async function* bytesOf(lines: AsyncIterable<string>): AsyncGenerator<Uint8Array> {
  for await (const line of lines) yield Buffer.from(line);
}

describe('a demo that was cut off', () => {
  it('is completed by the next run, wherever it stopped', { timeout: 180_000 }, async () => {
    const fresh = await createTestDeps();
    const cut = new Error('The process ends here.');
    try {
      const secret = { authSecret: 'a secret of the tests alone, long enough' };
      let done = false;
      // Each run may make so many transactions before everything fails; the next goes on from what it left.
      for (const most of [7, 23, 31, 47, 58, 71, 89]) {
        let left = most;
        const transaction: typeof fresh.deps.db.transaction = (scope, work) => {
          left -= 1;
          return left < 0 ? Promise.reject(cut) : fresh.deps.db.transaction(scope, work);
        };
        const deps = { ...fresh.deps, db: { ...fresh.deps.db, transaction } };
        done = await seedDemo({ deps, ...secret }).then(
          () => true,
          (error: unknown) => {
            expect(error).toBe(cut);
            return false;
          },
        );
        if (done) break;
      }
      expect(done).toBe(false);
      await seedDemo({ deps: fresh.deps, ...secret });
      const { id } = await fresh.deps.db.identity.user.findUniqueOrThrow({
        where: { email: 'manager@demo.example' },
      });
      const owner = await memberAt(fresh.deps, id, DEMO_SLUG);
      if (owner === null) throw new Error('The manager is no member.');
      const { projects } = await listProjects(fresh.deps, owner, { search: '', limit: 50, cursor: null });
      const sources = await Promise.all(
        projects.map((each) =>
          listSources(fresh.deps, owner, { projectId: each.id, search: '', limit: 50, before: null }),
        ),
      );
      const states = sources.flatMap((page) => page.sources).map((each) => [each.name, each.ready]);
      expect(states.sort()).toEqual([
        [AIRPORTS_SOURCE, false],
        ['CPS wages 1985 (demo)', true],
        [EARLY_STRIKES_SOURCE, false],
        ['Wildlife strikes 1990-2002 (demo)', true],
      ]);
    } finally {
      await fresh.close();
    }
  });
});

describe('the factories', () => {
  it('take an import on from where a run was cut off', async () => {
    const { deps } = app;
    const { id: projectId } = await projectNamed(WAGES_PROJECT);
    const table = { projectId, name: 'Cut off', csv: 'a,b\n1,x\n2,y\n' };
    const first = await importCsv(deps, manager, { ...table, until: 'review' });
    const second = await importCsv(deps, manager, table);
    expect(second).toEqual(first);
    expect(await importCsv(deps, manager, table)).toEqual(first);
  });

  it('keep a person who is there', async () => {
    const auth = createAuth(app.deps, { secret: app.authSecret });
    const someone = { name: 'Some One', email: 'some.one@demo.example', password: 'a long password' };
    const first = await createPerson({ deps: app.deps, auth }, someone);
    expect(await createPerson({ deps: app.deps, auth }, someone)).toEqual({ ...first, isNew: false });
  });
});
