import { createHash } from 'node:crypto';
import { type ExportManifest, exportManifest, policy, recipe } from '@assay/contracts';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { downloadExport } from '../exports/download-export.ts';
import { identifyFile } from '../exports/identify-file.ts';
import { getExport, listExports, startExport, startReleaseExport } from '../exports/start-export.ts';
import { query } from '../frame/command.ts';
import { createGoal, listGoals, updateGoal } from '../goals/goals.ts';
import { listEvents } from '../ledger/list-events.ts';
import { createPolicy } from '../policies/policies.ts';
import { createRecipe } from '../recipes/save-recipe.ts';
import { rejudgeReport } from '../reports/judge-report.ts';
import { getReportDocument } from '../reports/read-reports.ts';
import { getRun } from '../runs/read-runs.ts';
import { startRun } from '../runs/start-run.ts';
import { listDependents } from '../sources/erase-source.ts';
import { getSource } from '../sources/get-source.ts';
import { updateTerms } from '../sources/update-terms.ts';
import { addRowsRun } from '../testing/add-rows-run.ts';
import { OPEN_TERMS, prepareSource } from '../testing/prepare-source.ts';
import { runHere, runRun } from '../testing/run-jobs.ts';
import { createTestDeps, type TestDeps, type UserActor } from '../testing/test-deps.ts';
import { commitDatasetVersion } from '../versions/commit-version.ts';
import { getVersion, listVersions } from '../versions/read-versions.ts';
import { approveRelease, rejectRelease, withdrawRelease } from './decide-release.ts';
import { createGuestLink, listGuestLinks, revokeGuestLink } from './guest-links.ts';
import { downloadAsGuest, viewAsGuest } from './guest-view.ts';
import { getRelease, listReleases, previewRelease } from './read-releases.ts';
import { requestRelease } from './request-release.ts';
import { decideWaiver, proposeWaiver } from './waive.ts';

const people = Array.from({ length: 300 }, (_, row) => {
  const sex = row % 3 === 0 ? 'F' : 'M';
  const age = 20 + ((row * 7) % 50);
  return [sex, age, sex === 'F' ? 900 + age : 1500 + 2 * age].join(',');
});

let test: TestDeps;
let committer: UserActor;
let boss: UserActor;
let second: UserActor;
let projectId: string;
let sourceId: string;
let sourceVersionId: string;
let versionId: string;
let policyRef: string;
let goalId: string;
beforeAll(async () => {
  test = await createTestDeps();
  const { owner, orgId } = await test.organisation();
  committer = owner;
  projectId = await test.project(owner);
  [boss, second] = await Promise.all([test.member(orgId, ['member']), test.member(orgId, ['member'])]);
  for (const person of [boss, second]) await test.inProject(projectId, person, ['manager']);
  ({ sourceId, versionId: sourceVersionId } = await prepareSource(test, owner, {
    projectId,
    csv: `sex,age,wage\n${people.join('\n')}\n`,
  }));
  // Everything passes by it: what is to be seen here is what a goal stops.
  policyRef = (
    await createPolicy(test.deps, owner, {
      projectId,
      document: policy.parse({
        type: 'assay.policy',
        version: 1,
        name: 'Always',
        gates: [{ id: 'shapes', metric: 'shapes.error', green: { plus: 1 } }],
      }),
    })
  ).id;
  const { versionId: recipeVersionId } = await createRecipe(test.deps, owner, {
    projectId,
    name: 'Trees',
    description: '',
    document: recipe.parse({ type: 'assay.recipe', version: 1, method: 'tree', sourceId, target: 'sex' }),
  });
  const { runId } = await startRun(test.deps, owner, {
    recipeVersionId,
    kind: 'pilot',
    rows: 120,
    policyRef,
  });
  await runRun(test.deps, owner, runId);
  expect((await getRun(test.deps, owner, { runId })).status).toBe('READY');
  versionId = await commit([runId], null);
  goalId = (await createGoal(test.deps, owner, { projectId, goal: goal('<=', 0.000001) })).id;
}, 240_000);
afterAll(() => test.close());

