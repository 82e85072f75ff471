import { goalInput, policy, type Report, recipe } from '@assay/contracts';
import {
  command,
  createGoal,
  createPolicy,
  createRecipe,
  keepBlobs,
  removeGoal,
  removePolicy,
  storeBlob,
  trashRecipe,
} from '@assay/services';
import type { TestDeps, UserActor } from '@assay/services/testing';

const NO_SCORES = { accuracy: null, precision: null, recall: null, f1: null, rocAuc: null };
const NOT_KNOWN = { score: null, error: null, floor: null, real: null, reason: 'not computed' };
const SHA = '0'.repeat(64);

/** A finished report in which nothing could be computed: enough to be read, judged and compared. */
const EMPTY_REPORT: Report = {
  type: 'assay.report',
  version: 1,
  inputs: {
    real: { name: 'Real', rows: 3, columns: 1, sha256: SHA },
    synthetic: { name: 'Synthetic', rows: 3, columns: 1, sha256: SHA },
    unseen: null,
  },
  question: { target: null, sensitive: [], quasiIdentifiers: [], favourable: [], seed: 'test' },
  columns: [],
  overlap: null,
  notices: [],
  validity: { score: 1, columns: [], missingColumns: [], surplusColumns: [], constraints: [] },
  fidelity: {
    shapes: { ...NOT_KNOWN, score: 0.9, error: 0.1, columns: [] },
    trends: { ...NOT_KNOWN, pairs: [] },
    threeWay: { ...NOT_KNOWN, triples: 0, assessed: 0, worst: [] },
    missing: [],
    coverage: [],
    lost: [],
    parity: {
      allPairs: { score: null, shapes: null, trends: null },
      thresholds: { score: null, shapes: null, trends: null },
      exact: true,
    },
    overlays: [],
  },
  detection: {
    auc: null,
    interval: null,
    reference: null,
    referenceInterval: null,
    reason: 'too-few',
    folds: 5,
    rowsEach: 0,
    columns: [],
    segments: [],
    examples: [],
  },
  utility: {
    target: null,
    reason: 'no-target',
    classes: [],
    seeds: 0,
    tstr: NO_SCORES,
    trtr: NO_SCORES,
    tstrRange: null,
    trtrRange: null,
    logistic: { tstr: NO_SCORES, trtr: NO_SCORES, reason: 'no-target' },
    syntheticGap: null,
    byClass: [],
    bySlice: [],
  },
  privacy: {
    exactCopies: {
      count: 0,
      rows: 3,
      unseen: null,
      excess: null,
      interval: null,
      pValue: null,
      reason: null,
    },
    dcrShare: { value: null, interval: null, rows: 0, reason: 'no-unseen' },
    distances: null,
    nndr: { median: null, unseen: null, reason: null },
    kAnonymity: {
      quasiIdentifiers: [],
      k: null,
      pointsToFew: 0,
      pointsToOne: 0,
      unseenPointsToOne: null,
      lDiversity: [],
      reason: null,
    },
    riskiest: [],
  },
  bias: { questions: [], reason: 'no-groups' },
  scenarios: null,
  policy: { name: 'Balanced', version: 1 },
  gates: [],
  verdict: 'incomplete',
};

/** A recipe with a run that is blocked by its report, and what else is around it. */
export async function makeGenerated(
  { deps }: TestDeps,
  owner: UserActor,
  { projectId, sourceId, versionId }: { projectId: string; sourceId: string; versionId: string },
) {
  const document = recipe.parse({ type: 'assay.recipe', version: 1, method: 'tree', sourceId });
  const make = (name: string) => createRecipe(deps, owner, { projectId, name, description: '', document });
  const [first, other, trashed] = [
    await make('A recipe'),
    await make('Another'),
    await make('A trashed one'),
  ];
  await trashRecipe(deps, owner, { recipeId: trashed.id });
  const policyOf = (name: string) =>
    createPolicy(deps, owner, {
      projectId,
      document: policy.parse({
        type: 'assay.policy',
        version: 1,
        name,
        gates: [{ id: 'shapes', metric: 'shapes.error', green: { plus: 0.2 } }],
      }),
    });
  const { id: policyId } = await policyOf('A policy');
  const { id: trashedPolicyId } = await policyOf('A trashed policy');
  await removePolicy(deps, owner, { policyId: trashedPolicyId });
  const goalOf = (name: string) =>
    createGoal(deps, owner, {
      projectId,
      goal: goalInput.parse({ name, metric: 'shape-error', comparator: '<=', target: 0.1 }),
    });
  const { id: goalId } = await goalOf('A goal');
  const { id: trashedGoalId } = await goalOf('A trashed goal');
  await removeGoal(deps, owner, { goalId: trashedGoalId });
  const [runId, reportId, otherReportId] = [deps.ids.next(), deps.ids.next(), deps.ids.next()];
  const trashedRunId = deps.ids.next();
  const blob = await storeBlob(deps, owner.orgId, {
    kind: 'report',
    source: Buffer.from(JSON.stringify(EMPTY_REPORT)),
    contentType: 'application/json',
  });
  await command(deps, owner, async ({ t, record }) => {
    const version = await t.sources.version(versionId);
    await t.runs.create({
      id: runId,
      projectId,
      kind: 'full',
      name: 'A run',
      recipeId: first.id,
      recipeVersionId: first.versionId,
      sourceId,
      sourceVersionId: versionId,
      seed: 'test',
      rows: 80n,
      policyRef: 'balanced',
      createdBy: owner.userId,
      // The rows of the source stand for those of a run.
      ...(version?.manifest ? { manifest: version.manifest } : {}),
    });
    await t.runs.move(runId, ['QUEUED'], { status: 'BLOCKED' });
    await t.runs.create({
      id: trashedRunId,
      projectId,
      kind: 'full',
      name: 'A trashed run',
      seed: 'test',
      policyRef: 'balanced',
      createdBy: owner.userId,
    });
    await t.runs.move(trashedRunId, ['QUEUED'], { status: 'CANCELLED' });
    await t.runs.trash(trashedRunId, owner.userId, deps.clock.now());
    for (const id of [reportId, otherReportId]) {
      await t.reports.create({
        id,
        projectId,
        runId: id === reportId ? runId : null,
        name: 'A report',
        subjects: {
          real: { kind: 'sourceVersion', versionId, split: 'fit' },
          synthetic: { kind: 'run', runId },
          unseen: null,
        },
        question: EMPTY_REPORT.question,
        policyRef: 'balanced',
        createdBy: owner.userId,
      });
      await keepBlobs(t, [blob], { type: 'report', id });
      await t.reports.move(id, ['QUEUED'], {
        status: 'READY',
        verdict: 'incomplete',
        documentKey: blob.key,
        documentSha256: blob.sha256,
      });
    }
    await record({ action: 'test.made', object: { type: 'run', id: runId }, projectId });
  });
  return {
    recipeId: first.id,
    recipeVersionId: first.versionId,
    otherRecipeVersionId: other.versionId,
    trashedRecipeId: trashed.id,
    policyId,
    trashedPolicyId,
    goalId,
    trashedGoalId,
    runId,
    trashedRunId,
    reportId,
    otherReportId,
  };
}
