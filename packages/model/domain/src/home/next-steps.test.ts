import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Home, nextSteps } from './next-steps.ts';

const nothing: Home = {
  counts: {
    projects: 0,
    sources: 0,
    versionsToReview: 0,
    findingsOpen: 0,
    termsMissing: 0,
    failedJobs: 0,
    failedRuns: 0,
    blockedRuns: 0,
    goalsOverdue: 0,
    guidelinesToAcknowledge: 0,
    guidelineQuestions: 0,
    batchesToLabel: 0,
    samplesToDecide: 0,
    batchesOverdue: 0,
    releasesToDecide: 0,
    recipes: 1,
    runs: 1,
    openInvitations: 0,
    unread: 0,
    members: 3,
  },
  may: {
    createProject: false,
    createSource: false,
    createRecipe: false,
    startRun: false,
    invite: false,
    readLog: false,
  },
  first: {
    project: null,
    version: null,
    finding: null,
    terms: null,
    failedRun: null,
    blockedRun: null,
    overdueGoal: null,
    guideline: null,
    guidelineQuestion: null,
    batch: null,
    inbox: null,
    overdueBatch: null,
    release: null,
    recipes: null,
  },
};
const home = (counts: Partial<Home['counts']>, rest: Partial<Omit<Home, 'counts'>> = {}): Home => ({
  ...nothing,
  ...rest,
  counts: { ...nothing.counts, ...counts },
});
const codes = (of: Home) => nextSteps(of).map((step) => step.code);
const everything = {
  createProject: true,
  createSource: true,
  createRecipe: true,
  startRun: true,
  invite: true,
  readLog: true,
};

describe('nextSteps', () => {
  it('sends people to the guideline that they must read, and experts to what was asked', () => {
    const first = {
      ...nothing.first,
      guideline: '/guidelines/g',
      guidelineQuestion: '/guidelines/g/questions',
    };
    const counts = { projects: 1, sources: 1, guidelinesToAcknowledge: 2, guidelineQuestions: 3 };
    expect(nextSteps(home(counts, { first }))).toEqual([
      { code: 'acknowledge-guidelines', params: { count: 2 }, link: '/guidelines/g' },
      { code: 'answer-guideline-questions', params: { count: 3 }, link: '/guidelines/g/questions' },
    ]);
  });

  it('sends people to the batches that wait for them, once they know the guideline, and who leads to late ones', () => {
    const first = {
      ...nothing.first,
      batch: '/batches/b',
      overdueBatch: '/batches/o',
      guideline: '/guidelines/g',
      inbox: '/projects/p/review',
    };
    const counts = {
      projects: 1,
      sources: 1,
      batchesToLabel: 2,
      samplesToDecide: 3,
      batchesOverdue: 1,
      guidelinesToAcknowledge: 1,
    };
    expect(nextSteps(home(counts, { first })).map(({ code, link }) => [code, link])).toEqual([
      ['look-at-overdue-batches', '/batches/o'],
      ['acknowledge-guidelines', '/guidelines/g'],
      ['label-batches', '/batches/b'],
      ['decide-samples', '/projects/p/review'],
    ]);
  });

  it('sends whoever decides to the release that waits for them', () => {
    const of = home(
      { projects: 1, sources: 1, releasesToDecide: 1 },
      { first: { ...nothing.first, release: '/projects/p/releases/r' } },
    );
    expect(nextSteps(of)).toEqual([
      { code: 'decide-releases', params: { count: 1 }, link: '/projects/p/releases/r' },
    ]);
  });

  it('tells a new owner how to begin: a project, then people', () => {
    expect(codes(home({ members: 1 }, { may: everything }))).toEqual([
      'create-first-project',
      'invite-people',
    ]);
  });

  it('tells somebody who may not begin what they wait for', () => {
    expect(codes(nothing)).toEqual(['wait-for-a-project']);
    expect(codes(home({ projects: 1 }))).toEqual(['wait-for-a-source']);
  });

  it('asks for the first source where there is a project without one', () => {
    const first = { ...nothing.first, project: '/projects/p' };
    const steps = nextSteps(home({ projects: 1 }, { may: everything, first }));
    expect(steps).toEqual([{ code: 'add-first-source', params: {}, link: '/projects/p/sources/new' }]);
  });

  it('puts what broke before what waits, and what waits before what is new', () => {
    const busy = home(
      {
        projects: 2,
        sources: 3,
        versionsToReview: 1,
        findingsOpen: 4,
        termsMissing: 2,
        failedJobs: 1,
        failedRuns: 1,
        blockedRuns: 2,
        goalsOverdue: 3,
        unread: 9,
      },
      { may: everything },
    );
    expect(codes(busy)).toEqual([
      'look-at-failed-runs',
      'look-at-failed-jobs',
      'look-at-blocked-runs',
      'look-at-overdue-goals',
      'review-versions',
      'decide-findings',
      'complete-terms',
      'read-notifications',
    ]);
    expect(nextSteps(busy)[5]?.params).toEqual({ count: 4 });
  });

  it('leads from a source to a recipe, and from a recipe to a run', () => {
    const first = { ...nothing.first, recipes: '/projects/p/recipes' };
    const at = (counts: Partial<Home['counts']>) =>
      nextSteps(home({ projects: 1, sources: 1, ...counts }, { may: everything, first }))[0];
    expect(at({ recipes: 0, runs: 0 })).toMatchObject({
      code: 'make-first-recipe',
      link: '/projects/p/recipes/new',
    });
    expect(at({ runs: 0 })).toMatchObject({ code: 'start-first-run', link: '/projects/p/recipes' });
    expect(at({})).toMatchObject({ code: 'check-the-log' });
  });

  it('does not ask to invite again while invitations are open', () => {
    expect(
      codes(home({ projects: 1, sources: 1, members: 1, openInvitations: 2 }, { may: everything })),
    ).toEqual(['wait-for-invitations']);
  });

  it('always says something, and each thing once', () => {
    const count = fc.nat(2);
    const path = fc.option(fc.constant('/projects/p'));
    const any = fc.record({
      counts: fc.record({
        projects: count,
        sources: count,
        versionsToReview: count,
        findingsOpen: count,
        termsMissing: count,
        failedJobs: count,
        failedRuns: count,
        blockedRuns: count,
        goalsOverdue: count,
        guidelinesToAcknowledge: count,
        guidelineQuestions: count,
        batchesToLabel: count,
        samplesToDecide: count,
        batchesOverdue: count,
        releasesToDecide: count,
        recipes: count,
        runs: count,
        openInvitations: count,
        unread: count,
        members: count,
      }),
      may: fc.record({
        createProject: fc.boolean(),
        createSource: fc.boolean(),
        createRecipe: fc.boolean(),
        startRun: fc.boolean(),
        invite: fc.boolean(),
        readLog: fc.boolean(),
      }),
      first: fc.record({
        project: path,
        version: path,
        finding: path,
        terms: path,
        failedRun: path,
        blockedRun: path,
        overdueGoal: path,
        guideline: path,
        guidelineQuestion: path,
        batch: path,
        inbox: path,
        overdueBatch: path,
        release: path,
        recipes: path,
      }),
    });
    fc.assert(
      fc.property(any, (of) => {
        const said = codes(of);
        return said.length > 0 && new Set(said).size === said.length;
      }),
      { numRuns: process.env.ASSAY_SOAK === '1' ? 10_000 : 100 },
    );
  });
});