const goal = (comparator: '<=' | '>=', target: number) => ({
  name: 'Columns look right',
  metric: 'shape-error' as const,
  slice: {},
  comparator,
  target,
  baseline: null,
  due: null,
  blocking: true,
});

async function commit(runIds: string[], parentId: string | null): Promise<string> {
  const made = await commitDatasetVersion(test.deps, committer, {
    projectId,
    runIds,
    scope: 'all',
    method: 'majority',
    message: 'A version',
    branch: 'main',
    parentId,
  });
  expect((await runHere(test.deps, committer, made.jobId)).status).toBe('SUCCEEDED');
  return made.versionId;
}

async function requested(of = versionId) {
  const made = await requestRelease(test.deps, boss, {
    versionId: of,
    title: 'Wages for testing',
    notes: '',
    policyRef,
  });
  const ended = await runHere(test.deps, boss, made.jobId);
  expect([ended.status, ended.error]).toEqual(['SUCCEEDED', null]);
  return made.releaseId;
}

const read = (releaseId: string) => getRelease(test.deps, boss, { releaseId });
/** A release as it is now: whoever decides says what they saw. */
const seen = async (releaseId: string) => ({ releaseId, revision: (await read(releaseId)).revision });
const tomorrow = () => new Date(test.deps.clock.now().getTime() + 86_400_000).toISOString().slice(0, 10);
const inDays = (days: number) => new Date(Date.now() + days * 86_400_000);

async function textOf(content: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const parts: Uint8Array[] = [];
  for await (const part of content) parts.push(part);
  return Buffer.concat(parts);
}

async function exported(releaseId: string, format: 'csv' | 'jsonl') {
  const made = await startReleaseExport(test.deps, boss, { releaseId, format });
  const ended = await runHere(test.deps, boss, made.jobId);
  expect([ended.status, ended.error]).toEqual(['SUCCEEDED', null]);
  const view = await getExport(test.deps, boss, { exportId: made.exportId });
  const file = async (kind: 'data' | 'manifest' | 'card') =>
    textOf((await downloadExport(test.deps, boss, { exportId: made.exportId, kind })).content);
  const manifest: ExportManifest = exportManifest.parse(JSON.parse((await file('manifest')).toString()));
  return {
    exportId: made.exportId,
    view,
    data: await file('data'),
    manifest,
    card: (await file('card')).toString(),
  };
}

