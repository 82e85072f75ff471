import { goalInput, NO_TERMS } from '@assay/contracts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { command } from '../frame/command.ts';
import { createGoal } from '../goals/goals.ts';
import { inviteMember } from '../members/invite-member.ts';
import { addRun } from '../testing/add-run.ts';
import { addSource } from '../testing/add-source.ts';
import { createTestDeps, type TestDeps } from '../testing/test-deps.ts';
import { homeSummary } from './home-summary.ts';

let test: TestDeps;
beforeAll(async () => {
  test = await createTestDeps();
});
afterAll(() => test.close());

const goodTerms = {
  ...NO_TERMS,
  licence: {
    name: { kind: 'spdx' as const, id: 'CC0-1.0' },
    url: null,
    expiresOn: null,
    permitsSynthesis: true,
    attribution: null,
  },
  consent: {
    basis: 'public-data' as const,
    scope: [],
    expiresOn: null,
    withdrawnOn: null,
    evidence: 'A public table',
  },
};

describe('a home', () => {
  it('of a new organisation says how to begin', async () => {
    const { owner, orgId } = await test.organisation();
    const home = await homeSummary(test.deps, owner);
    expect(home.next.map((step) => step.code)).toEqual(['create-first-project', 'invite-people']);
    expect(home.mine).toEqual([]);
    expect(home.changed).toMatchObject([
      { action: 'organisation.created', count: 1, people: [{ userId: owner.userId, isMe: true }] },
    ]);
    const auditor = await test.member(orgId, ['auditor']);
    expect((await homeSummary(test.deps, auditor)).next.map((step) => step.code)).toEqual([
      'wait-for-a-project',
    ]);
  });

  it('shows each role what waits for it and nothing that waits for others', async () => {
    const { deps } = test;
    const { owner, orgId } = await test.organisation();
    const projectId = await test.project(owner, 'Clinic');
    const elsewhere = await test.project(owner, 'Elsewhere');
    const expert = await test.member(orgId, ['member']);
    const annotator = await test.member(orgId, ['member']);
    await test.inProject(projectId, expert, ['expert']);
    await test.inProject(projectId, annotator, ['annotator']);
    const at = { projectId, actor: owner };
    const found = await addSource(test, { ...at, name: 'found', openFindings: 3, terms: goodTerms });
    await addSource(test, { ...at, name: 'unread', status: 'REVIEW' });
    await addSource(test, { projectId: elsewhere, actor: owner, name: 'other', openFindings: 2 });
    await addSource(test, { ...at, name: 'trashed', openFindings: 5, trashed: true });
    await command(deps, owner, async ({ t, record, order }) => {
      const jobId = await order({
        kind: 'source.erase',
        payload: { sourceId: found },
        subject: { type: 'source', id: found },
        projectId,
      });
      const runId = deps.ids.next();
      await t.jobs.begin(jobId, runId, deps.clock.now(), 60_000);
      await t.jobs.end(jobId, runId, { status: 'FAILED', at: deps.clock.now(), error: { code: 'internal' } });
      await record({ action: 'test.failed', object: { type: 'job', id: jobId }, projectId });
    });
    await inviteMember(deps, owner, { email: 'new@example.com', roles: ['member'] });

    const mine = await homeSummary(deps, owner);
    expect(mine.waits.findings.reduce((sum, each) => sum + each.count, 0)).toBe(5);
    expect(mine.waits.versionsToReview.map((each) => each.name)).toEqual(['unread']);
    expect(mine.waits.terms.map((each) => each.name).sort()).toEqual(['other', 'unread']);
    expect(mine.waits.failedJobs).toHaveLength(1);
    expect(mine.waits.openInvitations).toBe(1);
    expect(mine.next.map((step) => step.code)).toEqual([
      'look-at-failed-jobs',
      'review-versions',
      'decide-findings',
      'complete-terms',
      'make-first-recipe',
    ]);
    expect(mine.mine.map((project) => project.name).sort()).toEqual(['Clinic', 'Elsewhere']);

    const theirs = await homeSummary(deps, expert);
    expect(theirs.waits).toMatchObject({ terms: [], failedJobs: [], openInvitations: 0 });
    expect(theirs.waits.findings).toMatchObject([
      { sourceId: found, count: 3, link: `/sources/${found}/findings` },
    ]);
    expect(theirs.changed.every((each) => each.projectId === projectId)).toBe(true);
    expect(theirs.changed.find((each) => each.action === 'source.created')?.count).toBe(3);

    const labels = await homeSummary(deps, annotator);
    expect(labels.waits).toMatchObject({ versionsToReview: [], findings: [], terms: [], failedJobs: [] });
    expect(labels.mine.map((project) => project.roles)).toEqual([['annotator']]);
    expect(labels.next).toEqual([{ code: 'open-project', params: {}, link: `/projects/${projectId}` }]);

    const outsider = await homeSummary(deps, await test.member(orgId, ['member']));
    expect(outsider.changed).toEqual([]);
    expect(outsider.next.map((step) => step.code)).toEqual(['create-first-project']);
  });

  it('tells of runs that failed or are blocked, of what ended since yesterday, and of goals that are overdue', async () => {
    const { deps } = test;
    const { owner, orgId } = await test.organisation();
    const projectId = await test.project(owner, 'Wetland');
    const at = { projectId, actor: owner };
    const [retried, kept] = [deps.ids.next(), deps.ids.next()];
    await addRun(test, { ...at, name: 'failed, then made again', status: 'FAILED', recipeId: retried });
    const again = await addRun(test, {
      ...at,
      name: 'again',
      status: 'READY',
      verdict: 'passed',
      recipeId: retried,
    });
    const failed = await addRun(test, { ...at, name: 'failed', status: 'FAILED', recipeId: kept });
    const blocked = await addRun(test, {
      ...at,
      name: 'blocked',
      status: 'BLOCKED',
      verdict: 'failed',
      redGates: 2,
    });
    const lastMonth = new Date(Date.now() - 30 * 86_400_000);
    await addRun(test, { ...at, name: 'long ago', status: 'FAILED', finishedAt: lastMonth });
    const goal = (name: string, due: string | null) =>
      createGoal(deps, owner, {
        projectId,
        goal: goalInput.parse({ name, metric: 'shape-error', comparator: '<=', target: 0.1, due }),
      });
    const overdue = await goal('overdue', '2020-01-01');
    await goal('to come', '2999-01-01');
    await goal('without a day', null);

    const mine = await homeSummary(deps, owner);
    expect(mine.waits.failedRuns).toMatchObject([{ runId: failed.runId, link: `/runs/${failed.runId}` }]);
    expect(mine.waits.blockedRuns).toMatchObject([
      { runId: blocked.runId, redGates: 2, link: `/reports/${blocked.reportId}` },
    ]);
    expect(mine.waits.overdueGoals).toMatchObject([
      { goalId: overdue.id, name: 'overdue', due: '2020-01-01', link: `/projects/${projectId}/goals` },
    ]);
    expect(mine.results.map((run) => run.name).sort()).toEqual([
      'again',
      'blocked',
      'failed',
      'failed, then made again',
    ]);
    expect(mine.results.find((run) => run.runId === again.runId)).toMatchObject({ verdict: 'passed' });
    expect(mine.next.map((step) => step.code).slice(0, 3)).toEqual([
      'look-at-failed-runs',
      'look-at-blocked-runs',
      'look-at-overdue-goals',
    ]);

    const as = async (role: 'engineer' | 'viewer' | 'annotator') => {
      const person = await test.member(orgId, ['member']);
      await test.inProject(projectId, person, [role]);
      const { waits, results } = await homeSummary(deps, person);
      return [waits.failedRuns.length, waits.blockedRuns.length, waits.overdueGoals.length, results.length];
    };
    expect(await as('engineer')).toEqual([1, 1, 0, 4]);
    expect(await as('viewer')).toEqual([0, 0, 0, 4]);
    expect(await as('annotator')).toEqual([0, 0, 0, 0]);
  });

  it('tells only of the last day', async () => {
    const { deps } = test;
    const { owner } = await test.organisation();
    test.setNow(new Date(Date.now() + 25 * 3_600_000));
    try {
      expect((await homeSummary(deps, owner)).changed).toEqual([]);
    } finally {
      test.setNow(null);
    }
  });
});
