/** What a person could be asked to do. Counts are of what they themselves may do; zero where they may not. */
export type HomeCounts = {
  projects: number;
  sources: number;
  /** Uploaded versions whose reading of the file waits to be confirmed. */
  versionsToReview: number;
  findingsOpen: number;
  /** Sources whose terms (licence, consent and the rest) do not yet allow synthesis. */
  termsMissing: number;
  failedJobs: number;
  failedRuns: number;
  /** Runs that a red gate of their report blocks. */
  blockedRuns: number;
  /** Goals that are not met on a day after theirs. */
  goalsOverdue: number;
  /** Guidelines whose newest version the person must read. */
  guidelinesToAcknowledge: number;
  /** Open questions about guidelines that the person may answer. */
  guidelineQuestions: number;
  /** Batches that wait for the person's answers. */
  batchesToLabel: number;
  /** Samples that wait for the person as an expert. */
  samplesToDecide: number;
  /** Batches that are not done on a day after theirs, where the person leads. */
  batchesOverdue: number;
  /** Releases that wait for the person's decision. */
  releasesToDecide: number;
  recipes: number;
  runs: number;
  openInvitations: number;
  unread: number;
  members: number;
};

export type Home = {
  counts: HomeCounts;
  may: {
    createProject: boolean;
    createSource: boolean;
    createRecipe: boolean;
    startRun: boolean;
    invite: boolean;
    readLog: boolean;
  };
  /** Where the first thing of each kind is, as a path within the organisation; null where there is none. */
  first: {
    project: string | null;
    version: string | null;
    finding: string | null;
    terms: string | null;
    failedRun: string | null;
    blockedRun: string | null;
    overdueGoal: string | null;
    guideline: string | null;
    guidelineQuestion: string | null;
    batch: string | null;
    inbox: string | null;
    overdueBatch: string | null;
    release: string | null;
    /** A project with a source, in which one may make recipes. */
    recipes: string | null;
  };
};

export type NextStepCode =
  | 'look-at-failed-runs'
  | 'look-at-failed-jobs'
  | 'look-at-blocked-runs'
  | 'look-at-overdue-goals'
  | 'look-at-overdue-batches'
  | 'decide-releases'
  | 'acknowledge-guidelines'
  | 'answer-guideline-questions'
  | 'label-batches'
  | 'decide-samples'
  | 'review-versions'
  | 'decide-findings'
  | 'complete-terms'
  | 'read-notifications'
  | 'create-first-project'
  | 'add-first-source'
  | 'make-first-recipe'
  | 'start-first-run'
  | 'invite-people'
  | 'wait-for-a-project'
  | 'wait-for-a-source'
  | 'wait-for-invitations'
  | 'check-the-log'
  | 'open-project';

/** One thing to do next. `code` names its text in the message catalogue, `params` what the text counts. */
export type NextStep = { code: NextStepCode; params: { [name: string]: number }; link: string | null };

/**
 * What to do next, most pressing first: what broke, then what others wait for, then what is new, then how to begin.
 * It is never empty: whoever has nothing to do is told what they wait for, or where they could look.
 */
export function nextSteps({ counts, may, first }: Home): NextStep[] {
  const steps: NextStep[] = [];
  const add = (when: boolean, code: NextStepCode, params: NextStep['params'], link: string | null) => {
    if (when) steps.push({ code, params, link });
  };
  add(counts.failedRuns > 0, 'look-at-failed-runs', { count: counts.failedRuns }, first.failedRun);
  add(counts.failedJobs > 0, 'look-at-failed-jobs', { count: counts.failedJobs }, '/jobs?status=FAILED');
  add(counts.blockedRuns > 0, 'look-at-blocked-runs', { count: counts.blockedRuns }, first.blockedRun);
  add(counts.goalsOverdue > 0, 'look-at-overdue-goals', { count: counts.goalsOverdue }, first.overdueGoal);
  add(
    counts.batchesOverdue > 0,
    'look-at-overdue-batches',
    { count: counts.batchesOverdue },
    first.overdueBatch,
  );
  add(counts.releasesToDecide > 0, 'decide-releases', { count: counts.releasesToDecide }, first.release);
  add(
    counts.guidelinesToAcknowledge > 0,
    'acknowledge-guidelines',
    { count: counts.guidelinesToAcknowledge },
    first.guideline,
  );
  add(
    counts.guidelineQuestions > 0,
    'answer-guideline-questions',
    { count: counts.guidelineQuestions },
    first.guidelineQuestion,
  );
  add(counts.batchesToLabel > 0, 'label-batches', { count: counts.batchesToLabel }, first.batch);
  add(counts.samplesToDecide > 0, 'decide-samples', { count: counts.samplesToDecide }, first.inbox);
  add(counts.versionsToReview > 0, 'review-versions', { count: counts.versionsToReview }, first.version);
  add(counts.findingsOpen > 0, 'decide-findings', { count: counts.findingsOpen }, first.finding);
  add(counts.termsMissing > 0, 'complete-terms', { count: counts.termsMissing }, first.terms);
  add(counts.unread > 0, 'read-notifications', { count: counts.unread }, '/notifications');

  const noProject = counts.projects === 0;
  const noSource = !noProject && counts.sources === 0;
  add(noProject && may.createProject, 'create-first-project', {}, '/projects/new');
  add(noProject && !may.createProject, 'wait-for-a-project', {}, null);
  add(noSource && may.createSource, 'add-first-source', {}, first.project && `${first.project}/sources/new`);
  add(noSource && !may.createSource, 'wait-for-a-source', {}, first.project);

  // Not before the terms of one source at least allow it.
  const noRecipe = counts.termsMissing < counts.sources && counts.recipes === 0;
  add(
    noRecipe && may.createRecipe && first.recipes !== null,
    'make-first-recipe',
    {},
    first.recipes && `${first.recipes}/new`,
  );
  const noRun = counts.recipes > 0 && counts.runs === 0;
  add(noRun && may.startRun, 'start-first-run', {}, first.recipes ?? first.project);

  const alone = may.invite && counts.members <= 1;
  add(alone && counts.openInvitations === 0, 'invite-people', {}, '/members');
  add(
    alone && counts.openInvitations > 0,
    'wait-for-invitations',
    { count: counts.openInvitations },
    '/members',
  );

  if (steps.length === 0) {
    add(may.readLog, 'check-the-log', {}, '/log');
    add(!may.readLog || first.project !== null, 'open-project', {}, first.project ?? '/projects');
  }
  return steps;
}