it('reads the test rows once, on record, and a missed blocking goal stops it until a second manager waives it', async () => {
  const { deps } = test;
  expect(await previewRelease(deps, boss, { versionId })).toMatchObject({
    policyRef: expect.any(String),
    tests: [{ source: { id: sourceId, versionId: sourceVersionId }, reads: 0, releases: 0 }],
    goals: [{ id: goalId, blocking: true }],
    unreferenced: [],
    terms: [],
    undecided: null,
  });
  const releaseId = await requested();
  const found = await read(releaseId);
  const testRows = found.tests[0]?.testRows ?? 0;
  expect(testRows).toBeGreaterThan(0);
  expect(found).toMatchObject({
    status: 'BLOCKED',
    standing: 'undecided',
    checks: { reports: [{ verdict: 'passed', testRows }], goals: [{ goalId, state: 'missed' }] },
    blockers: [{ key: `goal:${goalId}`, open: true }],
    tests: [{ reads: 1, readsHere: 1, releases: 1 }],
    committedBy: { userId: committer.userId },
  });
  const reportId = found.reports[0]?.id ?? '';
  const report = await getReportDocument(deps, boss, { reportId });
  // Samples of the version beside rows that no run and no report had read.
  expect(report.inputs).toMatchObject({ synthetic: { rows: 120 }, unseen: { rows: testRows } });
  expect(found.checks?.goals[0]?.value).toBe(report.fidelity.shapes.error);
  const { events } = await listEvents(deps, committer, {
    objectType: 'sourceVersion',
    objectId: sourceVersionId,
    action: 'source.test-rows-read',
    limit: 10,
    before: null,
  });
  expect(events).toMatchObject([{ details: { release: releaseId, report: reportId, attempt: 1 } }]);
  // Whoever iterates does not see figures of test rows: a goal stands where the tune rows left it.
  const { goals } = await listGoals(deps, committer, { projectId, reportId: null });
  expect(goals[0]?.trend.map((point) => point.reportId)).not.toContain(reportId);
  await expect(rejudgeReport(deps, committer, { reportId, policyRef: 'loose' })).rejects.toMatchObject({
    code: 'conflict',
  });
  await expect(
    requestRelease(deps, boss, { versionId, title: 'Again', notes: '', policyRef }),
  ).rejects.toMatchObject({ code: 'conflict', message: expect.stringContaining('Release 1') });

  const approve = async (who: UserActor) =>
    approveRelease(deps, who, { ...(await seen(releaseId)), reason: 'Good enough' });
  await expect(approve(boss)).rejects.toMatchObject({
    code: 'not-ready',
    message: expect.stringContaining('Columns look right'),
  });
  const { waiverId } = await proposeWaiver(deps, boss, {
    ...(await seen(releaseId)),
    key: `goal:${goalId}`,
    reason: 'For testing alone',
    endsOn: tomorrow(),
  });
  const grant = async (who: UserActor) =>
    decideWaiver(deps, who, { ...(await seen(releaseId)), waiverId, grant: true, reason: 'Agreed' });
  await expect(grant(boss)).rejects.toMatchObject({ code: 'forbidden' });
  const before = await seen(releaseId);
  await grant(second);
  expect(await read(releaseId)).toMatchObject({ status: 'READY', openBlockers: 0 });
  // Whoever has not seen the waiver decides upon another release than there is.
  await expect(approveRelease(deps, boss, { ...before, reason: 'Unseen' })).rejects.toMatchObject({
    code: 'stale',
  });
  await expect(approve(committer)).rejects.toMatchObject({ code: 'forbidden' });
  await approve(boss);
  await expect(approve(second)).rejects.toMatchObject({ code: 'conflict' });
  expect(await read(releaseId)).toMatchObject({
    status: 'APPROVED',
    standing: 'in-force',
    reason: 'Good enough',
  });
  expect((await listVersions(deps, boss, { projectId, limit: 10, before: null })).versions[0]).toMatchObject({
    releases: [{ number: 1, standing: 'in-force' }],
  });
  const checkpoint = await query(deps, committer, (t) => t.ledger.latestCheckpoint());
  expect(checkpoint?.reason).toBe('release');

  // Its exports say on what grounds, and are the same bytes each time.
  const first = await exported(releaseId, 'jsonl');
  const again = await exported(releaseId, 'jsonl');
  expect(again.view.files).toEqual(first.view.files);
  expect(first.manifest).toMatchObject({
    released: true,
    release: {
      number: 1,
      title: 'Wages for testing',
      waivers: [{ name: 'Columns look right', reason: 'For testing alone', endsOn: tomorrow() }],
      reports: [{ reportId, testRows }],
    },
  });
  expect(JSON.stringify(first.manifest)).not.toContain(boss.userId);
  expect(first.card).toContain('Release 1, Wages for testing: approved');
  expect(first.card).toContain('Waived until');
  const marked = await startExport(deps, committer, { versionId, format: 'csv', leaveOutLost: false });
  await runHere(deps, committer, marked.jobId);
  const sha256 = createHash('sha256').update(first.data).digest('hex');
  expect(await identifyFile(deps, boss, { sha256 })).toMatchObject([
    { as: 'file', releases: [{ number: 1, standing: 'in-force' }] },
    { as: 'file' },
  ]);
  expect(
    (await listExports(deps, boss, { versionId, limit: 10, before: null })).exports.map(
      (each) => each.release?.number ?? null,
    ),
  ).toEqual([null, 1, 1]);

  // The waiver ends: from then on the release is not in force, and nothing leaves of it until it is renewed.
  test.setNow(inDays(3));
  try {
    expect(await read(releaseId)).toMatchObject({ status: 'APPROVED', standing: 'lapsed' });
    await expect(startReleaseExport(deps, boss, { releaseId, format: 'csv' })).rejects.toMatchObject({
      code: 'not-ready',
      message: expect.stringContaining('waiver'),
    });
    const renewal = await proposeWaiver(deps, second, {
      ...(await seen(releaseId)),
      key: `goal:${goalId}`,
      reason: 'Still for testing',
      endsOn: inDays(30).toISOString().slice(0, 10),
    });
    await decideWaiver(deps, boss, {
      ...(await seen(releaseId)),
      waiverId: renewal.waiverId,
      grant: true,
      reason: 'Yes',
    });
    expect(await read(releaseId)).toMatchObject({ standing: 'in-force' });
  } finally {
    test.setNow(null);
  }

  await withdrawRelease(deps, second, { ...(await seen(releaseId)), reason: 'A column is wrong' });
  const withdrawn = { number: 1, standing: 'withdrawn', withdrawReason: 'A column is wrong' };
  expect((await getVersion(deps, boss, { versionId })).releases).toMatchObject([withdrawn]);
  expect(await identifyFile(deps, boss, { sha256 })).toMatchObject([{ releases: [withdrawn] }, {}]);
  await expect(downloadExport(deps, boss, { exportId: first.exportId, kind: 'data' })).rejects.toMatchObject({
    message: expect.stringContaining('A column is wrong'),
  });
  await expect(
    withdrawRelease(deps, second, { ...(await seen(releaseId)), reason: 'Twice' }),
  ).rejects.toMatchObject({
    code: 'conflict',
  });
}, 240_000);

it('shows a guest with a link one release, until the link or the release ends', async () => {
  const { deps } = test;
  const { goals } = await listGoals(deps, committer, { projectId, reportId: null });
  await updateGoal(deps, committer, {
    goalId,
    revision: goals[0]?.revision ?? 0,
    goal: goal('>=', 0),
  });
  const releaseId = await requested();
  // Read again, and counted again.
  expect(await read(releaseId)).toMatchObject({
    number: 2,
    status: 'READY',
    tests: [{ reads: 2, releases: 2 }],
  });
  const link = (endsOn: string) => createGuestLink(deps, boss, { releaseId, label: 'A partner', endsOn });
  await expect(link(tomorrow())).rejects.toMatchObject({ code: 'not-ready' });
  await approveRelease(deps, second, { ...(await seen(releaseId)), reason: 'All goals are met' });
  await expect(link('2020-01-01')).rejects.toMatchObject({ field: 'endsOn' });
  const { exportId, data } = await exported(releaseId, 'csv');
  const other = await startExport(deps, committer, { versionId, format: 'csv', leaveOutLost: false });
  await runHere(deps, committer, other.jobId);

  const { path, guestLinkId } = await link(tomorrow());
  const token = path.split('#')[1] ?? '';
  const shown = await viewAsGuest(deps, { token });
  expect(shown).toMatchObject({
    number: 2,
    standing: 'in-force',
    title: 'Wages for testing',
    counts: { samples: 120 },
    approval: { waivers: [] },
    exports: [{ id: exportId, format: 'csv' }],
  });
  expect(JSON.stringify(shown)).not.toContain(boss.userId);
  const file = await downloadAsGuest(deps, { token, exportId, kind: 'data' });
  expect(await textOf(file.content)).toEqual(data);
  // No other export, and nothing by a guessed secret.
  await expect(
    downloadAsGuest(deps, { token, exportId: other.exportId, kind: 'data' }),
  ).rejects.toMatchObject({ code: 'not-found' });
  await expect(viewAsGuest(deps, { token: 'x'.repeat(43) })).rejects.toMatchObject({ code: 'not-found' });
  expect(await listGuestLinks(deps, boss, { releaseId })).toMatchObject([
    { label: 'A partner', state: 'open', visits: 1 },
  ]);
  const { events } = await listEvents(deps, committer, {
    objectType: 'guestLink',
    objectId: guestLinkId,
    limit: 10,
    before: null,
  });
  expect(events.map((event) => [event.action, event.actor.kind])).toEqual([
    ['guest-link.downloaded', 'guest'],
    ['guest-link.visited', 'guest'],
    ['guest-link.created', 'user'],
  ]);

  test.setNow(inDays(3));
  try {
    await expect(viewAsGuest(deps, { token })).rejects.toMatchObject({ code: 'forbidden' });
  } finally {
    test.setNow(null);
  }
  // Consent is withdrawn after the release: what depends on it is listed, and the release says so.
  const source = await getSource(deps, committer, { sourceId });
  await updateTerms(deps, committer, {
    sourceId,
    revision: source.revision,
    terms: {
      ...OPEN_TERMS,
      consent: {
        basis: 'consent',
        scope: ['synthesis'],
        expiresOn: null,
        evidence: 'A form of the test',
        withdrawnOn: '2026-01-01',
      },
    },
  });
  expect((await read(releaseId)).terms).toMatchObject([
    { sourceId, why: expect.stringContaining('withdrawn') },
  ]);
  const { others } = await listDependents(deps, committer, { sourceId });
  expect(others.filter((each) => each.type === 'release').map((each) => each.id)).toContain(releaseId);
  expect(others.map((each) => each.type)).toContain('version');
  await expect(
    requestRelease(deps, boss, { versionId, title: 'Now', notes: '', policyRef }),
  ).rejects.toMatchObject({ code: 'not-ready', message: expect.stringContaining('withdrawn') });

  await withdrawRelease(deps, boss, { ...(await seen(releaseId)), reason: 'Consent was withdrawn' });
  expect(await viewAsGuest(deps, { token })).toMatchObject({
    standing: 'withdrawn',
    withdrawReason: 'Consent was withdrawn',
    exports: [],
  });
  await expect(downloadAsGuest(deps, { token, exportId, kind: 'data' })).rejects.toMatchObject({
    code: 'not-ready',
  });
  await revokeGuestLink(deps, boss, { releaseId, guestLinkId });
  await expect(viewAsGuest(deps, { token })).rejects.toMatchObject({ code: 'forbidden' });
}, 240_000);

it('says that nothing real is known of rows, and a rejected release stays rejected', async () => {
  const { deps } = test;
  const runId = await addRowsRun(test, committer, {
    projectId,
    csv: 'id,amount\n1,2.5\n2,3\n',
    withoutSource: true,
  });
  const bare = await commit([runId], versionId);
  const releaseId = await requested(bare);
  expect(await read(releaseId)).toMatchObject({
    status: 'BLOCKED',
    blockers: [
      { key: `goal:${goalId}`, because: expect.stringContaining('not known') },
      { key: 'reference', kind: 'reference' },
    ],
    tests: [],
  });
  await rejectRelease(deps, boss, { ...(await seen(releaseId)), reason: 'Nobody knows what it is' });
  await expect(
    approveRelease(deps, boss, { ...(await seen(releaseId)), reason: 'After all' }),
  ).rejects.toMatchObject({
    code: 'conflict',
  });
  const { releases } = await listReleases(deps, boss, { projectId, limit: 2, before: null });
  expect(releases.map((each) => [each.number, each.standing])).toEqual([
    [3, 'rejected'],
    [2, 'withdrawn'],
  ]);
});
